import { fieldsOf, type SchemeToCompare } from './fields-of-a-scheme.js';
import type { Said } from './said.js';

/** How the schemes stand to each other in one field. */
export const AGREEMENTS = ['differs', 'same', 'nobody-said'] as const;

/** One field of each scheme, side by side: an empty list where nobody has said anything. */
export interface ComparedField {
  readonly field: string;
  readonly agreement: (typeof AGREEMENTS)[number];
  readonly cells: readonly { readonly key: string; readonly said: readonly Said[] }[];
}

/** Schemes side by side: where they differ first, then what is the same, then what nobody has said of any. */
export interface SideBySide {
  readonly schemes: readonly { readonly key: string; readonly title: string; readonly area: string }[];
  readonly fields: readonly ComparedField[];
}

/** Lays schemes side by side, field by field. */
export function sideBySide(schemes: readonly SchemeToCompare[]): SideBySide {
  const columns = schemes.map((scheme) => ({ key: scheme.detail.key, fields: new Map(fieldsOf(scheme)) }));
  const names = [...new Set(columns.flatMap(({ fields }) => [...fields.keys()]))];
  const fields = names.map((field) => {
    const cells = columns.map(({ key, fields: known }) => ({ key, said: known.get(field) ?? [] }));
    return { field, agreement: agreementOf(cells.map(({ said }) => said)), cells };
  });
  return {
    schemes: schemes.map(({ detail: { key, title, area } }) => ({ key, title, area })),
    fields: AGREEMENTS.flatMap((agreement) => fields.filter((one) => one.agreement === agreement)),
  };
}

function agreementOf(cells: readonly (readonly Said[])[]): ComparedField['agreement'] {
  if (cells.every((said) => said.length === 0)) return 'nobody-said';
  const texts = cells.map((said) => JSON.stringify(said.map(({ text }) => text.toLowerCase()).sort()));
  return new Set(texts).size === 1 ? 'same' : 'differs';
}
