import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { capitalised, day, plural } from '../../web/words.js';
import { NOT_PUT_UP_CODES, type NotPutUp } from '../public-question.entity.js';

/** How many questions about a halt were not put up for one reason, or have waited too long to be read. */
export interface Tallied {
  readonly outcome: NotPutUp | 'WAITS';
  readonly questions: number;
  /** The day on which the oldest that waits was asked. */
  readonly since: CalendarDay | null;
}

const TOLD: Readonly<Record<NotPutUp, readonly [one: string, many: string]>> = {
  NAMES_PERSON: ['names a person', 'name a person'],
  PERSONAL_CARE: ['is about a person’s care', 'are about a person’s care'],
  REPEATS: ['repeats a question', 'repeat a question'],
  NOT_ABOUT_HALT: ['is not about the halt', 'are not about the halt'],
  ABUSE: ['is abuse', 'are abuse'],
};

/**
 * What everybody is told of questions that they cannot read, in sentences: "3 questions were not put up: 2 name a person,
 * 1 repeats a question." Nobody is silenced without being counted.
 */
export function tallyInWords(tallied: readonly Tallied[]): readonly string[] {
  const reasons = NOT_PUT_UP_CODES.map((code) => [code, countOf(tallied, code)] as const).filter(
    ([, questions]) => questions > 0,
  );
  const refused = reasons.reduce((sum, [, questions]) => sum + questions, 0);
  const parts = reasons.map(
    ([code, questions]) => `${String(questions)} ${TOLD[code][questions === 1 ? 0 : 1]}`,
  );
  return [
    ...(refused === 0 ? [] : [`${were(refused)} not put up: ${parts.join(', ')}.`]),
    ...waitingInWords(tallied),
  ];
}

function waitingInWords(tallied: readonly Tallied[]): readonly string[] {
  const questions = countOf(tallied, 'WAITS');
  const [since] = tallied.flatMap((one) => (one.outcome === 'WAITS' ? (one.since ?? []) : [])).toSorted();
  if (questions === 0 || since === undefined) return [];
  return [
    `${capitalised(plural(questions, 'question'))} ${questions === 1 ? 'waits' : 'wait'} to be read since ${day(since)}.`,
  ];
}

function were(questions: number): string {
  return `${capitalised(plural(questions, 'question'))} ${questions === 1 ? 'was' : 'were'}`;
}

function countOf(tallied: readonly Tallied[], outcome: Tallied['outcome']): number {
  return tallied.reduce((sum, one) => (one.outcome === outcome ? sum + one.questions : sum), 0);
}
