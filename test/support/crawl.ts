import type { PageReader } from './page-reader.js';

const STARTS = ['/', '/home', '/account', '/jobs'];
const NOT_FOLLOWED = /^\/(docs|leave|assets)(\/|$|\?)|^\/api\//;

/** One page that links led to. */
export interface Visited {
  readonly path: string;
  readonly status: number;
  /** False for a file to save, which no browser shows. */
  readonly isPage: boolean;
}

/** Opens every page that links lead to, a few of each kind, and lets the caller look at each while it is open. */
export async function crawl(
  visitor: PageReader,
  mostOfOneKind: number,
  look: (page: PageReader) => void = () => undefined,
): Promise<readonly Visited[]> {
  const visited: Visited[] = [];
  const waiting = [...STARTS];
  const met = new Set(waiting);
  const ofKind = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const count = (ofKind.get(kindOf(path)) ?? 0) + 1;
    ofKind.set(kindOf(path), count);
    if (count > mostOfOneKind) continue;
    await visitor.open(path);
    if (visitor.path.startsWith('/sign-in') && path !== '/sign-in') continue;
    const isPage = visitor.headers.get('content-disposition') === null;
    visited.push({ path, status: visitor.status, isPage });
    look(visitor);
    const fresh = linksOf(visitor).filter((link) => !met.has(link) && !NOT_FOLLOWED.test(link));
    for (const link of fresh) met.add(link);
    waiting.push(...new Set(fresh));
  }
  return visited;
}

function linksOf(visitor: PageReader): readonly string[] {
  const links = visitor.find('a[href^="/"]').map((_, a) => a.attribs['href'] ?? '/');
  return links.get().map((link) => link.split('#', 1)[0] ?? '/');
}

/** The kind of page an address is of: ids, codes and queries do not make a new kind. */
export function kindOf(path: string): string {
  return path
    .replace(/\?.*$/, '?')
    .split('/')
    .map((part) => (/\d|^[a-z0-9]+(-[a-z0-9]+){2,}$/.test(part) ? ':one' : part))
    .join('/')
    .replace(
      /^\/(trusts|deployments|organisations|criteria|records|provisions|claims|sources)\/(?!(?:import|publish|patches|editions|own)(?:[/?]|$))[^/?]+/,
      '/$1/:one',
    );
}
