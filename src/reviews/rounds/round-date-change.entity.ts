import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { PROMISED_DATES, type PromisedDate } from '../round.entity.js';

/** The column of each promised date of a round. */
export const PROMISED_DATE_COLUMNS = {
  selfReviewDue: 'self_review_due',
  scoringDue: 'scoring_due',
  publicationDate: 'publication_date',
} as const satisfies Record<PromisedDate, string>;

/** Every date that can move, as a change of it names it: by its column. */
export const MOVABLE_DATES = Object.values(PROMISED_DATE_COLUMNS);

/** The date that a change is about. */
export type MovableDate = (typeof MOVABLE_DATES)[number];

/** The words for each date that has moved. */
export const MOVABLE_DATE_WORDS: Readonly<Record<MovableDate, string>> = {
  self_review_due: 'Self-reviews due',
  scoring_due: 'Scores due',
  publication_date: 'Publication date',
};

/** What the fields of a round that can change are called. */
export const ROUND_FIELDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    PROMISED_DATES.map((which) => [which, MOVABLE_DATE_WORDS[PROMISED_DATE_COLUMNS[which]]]),
  ),
  editionId: 'Edition of the framework',
  criteria: 'Criteria',
  editionMoveId: 'Asks since which move',
};

/** That a promised date of a round moved, and the reason everyone can read. It is only ever added, and takes two people. */
@Entity('reviews.round_date_change')
@Recorded({ kind: 'round-date-change', log: 'staff', committed: ['proposedBy', 'decidedBy'] })
export class RoundDateChange extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  @Column('text')
  @OneOf(MOVABLE_DATES)
  which: MovableDate;

  @Column('date')
  was: CalendarDay;

  @Column('date')
  becomes: CalendarDay;

  @Column('text')
  reason: string;

  /** What was agreed to; null for a date that moved before it took two people. */
  @Column('uuid', { nullable: true })
  proposalId: Uuid | null;

  @Column('uuid', { nullable: true })
  proposedBy: Uuid | null;

  @Column('uuid', { nullable: true })
  decidedBy: Uuid | null;

  @Column('date')
  decidedOn: CalendarDay;
}
