import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../kernel/clock.js';
import { NotPermitted, SignInNeeded } from '../../kernel/refusal.js';
import { FOR_PROGRAMS, isAnsweredIn } from '../../platform/requests/matched-route.js';
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
    if (isAnsweredIn(FOR_PROGRAMS, request)) await this.authenticateProgram(request);
    else setActor(request, await this.sessions.actorOf(request));
  }

  /** The holder is set before their token is refused, so that whoever notes the refusal knows whose it was. */
  private async authenticateProgram(request: FastifyRequest): Promise<void> {
    const { headers, method } = request;
    if (headers.authorization === undefined) return;
    const token = /^Bearer ([\w-]{43})$/.exec(headers.authorization)?.[1];
    const found = token && (await this.queries.tokenHolder(secretHash(token), this.clock.today()));
    if (!found) throw new SignInNeeded(NOT_VALID);
    setActor(request, found.actor);
    if (needsSecondFactor(found.actor) && !found.hasGenerator) throw new SignInNeeded(NO_GENERATOR);
    if (!mayBeAsked(found, method)) throw new NotPermitted(ONLY_READS);
  }
}

const NOT_VALID = 'This access token is not valid or has expired. Make a new one in your account.';
const NO_GENERATOR =
  'Your role needs a code generator. Sign in on the website and set it up; then this access token works.';
const ONLY_READS = 'This access token may only read. Make one in your account that may also change things.';

function mayBeAsked({ mayWrite }: TokenFound, method: string): boolean {
  return mayWrite || READING.has(method);
}
