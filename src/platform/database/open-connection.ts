import { join } from 'node:path';
import { startEmbeddedDatabase } from '../embedded-database/embedded-database.js';
import { applicationLogin } from '../settings/application-login.js';
import type { Settings } from '../settings/settings.js';
import { Connection } from './connection.js';

/** PostgreSQL as these settings name it, and how to let go of it. */
export interface OpenConnection {
  readonly connection: Connection;
  /** Stops the embedded server, unless another process uses it; leaves any other server alone. */
  readonly close: () => Promise<void>;
}

/**
 * Reaches the PostgreSQL that the settings name, or starts the one that comes with Candour.
 * @throws StartFault when the embedded server cannot run here.
 */
export async function openConnection(settings: Settings): Promise<OpenConnection> {
  if (settings.databaseUrl !== undefined)
    return { connection: connectionOf(settings, settings.databaseUrl), close: () => Promise.resolve() };
  const server = await startEmbeddedDatabase({ folder: join(settings.folder, 'database') });
  return { connection: connectionOf(settings, server.url), close: () => server.stop() };
}

function connectionOf(settings: Settings, ownerUrl: string): Connection {
  const login = applicationLogin(settings, ownerUrl);
  return new Connection(ownerUrl, login.url, login.password);
}
