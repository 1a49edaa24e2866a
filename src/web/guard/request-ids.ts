import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { routeOf } from '../../platform/requests/matched-route.js';
import type { WebSettings } from '../web-settings.js';
import { isUnlogged } from './quiet-log.js';

/** What a line of the log says of the request it is about. */
export interface RequestLine {
  readonly requestId?: string;
  readonly method?: string;
  readonly route?: string;
}

/** An id that a proxy gave the request, when it is no more than an id: anything else might be a person's words. */
export function acceptedId(given: string | readonly string[] | undefined): string | undefined {
  return typeof given === 'string' && /^[A-Za-z0-9][A-Za-z0-9._:-]{7,63}$/.test(given) ? given : undefined;
}

/**
 * Returns the id of each request in `X-Request-Id`, as every line about it names it. Where people file there is none: with
 * it, the line of a fault could be laid beside the log of a proxy, which knows the network address.
 */
export function returnRequestIds(app: NestFastifyApplication, settings: WebSettings): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    if (!isUnlogged(request, settings)) reply.header('x-request-id', request.id);
    done();
  });
}

/** What the log may say of this request: nothing at all where people file. */
export function requestLine(request: FastifyRequest, settings: WebSettings): RequestLine {
  const route = routeOf(request);
  if (route === null || isUnlogged(request, settings)) return {};
  return { requestId: request.id, method: request.method, route };
}
