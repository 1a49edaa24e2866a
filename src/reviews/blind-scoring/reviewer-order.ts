import { seededRandom } from '../../review-method/agreement/seeded-random.js';

/**
 * The order in which one reviewer meets the criteria (Fisher–Yates, drawn from the seed of the assignment): the same
 * every time for them and another for each, so that no criterion always profits from the one before it.
 */
export function reviewerOrder<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const next = seededRandom(seed);
  const left = [...items];
  const ordered: Item[] = [];
  while (left.length > 0) ordered.push(...left.splice(Math.floor(next() * left.length), 1));
  return ordered;
}
