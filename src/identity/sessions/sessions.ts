import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { SiteCookies } from '../../platform/cookies/site-cookies.js';
import { Settings } from '../../platform/settings/settings.js';
import { VISITOR, type Actor } from '../actor.js';
import { GATE } from '../actor-scope.js';
import { ActorsQueries, type SessionFound } from './actors.queries.js';
import { owedBy, type Proven } from './second-factor.js';
import { newSecret, secretHash } from './secret-token.js';
import { secretIn, SessionMarks } from './session-marks.js';

const MINUTE = 60_000;
const IDLE_LIMIT = 30 * MINUTE;
const ABSOLUTE_LIMIT = 12 * 60 * MINUTE;
const SEEN_AGAIN_AFTER = MINUTE;

/** A request and its answer, where a cookie may be set. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * Sessions of signed-in people: an opaque 256-bit id and its mark in a cookie, its hash in the database, idle for 30
 * minutes and 12 hours long at most. They are working state of authentication, not records; what a person does in one is recorded.
 */
@Injectable()
export class Sessions {
  private readonly cookies: SiteCookies;

  constructor(
    private readonly database: Database,
    private readonly queries: ActorsQueries,
    private readonly clock: Clock,
    private readonly marks: SessionMarks,
    settings: Settings,
  ) {
    this.cookies = new SiteCookies(new URL(settings.publicUrl));
  }

  /** The person behind the request's cookie, or a visitor; one who still owes a second factor is a visitor. */
  async actorOf(request: FastifyRequest): Promise<Actor> {
    const found = await this.find(request);
    return found && owedBy(found, found.proven) === 'nothing' ? found.actor : VISITOR;
  }

  /** The session behind the request's cookie, whatever it has proven; null when none is alive. */
  async find(request: FastifyRequest): Promise<SessionFound | null> {
    const cookie = this.cookies.read(request, 'candour');
    if (cookie === undefined) return null;
    const secret = secretIn(cookie);
    const found = await this.queries.session(secretHash(secret));
    if (!found || !this.marks.isOf(cookie, { ...found, secret })) return null;
    const now = this.clock.now().getTime();
    const over =
      now - found.seenAt.getTime() > IDLE_LIMIT || now - found.startedAt.getTime() > ABSOLUTE_LIMIT;
    if (over) {
      await this.remove(secretHash(secret));
      return null;
    }
    if (now - found.seenAt.getTime() > SEEN_AGAIN_AFTER) await this.seen(secretHash(secret));
    return found;
  }

  /** Starts a session under a new id and ends the one the browser had: a proof of more never keeps an old id. */
  async start({ request, reply }: Exchange, personId: Uuid, proven: Proven): Promise<void> {
    await this.end({ request, reply });
    const secret = newSecret();
    const now = this.clock.now();
    await this.database.write(GATE, async (manager) => {
      await manager.query('DELETE FROM identity.session WHERE started_at < $1', [
        new Date(now.getTime() - ABSOLUTE_LIMIT),
      ]);
      await manager.query(
        `INSERT INTO identity.session (id_hash, person_id, proven, started_at, seen_at) VALUES ($1, $2, $3, $4, $4)`,
        [secretHash(secret), personId, proven, now],
      );
    });
    this.cookies.give(reply, 'candour', this.marks.cookieOf({ secret, personId, proven, startedAt: now }));
  }

  /** Ends the session of this browser, if it has one. */
  async end({ request, reply }: Exchange): Promise<void> {
    const cookie = this.cookies.read(request, 'candour');
    if (cookie === undefined) return;
    this.cookies.takeBack(reply, 'candour');
    await this.remove(secretHash(secretIn(cookie)));
  }

  /** Ends every session of a person, wherever they are signed in. */
  async endAll(personId: Uuid): Promise<void> {
    const { text, values } = everySessionEndedOf(personId);
    await this.database.write(GATE, (manager) => manager.query(text, [...(values ?? [])]));
  }

  private async remove(idHash: string): Promise<void> {
    await this.database.write(GATE, (manager) =>
      manager.query('DELETE FROM identity.session WHERE id_hash = $1', [idHash]),
    );
  }

  private async seen(idHash: string): Promise<void> {
    await this.database.write(GATE, (manager) =>
      manager.query('UPDATE identity.session SET seen_at = $2 WHERE id_hash = $1', [
        idHash,
        this.clock.now(),
      ]),
    );
  }
}

/** Ends every session of a person, inside the act that changes what they hold or how they prove who they are. */
export function everySessionEndedOf(personId: Uuid): SqlStatement {
  return { text: 'DELETE FROM identity.session WHERE person_id = $1', values: [personId] };
}
