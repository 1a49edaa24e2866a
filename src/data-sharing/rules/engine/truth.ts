import type { Truth } from '../../record/not-known.js';

/** True when all are true, false when one is false, otherwise not known (strong Kleene logic). */
export function allOf(...truths: Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

/** True when one is true, false when all are false, otherwise not known (strong Kleene logic). */
export function anyOf(...truths: Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

/** The opposite; not known stays not known. */
export function not(truth: Truth | undefined): Truth {
  return truth === null || truth === undefined ? null : !truth;
}
