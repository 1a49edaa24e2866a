import { type FastifyReply, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify';
import { newTimelessId } from '../kernel/identifiers.js';
import { NotFound } from '../kernel/refusal.js';
import { problemOf } from './errors/problem.js';
import { acceptedId } from './guard/request-ids.js';
import type { WebSettings } from './web-settings.js';

/**
 * Options for the Fastify adapter that the equipment relies on: request ids that cannot carry more than an id, no automatic request log
 * (it would hold addresses and query strings), bodies up to the limit, and hostile keys dropped instead of
 * refusing everything that was typed beside them.
 */
export function serverOptions(settings: WebSettings): FastifyServerOptions {
  return {
    bodyLimit: settings.bodyLimitBytes,
    genReqId: ({ headers }) => acceptedId(headers['x-request-id']) ?? newTimelessId(),
    requestIdHeader: false,
    frameworkErrors: (_fault, request, reply) => answerUnroutable(request, reply),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
  };
}

/** An address that cannot be decoded reaches no hook and no handler, so its answer is made here, from nothing. */
function answerUnroutable(request: FastifyRequest, reply: FastifyReply): void {
  const { title, detail } = new NotFound();
  reply.code(404).header('cache-control', 'no-store').header('content-security-policy', "default-src 'none'");
  if (request.url.startsWith('/api/'))
    void reply.type('application/problem+json').send(JSON.stringify(problemOf(new NotFound())));
  else
    void reply
      .type('text/html; charset=utf-8')
      .send(
        `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>` +
          `<p>${detail}</p><p><a href="/">Go to the start page</a></p></main></body></html>`,
      );
}
