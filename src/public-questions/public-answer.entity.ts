import { Column, Entity } from 'typeorm';
import { HALT_SIDES, type HaltSide } from '../deployments/life-cycle/halts/halt-step.entity.js';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../platform/database/recorded.js';

/**
 * What the trust of a scheme, or whoever ordered the halt, answers to a public question. Everybody reads it, told apart by
 * who gives it; it is never changed, and what is said later stands beside it.
 */
@Entity('public_questions.answer')
@Recorded({ kind: 'public-answer', log: 'staff', committed: [] })
export class PublicAnswer extends RecordedEntity {
  @Column('uuid')
  questionId: Uuid;

  @Column('text')
  @OneOf(HALT_SIDES)
  givenAs: HaltSide;

  /** The trust, the commissioner or the part of NHS England; null where reviewers answer. */
  @Column('uuid', { nullable: true })
  organisationId: Uuid | null;

  /** The review in which reviewers ordered the halt; null where anybody else answers. */
  @Column('uuid', { nullable: true })
  reviewId: Uuid | null;

  @Column('text')
  words: string;

  @Column('date')
  answeredOn: CalendarDay;
}
