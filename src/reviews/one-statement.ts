import type { Statement } from '../platform/database/database.js';

/** A statement that has values; `$1` is the same thing in each of those that are put together. */
export interface StatementWithValues extends Statement {
  readonly values: readonly unknown[];
}

/**
 * Several statements about the same `$1` as one that returns a single row, with each answer as a JSON list under its
 * name: one parse, one plan and one answer instead of one for each. Each maker is told how many values come before its own.
 */
export function oneStatement(
  parts: Readonly<Record<string, (after: number) => StatementWithValues>>,
): StatementWithValues {
  let values: readonly unknown[] = [];
  const columns = Object.entries(parts).map(([name, make]) => {
    const part = make(Math.max(values.length, 1));
    values = values.length === 0 ? part.values : [...values, ...part.values.slice(1)];
    return `(SELECT coalesce(jsonb_agg(to_jsonb(part)), '[]') FROM (${part.text}) AS part) AS "${name}"`;
  });
  return { prepared: true, text: `SELECT ${columns.join(',\n')}`, values };
}
