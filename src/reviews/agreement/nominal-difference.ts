import type { Difference } from './difference.js';

/** For categories without an order: any two different ones are equally far apart. */
export const nominalDifference: Difference = (c, k) => (c === k ? 0 : 1);
