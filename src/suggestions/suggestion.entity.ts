import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import { wordsOf } from '../kernel/words/words-of.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { OneOf, Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** What may become of a suggestion, with the words that its teller reads. */
export const SUGGESTION_OUTCOMES = {
  TAKEN_UP: 'Taken up: the register has it now, from sources',
  KNOWN: 'The register had it already',
  NOT_TAKEN_UP: 'Not taken up',
} as const;

/** The code of what became of a suggestion. */
export type SuggestionOutcome = keyof typeof SUGGESTION_OUTCOMES;

/** Every outcome. */
export const SUGGESTION_OUTCOME_CODES = wordsOf(SUGGESTION_OUTCOMES);

/** What is answered to whoever told of a scheme. */
export interface SuggestionAnswer {
  readonly outcome: SuggestionOutcome;
  readonly deploymentKey: string | null;
  readonly answer: string;
}

/**
 * That somebody without an account told of a scheme: what it is called, where, and how they know. It is read by who answers
 * it and by nobody else, publishes nothing, and loses its words when the time to keep them is over.
 */
@Entity('suggestions.suggestion')
@Recorded({
  kind: 'scheme-suggestion',
  log: 'intake',
  committed: ['reference', 'verifier', 'called', 'place', 'howKnown', 'answer'],
})
export class SchemeSuggestion extends RecordedEntity {
  /** By which the teller asks for the answer; it opens nothing alone. */
  @Column('text')
  reference: string;

  /** What is kept of the code. */
  @Column('text')
  verifier: string;

  @Column('text', { nullable: true })
  called: string | null;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { nullable: true })
  howKnown: string | null;

  @Column('date')
  toldOn: CalendarDay;

  /** True where more came from one network within an hour than is read in turn: it is read last. */
  @Column('boolean')
  held: boolean;

  @Column('text', { nullable: true })
  @OneOf(SUGGESTION_OUTCOME_CODES)
  outcome: SuggestionOutcome | null;

  /** The scheme of the register, where it was taken up or known. */
  @Column('text', { nullable: true })
  deploymentKey: string | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('date', { nullable: true })
  answeredOn: CalendarDay | null;

  @Column('date', { nullable: true })
  erasedOn: CalendarDay | null;

  /** Says what became of it, once. @throws OutOfTurn where it was answered. */
  say({ outcome, deploymentKey, answer }: SuggestionAnswer, day: CalendarDay): void {
    if (this.outcome !== null) throw new OutOfTurn('This was answered before.');
    Object.assign(this, { outcome, deploymentKey, answer, answeredOn: day });
  }

  /** Destroys the words of who told; what was answered stays for the receipt. */
  erase(day: CalendarDay): void {
    Object.assign(this, { called: null, place: null, howKnown: null, erasedOn: day });
  }
}
