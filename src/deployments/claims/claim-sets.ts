import { CLAIM_TOPICS, type ClaimTopic } from './claim-topics.js';
import type { ClaimView } from './claim-view.js';

/** Claims that are read together: one alone, or several that contradict each other and stand side by side. */
export interface ClaimSet {
  readonly topic: ClaimTopic;
  readonly disagree: boolean;
  readonly claims: readonly ClaimView[];
}

/**
 * Puts claims that contradict each other side by side, however they are linked, and orders the sets by topic. Every claim
 * is in exactly one set; none is left out because another says otherwise.
 */
export function claimSets(claims: readonly ClaimView[]): readonly ClaimSet[] {
  const sets: ClaimView[][] = [];
  for (const claim of claims) {
    const linked = sets.filter((set) => set.some((other) => disagree(claim, other)));
    const joined = [...linked.flat(), claim];
    for (const set of linked) sets.splice(sets.indexOf(set), 1);
    sets.push(joined);
  }
  return sets
    .flatMap((set) => set.slice(0, 1).map(({ topic }) => ({ topic, disagree: set.length > 1, claims: set })))
    .sort((one, other) => CLAIM_TOPICS.indexOf(one.topic) - CLAIM_TOPICS.indexOf(other.topic));
}

function disagree(one: ClaimView, other: ClaimView): boolean {
  return one.contradicts.includes(other.key) || other.contradicts.includes(one.key);
}
