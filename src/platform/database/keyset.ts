import { isId, type Uuid } from '../../kernel/identifiers.js';

/** Where a list goes on: the sort value and id of the last row that was shown. */
export interface Cursor {
  readonly sort: string;
  readonly id: Uuid;
}

/** Which page of a list is wanted; `limit` rows at most. */
export interface PageRequest {
  readonly limit: number;
  readonly after: Cursor | null;
}

/** One page of a list; `next` is the opaque text that asks for the page after it, null on the last. */
export interface ListPage<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

/** Makes a page of rows that were asked for with one row more than the limit; each row carries its `sort` value. */
export function pageOf<Row extends { readonly id: Uuid; readonly sort: string }>(
  rows: readonly Row[],
  { limit }: PageRequest,
): ListPage<Omit<Row, 'sort'>> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ sort: _, ...row }) => row),
    next: last ? Buffer.from(JSON.stringify([last.sort, last.id])).toString('base64url') : null,
  };
}

/** Reads the text that asks for a next page; null when it was not made by `pageOf`. */
export function cursorFrom(text: string): Cursor | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) return null;
    const parts: readonly unknown[] = parsed;
    const [sort, id] = parts;
    return typeof sort === 'string' && !sort.includes('\0') && isId(id) ? { sort, id } : null;
  } catch {
    return null;
  }
}

/** Every row of a list, read page by page, so that a table of any length is sent as it is read. */
export async function* everyPage<Row>(
  limit: number,
  list: (request: PageRequest) => Promise<ListPage<Row>>,
): AsyncGenerator<Row> {
  let after: Cursor | null = null;
  do {
    const page: ListPage<Row> = await list({ limit, after });
    yield* page.items;
    after = page.next === null ? null : cursorFrom(page.next);
  } while (after !== null);
}
