import type { CoProductionRecord } from '../co-production-record.js';

/** A warning that a co-production claim may not be what it says: why, and which activities or groups to look at. */
export interface RedFlag {
  readonly code: string;
  readonly sentence: string;
  readonly lookAt: readonly string[];
}

/** A rule that reads the whole record and raises one flag, or null when it has nothing to say. It never throws. */
export type RedFlagRule = (record: CoProductionRecord) => RedFlag | null;
