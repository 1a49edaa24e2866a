import type { Truth } from '../record/answers/not-known.js';
import { nations, type Nation } from '../record/transfer/nation.js';
import type { Provision } from './provision.js';

const NO_BEGINNING = /^no beginning\b/;

/**
 * Whether a provision was in force on every day of a stretch; a stretch without a last day continues. Not known where
 * the day is not established from which it was: nobody should pass, or fail, on a day that nobody has seen.
 */
export function isInForce({ inForce }: Provision, from: string, to: string | null): Truth {
  if (inForce.to !== undefined && (to === null || to > inForce.to)) return false;
  if (inForce.from !== null) return from >= inForce.from;
  return NO_BEGINNING.test(inForce.note ?? '') ? true : null;
}

/** Whether a provision applies in a nation; while the nation is not known, only what applies in all of them surely does. */
export function appliesIn(provision: Provision, nation: Nation | null): Truth {
  if (nation !== null) return provision.nations.includes(nation);
  return provision.nations.length === nations.length ? true : null;
}
