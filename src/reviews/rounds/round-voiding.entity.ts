import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** The tombstone of a round that was opened wrongly: which post answers for it, and why. Its promises do not vanish. */
@Entity('reviews.round_voiding')
@Recorded({ kind: 'round-voiding', log: 'staff', committed: ['proposedBy', 'voidedBy'] })
export class RoundVoiding extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  /** The post that answers for it, never a person's name. */
  @Column('text')
  post: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  proposalId: Uuid;

  @Column('uuid')
  proposedBy: Uuid;

  @Column('uuid')
  voidedBy: Uuid;

  @Column('date')
  voidedOn: CalendarDay;
}
