import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId, newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { SiteCookies } from '../../platform/cookies/site-cookies.js';
import { Settings } from '../../platform/settings/settings.js';
import { FilingSeed } from '../filing/filing-seed.js';
import { EndedKeysQueries } from './ended-keys.queries.js';
import { TimedSeal, type Opened } from './timed-seal.js';

const HOUR = 60;
const DAY = 24 * HOUR;

/** How long somebody may read their own concern before they show their receipt again. */
const PASS_MINUTES = 30;

/** How long the code can be shown again after sending, because the page was lost. */
const MINUTES_AFTER_SENDING = 30;

/** As long as a draft lies there. */
const DRAFT_MINUTES = 30 * DAY;

/** Where the answer to sending was lost, the browser has only the key from before: it shows the code that same day. */
const MINUTES_UNTIL_SENT = 12 * HOUR;

/** An ended key is remembered until it would be too old in any case. */
const REMEMBERED = { draft: { days: 31 }, pass: { days: 2 } } as const;

/** A request and its answer, where cookies can be given and taken back. */
interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * What a browser of somebody without an account carries: the key to their answers, and the pass to their own concern.
 * Both are sealed, so that the browser's owner can compute nothing from them; both are over when the server says so, and
 * both end on the server when the person leaves, so that a kept copy opens nothing.
 */
@Injectable()
export class BrowserKeys {
  private readonly cookies: SiteCookies;

  constructor(
    settings: Settings,
    private readonly seal: TimedSeal,
    private readonly ended: EndedKeysQueries,
  ) {
    this.cookies = new SiteCookies(new URL(settings.publicUrl));
  }

  /** The seed of this browser's answers, sent or not; null when it has none, or has given it back. */
  async seedOf(request: FastifyRequest): Promise<FilingSeed | null> {
    const seed = this.carriedSeed(request);
    return seed && !(await this.ended.has(seed.draftId)) ? seed : null;
  }

  /** The seed, where it may still show the code that came out of it. */
  async seedOfCode(request: FastifyRequest): Promise<FilingSeed | null> {
    const draft = this.openedSeed(request, 'draft');
    return draft && draft.minutes > MINUTES_UNTIL_SENT ? null : this.seedOf(request);
  }

  /** True for a browser that sends a key which was given back: a page from before somebody left, or a kept copy. */
  async gaveBack(request: FastifyRequest): Promise<boolean> {
    const seed = this.carriedSeed(request);
    return seed !== null && (await this.ended.has(seed.draftId));
  }

  /** Gives the browser the seed of a draft. */
  keepSeed(reply: FastifyReply, seed: FilingSeed): void {
    this.cookies.give(reply, 'answers', this.seal.seal('draft', seed.text));
  }

  /** Leaves the seed for half an hour more, so that the receipt can be shown again if the page was lost. */
  keepForReceipt(reply: FastifyReply, seed: FilingSeed): void {
    this.cookies.give(reply, 'answers', this.seal.seal('sent', seed.text));
  }

  /** The concern whose receipt was shown in this browser within the last half hour. */
  async concernOf(request: FastifyRequest): Promise<Uuid | null> {
    const pass = this.carriedPass(request);
    return pass && !(await this.ended.has(pass.key)) ? pass.concernId : null;
  }

  /** Lets the browser reach one concern for half an hour. A pass that it had before ends. */
  async admit({ request, reply }: Visit, concernId: Uuid): Promise<void> {
    await this.endPass(request);
    this.cookies.give(reply, 'notes', this.seal.seal('pass', `${newTimelessId()} ${concernId}`));
  }

  /** Takes everything back from the browser, ends it on the server, and deletes the draft. */
  async end({ request, reply }: Visit): Promise<void> {
    this.cookies.takeBack(reply, 'answers');
    this.cookies.takeBack(reply, 'notes');
    const seed = this.carriedSeed(request);
    if (seed) await this.ended.end(seed.draftId, REMEMBERED.draft);
    await this.endPass(request);
  }

  private async endPass(request: FastifyRequest): Promise<void> {
    const pass = this.carriedPass(request);
    if (pass) await this.ended.end(pass.key, REMEMBERED.pass);
  }

  private carriedSeed(request: FastifyRequest): FilingSeed | null {
    const carried =
      within(DRAFT_MINUTES, this.openedSeed(request, 'draft')) ??
      within(MINUTES_AFTER_SENDING, this.openedSeed(request, 'sent'));
    return FilingSeed.from(carried?.text);
  }

  private openedSeed(request: FastifyRequest, purpose: 'draft' | 'sent'): Opened | null {
    return this.seal.open(purpose, this.cookies.read(request, 'answers'));
  }

  private carriedPass(request: FastifyRequest): { readonly key: Uuid; readonly concernId: Uuid } | null {
    const opened = within(PASS_MINUTES, this.seal.open('pass', this.cookies.read(request, 'notes')));
    const [key, concernId] = opened?.text.split(' ') ?? [];
    return isId(key) && isId(concernId) ? { key, concernId } : null;
  }
}

function within(minutes: number, opened: Opened | null): Opened | null {
  return opened && opened.minutes < minutes ? opened : null;
}
