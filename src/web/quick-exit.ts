import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SiteCookies } from '../platform/cookies/site-cookies.js';
import type { WebSettings } from './web-settings.js';

/** Ends something of the visitor's, such as a draft, when they leave quickly. */
export type OnExit = (request: FastifyRequest, reply: FastifyReply) => void | Promise<void>;

/** Nobody waits longer to be gone; what takes longer ends a little later. */
const MOST_MS = 1000;

/** What happens when somebody follows the "exit this page" link. Rooms above add what they must end. */
@Injectable()
export class QuickExit {
  private readonly farewells: OnExit[] = [];

  /** Adds something to end. */
  onExit(farewell: OnExit): void {
    this.farewells.push(farewell);
  }

  /** Ends everything. One that fails, or waits for a database that is away, keeps nobody on the page. */
  async leave(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const ended = Promise.allSettled(this.farewells.map(async (farewell) => farewell(request, reply)));
    await Promise.race([ended, pause(MOST_MS, undefined, { ref: false })]);
  }
}

/**
 * The way out: everything ends on the server, and the browser is told to give back every cookie and to forget what it
 * keeps of this site. A request that another site started must not end anybody's draft, but it may pass; a browser
 * that only looks ahead gets nothing that it could use later instead of leaving.
 */
export function serveExit(app: NestFastifyApplication, settings: WebSettings): void {
  const leaving = app.get(QuickExit);
  const cookies = new SiteCookies(settings.publicUrl);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/leave', async (request, reply) => {
      if (looksAhead(request)) return reply.code(503).send('');
      if (startedHere(request)) {
        await leaving.leave(request, reply);
        cookies.takeAllBack(reply);
        reply.header('clear-site-data', FORGET);
      }
      return reply.code(303).header('location', settings.leaveTo).send('');
    });
}

const FORGET = '"cache", "cookies", "storage"';

function looksAhead({ headers }: FastifyRequest): boolean {
  return /prefetch|preview/.test(`${String(headers['sec-purpose'])} ${String(headers['purpose'])}`);
}

/** By a page of ours, by a person who typed the address, or by a browser too old to say. */
function startedHere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
