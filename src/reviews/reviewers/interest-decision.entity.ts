import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What somebody else decided about declared interests: the person continues, or is excluded and refused everywhere. */
@Entity('reviews.interest_decision')
@Recorded({ kind: 'interest-decision', log: 'staff', committed: ['personId', 'reason', 'decidedBy'] })
export class InterestDecision extends RecordedEntity {
  @Column('uuid')
  declarationId: Uuid;

  /** The person who declared. */
  @Column('uuid')
  personId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  @Column('text')
  outcome: 'continue' | 'exclude';

  @Column('text')
  reason: string;

  @Column('uuid')
  decidedBy: Uuid;

  @Column('date')
  decidedOn: CalendarDay;
}
