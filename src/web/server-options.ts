import { LogController, type FastifyServerOptions } from 'fastify';
import { newTimelessId } from '../kernel/identifiers.js';
import type { WebSettings } from './web-settings.js';

/**
 * Options for the Fastify adapter that the equipment relies on: request ids of our own, no automatic request log
 * (it would hold addresses and query strings), bodies up to the limit, and hostile keys dropped instead of
 * refusing everything that was typed beside them.
 */
export function serverOptions(settings: WebSettings): FastifyServerOptions {
  return {
    bodyLimit: settings.bodyLimitBytes,
    genReqId: () => newTimelessId(),
    requestIdHeader: false,
    logController: new LogController({ disableRequestLogging: true }),
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
  };
}
