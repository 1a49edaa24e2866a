import { isDeepStrictEqual } from 'node:util';

/** Fractions were rounded in other last digits by the releases before kappa was summed in whole numbers. */
const DIGITS = 12;

/** One statement of a release, computed again from its public file. */
export interface ReleaseCheck {
  /** What was computed: a lock, what counts for a criterion, a rating, the agreement, the panel. */
  readonly about: string;
  readonly holds: boolean;
  /** What the file says and what comes out, where they are not the same; otherwise that they are. */
  readonly sentence: string;
}

/** A statement that was computed again and came out as the file says it, or did not. */
export function compared(about: string, said: unknown, computed: unknown): ReleaseCheck {
  if (isDeepStrictEqual(rounded(said), rounded(computed)))
    return { about, holds: true, sentence: 'comes out as the file says' };
  const sentence = `the file says ${JSON.stringify(said)}; what comes out is ${JSON.stringify(computed)}`;
  return { about, holds: false, sentence };
}

/** The same value with every fraction to as many digits as two ways of summing agree in. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(DIGITS));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, rounded(held)]));
}
