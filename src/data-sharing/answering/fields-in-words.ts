import { LISTS } from './lists.js';
import { flowFields, itemFields } from './record-fields.js';

/** The fields that a rule looked at, as a reader calls them; each once, in the order of the rule. */
export function fieldsInWords(fields: readonly string[]): string[] {
  return [...new Set(fields.map(fieldInWords))];
}

function fieldInWords(field: string): string {
  const own = flowFields.get(field)?.meaning;
  if (own !== undefined) return shortened(own);
  const list = LISTS.find(({ path }) => field === path || field.startsWith(`${path}[`));
  if (list) {
    const [, index = '', inner = ''] = /\[(\d*)\]\.?(.*)$/.exec(field) ?? [];
    const which = index === '' ? list.plural : `${list.singular} ${String(Number(index) + 1)}`;
    const meaning = itemFields(list.path).get(inner)?.meaning;
    return meaning === undefined ? capital(which) : `${capital(which)}: ${lowered(shortened(meaning))}`;
  }
  return BESIDE.find(([beginning]) => field.startsWith(beginning))?.[1] ?? field;
}

/** What rules look at that no page of the form asks. */
const BESIDE = [
  ['signoffs', 'Who signed, and what they decided'],
  ['register.', 'The register beside this record'],
  ['submittedByUserId', 'Who submitted the flow'],
] as const;

/** A meaning without what follows a semicolon, which says how to answer. */
function shortened(meaning: string): string {
  return meaning.split(';', 1)[0] ?? meaning;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lowered(words: string): string {
  return /^(?!Article)[A-Z][a-z ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
