import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** That a promised result is not published: which post refuses, why, and on what legal basis, for everyone to read. */
@Entity('publication.refusal')
@Recorded({ kind: 'refusal-to-publish', log: 'staff', committed: ['proposedBy', 'refusedBy'] })
export class RefusalToPublish extends RecordedEntity {
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
  refusedBy: Uuid;

  @Column('date')
  refusedOn: CalendarDay;
}
