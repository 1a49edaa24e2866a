import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NotFound } from '../../kernel/refusal.js';

/** Addresses with NUL in them name nothing, because no stored text holds one; PostgreSQL would call them a fault. */
export function refuseOddAddresses(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      done(request.url.includes('%00') ? new NotFound() : undefined);
    });
}
