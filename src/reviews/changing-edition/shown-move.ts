import type { MovedCriterion } from './move-preview.js';
import { answerBecomes, MOVE_SORT_WORDS } from './move-words.js';
import type { LookedAtMove } from './moving-editions.service.js';

/** What a move would do, as its pages show it: the criteria that change one by one, the others as a number. */
export function shownMove({ round, to, undoes, preview, whyNot }: LookedAtMove) {
  const changed = preview.criteria.filter(({ sorts }) => !sorts.includes('KEPT'));
  return {
    round,
    edition: to.key,
    undoes,
    whyNot,
    kept: preview.criteria.length - changed.length,
    changed: changed.map(shownCriterion),
    scale: preview.scale,
  };
}

/** One criterion of a move, with what becomes of an answer to it. */
function shownCriterion(criterion: MovedCriterion) {
  const { was, becomes, sorts, differences } = criterion;
  return {
    code:
      was === null || becomes === null || was === becomes ? (becomes ?? was) : `${was} becomes ${becomes}`,
    was,
    becomes,
    sorts: sorts.map((sort) => MOVE_SORT_WORDS[sort]).join(', '),
    answer: answerBecomes(criterion),
    differences,
  };
}
