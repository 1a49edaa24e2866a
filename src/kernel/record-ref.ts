import type { Uuid } from './identifiers.js';

/** Names one record anywhere in Candour: its kind in the register's words, and its id. */
export interface RecordRef {
  readonly kind: string;
  readonly id: Uuid;
}

/** The reference as one line of text, for messages and logs: `deployment 0190…`. */
export function describeRef(ref: RecordRef): string {
  return `${ref.kind} ${ref.id}`;
}
