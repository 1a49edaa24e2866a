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
  exclude: {
    label: 'They are excluded',
    hint: 'From here they can read nothing of this review. Once scores are open, another person who leads it must agree.',
  },
};

/**
 * What somebody else decided about declared interests, or about a conflict that was found later: the person continues, or
 * is excluded and refused everywhere. Once scores are open, an exclusion takes effect when a second person agrees.
 */
@Entity('reviews.interest_decision')
@Recorded({
  kind: 'interest-decision',
  log: 'staff',
  committed: ['personId', 'conflict', 'reason', 'decidedBy'],
})
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

  /** A conflict that was found later, in words; null where the decision is about what the person declared. */
  @Column('text', { nullable: true })
  conflict: string | null;

  @Column('text')
  reason: string;

  /** The post of whoever excludes somebody; null where they continue. */
  @Column('text', { nullable: true })
  post: string | null;

  /** The day on which scores had been opened when it was decided: an exclusion then needs a second person. */
  @Column('date', { nullable: true })
  scoresOpenedOn: CalendarDay | null;

  @Column('uuid')
  decidedBy: Uuid;

  @Column('date')
  decidedOn: CalendarDay;
}
