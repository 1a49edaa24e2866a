import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { Recorded, RecordedEntity, type Stored } from '../platform/database/recorded.js';

/** The dates of a round that people rely on; each can move only with a published reason. */
export const PROMISED_DATES = ['selfReviewDue', 'scoringDue', 'publicationDate'] as const;

/** One of the promised dates. */
export type PromisedDate = (typeof PROMISED_DATES)[number];

/** The words for each promised date. */
export const PROMISED_DATE_WORDS: Readonly<Record<PromisedDate, string>> = {
  selfReviewDue: 'Self-reviews are due',
  scoringDue: 'Scores are due',
  publicationDate: 'Publication',
};

/**
 * One round of reviews: an edition of the framework, the day under review, and the dates promised at the start. The
 * criteria are fixed with the round; only while nobody has submitted can two move it to a newer edition, or back.
 */
@Entity('reviews.round')
@Recorded({ kind: 'round', log: 'staff', committed: [] })
export class Round extends RecordedEntity {
  @Column('text')
  title: string;

  @Column('uuid')
  editionId: Uuid;

  /** The day under review: only criteria and sources in force on it are used. */
  @Column('date')
  asAt: CalendarDay;

  /** The move since which it asks this edition; null while it asks what it was opened with. */
  @Column('uuid', { nullable: true })
  editionMoveId: Uuid | null;

  /** Codes of the criteria in force on the day under review, in the edition's order. */
  @Column('text', { array: true })
  criteria: readonly string[];

  @Column('date')
  openedOn: CalendarDay;

  @Column('date')
  selfReviewDue: CalendarDay;

  @Column('date')
  scoringDue: CalendarDay;

  /** How many working days trusts and user-led groups have to reply to findings. */
  @Column('integer')
  replyWorkingDays: number;

  @Column('date')
  publicationDate: CalendarDay;

  /** Asks what a move to another edition says, and since which move. */
  ask({
    editionId,
    criteria,
    editionMoveId,
  }: Pick<Stored<Round>, 'editionId' | 'criteria' | 'editionMoveId'>): void {
    Object.assign(this, { editionId, criteria, editionMoveId });
  }

  /** Moves a promised date. @throws OutOfTurn when it is the same day, or would break the order of the dates. */
  reschedule(which: PromisedDate, day: CalendarDay): void {
    if (this[which] === day) throw new OutOfTurn('That is the date it has now. Give another date.');
    this[which] = day;
    if (this.selfReviewDue < this.scoringDue && this.scoringDue < this.publicationDate) return;
    throw new OutOfTurn(
      'The self-review is due first, then the scores, then publication. Give dates in that order.',
    );
  }
}
