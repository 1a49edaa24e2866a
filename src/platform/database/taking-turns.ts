import type { SqlStatement } from './database.js';

/** Waits for the turn at this matter until the transaction ends, so that whoever decides sees what the one before has done. */
export function turnAt(matter: string): SqlStatement {
  return { text: 'SELECT pg_advisory_xact_lock(hashtext($1))', values: [matter] };
}
