import type { Discrepancy } from './discrepancy.js';

/** What a further check looked at, and what it found. */
export interface FurtherReport {
  readonly looked: number;
  readonly discrepancies: readonly Discrepancy[];
}

/** What a further check looks at, in plain words. */
export interface LookedAt {
  /** One of them: `file`. */
  readonly one: string;
  /** Several of them: `files`. */
  readonly looksAt: string;
}

/** A check of something that the log vouches for and PostgreSQL does not hold; the room that keeps it brings it. */
export interface FurtherCheck extends LookedAt {
  run(): Promise<FurtherReport>;
}
