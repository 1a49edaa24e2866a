import type { Settings } from '../../settings/settings.js';
import type { Connection } from './connection.js';
import { writerSource } from './data-source.js';
import { Database, readerPool } from '../database.js';
import { requestLimits } from '../waiting/time-limits.js';

/** The database as the application's login reaches it; whoever opens it closes it. */
export async function openDatabase(
  { databasePoolSize, databaseSeconds, databasePrepares }: Settings,
  { appUrl, roles }: Connection,
): Promise<Database> {
  const limits = requestLimits(databaseSeconds);
  const wish = { url: appUrl, size: databasePoolSize, waitMs: limits.statement };
  return new Database(readerPool(wish), await writerSource(wish).initialize(), {
    roles,
    prepares: databasePrepares,
    limits,
  });
}
