import { Unprocessable } from '../kernel/refusal.js';
import { type Cursor, cursorFrom, type PageRequest } from '../platform/database/keyset.js';

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

/**
 * The page of a list that a reader asks for, 25 rows unless fewer or up to 100 are asked for.
 * @throws Unprocessable for a place in the list that cannot be read: its beginning, shown instead, would be taken for the rest.
 */
export function listRequest(query: TypedQuery): PageRequest {
  const { limit = '' } = query;
  if (limit !== '' && !(typeof limit === 'string' && /^[1-9]\d{0,2}$/.test(limit)))
    throw badlyAsked('limit', 'Enter how many entries a page is to have, 1 to 100, or leave “limit” out.');
  return {
    limit: Math.min(limit === '' ? ROWS_A_PAGE : Number(limit), MOST_ROWS_A_PAGE),
    after: placeAsked(query, 'after'),
  };
}

/** The place after which a list goes on, by this name of an address; null where it begins. */
export function placeAsked(query: TypedQuery, name: string): Cursor | null {
  const { [name]: place = '' } = query;
  if (place === '') return null;
  const found = typeof place === 'string' ? cursorFrom(place) : null;
  if (found === null) throw lostPlace(name);
  return found;
}

/** That an address names a place in a list that cannot be found in it, with what to do. */
export function lostPlace(name: string): Unprocessable {
  return badlyAsked(
    name,
    `The place in the list cannot be read: the address was cut short or changed. Leave “${name}” out, and the list is shown from its beginning.`,
  );
}

function badlyAsked(field: string, text: string): Unprocessable {
  return new Unprocessable([{ field, text }], 'The list cannot be shown as the address asks.');
}

/** An address of a list with what narrows it; what is empty is left out. */
export function addressWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '');
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}?${text}`;
}
