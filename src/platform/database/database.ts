import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { Client, Pool, types, type PoolClient } from 'pg';
import { gatheringSocket } from './reaching/gathering-socket.js';
import type { PoolWish } from './reaching/data-source.js';
import type { RoleNames } from './roles/role-names.js';
import { openingStatement, type Scope } from './scope.js';
import { awayOr, DatabaseAway, isBroken, PERHAPS_SAVED } from './waiting/database-away.js';
import { limitsHere, type TimeLimits } from './waiting/time-limits.js';

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

/** What the way to PostgreSQL allows. */
export interface WayIn {
  readonly roles: RoleNames;
  /** False where a pooler stands between that forgets what was prepared. */
  readonly prepares: boolean;
  /** How long a request may wait for it. */
  readonly limits: TimeLimits;
}

/**
 * The one way to PostgreSQL. Every read and every write runs in a short transaction of its own in somebody's scope;
 * for reads the scope, the query and the commit travel together, so that a scoped read costs one round trip. Nothing
 * waits here without bound, and a PostgreSQL that is away is a `DatabaseAway`, not a fault.
 */
export class Database {
  constructor(
    private readonly readers: Pool,
    private readonly writers: DataSource,
    private readonly way: WayIn,
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
    const limits = limitsHere(this.way.limits);
    const client = await this.readers.connect().catch(rethrowAway);
    try {
      const sent = [
        client.query(openingStatement(scope, 'READ ONLY', { limits, roles: this.way.roles })),
        ...statements.map((statement) => client.query(asQuery(statement, this.way))),
        client.query(commitWithin(limits.whole)),
      ];
      const settled = await Promise.allSettled(sent);
      const failed = settled.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      const results = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      client.release();
      return results.slice(1, -1).map((result) => result.rows as unknown) as RowsOfEach<Asked>;
    } catch (fault) {
      await giveBack(client, fault);
      throw awayOr(fault);
    }
  }

  /** Runs the work in one read-write transaction in the scope; whatever it throws undoes everything. */
  async write<T>(scope: Scope, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const limits = limitsHere(this.way.limits);
    const runner = this.writers.createQueryRunner();
    const connected: unknown = await runner.connect().catch(rethrowAway);
    const guard = setTimeout(() => hangUp(connected), limits.whole);
    try {
      await runner.query(openingStatement(scope, 'READ WRITE', { limits, roles: this.way.roles }));
      const result = await work(runner.manager);
      await runner.query('COMMIT').catch(rethrowUnsure);
      return result;
    } catch (fault) {
      await runner.query('ROLLBACK').catch(() => hangUp(connected));
      throw awayOr(fault);
    } finally {
      clearTimeout(guard);
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
export function readerPool({ url, size, waitMs }: PoolWish): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: waitMs,
    keepAlive: true,
    pipeline: true,
    stream: gatheringSocket,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

types.setTypeParser(types.builtins.DATE, (text) => text);

const names = new Map<string, string>();

function asQuery(
  { text, values, prepared }: SqlStatement,
  { prepares }: WayIn,
): {
  text: string;
  values: unknown[];
  name?: string;
} {
  return {
    text,
    values: [...(values ?? [])],
    ...(prepared === true && prepares ? { name: nameOf(text) } : {}),
  };
}

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, 32);
  names.set(text, name);
  return name;
}

/** Its time limit ends the whole read: the driver hangs up when what was sent down the line is not answered. */
function commitWithin(milliseconds: number): { text: string; query_timeout: number } {
  return { text: 'COMMIT', query_timeout: milliseconds };
}

async function giveBack(client: PoolClient, fault: unknown): Promise<void> {
  const mended =
    !isBroken(fault) &&
    (await client.query('ROLLBACK').then(
      () => true,
      () => false,
    ));
  client.release(!mended);
}

/** A connection that is ended is taken out of its pool when it is given back. */
function hangUp(connected: unknown): void {
  if (connected instanceof Client) connected.end().catch(() => undefined);
}

function rethrowAway(fault: unknown): never {
  throw awayOr(fault);
}

function rethrowUnsure(fault: unknown): never {
  throw isBroken(fault) ? new DatabaseAway(fault, PERHAPS_SAVED) : fault;
}
