import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { WebSettings } from '../web-settings.js';

/** True where no line may be written about a request, because even its time could unmask a person. */
export function isUnlogged({ url }: FastifyRequest, { unloggedPaths }: WebSettings): boolean {
  return unloggedPaths.some((path) => url.startsWith(path));
}

/**
 * One line per request: method, route pattern, status and time taken. Never an address, query, body, network address
 * or browser name; and no line at all where even the time could unmask a person.
 */
export function logQuietly(app: NestFastifyApplication, settings: WebSettings): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      if (!isUnlogged(request, settings))
        request.log.info({
          method: request.method,
          route: request.routeOptions.url ?? 'unknown',
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        });
      done();
    });
}
