import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** The tombstone of a release: which post withdrew it, why, and on what legal basis. The hash of what stood there stays. */
@Entity('publication.withdrawal')
@Recorded({ kind: 'withdrawal', log: 'staff', committed: ['proposedBy', 'withdrawnBy'] })
export class Withdrawal extends RecordedEntity {
  @Column('uuid')
  releaseId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  /** The post that answers for it, never a person's name. */
  @Column('text')
  post: string;

  @Column('text')
  reason: string;

  @Column('text')
  legalBasis: string;

  /** What was agreed to; null for one from before it took two people. */
  @Column('uuid', { nullable: true })
  proposalId: Uuid | null;

  @Column('uuid', { nullable: true })
  proposedBy: Uuid | null;

  @Column('uuid')
  withdrawnBy: Uuid;

  @Column('date')
  withdrawnOn: CalendarDay;
}
