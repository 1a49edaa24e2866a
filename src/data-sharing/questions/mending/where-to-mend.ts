import type { Uuid } from '../../../kernel/identifiers.js';
import { capitalised } from '../../../web/words.js';
import type { FlowContent } from '../../../legal-basis/record/flow-content.js';
import { itemsAt, valueAt } from '../content-at.js';
import { fieldInList } from '../field-in-list.js';
import type { RecordList } from '../lists.js';
import { flowFields } from '../record-fields.js';
import { KEPT_UNASKED } from '../record-form.js';
import { isAskedOf } from '../regimes/asked-under.js';
import { holdsField, SECTIONS, type Section } from '../sections.js';

/** The page where an answer is given, and the words for what is asked there. */
export interface PlaceToMend {
  readonly href: string;
  readonly text: string;
  readonly section: Section;
}

/**
 * Where a field that a rule looked at is mended, as the pages of this record ask it; null for what no form asks, such as
 * sign-offs and the register.
 */
export function placeToMend(flowId: Uuid, field: string, content: FlowContent = {}): PlaceToMend | null {
  const at = `/data-flows/${flowId}`;
  const listed = fieldInList(field);
  if (!listed) {
    const section = SECTIONS.find((one) => holdsField(one, field));
    const meaning = flowFields.get(field)?.meaning;
    return section && meaning !== undefined
      ? { href: `${at}/${section.key}#${field}`, text: meaning, section }
      : null;
  }
  const { list, index, inner, meaning } = listed;
  const section = SECTIONS.find(({ lists }) => lists.includes(list.path));
  if (!section) return null;
  if (index === null || meaning === undefined)
    return { href: `${at}/${section.key}#${list.key}`, text: capitalised(list.plural), section };
  const item = itemsAt(content, list.path)[index];
  const [name, text] = askedAt(list, item, inner) ?? [inner, meaning];
  return { href: `${at}/${list.key}/${String(index)}#${name}`, text, section };
}

/**
 * What leads to a field that the law of a legal basis does not ask: the answer that stands there all the same, or else the
 * choice of the law. Null for a field that is asked.
 */
function askedAt(list: RecordList, item: unknown, inner: string): readonly [string, string] | null {
  if (item === undefined || isAskedOf(list, item, inner)) return null;
  const isKept = valueAt(item, inner) !== undefined;
  return isKept ? [KEPT_UNASKED, 'Answers that this law does not ask'] : ['regime', 'Under which law'];
}
