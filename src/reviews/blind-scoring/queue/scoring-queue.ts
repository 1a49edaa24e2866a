import type { CriterionInForce } from '../../../frameworks/edition/criteria-in-force.js';
import type { GivenScore } from '../../../review-method/scoring/locked-content.js';
import { chosenIn } from '../../../web/asking/names-asked.js';
import { addressWith, typedIn, type TypedQuery } from '../../../web/list-request.js';

/** What a reviewer may narrow their criteria to: what has no score, what they were not sure of, and the red lines. */
export const SHOWN = ['unscored', 'not-sure', 'red-lines'] as const;

/** By what a reviewer narrows their criteria. */
export interface Narrowed {
  readonly show?: (typeof SHOWN)[number] | undefined;
  /** Words that each must have, whatever their case. */
  readonly q: string;
}

type Scored = Pick<GivenScore, 'criterion' | 'confidence'>;

/** As much of a criterion as a list of work asks for. */
type Queued = Pick<CriterionInForce, 'gravity'> & {
  readonly criterion: Pick<CriterionInForce['criterion'], 'id' | 'requirement'>;
};

/** What the address of the list or of one criterion asks for. */
export function narrowedBy(query: TypedQuery): Narrowed {
  return { show: chosenIn(query, 'show', SHOWN), q: typedIn(query, 'q') };
}

/** The address of the list, or of one criterion or domain in it, that keeps what the list is narrowed to. */
export function addressInQueue(path: string, { show, q }: Narrowed): string {
  return addressWith(path, { show, q });
}

/** The criteria with the red lines first; within both the order of the reviewer stays. */
export function redLinesFirst<Item extends Queued>(criteria: readonly Item[]): readonly Item[] {
  return [...criteria.filter(isRedLine), ...criteria.filter((each) => !isRedLine(each))];
}

/** The criteria that the list is narrowed to, in their order. */
export function queueOf<Item extends Queued>(
  criteria: readonly Item[],
  scores: readonly Scored[],
  { show, q }: Narrowed,
): readonly Item[] {
  const given = new Map(scores.map((score) => [score.criterion, score]));
  const words = q.toLowerCase().split(/\s+/);
  return criteria.filter((each) => {
    const { id, requirement } = each.criterion;
    const text = `${id} ${requirement}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return false;
    if (show === 'unscored') return !given.has(id);
    if (show === 'not-sure') return given.get(id)?.confidence === 'low';
    return show !== 'red-lines' || isRedLine(each);
  });
}

/**
 * Where to go after this criterion: to the next without a score, and after the last back to those that were passed over;
 * for somebody who looks again at what they were not sure of, to the next of these. Null where nothing waits.
 */
export function nextInQueue(
  criteria: readonly Queued[],
  scores: readonly Scored[],
  { code, narrowed }: { readonly code: string; readonly narrowed: Narrowed },
): string | null {
  const codes = criteria.map(({ criterion }) => criterion.id);
  const place = codes.indexOf(code);
  const waiting = queueOf(criteria, scores, narrowed)
    .map(({ criterion }) => criterion.id)
    .filter((one) => one !== code && (narrowed.show === 'not-sure' || isUnscored(scores, one)));
  const after = waiting.find((one) => codes.indexOf(one) > place);
  return after ?? (narrowed.show === 'not-sure' ? null : (waiting[0] ?? null));
}

function isUnscored(scores: readonly Scored[], code: string): boolean {
  return !scores.some(({ criterion }) => criterion === code);
}

function isRedLine({ gravity }: Queued): boolean {
  return gravity === 'RED_LINE';
}
