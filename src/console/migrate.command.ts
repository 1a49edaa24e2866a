import { migrate } from '../platform/database/migrate.js';
import { succeeded, type CommandResult } from './command-result.js';
import { withConnection } from './candour-context.js';

/** `candour migrate`: brings the database to the newest schema. */
export async function migrateCommand(): Promise<CommandResult> {
  const ran = await withConnection((_, { ownerUrl, appPassword }) => migrate(ownerUrl, appPassword));
  const lines = ran.length === 0 ? ['The database is up to date.'] : ran.map((name) => `Ran ${name}.`);
  return succeeded(lines, { ran });
}
