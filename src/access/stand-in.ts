import type { RecordedClass, RecordedEntity, Stored } from '../platform/database/recorded.js';

/**
 * A record with only the facts that a policy asks for, null where there is none, to ask access about one that is not
 * there yet. It is never stored.
 */
export function standIn<T extends RecordedEntity>(
  kind: RecordedClass<T>,
  facts: { readonly [Fact in keyof Stored<T>]?: Stored<T>[Fact] | null },
): T {
  return Object.assign(new kind(), facts);
}
