import { DIFFERENCE_WORDS } from '../../frameworks/editions/difference-words.js';
import type { MovedCriterion, MoveSort } from './move-preview.js';

/** What becomes of a criterion, in words. */
export const MOVE_SORT_WORDS: Readonly<Record<MoveSort, string>> = {
  KEPT: 'Unchanged',
  BACK: 'Asked again',
  SPLIT: 'Split',
  MERGED: 'Merged',
  ADDED: DIFFERENCE_WORDS.ADDED.label,
  RETIRED: DIFFERENCE_WORDS.RETIRED.label,
  MOVED: DIFFERENCE_WORDS.MOVED.label,
  RED_LINE: DIFFERENCE_WORDS.RED_LINE.label,
  SCALE: DIFFERENCE_WORDS.SCALE.label,
  REWORDED: DIFFERENCE_WORDS.REWORDED.label,
  EVIDENCE: DIFFERENCE_WORDS.EVIDENCE.label,
  RESTS_ON: DIFFERENCE_WORDS.RESTS_ON.label,
  APPLIES: DIFFERENCE_WORDS.APPLIES.label,
  NAMED: DIFFERENCE_WORDS.NAMED.label,
};

/** What becomes of an answer to a criterion, in a sentence. */
export function answerBecomes({ was, becomes, sorts, beside, into }: MovedCriterion): string {
  if (becomes === null)
    return into.length > 0
      ? `An answer is kept, shown beside ${into.join(' and ')}, and does not count there.`
      : 'An answer is kept and no longer asked. It comes back if the criterion is asked again.';
  const shown = beside.length > 0 ? ` What was answered to ${beside.join(' and ')} is shown beside it.` : '';
  if (was === null) return `It has no answer yet.${shown}`;
  if (sorts.includes('BACK')) return `An answer that was kept counts again.${shown}`;
  const stays = sorts.includes('KEPT')
    ? 'An answer stays as it is.'
    : 'An answer stays. Read it again against what is asked now.';
  return `${stays}${shown}`;
}
