import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { itemsAt, valueAt } from '../questions/content-at.js';
import { fieldInList } from '../questions/field-in-list.js';
import { answerLines, itemName, namesParties } from '../questions/item-name.js';
import { flowFields, itemFields, type RecordField } from '../questions/record-fields.js';
import type { ShownAnswer } from '../showing/record-shown.js';

/** The sorts of answer that a person writes in words of their own. */
const WRITTEN: readonly RecordField['sort'][] = ['text', 'texts', 'laws'];

/**
 * What the record says in words in the fields that a rule looked at, so that whoever judges the words reads them there;
 * which party is meant is picked and not said.
 */
export function wordsJudged(fields: readonly string[], content: FlowContent): ShownAnswer[] {
  const found = fields.flatMap((field) => wordsAt(field, content));
  return found.filter(({ key }, place) => found.findIndex((one) => one.key === key) === place);
}

function wordsAt(path: string, content: FlowContent): ShownAnswer[] {
  const listed = fieldInList(path);
  if (!listed) return answered(flowFields.get(path), content, content, '');
  const { list, index, inner } = listed;
  const field = itemFields(list.path).get(inner);
  return itemsAt(content, list.path).flatMap((item, place) =>
    index === null || index === place
      ? answered(field, item, content, `${itemName(list, item, content)}: `)
      : [],
  );
}

function answered(
  field: RecordField | undefined,
  within: unknown,
  content: FlowContent,
  beginning: string,
): ShownAnswer[] {
  if (!field || !WRITTEN.includes(field.sort) || namesParties(field)) return [];
  const values = answerLines(field, valueAt(within, field.path), content);
  return values.length === 0 ? [] : [{ key: `${beginning}${field.meaning}`, values }];
}
