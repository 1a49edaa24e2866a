import type { ClientBase } from 'pg';

/** A pooler answers for PostgreSQL with a process of its own; where none stands between, both are the same. */
export async function isBehindPooler(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return 'processID' in client && client.processID !== rows[0]?.pid;
}
