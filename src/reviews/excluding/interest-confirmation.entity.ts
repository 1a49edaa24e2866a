import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/**
 * What a second person who leads the review decided about an exclusion after the scores were opened. If they agree, the
 * scores are set aside; if not, the person continues.
 */
@Entity('reviews.interest_confirmation')
@Recorded({ kind: 'interest-confirmation', log: 'staff', committed: ['personId', 'reason', 'decidedBy'] })
export class InterestConfirmation extends RecordedEntity {
  @Column('uuid')
  decisionId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  /** The person whom the first decision excludes. */
  @Column('uuid')
  personId: Uuid;

  @Column('boolean')
  agrees: boolean;

  @Column('text')
  reason: string;

  @Column('text')
  post: string;

  @Column('uuid')
  decidedBy: Uuid;

  @Column('date')
  decidedOn: CalendarDay;
}
