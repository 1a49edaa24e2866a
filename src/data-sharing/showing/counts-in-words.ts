import { outcomes, type Outcome } from '../../legal-basis/rules/engine/outcome.js';

/** How often one outcome was found, in words: `2 not shown`. */
export interface CellCount {
  readonly text: string;
  readonly outcome: Outcome;
}

/** Each outcome that was found at all with its number in words, the worst first. */
export function countsInWords(counts: Readonly<Partial<Record<Outcome, number>>>): CellCount[] {
  return [...outcomes].reverse().flatMap(({ code }) => {
    const count = counts[code] ?? 0;
    return count === 0 ? [] : [{ text: `${String(count)} ${WORDS[code](count)}`, outcome: code }];
  });
}

const WORDS: Readonly<Record<Outcome, (count: number) => string>> = {
  FAIL: () => 'not shown',
  UNKNOWN: () => 'not known',
  WARN: () => 'take care',
  STATED: () => 'stated, not checked',
  PASS: () => 'shown',
  DOES_NOT_APPLY: (count) => (count === 1 ? 'does not apply' : 'do not apply'),
};
