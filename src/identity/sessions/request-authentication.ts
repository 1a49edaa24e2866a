import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../kernel/clock.js';
import { NotPermitted, SignInNeeded } from '../../kernel/refusal.js';
import { FOR_PROGRAMS, isAnsweredIn } from '../../platform/requests/matched-route.js';
import { VISITOR, type Actor } from '../actor.js';
import { ActorsQueries, type TokenFound } from './actors.queries.js';
import { setActor } from '../request-actor.js';
import { needsSecondFactor } from './second-factor.js';
import { secretHash } from './secret-token.js';
import { Sessions } from './sessions.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds out who is behind each request, before anything else looks at it. Pages know people by their session cookie,
 * the API by a bearer token and never by a cookie, so that no page elsewhere can act in a person's name.
 */
@Injectable()
export class RequestAuthentication {
  constructor(
    private readonly queries: ActorsQueries,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets the actor of the request.
   * @throws SignInNeeded for a token that is not or no longer good; NotPermitted for one that may only read.
   */
  async authenticate(request: FastifyRequest): Promise<void> {
    const actor = isAnsweredIn(FOR_PROGRAMS, request)
      ? await this.holderOfToken(request)
      : await this.sessions.actorOf(request);
    setActor(request, actor);
  }

  private async holderOfToken({ headers, method }: FastifyRequest): Promise<Actor> {
    if (headers.authorization === undefined) return VISITOR;
    const token = /^Bearer ([\w-]{43})$/.exec(headers.authorization)?.[1];
    const found = token && (await this.queries.tokenHolder(secretHash(token), this.clock.today()));
    if (!found) throw new SignInNeeded(NOT_VALID);
    if (needsSecondFactor(found.actor) && !found.hasGenerator) throw new SignInNeeded(NO_GENERATOR);
    if (!mayBeAsked(found, method)) throw new NotPermitted(ONLY_READS);
    return found.actor;
  }
}

const NOT_VALID = 'This access token is not valid or has expired. Make a new one in your account.';
const NO_GENERATOR =
  'Your role needs a code generator. Sign in on the website and set it up; then this access token works.';
const ONLY_READS = 'This access token may only read. Make one in your account that may also change things.';

function mayBeAsked({ mayWrite }: TokenFound, method: string): boolean {
  return mayWrite || READING.has(method);
}
