import type { DifferenceSort, EditionDifference } from '../edition/comparing/difference.js';
import { DIFFERENCE_SORTS } from '../edition/comparing/difference.js';

/** What readers see of each sort of difference. */
export const DIFFERENCE_WORDS: Readonly<
  Record<DifferenceSort, { readonly label: string; readonly meaning: string }>
> = {
  ADDED: { label: 'Added', meaning: 'Criteria that the earlier edition did not ask.' },
  RETIRED: { label: 'Retired', meaning: 'Criteria that are no longer asked.' },
  MOVED: { label: 'Moved', meaning: 'Criteria that stand elsewhere or under another code.' },
  RED_LINE: {
    label: 'Red line',
    meaning: 'What stops a scheme by itself, or weighs more or less than before.',
  },
  SCALE: {
    label: 'Scale',
    meaning: 'The scale, the grades of evidence, their limits and how domains are rated.',
  },
  REWORDED: { label: 'Reworded', meaning: 'Criteria that are asked in other words.' },
  EVIDENCE: { label: 'Evidence', meaning: 'What evidence is expected.' },
  RESTS_ON: { label: 'Sources', meaning: 'What criteria rest on, and what is said of the sources.' },
  APPLIES: { label: 'Days', meaning: 'The days on which a criterion applies.' },
  NAMED: { label: 'Names', meaning: 'Titles, domains and concerns.' },
};

/** Differences by their sort, in the order in which a page tells them; a sort without any is left out. */
export function bySort(
  differences: readonly EditionDifference[],
): readonly { readonly sort: DifferenceSort; readonly differences: readonly EditionDifference[] }[] {
  return DIFFERENCE_SORTS.map((sort) => ({
    sort,
    differences: differences.filter((each) => each.sort === sort),
  })).filter((group) => group.differences.length > 0);
}
