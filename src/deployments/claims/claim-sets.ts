import type { ClaimView } from '../finding/deployment-view.js';

/** Claims that are read together: one alone, or several that contradict each other and stand side by side. */
export interface ClaimSet {
  readonly topic: string;
  readonly disagree: boolean;
  readonly claims: readonly ClaimView[];
}

/** What claims are about, in the order in which a reader needs it, with the heading each gets. */
export const TOPIC_HEADINGS: Readonly<Record<string, string>> = {
  POSITION: 'What organisations say of it',
  STATE: 'Whether it runs',
  START: 'Start',
  END: 'End',
  ALIAS: 'Names',
  LINEAGE: 'Where it came from, and what followed',
  TEAM: 'The team',
  MEMBERSHIP: 'Membership of a network',
  ENDORSEMENT: 'Endorsements',
  FUNDING: 'Money',
  SELECTION: 'How people are selected',
  ACTIVITY: 'Activity',
  OUTCOME: 'Outcomes claimed',
  COST: 'Costs claimed',
  CO_PRODUCTION: 'Co-production',
  REVIEW: 'Reviews',
  TRANSPARENCY: 'Openness',
  SPREAD: 'Spread',
};

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
    .map((set) => ({ topic: set[0]?.topic ?? '', disagree: set.length > 1, claims: set }))
    .sort((one, other) => place(one) - place(other));
}

function disagree(one: ClaimView, other: ClaimView): boolean {
  return one.contradicts.includes(other.key) || other.contradicts.includes(one.key);
}

function place({ topic }: ClaimSet): number {
  const at = Object.keys(TOPIC_HEADINGS).indexOf(topic);
  return at === -1 ? Number.MAX_SAFE_INTEGER : at;
}
