import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What can be decided about declared interests. */
export const INTEREST_OUTCOMES = ['continue', 'exclude'] as const;

/** What was decided about declared interests. */
export type InterestOutcome = (typeof INTEREST_OUTCOMES)[number];

/** The words for what can be decided about declared interests. */
export const INTEREST_OUTCOME_WORDS: Readonly<
  Record<InterestOutcome, { readonly label: string; readonly hint?: string }>
> = {
  continue: { label: 'They may continue' },
  exclude: { label: 'They are excluded', hint: 'From here they can read nothing of this review.' },
};

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
  @OneOf(INTEREST_OUTCOMES)
  outcome: InterestOutcome;

  @Column('text')
  reason: string;

  @Column('uuid')
  decidedBy: Uuid;

  @Column('date')
  decidedOn: CalendarDay;
}
