import { Column, Entity } from 'typeorm';
import { HALT_SIDES, type HaltSide } from '../deployments/life-cycle/halts/halt-step.entity.js';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { wordsOf } from '../kernel/words/words-of.js';
import { OneOf, Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** Why a question is not put up, as whoever asked reads it. The list is short, so that nothing else can silence anybody. */
export const NOT_PUT_UP = {
  NAMES_PERSON: 'It names a person',
  PERSONAL_CARE: 'It is about a person’s care',
  REPEATS: 'It repeats a question that stands',
  NOT_ABOUT_HALT: 'It is not about the halt',
  ABUSE: 'It is abuse',
} as const;

/** One reason why a question is not put up. */
export type NotPutUp = keyof typeof NOT_PUT_UP;

/** Every reason. */
export const NOT_PUT_UP_CODES = wordsOf(NOT_PUT_UP);

/** What becomes of a question. */
export const QUESTION_OUTCOMES = ['PUT_UP', ...NOT_PUT_UP_CODES] as const;

/** One thing that becomes of a question. */
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

/** Why words that were put up are taken away again, as the place where they stood tells it. */
export const ERASED_BECAUSE = {
  NAMES_PERSON: 'they named a person',
  PERSONAL_CARE: 'they were about a person’s care',
  COURT: 'a court or a law demands it',
} as const;

/** One reason why words that were put up are taken away. */
export type ErasedBecause = keyof typeof ERASED_BECAUSE;

/** Every reason why words that were put up are taken away. */
export const ERASED_BECAUSE_CODES = wordsOf(ERASED_BECAUSE);

const ERASED_CODES = [...ERASED_BECAUSE_CODES, 'NOT_PUT_UP'] as const;

/** What whoever moderates says of a question. */
export interface QuestionReading {
  readonly outcome: QuestionOutcome;
  readonly repeatsId: Uuid | null;
  readonly toAsker: string | null;
}

/**
 * What somebody without an account asks about a halt whose day has passed. Until it was read only those who moderate see
 * it; what was put up everybody reads, and stays. Nobody changes its words; they are only ever taken away, with a reason.
 */
@Entity('public_questions.question')
@Recorded({
  kind: 'public-question',
  log: 'intake',
  committed: ['reference', 'verifier', 'words', 'toAsker'],
})
export class PublicQuestion extends RecordedEntity {
  /** By which whoever asked comes back; it opens nothing alone. */
  @Column('text')
  reference: string;

  /** What is kept of the code. */
  @Column('text')
  verifier: string;

  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid')
  haltId: Uuid;

  /** As whom the halt was ordered; whoever orders moderates no question about it. */
  @Column('text')
  @OneOf(HALT_SIDES)
  orderedAs: HaltSide;

  @Column('text', { nullable: true })
  words: string | null;

  /** Nobody but those who moderate reads it. */
  @Column('date')
  askedOn: CalendarDay;

  /** True where more came from one network within an hour than is read in turn: it is read last. */
  @Column('boolean')
  held: boolean;

  @Column('text', { nullable: true })
  @OneOf(QUESTION_OUTCOMES)
  outcome: QuestionOutcome | null;

  /** The question that stands, where this one repeats it. */
  @Column('uuid', { nullable: true })
  repeatsId: Uuid | null;

  /** What whoever asked is told where it was not put up. */
  @Column('text', { nullable: true })
  toAsker: string | null;

  @Column('date', { nullable: true })
  readOn: CalendarDay | null;

  @Column('date', { nullable: true })
  erasedOn: CalendarDay | null;

  @Column('text', { nullable: true })
  @OneOf(ERASED_CODES)
  erasedBecause: ErasedBecause | 'NOT_PUT_UP' | null;

  /** Says what becomes of it, once. @throws OutOfTurn where that was said. */
  say({ outcome, repeatsId, toAsker }: QuestionReading, day: CalendarDay): void {
    if (this.outcome !== null) throw new OutOfTurn('This question was read before.');
    Object.assign(this, { outcome, repeatsId, toAsker, readOn: day });
  }

  /** Takes away its words; that a question stood here stays, with the reason. @throws OutOfTurn where it was not read. */
  erase(because: ErasedBecause | 'NOT_PUT_UP', day: CalendarDay): void {
    if (this.outcome === null) throw new OutOfTurn('Read the question first.');
    if (this.erasedOn !== null) throw new OutOfTurn('Its words were taken away before.');
    Object.assign(this, { words: null, erasedOn: day, erasedBecause: because });
  }
}
