import type { RecordedClass } from '../../platform/database/recorded.js';
import type { SchemeEntry } from './scheme-entry.entity.js';

/** The entries of one scheme as somebody may read them, kind by kind, in the order in which they were recorded. */
export class SchemeEntries {
  constructor(private readonly known: ReadonlyMap<RecordedClass<SchemeEntry>, readonly SchemeEntry[]>) {}

  /** Every entry of a kind, those that were withdrawn too. */
  all<T extends SchemeEntry>(recorded: RecordedClass<T>): readonly T[] {
    return (this.known.get(recorded) ?? []).filter((entry): entry is T => entry instanceof recorded);
  }

  /** The entries of a kind that were not withdrawn. */
  standing<T extends SchemeEntry>(recorded: RecordedClass<T>): readonly T[] {
    return this.all(recorded).filter(({ withdrawnOn }) => withdrawnOn === null);
  }
}
