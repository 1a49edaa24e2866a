import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../kernel/refusal.js';
import { FOR_PROGRAMS, isAddress, looksLike } from '../../platform/requests/matched-route.js';
import { problemOf } from '../errors/problem.js';
import type { WebSettings } from '../web-settings.js';
import { isUnlogged, silence } from './quiet-log.js';

/**
 * What must hold before any other hook, the framework's own too, because some requests end there: silence begins where
 * nothing may be logged, and a target that is neither a path nor the whole address of one is nobody's.
 */
export function beginQuietly(app: NestFastifyApplication, settings: WebSettings): void {
  const adapter = app.getHttpAdapter();
  if (!(adapter instanceof FastifyAdapter)) throw new Error('The web is equipped for Fastify alone.');
  adapter.setOnRequestHook((request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const isForSomebody = isAddress(request);
    if (!isForSomebody || isUnlogged(request, settings)) silence(request, reply);
    if (isForSomebody) done();
    else answerUnroutable(request, reply);
  });
}

/** What no route can be found for reaches no hook and no handler, so its answer is made here, from nothing. */
export function answerUnroutable(request: FastifyRequest, reply: FastifyReply): void {
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
