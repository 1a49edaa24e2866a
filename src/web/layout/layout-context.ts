import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addressOf } from '../../platform/requests/matched-route.js';

/** Who is looking at the page, as the header shows it. */
export interface Visitor {
  readonly signedIn: boolean;
  readonly name?: string;
  readonly roleLabels?: readonly string[];
}

/** One entry of the main navigation. */
export interface NavigationEntry {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean;
  /** True where the visitor has work that not everybody has; the start page lists it first. */
  readonly isOwn?: boolean;
  /** The address of the entry below which this one stands. */
  readonly under?: string | undefined;
}

/** An entry as the menu of one page shows it. */
interface MarkedEntry extends NavigationEntry {
  /** True for an entry that is current itself or by one below it. */
  readonly isOpen?: boolean;
  /** True for an entry below the one that is open. */
  readonly isBelow?: boolean;
}

/** What the rooms above may add to every page. Later contributions win, except that navigation entries are joined. */
export interface Contribution {
  readonly visitor?: Visitor;
  readonly navigation?: readonly NavigationEntry[];
  /** How many notices the visitor has not read. */
  readonly unread?: number;
}

/** Asked once for each page that is shown; returns what this room knows about the request. */
export type Contributor = (request: FastifyRequest) => Contribution | Promise<Contribution>;

/**
 * What every page shows besides its own content. This room may not import the rooms above it, so they
 * introduce themselves here when they start: who is signed in, and where that person may go.
 */
@Injectable()
export class LayoutContext {
  private readonly contributors: Contributor[] = [];

  /** Adds a source of layout values for every page from now on. */
  contribute(contributor: Contributor): void {
    this.contributors.push(contributor);
  }

  /** All contributions for one request. Entries of the navigation are marked current by the longest matching path. */
  async of(request: FastifyRequest): Promise<Required<Contribution>> {
    let visitor: Visitor = { signedIn: false };
    let unread = 0;
    const navigation: NavigationEntry[] = [];
    for (const contributor of this.contributors) {
      const contribution = await contributor(request);
      visitor = contribution.visitor ?? visitor;
      unread = contribution.unread ?? unread;
      navigation.push(...(contribution.navigation ?? []));
    }
    const path = addressOf(request).split('?', 1)[0] ?? '/';
    return { visitor, unread, navigation: markCurrent(navigation, path) };
  }
}

function markCurrent(entries: readonly NavigationEntry[], path: string): MarkedEntry[] {
  const within = entries.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  const nearest = entries.find(({ current }) => current) ?? within.sort(byLength)[0];
  const open = nearest?.under ?? nearest?.href;
  return entries.map((entry) => ({
    ...entry,
    ...(entry === nearest && { current: true }),
    ...(entry.href === open && { isOpen: true }),
    ...(entry.under !== undefined && entry.under === open && { isBelow: true }),
  }));
}

function byLength(one: NavigationEntry, other: NavigationEntry): number {
  return other.href.length - one.href.length;
}
