import type { FastifyRequest } from 'fastify';

/** Where programs ask: what lies there knows people by a token and never by a cookie. */
export const FOR_PROGRAMS = ['/api'];

/**
 * The route that answers the request, as it is written in the source, such as `/answers/:slug`; null where none does.
 * Whatever depends on where a request goes is decided by this: an address has many spellings that lead to one route.
 */
export function routeOf({ routeOptions }: FastifyRequest): string | null {
  return routeOptions.url ?? null;
}

/** Whether the route that answers lies in one of these places, such as `/answers`; `/` is that page alone. */
export function isAnsweredIn(places: readonly string[], request: FastifyRequest): boolean {
  return isWithin(places, routeOf(request));
}

/**
 * Whether a refusal should look like the pages of these places. Where no route answers nothing else hangs on it, so it
 * goes by what the address seems to mean, however it is spelled.
 */
export function looksLike(places: readonly string[], request: FastifyRequest): boolean {
  return isWithin(places, routeOf(request) ?? plainly(addressOf(request)));
}

/** The address as it was asked, below the site: to come back to it or to show it, and never to decide by it. */
export function addressOf({ url }: FastifyRequest): string {
  return url.replace(/^https?:\/\/[^/?#]*\/?/i, '/');
}

/** Whether what is asked for is an address at all: a path, or a whole address whose path no query comes before. */
export function isAddress({ url }: FastifyRequest): boolean {
  return /^(\/|https?:\/\/[^/?#]+(\/|[?#][^/]*$|$))/i.test(url);
}

function isWithin(places: readonly string[], path: string | null): boolean {
  return places.some((place) => path === place || path?.startsWith(`${place}/`) === true);
}

function plainly(address: string): string {
  const [path = ''] = address.split(/[?#;]/, 1);
  return decoded(path)
    .toLowerCase()
    .replace(/[/\\]+/g, '/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
