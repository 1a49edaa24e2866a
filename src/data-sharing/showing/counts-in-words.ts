import { outcomes, type Outcome } from '../../legal-basis/rules/engine/outcome.js';

/** How often one outcome was found, in words: `2 not shown`. */
export interface CellCount {
  readonly text: string;
  readonly outcome: Outcome;
}

/**
 * Each outcome that was found at all with its number in words, the worst first. Of what is only stated, `judged` results were
 * judged by people; they are counted apart and stay what they are.
 */
export function countsInWords(counts: Readonly<Partial<Record<Outcome, number>>>, judged = 0): CellCount[] {
  return [...outcomes].reverse().flatMap(({ code }) => {
    const count = counts[code] ?? 0;
    const byPeople = code === 'STATED' ? Math.min(judged, count) : 0;
    return [
      ...counted(count - byPeople, WORDS[code], code),
      ...counted(byPeople, () => 'stated, judged by people', code),
    ];
  });
}

function counted(count: number, words: (count: number) => string, outcome: Outcome): CellCount[] {
  return count === 0 ? [] : [{ text: `${String(count)} ${words(count)}`, outcome }];
}

const WORDS: Readonly<Record<Outcome, (count: number) => string>> = {
  FAIL: () => 'not shown',
  UNKNOWN: () => 'not known',
  WARN: () => 'take care',
  STATED: () => 'stated, not checked',
  PASS: () => 'shown',
  DOES_NOT_APPLY: (count) => (count === 1 ? 'does not apply' : 'do not apply'),
};
