import { join } from 'node:path';
import { startEmbeddedDatabase } from '../../embedded-database/embedded-database.js';
import { ownLogin } from '../../settings/application-login.js';
import type { Settings } from '../../settings/settings.js';
import { Connection, type ConnectionValues } from './connection.js';
import { RoleNames } from '../roles/role-names.js';

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
export async function openConnection(
  settings: Settings,
  part: 'web' | 'console' = 'web',
): Promise<OpenConnection> {
  const { databaseUrl, databaseAppUrl } = settings;
  if (databaseUrl !== undefined || databaseAppUrl !== undefined)
    return {
      connection: connectionOf(settings, { ownerUrl: databaseUrl, isOwnServer: false, part }),
      close: () => Promise.resolve(),
    };
  const server = await startEmbeddedDatabase({ folder: join(settings.folder, 'database') });
  return {
    connection: connectionOf(settings, { ownerUrl: server.url, isOwnServer: true, part }),
    close: () => server.stop(),
  };
}

function connectionOf(
  settings: Settings,
  { ownerUrl, isOwnServer, part }: Pick<ConnectionValues, 'ownerUrl' | 'isOwnServer' | 'part'>,
): Connection {
  const appUrl = settings.databaseAppUrl ?? ownLogin(settings, ownerUrl ?? '');
  const workerUrl = settings.databaseWorkerUrl ?? appUrl;
  return new Connection({
    ownerUrl,
    appUrl,
    workerUrl,
    roles: new RoleNames(settings.databaseRoles),
    isOwnServer,
    ...(part && { part }),
  });
}
