import type { Uuid } from '../../kernel/identifiers.js';
import { LISTS } from './lists.js';
import { flowFields, itemFields } from './record-fields.js';
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
  const list = LISTS.find(({ path }) => field === path || field.startsWith(`${path}[`));
  if (!list) {
    const section = SECTIONS.find((one) => holdsField(one, field));
    const meaning = flowFields.get(field)?.meaning;
    return section && meaning !== undefined
      ? { href: `${at}/${section.key}#${field}`, text: meaning, section }
      : null;
  }
  const section = SECTIONS.find(({ lists }) => lists.includes(list.path));
  if (!section) return null;
  const [, index, inner] = /\[(\d*)\]\.?(.*)$/.exec(field) ?? [];
  const meaning = itemFields(list.path).get(inner ?? '')?.meaning;
  if (index === undefined || index === '' || meaning === undefined)
    return { href: `${at}/${section.key}#${list.key}`, text: capital(list.plural), section };
  return { href: `${at}/${list.key}/${index}#${inner ?? ''}`, text: meaning, section };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
