import { itemsAt, valueAt, withValueAt } from '../questions/content-at.js';
import type { RecordList } from '../questions/lists.js';

/** The record with one item of a list in its place, or at the end; an item that others refer to gets its identifier. */
export function withItem(content: unknown, list: RecordList, index: number, item: unknown): unknown {
  const items = [...itemsAt(content, list.path)];
  const at = Math.min(index, items.length);
  items[at] = identified(list, item, items);
  return withValueAt(content, list.path, items);
}

/**
 * The record without one item of a list, and without the answers that referred to it. The list goes with its last item:
 * to say that there are none is an answer of its own.
 */
export function withoutItem(content: unknown, list: RecordList, index: number): unknown {
  const items = itemsAt(content, list.path);
  const removed = list.identifiedBy && valueAt(items[index], list.identifiedBy.field);
  const others = items.filter((_, place) => place !== index);
  const rest = withValueAt(content, list.path, others.length === 0 ? undefined : others);
  return typeof removed === 'string' ? withoutReferences(rest, removed) : rest;
}

function identified({ identifiedBy }: RecordList, item: unknown, items: readonly unknown[]): unknown {
  if (!identifiedBy) return item ?? {};
  const { field, prefix } = identifiedBy;
  const own = valueAt(item, field);
  if (typeof own === 'string' && own !== '') return item;
  const numbers = items.map((one) =>
    Number(new RegExp(`^${prefix}-(\\d{1,9})$`).exec(idOf(one, field))?.[1] ?? 0),
  );
  return withValueAt(item ?? {}, field, `${prefix}-${String(Math.max(0, ...numbers) + 1)}`);
}

function idOf(item: unknown, field: string): string {
  const id = valueAt(item, field);
  return typeof id === 'string' ? id : '';
}

const REFERENCES = /OrgIds?$|^orgId$|ApdId$|^apdId$|^consentProfileId$/;

function withoutReferences(value: unknown, id: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => withoutReferences(one, id));
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([key, inner]) => {
      if (!REFERENCES.test(key)) return [[key, withoutReferences(inner, id)]];
      if (!Array.isArray(inner)) return inner === id ? [] : [[key, inner]];
      const left = inner.filter((one) => one !== id);
      return left.length === 0 ? [] : [[key, left]];
    }),
  );
}
