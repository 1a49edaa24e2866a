import type { SqlStatement } from './database.js';
import { columnOf, columnsOf, type Stored } from './recorded.js';

declare const VALUE: unique symbol;

/** One expression of a SELECT list and the type of what it yields. */
export interface Column<out Value = unknown> {
  readonly sql: string;
  readonly [VALUE]?: Value;
}

/** The columns of a SELECT list by the names under which they are read: a name cannot differ from its alias. */
export type Columns = Readonly<Record<string, Column>>;

type ValueOf<C> = C extends Column<infer Value> ? Value : never;

/** One row that these columns, or this selection of them, yield. */
export type RowOf<C> =
  C extends Selection<infer Named> ? RowOf<Named> : { readonly [Name in keyof C]: ValueOf<C[Name]> };

/** A value as PostgreSQL writes it into JSON: moments become texts. */
export type InJson<Value> = Value extends Date ? string : Value;

/** One row of these columns as a JSON object. */
export type JsonRow<C> = { readonly [Name in keyof C]: InJson<ValueOf<C[Name]>> };

/** The same columns where an outer join may find no row. */
export type OrNull<C> = { readonly [Name in keyof C]: Column<ValueOf<C[Name]> | null> };

type Entity<T> = abstract new () => T;

/** The picked properties of an entity as columns of the table behind the alias: names and types are the entity's own. */
export function columns<T extends object, const Name extends keyof Stored<T> & string>(
  entity: Entity<T>,
  alias: string,
  ...names: readonly Name[]
): { readonly [Picked in Name]: Column<T[Picked]> } {
  const picked = names.map((name) => [name, column(entity, alias, name)] as const);
  return Object.fromEntries(picked);
}

/** Every property of an entity as a column: what `recordOf` makes the record itself from. */
export function everyColumn<T extends object>(
  entity: Entity<T>,
  alias: string,
): { readonly [Name in keyof Stored<T>]: Column<Stored<T>[Name]> } {
  const all = [...columnsOf(entity)].map(([name, stored]) => [name, { sql: `${alias}.${stored}` }] as const);
  return Object.fromEntries(all);
}

/** The record that a row of all its columns stands for. */
export function recordOf<T extends object>(entity: new () => T, row: Stored<T>): T {
  return Object.assign(new entity(), row);
}

/** One property of an entity, for reading it under another name. */
export function column<T extends object, const Name extends keyof Stored<T> & string>(
  entity: Entity<T>,
  alias: string,
  name: Name,
): Column<T[Name]> {
  return { sql: `${alias}.${columnOf(entity, name)}` };
}

/** An expression that no entity names, with the type of what it yields. */
export function sql<Value>(expression: string): Column<Value> {
  return { sql: expression };
}

/** The same columns where an outer join may find no row. */
export function orNull<C extends Columns>(given: C): OrNull<C> {
  return given as OrNull<C>;
}

/** The columns as one JSON object. */
export function jsonObject<C extends Columns>(given: C): Column<JsonRow<C>> {
  return { sql: builtObject(given) };
}

/** The columns of an outer join as one JSON object, and null where its key is null: `o.id`. */
export function jsonObjectOrNull<C extends Columns>(given: C, key: string): Column<JsonRow<C> | null> {
  return { sql: `CASE WHEN ${key} IS NOT NULL THEN ${builtObject(given)} END` };
}

/** Every row of a query as a list of JSON objects, empty when there is none: `rest` begins after FROM. */
export function jsonList<C extends Columns>(
  given: C,
  rest: string,
  order: string,
): Column<readonly JsonRow<C>[]> {
  return {
    sql: `(SELECT coalesce(jsonb_agg(${builtObject(given)} ORDER BY ${order}), '[]') FROM ${rest})`,
  };
}

/** A SELECT list and the type of its rows, which are one thing: made with `select`. */
export class Selection<C extends Columns = Columns> {
  /** The list as it stands after SELECT. */
  readonly list: string;

  constructor(readonly columns: C) {
    this.list = Object.entries(columns)
      .map(([name, { sql: expression }]) => `${expression} AS "${name}"`)
      .join(', ');
  }

  /** The list with further columns. */
  and<More extends Columns>(more: More): Selection<Omit<C, keyof More> & More> {
    return new Selection({ ...this.columns, ...more });
  }

  /** A statement that selects this list: `rest` begins after FROM. */
  from(rest: string, values: readonly unknown[] = [], prepared = false): SqlStatement<RowOf<C>> {
    return this.within((list) => `SELECT ${list} FROM ${rest}`, values, prepared);
  }

  /** A statement in which the list stands somewhere else than at its head, as behind WITH or in a RETURNING. */
  within(
    text: (list: string) => string,
    values: readonly unknown[] = [],
    prepared = false,
  ): SqlStatement<RowOf<C>> {
    return { text: text(this.list), values, prepared };
  }
}

/** A SELECT list of these columns. */
export function select<const C extends Columns>(given: C): Selection<C> {
  return new Selection(given);
}

function builtObject(given: Columns): string {
  const parts = Object.entries(given).map(([name, { sql: expression }]) => `'${name}', ${expression}`);
  return `jsonb_build_object(${parts.join(', ')})`;
}
