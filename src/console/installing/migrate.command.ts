import { migrate } from '../../platform/database/schema/migrate.js';
import { succeeded, type CommandResult } from '../command-result.js';
import { withConnection } from '../candour-context.js';

/** `candour migrate`: brings the database to the newest schema, and gives the application's login a new password if asked. */
export async function migrateCommand({ newPassword }: { newPassword?: boolean }): Promise<CommandResult> {
  const ran = await withConnection((_, connection) =>
    migrate(connection, { newPassword: newPassword === true }),
  );
  const lines = ran.length === 0 ? ['The database is up to date.'] : ran.map((name) => `Ran ${name}.`);
  return succeeded(lines, { ran });
}
