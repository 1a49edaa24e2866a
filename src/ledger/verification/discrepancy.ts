import type { RecordRef } from '../../kernel/record-ref.js';

/** One place where the log and the records disagree, or the log disagrees with itself. */
export interface Discrepancy {
  readonly about: RecordRef;
  /** The event in question, when it is one event. */
  readonly event: string | null;
  /** What does not hold, as a sentence. */
  readonly finding: string;
}
