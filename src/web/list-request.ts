import { cursorFrom, type PageRequest } from '../platform/database/keyset.js';

/** A query string as it was sent: anything may be in it. */
export type TypedQuery = Readonly<Record<string, unknown>>;

const ROWS_A_PAGE = 25;
const MOST_ROWS_A_PAGE = 100;
const MOST_CHARACTERS = 200;

/** One text of a query string, shortened to what a search can use; empty for anything else. */
export function typedIn(query: TypedQuery, name: string): string {
  const typed = query[name];
  return typeof typed === 'string' ? typed.replaceAll('\0', '').trim().slice(0, MOST_CHARACTERS) : '';
}

/** The page of a list that a reader asks for, 25 rows unless fewer or up to 100 are asked for; an address that leads nowhere is the first page. */
export function listRequest(query: TypedQuery): PageRequest {
  const { after, limit } = query;
  const rows = typeof limit === 'string' && /^[1-9]\d{0,2}$/.test(limit) ? Number(limit) : ROWS_A_PAGE;
  return {
    limit: Math.min(rows, MOST_ROWS_A_PAGE),
    after: typeof after === 'string' ? cursorFrom(after) : null,
  };
}

/** An address of a list with what narrows it; what is empty is left out. */
export function addressWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '');
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}?${text}`;
}
