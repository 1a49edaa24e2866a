import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../kernel/clock.js';
import { londonDay } from '../kernel/london-day.js';
import { SignInNeeded } from '../kernel/refusal.js';
import { VISITOR, type Actor } from './actor.js';
import { DoorQueries } from './door.queries.js';
import { setActor } from './request-actor.js';
import { secretHash } from './secret-token.js';
import { Sessions } from './sessions.js';

/**
 * Finds out who is behind each request, before anything else looks at it. Pages know people by their session cookie,
 * the API by a bearer token and never by a cookie, so that no page elsewhere can act in a person's name.
 */
@Injectable()
export class Door {
  constructor(
    private readonly queries: DoorQueries,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Sets the actor of the request. @throws SignInNeeded for a token that is not or no longer good. */
  async open(request: FastifyRequest): Promise<void> {
    const { authorization } = request.headers;
    const actor = isForPrograms(request.url)
      ? await this.tokenHolder(authorization)
      : await this.sessions.actorOf(request);
    setActor(request, actor);
  }

  private async tokenHolder(authorization: string | undefined): Promise<Actor> {
    if (authorization === undefined) return VISITOR;
    const token = /^Bearer ([\w-]{43})$/.exec(authorization)?.[1];
    const holder = token && (await this.queries.tokenHolder(secretHash(token), londonDay(this.clock.now())));
    if (!holder)
      throw new SignInNeeded(
        'This access token is not valid or has expired. Make a new one in your account.',
      );
    return holder;
  }
}

function isForPrograms(url: string): boolean {
  return url.startsWith('/api/');
}
