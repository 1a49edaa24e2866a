import { fastify, type FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import type { Transaction } from './sent-queries.js';

/** What a bare route does: the transactions that Candour runs for the same request, one after the other. */
export type BareRoutes = Readonly<Record<string, readonly Transaction[]>>;

/**
 * The limit that Candour is measured against: Fastify and pg with the same SQL in the same scopes, sent in the same way,
 * and nothing between them. It neither finds out who is calling nor checks what it answers.
 */
export async function serveBare(
  appUrl: string,
  routes: BareRoutes,
): Promise<{ app: FastifyInstance; address: string }> {
  const pool = new Pool({ connectionString: appUrl, max: 10, pipeline: true, options: '-c TimeZone=UTC' });
  const app = fastify();
  for (const [path, transactions] of Object.entries(routes)) {
    app.get(path, async () => {
      const items = [];
      for (const [at, transaction] of transactions.entries())
        items.push(await rowsOf(pool, transaction, `${path} ${at}`));
      return { items };
    });
  }
  app.addHook('onClose', () => pool.end());
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, address };
}

async function rowsOf(pool: Pool, transaction: Transaction, name: string): Promise<object[]> {
  const client = await pool.connect();
  const results = await Promise.all(
    transaction.map(({ text, values, prepared }, at) =>
      client.query<object>({
        text,
        values: [...(values ?? [])],
        ...(prepared === true && { name: `${name} ${at}` }),
      }),
    ),
  );
  client.release();
  return results.flatMap(({ rows }) => rows);
}
