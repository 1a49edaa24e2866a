import type { SqlStatement } from '../platform/database/database.js';
import type { InJson } from '../platform/database/selection.js';

/** A statement that has values; `$1` is the same thing in each of those that are put together. */
export interface SqlWithValues<out Row = unknown> extends SqlStatement<Row> {
  readonly values: readonly unknown[];
}

/** The lists that several statements yield, by name, as JSON. */
export type AnswersOf<Parts> = {
  readonly [Name in keyof Parts]: Parts[Name] extends (after: number) => SqlWithValues<infer Row>
    ? readonly { readonly [Column in keyof Row]: InJson<Row[Column]> }[]
    : never;
};

/**
 * Several statements about the same `$1` as one that returns a single row, with each answer as a JSON list under its
 * name: one parse, one plan and one answer instead of one for each. Each maker is given how many values come before its own.
 */
export function oneStatement<Parts extends Readonly<Record<string, (after: number) => SqlWithValues>>>(
  parts: Parts,
): SqlWithValues<AnswersOf<Parts>> {
  let values: readonly unknown[] = [];
  const columns = Object.entries(parts).map(([name, make]) => {
    const part = make(Math.max(values.length, 1));
    values = values.length === 0 ? part.values : [...values, ...part.values.slice(1)];
    return `(SELECT coalesce(jsonb_agg(to_jsonb(part)), '[]') FROM (${part.text}) AS part) AS "${name}"`;
  });
  return { prepared: true, text: `SELECT ${columns.join(',\n')}`, values };
}
