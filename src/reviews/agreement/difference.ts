/**
 * How far apart two categories are, given how often each category was used in all: 0 for a category and itself, and
 * the same in both directions.
 */
export type Difference = (c: number, k: number, totals: readonly number[]) => number;
