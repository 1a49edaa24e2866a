import type { EntryKind } from '../../deployments/entries/entry-kind.js';

/** What the fictional trust says of its scheme in one kind of entry: answers of its form. */
export interface ExampleEntries {
  readonly kind: EntryKind;
  readonly said: readonly object[];
}
