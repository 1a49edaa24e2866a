import type { Uuid } from '../../kernel/identifiers.js';
import { capitalised } from '../../web/words.js';
import { fieldInList } from './field-in-list.js';
import { flowFields } from './record-fields.js';
import { holdsField, SECTIONS, type Section } from './sections.js';

/** The page where an answer is given, and the words for what is asked there. */
export interface PlaceToMend {
  readonly href: string;
  readonly text: string;
  readonly section: Section;
}

/** Where a field that a rule looked at is mended; null for what no form asks, such as sign-offs and the register. */
export function placeToMend(flowId: Uuid, field: string): PlaceToMend | null {
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
  return { href: `${at}/${list.key}/${String(index)}#${inner}`, text: meaning, section };
}
