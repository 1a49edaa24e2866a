import { stringify } from 'csv-stringify/sync';
import type { Edition } from '../edition-schema.js';
import {
  CSV_COLUMNS,
  CSV_LISTS,
  CSV_METHOD,
  CSV_RATING,
  CSV_RESTS_ON,
  CSV_SINGLES,
  type CellOf,
} from '../reading/csv/csv-layout.js';

type Row = Readonly<Partial<Record<string, string>>>;

/**
 * An edition as a table: one row a thing, as `csvText` reads it. Whatever a spreadsheet would run as a formula has an
 * apostrophe before it, which is taken off again when it is read.
 */
export function editionTable(edition: Edition): string {
  return stringify(
    rowsOf(edition).map((row) => CSV_COLUMNS.map((column) => inert(row[column] ?? ''))),
    {
      bom: true,
      header: true,
      columns: [...CSV_COLUMNS],
      record_delimiter: 'windows',
      quoted_match: /[\r\n]|^\s|\s$/,
    },
  );
}

const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

function inert(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function rowsOf(edition: Edition): readonly Row[] {
  return [
    ...[...CSV_SINGLES].map(([kind, { at, cells }]) =>
      row(kind, cells, at === null ? edition : edition[at as 'source']),
    ),
    ...(['A', 'B'] as const).map((code) => ({ kind: 'confidence', code, text: edition.confidence[code] })),
    ...[...CSV_LISTS].flatMap(([kind, { list, cells }]) =>
      edition[list as 'criteria'].flatMap((item) => [
        { ...row(kind, cells, item), ...(kind === 'criterion' && stops(item)) },
        ...(kind === 'criterion'
          ? item.sources.map((source) => ({ ...row('rests on', CSV_RESTS_ON, source), code: item.id }))
          : []),
      ]),
    ),
    ...methodRows(edition),
  ];
}

function stops({ knockOut }: Edition['criteria'][number]): Row {
  if (knockOut === null) return {};
  return { stops_from: knockOut.from, element: knockOut.element === null ? '' : String(knockOut.element) };
}

function methodRows({ method }: Edition): readonly Row[] {
  if (!method) return [];
  return [
    ...[...CSV_METHOD].flatMap(([kind, { list, cells }]) =>
      method[list as 'scale'].map((item) => row(kind, cells, item)),
    ),
    ...CSV_RATING.flatMap(({ code, at }) => {
      const value = at.reduce<unknown>(
        (held, name) => (held as Readonly<Record<string, unknown>> | undefined)?.[name],
        method,
      );
      return value === undefined ? [] : [{ kind: 'rating', code, text: textOf(value) }];
    }),
  ];
}

function row(kind: string, cells: readonly CellOf[], item: object): Row {
  const values = item as Readonly<Record<string, unknown>>;
  return { kind, ...Object.fromEntries(cells.map(({ name, column }) => [column, textOf(values[name])])) };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(' ');
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
