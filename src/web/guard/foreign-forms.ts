import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { FOR_PROGRAMS, isAnsweredIn } from '../../platform/requests/matched-route.js';
import { FormExpired } from '../errors/web-refusals.js';
import type { WebSettings } from '../web-settings.js';

/**
 * Refuses forms that another site sent in a visitor's name: first by where the browser says they come from, then
 * by the token that only our own pages know. The API takes no cookies, so nobody's name can be borrowed there.
 */
export function refuseForeignForms(app: NestFastifyApplication, settings: WebSettings): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preHandler', (request, reply, done) => {
    if (SAFE.has(request.method) || isAnsweredIn(FOR_PROGRAMS, request) || request.is404) done();
    else if (comesFromHere(request, settings)) server.csrfProtection(request, reply, done);
    else done(new FormExpired(FOREIGN));
  });
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const FOREIGN = 'This form was sent from another site. Open the page here and fill it in again.';

/**
 * True when nothing says that the request comes from elsewhere. Browsers that send neither header are held to the
 * token alone, and so is the origin `null`, which the referrer policy makes older browsers send.
 */
function comesFromHere(request: FastifyRequest, settings: WebSettings): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined || origin === 'null') return true;
  return origin === settings.publicUrl.origin || hostOf(origin) === request.headers.host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
