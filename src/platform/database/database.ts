import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { Pool, types, type PoolClient } from 'pg';
import { gatheringSocket } from './gathering-socket.js';
import { openingStatement, type Scope } from './scope.js';

declare const ROW: unique symbol;

/** The rows of several statements, in the order of the statements. */
export type RowsOfEach<Asked extends readonly SqlStatement[]> = {
  -readonly [Index in keyof Asked]: Asked[Index] extends SqlStatement<infer Row> ? Row[] : never;
};

/** One SQL statement with its values. Hot reads are worth preparing: PostgreSQL then parses each text once a connection. */
export interface SqlStatement<out Row = unknown> {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly prepared?: boolean;
  /** What each row holds; only a `Selection` can say it, because it writes the list of columns too. */
  readonly [ROW]?: Row;
}

/**
 * The one way to PostgreSQL. Every read and every write runs in a short transaction of its own in somebody's scope;
 * for reads the scope, the query and the commit travel together, so that a scoped read costs one round trip.
 */
export class Database {
  constructor(
    private readonly readers: Pool,
    private readonly writers: DataSource,
  ) {}

  /** The rows of one statement, as the scope may see them. */
  async rows<Row>(scope: Scope, statement: SqlStatement<Row>): Promise<Row[]> {
    const [rows] = await this.rowsOfEach(scope, [statement]);
    return rows;
  }

  /** The first row of one statement, or null: absent and unseeable look the same. */
  async row<Row>(scope: Scope, statement: SqlStatement<Row>): Promise<Row | null> {
    const [row] = await this.rows(scope, statement);
    return row ?? null;
  }

  /** Several statements in one snapshot and one round trip, each with its rows in the order asked. */
  async rowsOfEach<const Asked extends readonly SqlStatement[]>(
    scope: Scope,
    statements: Asked,
  ): Promise<RowsOfEach<Asked>> {
    const client = await this.readers.connect();
    try {
      const sent = [
        client.query(openingStatement(scope, 'READ ONLY')),
        ...statements.map((statement) => client.query(asQuery(statement))),
        client.query('COMMIT'),
      ];
      const settled = await Promise.allSettled(sent);
      const failed = settled.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      const results = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      client.release();
      return results.slice(1, -1).map((result) => result.rows as unknown) as RowsOfEach<Asked>;
    } catch (fault) {
      await giveBack(client);
      throw fault;
    }
  }

  /** Runs the work in one read-write transaction in the scope; whatever it throws undoes everything. */
  async write<T>(scope: Scope, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writers.createQueryRunner();
    try {
      await runner.connect();
      await runner.query(openingStatement(scope, 'READ WRITE'));
      const result = await work(runner.manager);
      await runner.query('COMMIT');
      return result;
    } catch (fault) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw fault;
    } finally {
      await runner.release();
    }
  }

  /** Closes every connection; called once, when the application stops. */
  async close(): Promise<void> {
    await Promise.all([this.readers.end(), this.writers.destroy()]);
  }
}

/**
 * A pool whose connections send statements without waiting for the answers before them. A connection that breaks fails
 * the queries on it and nothing else: the process lives on, and the pool makes another.
 */
export function readerPool(url: string, size: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    pipeline: true,
    stream: gatheringSocket,
    options: '-c TimeZone=UTC',
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

types.setTypeParser(types.builtins.DATE, (text) => text);

const names = new Map<string, string>();

function asQuery({ text, values, prepared }: SqlStatement): {
  text: string;
  values: unknown[];
  name?: string;
} {
  return { text, values: [...(values ?? [])], ...(prepared === true ? { name: nameOf(text) } : {}) };
}

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, 32);
  names.set(text, name);
  return name;
}

async function giveBack(client: PoolClient): Promise<void> {
  const mended = await client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
  client.release(!mended);
}
