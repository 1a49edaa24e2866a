import { Client } from 'pg';
import type { Connection } from '../../platform/database/reaching/connection.js';
import type { Database } from '../../platform/database/database.js';
import { openDatabase } from '../../platform/database/reaching/open-database.js';
import type { Settings } from '../../platform/settings/settings.js';

/** One thing that the doctor looked at. */
export interface Check {
  readonly name: string;
  readonly well: boolean;
  readonly note: string;
  /** Everything that is not well, one by one, where it is many things. */
  readonly pieces?: readonly string[];
}

/** Looks at one thing; a look that fails is a thing that is not well. */
export async function check(name: string, look: () => Promise<Omit<Check, 'name'>>): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (fault) {
    return { name, well: false, note: fault instanceof Error ? fault.message : 'does not answer' };
  }
}

/** Asks with a connection of its own and lets go of it. */
export async function onConnection<T>(url: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: MOST_MS });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** The one value that a query yields to the login, or to a role that it can become; an empty text when it yields none. */
export function ask(url: string, query: string, role?: string): Promise<string> {
  return onConnection(url, async (client) => {
    if (role !== undefined) await client.query(`BEGIN READ ONLY; SET LOCAL ROLE ${role}`);
    const { rows } = await client.query<{ value: string }>(query);
    return rows[0]?.value ?? '';
  });
}

/** Asks as the application does, in somebody's scope, and lets go of what was opened for it. */
export async function withDatabase<T>(
  settings: Settings,
  connection: Connection,
  look: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(settings, connection);
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}

const MOST_MS = 10_000;
