import type { RecordedClass, RecordedEntity, Stored } from '../platform/database/recorded.js';

/** A record with only the facts that a policy asks for, to ask access about one that is not there yet. It is never stored. */
export function standIn<T extends RecordedEntity>(kind: RecordedClass<T>, facts: Partial<Stored<T>>): T {
  return Object.assign(new kind(), facts);
}
