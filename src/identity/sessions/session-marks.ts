import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '../../kernel/identifiers.js';
import { deriveKey } from '../../platform/settings/derived-keys.js';
import { Settings } from '../../platform/settings/settings.js';
import type { Proven } from './second-factor.js';

/** What a session is: its secret, whose it is, what they have proven, and since when. */
export interface MarkedSession {
  readonly secret: string;
  readonly personId: Uuid;
  readonly proven: Proven;
  readonly startedAt: Date;
}

/**
 * Marks sessions with a key derived from the installation's secret, so that nobody who can only write in the database
 * makes a session, gives theirs to somebody else, or proves more with it than they did.
 */
@Injectable()
export class SessionMarks {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = deriveKey(settings, 'identity: sessions');
  }

  /** What the browser keeps of a session: its secret and the mark. */
  cookieOf(session: MarkedSession): string {
    const { secret, personId, proven, startedAt } = session;
    const told = [secret, personId, proven, startedAt.toISOString()].join(' ');
    return `${secret}.${createHmac('sha256', this.key).update(told).digest('base64url')}`;
  }

  /** Whether this is what a browser was given for the session as the database tells it. */
  isOf(cookie: string, session: MarkedSession): boolean {
    const [given, made] = [Buffer.from(cookie), Buffer.from(this.cookieOf(session))];
    return given.length === made.length && timingSafeEqual(given, made);
  }
}

/** The secret in what a browser keeps of a session. */
export function secretIn(cookie: string): string {
  return cookie.split('.', 1)[0] ?? '';
}
