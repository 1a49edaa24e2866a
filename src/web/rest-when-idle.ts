import type { IncomingMessage, Server } from 'node:http';
import { Session } from 'node:inspector';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const LOOKED_EVERY_MS = 15_000;
const QUIET_MS = 45_000;

/**
 * Gives memory back once the start is over, and again whenever nobody has asked for anything in a while: by itself
 * Node keeps what it once needed, half as much again as an idle process uses. What a supervisor asks does not count.
 */
export function restWhenIdle(app: NestFastifyApplication): void {
  let askedAt: number | null = null;
  const server: Server = app.getHttpServer();
  server.on('request', ({ url }: IncomingMessage) => {
    if (!url?.startsWith('/health/')) askedAt = performance.now();
  });
  const timer = setInterval(() => {
    if (askedAt === null || performance.now() - askedAt < QUIET_MS) return;
    askedAt = null;
    giveBack();
  }, LOOKED_EVERY_MS).unref();
  server.on('close', () => clearInterval(timer));
  setImmediate(giveBack);
}

/** The one full collection that also shrinks the heap; it is what tools ask for before they measure one. */
function giveBack(): void {
  const session = new Session();
  session.connect();
  session.post('HeapProfiler.collectGarbage', () => {
    // Within its own answer a session that disconnects waits for itself for ever.
    setImmediate(() => session.disconnect());
  });
}
