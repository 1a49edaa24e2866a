import type { SqlStatement } from './database.js';
import type { InJson } from './selection.js';

/** Makes a statement about `$1`, given how many values stand before its own. */
export type AboutTheSame<out Row = unknown> = (after: number) => SqlStatement<Row>;

/** The lists that several statements yield, by name, as JSON. */
export type ListsOf<Parts> = {
  readonly [Name in keyof Parts]: Parts[Name] extends AboutTheSame<infer Row>
    ? readonly { readonly [Column in keyof Row]: InJson<Row[Column]> }[]
    : never;
};

/**
 * Several statements about the same `$1` as one that returns a single row, with the rows of each as a JSON list under its
 * name: one parse, one plan and one answer instead of one for each.
 */
export function oneRowOfLists<Parts extends Readonly<Record<string, AboutTheSame>>>(
  parts: Parts,
): SqlStatement<ListsOf<Parts>> {
  let values: readonly unknown[] = [];
  const columns = Object.entries(parts).map(([name, make]) => {
    const part = make(Math.max(values.length, 1));
    values = values.length === 0 ? (part.values ?? []) : [...values, ...(part.values ?? []).slice(1)];
    return `(SELECT coalesce(jsonb_agg(to_jsonb(part)), '[]') FROM (${part.text}) AS part) AS "${name}"`;
  });
  return { prepared: true, text: `SELECT ${columns.join(',\n')}`, values };
}
