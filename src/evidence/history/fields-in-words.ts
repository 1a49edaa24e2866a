import type { Json } from '../../kernel/canonical-json.js';
import { isId } from '../../kernel/identifiers.js';
import { capitalised, day, uncapitalised } from '../../web/words.js';

/** How readers are told of one field: its name, and the words for its codes where it holds codes. */
export interface CodedField {
  readonly label: string;
  readonly words: Readonly<Record<string, string>>;
}

/** The fields of a kind that everyone reads, by property, in the order in which they are asked for, with their words. */
export type FieldsInWords = Readonly<Record<string, string | CodedField>>;

/** What a field is called; one that its kind does not name is called by its property, so that none is hidden. */
export function fieldInWords(fields: FieldsInWords, field: string): string {
  const known = fields[field];
  if (known !== undefined) return typeof known === 'string' ? known : known.label;
  return capitalised(field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

/** An entry and one of its fields: `Organisation: ODS code`, `Name of a deployment “SIM”: kind of name`. */
export function entryInWords(
  { kind, field, called }: { readonly kind: string; readonly field: string; readonly called?: string | null },
  introduced: { readonly singular: string; readonly fields?: FieldsInWords } | null,
): string {
  const entry = capitalised(introduced?.singular ?? kind);
  const which = called === undefined || called === null ? entry : `${entry} “${called}”`;
  return `${which}: ${uncapitalised(fieldInWords(introduced?.fields ?? {}, field))}`;
}

/** What a field holds, as a page tells it. */
export function valueInWords(value: Json, coded?: string | CodedField): string {
  if (value === null || value === '') return 'Nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (isList(value))
    return value.length === 0 ? 'Nothing' : value.map((one) => valueInWords(one, coded)).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isId(value)) return 'Another record of the register';
  const words = typeof coded === 'object' ? coded.words[value] : undefined;
  return words ?? day(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
