import { isDeepStrictEqual } from 'node:util';

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
  if (isDeepStrictEqual(said, computed))
    return { about, holds: true, sentence: 'comes out as the file says' };
  const sentence = `the file says ${JSON.stringify(said)}; what comes out is ${JSON.stringify(computed)}`;
  return { about, holds: false, sentence };
}
