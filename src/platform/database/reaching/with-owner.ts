import { Client } from 'pg';
import { StartFault } from '../../start-fault.js';
import type { Connection } from './connection.js';
import { isBehindPooler } from './behind-pooler.js';

const MOST_MS = 30_000;

/**
 * Does work with a connection of the owner's, and lets go of it.
 * @throws StartFault when the database cannot be reached, a pooler stands before it, or this process was given no owner.
 */
export async function withOwner<T>(connection: Connection, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({
    connectionString: connection.owner(),
    connectionTimeoutMillis: MOST_MS,
    keepAlive: true,
  });
  owner.on('error', () => undefined);
  await owner.connect().catch((fault: unknown) => {
    throw new StartFault(`The database could not be reached: ${messageOf(fault)}. ${CHECK_URL}`);
  });
  try {
    if (await isBehindPooler(owner)) throw new StartFault(POOLER_IN_BETWEEN);
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** What a fault says; of several that came together, all of them. */
export function messageOf(fault: unknown): string {
  if (fault instanceof AggregateError) return fault.errors.map(messageOf).join('; ');
  return fault instanceof Error ? fault.message : String(fault);
}

const CHECK_URL = 'Check DATABASE_URL and that PostgreSQL runs there, then start again.';
const POOLER_IN_BETWEEN =
  'A pooler stands between Candour and PostgreSQL, and this needs one connection to itself. Set DATABASE_URL to an address of PostgreSQL itself, then start again.';
