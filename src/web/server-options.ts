import type { Socket } from 'node:net';
import { type FastifyServerOptions, LogController } from 'fastify';
import { newTimelessId } from '../kernel/identifiers.js';
import { acceptedId } from './guard/request-ids.js';
import { answerUnroutable } from './guard/unroutable.js';
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
    logController: new NoRequestsLogged({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
  };
}

/** Of a request that comes while the server closes, Fastify would log the time whatever it is told, even where people file. */
class NoRequestsLogged extends LogController {
  override serviceUnavailable(): void {
    return;
  }
}

/** What is no request at all is answered and not logged: the fault would quote what was sent, with cookies and words. */
function answerUnreadable({ code }: { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else
    socket.end(
      `HTTP/1.1 ${UNREADABLE[code ?? ''] ?? '400 Bad Request'}\r\n${KEPT_BY_NOBODY}Connection: close\r\nContent-Length: 0\r\n\r\n`,
    );
}

const KEPT_BY_NOBODY = 'Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n';

const UNREADABLE: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};
