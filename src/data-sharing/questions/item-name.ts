import { day } from '../../web/words.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { NOT_KNOWN } from '../../legal-basis/record/answers/not-known.js';
import { schedule1InWords } from '../../legal-basis/record/basis/schedule-1.js';
import { itemsAt, valueAt } from './content-at.js';
import type { RecordList } from './lists.js';
import { pickInWords, picksOf } from './law-lines.js';
import { itemFields, type RecordField } from './record-fields.js';

/** What to call an item of a list: the answers that tell it from others, or its kind when nothing is answered yet. */
export function itemName(list: RecordList, item: unknown, content: FlowContent): string {
  const fields = itemFields(list.path);
  const words = list.namedBy.flatMap((path) => {
    const field = fields.get(path);
    return field ? answerLines(field, valueAt(item, path), content) : [];
  });
  return words.length === 0 ? `A ${list.singular}, not yet filled in` : words.join(', ');
}

/** One answer of the record as a reader sees it: a line for each value, none where nothing is answered. */
export function answerLines(field: RecordField, value: unknown, content: FlowContent): string[] {
  if (value === null && field.sort === 'yes-no') return ['Not known'];
  if (value === undefined || value === null || value === '') return [];
  if (field.sort === 'laws') return picksOf(value).map(pickInWords);
  if (Array.isArray(value)) return value.flatMap((one: unknown) => answerLines(field, one, content));
  if (typeof value === 'boolean') return [value ? 'Yes' : 'No'];
  if (typeof value === 'number') return [field.labels?.[String(value)] ?? value.toLocaleString('en-GB')];
  if (typeof value !== 'string') return [];
  if (value === NOT_KNOWN) return ['Not known'];
  if (field.sort === 'day' || field.sort === 'days') return [day(value)];
  if (field.labels !== null) return [field.labels[value] ?? schedule1InWords(value)];
  return [partyNamed(field, value, content) ?? value];
}

/** Whether a field names parties, by the identifiers that the record gives them. */
export function namesParties({ path }: Pick<RecordField, 'path'>): boolean {
  return /OrgIds?$|orgId$/.test(path);
}

function partyNamed(field: RecordField, id: string, content: FlowContent): string | undefined {
  if (!namesParties(field)) return undefined;
  const party = itemsAt(content, 'parties').find((one) => valueAt(one, 'orgId') === id);
  const name = party === undefined ? `A party that is not named here (${id})` : valueAt(party, 'name');
  return typeof name === 'string' && name !== '' ? name : undefined;
}
