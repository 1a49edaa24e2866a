import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NotFound } from '../../kernel/refusal.js';

/** Addresses with NUL in them name nothing, because no stored text holds one; PostgreSQL would call them a fault. */
export function refuseOddAddresses(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', ({ params, query }, _reply, done) => {
      done([params, query].some(holdsNul) ? new NotFound() : undefined);
    });
}

/** In a parameter of the path, or in what the query says, once or several times. */
function holdsNul(said: unknown): boolean {
  if (typeof said === 'string') return said.includes('\0');
  return typeof said === 'object' && said !== null && Object.values(said).some(holdsNul);
}
