import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { REVIEWER_CAPACITIES, type ReviewerCapacity } from '../../review-method/panel/panel-member.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** The words for each part that a person can take in a review. */
export const REVIEWER_CAPACITY_WORDS: Readonly<Record<ReviewerCapacity, string>> = {
  reviewer: 'Reviewer',
  'lived-experience': 'Lived-experience reviewer',
  lead: 'Lead reviewer',
};

/**
 * That a person takes part in a review. It opens nothing but the declaration of interests, and names what the person
 * must know to declare: the round, the trust and the deployment.
 */
@Entity('reviews.assignment')
@Recorded({ kind: 'assignment', log: 'staff', committed: ['personId'] })
export class Assignment extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  roundId: Uuid;

  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('uuid')
  personId: Uuid;

  @Column('text')
  @OneOf(REVIEWER_CAPACITIES)
  capacity: ReviewerCapacity;

  /** True when neither NHS England nor a body that took over its functions employs the person. */
  @Column('boolean')
  outsideNhsEngland: boolean;

  /** From which the order of criteria is drawn for this reviewer, so that no criterion always profits from the one before. */
  @Column('integer')
  orderSeed: number;

  @Column('date')
  assignedOn: CalendarDay;

  @Column('date', { nullable: true })
  endedOn: CalendarDay | null;

  @Column('text', { nullable: true })
  endReason: string | null;

  /** The day on which the others' scores had been opened when this person joined to score; null for whoever was there before. */
  @Column('date', { nullable: true })
  scoresOpenedOn: CalendarDay | null;

  /** Ends the person's part. Scores that they locked count on: nobody's scores vanish by ending their part. */
  end(day: CalendarDay, reason: string): void {
    if (this.endedOn !== null) throw new OutOfTurn('This assignment has ended already.');
    this.endedOn = day;
    this.endReason = reason;
  }

  /** The person takes part again. Whoever had not locked before the scores were opened gives theirs later than the others. */
  comeBack(scoresOpenedOn: CalendarDay | null, locked: boolean): void {
    if (this.endedOn === null) throw new OutOfTurn('This person takes part.');
    this.endedOn = null;
    this.endReason = null;
    if (this.capacity !== 'lead' && !locked) this.scoresOpenedOn = scoresOpenedOn;
  }
}
