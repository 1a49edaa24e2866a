import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { VISITOR, type Actor } from './actor.js';

const actors = new WeakMap<FastifyRequest['raw'], Actor>();

/** Notes who is behind a request; called once, by authentication. */
export function setActor(request: FastifyRequest, actor: Actor): void {
  actors.set(request.raw, actor);
}

/** Who is behind a request; a visitor until authentication has said otherwise. */
export function actorOf(request: FastifyRequest): Actor {
  return actors.get(request.raw) ?? VISITOR;
}

/** Gives a handler the actor behind its request. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
