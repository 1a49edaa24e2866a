import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { addWorkingDays } from '../kernel/days/working-days/add-working-days.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';

/**
 * The review of one deployment in one round. It holds only the day of each step; where it stands is derived from them.
 * Each step is taken once, in its turn, and PostgreSQL holds every one of them to it as well.
 */
@Entity('reviews.review')
@Recorded({ kind: 'review', log: 'staff', committed: [] })
export class Review extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  @Column('uuid')
  deploymentId: Uuid;

  /** The trust that answers. */
  @Column('uuid')
  organisationId: Uuid;

  @Column('date')
  startedOn: CalendarDay;

  @Column('date', { nullable: true })
  acknowledgedOn: CalendarDay | null;

  @Column('date', { nullable: true })
  submittedOn: CalendarDay | null;

  @Column('date', { nullable: true })
  scoresOpenedOn: CalendarDay | null;

  @Column('date', { nullable: true })
  moderationClosedOn: CalendarDay | null;

  @Column('date', { nullable: true })
  replyDueOn: CalendarDay | null;

  @Column('date', { nullable: true })
  replyClosedOn: CalendarDay | null;

  @Column('date', { nullable: true })
  publishedOn: CalendarDay | null;

  /** The trust says that it has the request; until then the wait is public. */
  acknowledge(day: CalendarDay): void {
    if (this.acknowledgedOn !== null) throw new OutOfTurn('This review was acknowledged before.');
    this.acknowledgedOn = day;
  }

  /** The trust's answers are final from here. */
  submit(day: CalendarDay): void {
    if (this.acknowledgedOn === null) throw new OutOfTurn('Acknowledge the review first.');
    if (this.submittedOn !== null)
      throw new OutOfTurn('This self-review was submitted before and cannot change.');
    this.submittedOn = day;
  }

  /** The last of the reviewers has locked: from here they may compare. */
  openScores(day: CalendarDay): void {
    if (this.submittedOn === null) throw new OutOfTurn('The self-review has not been submitted yet.');
    if (this.scoresOpenedOn !== null) throw new OutOfTurn('The scores are open already.');
    this.scoresOpenedOn = day;
  }

  /** Ends moderation and begins the time for reply, counted in working days from the day after; returns its last day. */
  closeModeration(day: CalendarDay, replyWorkingDays: number): CalendarDay {
    if (this.scoresOpenedOn === null) throw new OutOfTurn('The reviewers have not all locked their scores.');
    if (this.moderationClosedOn !== null) throw new OutOfTurn('Moderation was closed before.');
    this.moderationClosedOn = day;
    this.replyDueOn = addWorkingDays(day, replyWorkingDays);
    return this.replyDueOn;
  }

  /**
   * Opens moderation again because locked scores were set aside: what was settled on them is settled again, and the time
   * for reply begins anew. Does nothing where moderation was not closed.
   */
  reopenModeration(): void {
    this.moderationClosedOn = null;
    this.replyDueOn = null;
    this.replyClosedOn = null;
  }

  /** Settles the findings, after the time for reply has passed. */
  closeReplies(day: CalendarDay): void {
    if (this.replyDueOn === null) throw new OutOfTurn('The time for reply has not begun.');
    if (this.replyClosedOn !== null) throw new OutOfTurn('The findings are settled already.');
    if (day <= this.replyDueOn)
      throw new OutOfTurn(`Replies may be sent until the end of ${this.replyDueOn}.`);
    this.replyClosedOn = day;
  }

  /**
   * Notes that the first result was published; a review that was not submitted is published as not answered, and what is
   * submitted later goes on to a second release.
   */
  publish(day: CalendarDay): void {
    if (this.publishedOn !== null) throw new OutOfTurn('This review was published before.');
    if (this.submittedOn !== null && this.replyClosedOn === null)
      throw new OutOfTurn('Settle the findings first, after the time for reply.');
    this.publishedOn = day;
  }
}
