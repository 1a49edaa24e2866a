import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Observations } from '../../platform/observing/observations.js';
import { routeOf } from '../../platform/requests/matched-route.js';
import type { WebSettings } from '../web-settings.js';
import { isUnlogged } from './quiet-log.js';

/** Tells whoever measures of every request that may be logged, and of no other: metrics of those who file are a log of them. */
export function observeRequests(app: NestFastifyApplication, settings: WebSettings): void {
  const observations = app.get(Observations);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const route = routeOf(request);
      if (route !== null && !isUnlogged(request, settings))
        observations.request({
          method: request.method,
          route,
          status: reply.statusCode,
          seconds: reply.elapsedTime / 1000,
        });
      done();
    });
}
