import { capitalised } from '../../web/words.js';
import { fieldInList, type FieldInList } from './field-in-list.js';
import { flowFields } from './record-fields.js';

/**
 * The fields that a rule looked at, as a reader calls them; each once, in the order of the rule. The
 * identifiers of parties are the record's own and nobody's answer.
 */
export function fieldsInWords(
  fields: readonly string[],
): { readonly text: string; readonly field: string }[] {
  const first = new Map<string, string>();
  for (const field of fields) {
    if (field === 'parties[].orgId') continue;
    const text = fieldInWords(field);
    if (!first.has(text)) first.set(text, field);
  }
  return [...first].map(([text, field]) => ({ text, field }));
}

function fieldInWords(field: string): string {
  const own = flowFields.get(field)?.meaning;
  if (own !== undefined) return shortened(own);
  const listed = fieldInList(field);
  if (listed) return listedInWords(listed);
  return BESIDE.find(([beginning]) => field.startsWith(beginning))?.[1] ?? field;
}

function listedInWords({ list, index, meaning }: FieldInList): string {
  const which = capitalised(index === null ? list.plural : `${list.singular} ${String(index + 1)}`);
  return meaning === undefined ? which : `${which}: ${lowered(shortened(meaning))}`;
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

function lowered(words: string): string {
  return /^(?!Article)[A-Z][a-z ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
