import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAnsweredIn, routeOf } from '../../platform/requests/matched-route.js';
import type { WebSettings } from '../web-settings.js';

/** True where no line may be written about a request, because even its time could unmask a person. */
export function isUnlogged(request: FastifyRequest, { unloggedPaths }: WebSettings): boolean {
  return routeOf(request) === null || isAnsweredIn(unloggedPaths, request);
}

/** From here on nothing that happens to this request is written down, from whatever part of the server. */
export function silence(request: FastifyRequest, reply: FastifyReply): void {
  reply.log = request.log = request.log.child({}, { level: 'silent' });
}

/**
 * One line per request: method, route pattern, status and time taken. Never an address, query, body, network address
 * or browser name; and nothing at all, from whatever part of the server, where even the time could unmask a person:
 * in the places that say so, and where no route answers, because a mistyped address is somebody's who looks for them.
 */
export function logQuietly(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      request.log.info({
        method: request.method,
        route: routeOf(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      });
      done();
    });
}
