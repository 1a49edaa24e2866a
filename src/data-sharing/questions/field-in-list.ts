import { LISTS, type RecordList } from './lists.js';
import { itemFields } from './record-fields.js';

/** Where in a list of the record a field stands that a rule looked at. */
export interface FieldInList {
  readonly list: RecordList;
  /** The place of the item, counted from 0; null where the rule looked at the list or at any item. */
  readonly index: number | null;
  /** The path of the field below the item; empty for the item itself. */
  readonly inner: string;
  /** What the field asks; undefined for the list or the item itself. */
  readonly meaning: string | undefined;
}

/** Reads a field such as `parties[2].name` or `changes[]`; null for one that stands in no list. */
export function fieldInList(field: string): FieldInList | null {
  const list = LISTS.find(({ path }) => field === path || field.startsWith(`${path}[`));
  if (!list) return null;
  const [, index = '', inner = ''] = /\[(\d*)\]\.?(.*)$/.exec(field) ?? [];
  return {
    list,
    index: index === '' ? null : Number(index),
    inner,
    meaning: itemFields(list.path).get(inner)?.meaning,
  };
}
