import type { Socket } from 'node:net';
import { type FastifyReply, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify';
import { newTimelessId } from '../kernel/identifiers.js';
import { FOR_PROGRAMS, looksLike } from '../platform/requests/matched-route.js';
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
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (_fault, request, reply) => answerUnroutable(request, reply),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
  };
}

/** What is no request at all is answered and not logged: the fault would quote what was sent, with cookies and words. */
function answerUnreadable({ code }: { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else
    socket.end(
      `HTTP/1.1 ${UNREADABLE[code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** An address that cannot be decoded reaches no hook and no handler, so its answer is made here, from nothing. */
function answerUnroutable(request: FastifyRequest, reply: FastifyReply): void {
  const { title, detail } = new NotFound();
  reply
    .code(404)
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'")
    .header('referrer-policy', 'no-referrer');
  if (looksLike(FOR_PROGRAMS, request))
    void reply.type('application/problem+json').send(JSON.stringify(problemOf(new NotFound())));
  else
    void reply
      .type('text/html; charset=utf-8')
      .send(
        `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>` +
          `<p>${detail}</p><p><a href="/">Go to the start page</a></p></main></body></html>`,
      );
}
