import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { WebSettings } from '../web-settings.js';

/**
 * One line per request: method, route pattern, status and time taken. Never an address, query, body, network address
 * or browser name; and no line at all where even the time could unmask a person.
 */
export function logQuietly(app: NestFastifyApplication, settings: WebSettings): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      if (!settings.unloggedPaths.some((path) => request.url.startsWith(path)))
        request.log.info({
          method: request.method,
          route: request.routeOptions.url ?? 'unknown',
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        });
      done();
    });
}
