import { fastify, type FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import type { Statement } from '../src/platform/database/database.js';

/** What a bare route does: the statements that Candour sends for the same request, one after the other. */
export type BareRoutes = Readonly<Record<string, readonly Statement[]>>;

/** The limit that Candour is measured against: Fastify and pg with the same SQL, and nothing between them. */
export async function serveBare(
  ownerUrl: string,
  routes: BareRoutes,
): Promise<{ app: FastifyInstance; address: string }> {
  const pool = new Pool({ connectionString: ownerUrl, max: 10 });
  const app = fastify();
  for (const [path, statements] of Object.entries(routes)) {
    app.get(path, async () => {
      const results = [];
      for (const [at, { text, values }] of statements.entries()) {
        const { rows } = await pool.query<object>({
          name: `${path} ${at}`,
          text,
          values: [...(values ?? [])],
        });
        results.push(rows);
      }
      return { items: results };
    });
  }
  app.addHook('onClose', () => pool.end());
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, address };
}
