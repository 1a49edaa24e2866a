import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { createApplication, type Beside } from '../../src/application.js';
import type { Connection } from '../../src/platform/database/reaching/connection.js';
import type { Variables } from '../../src/platform/settings/read-settings.js';
import { livingOnOwnDays } from './days-of-its-own.js';
import { templateDatabase, type TestDatabase } from './server.js';
import { testSettings } from './settings.js';

/** Candour serving on a free port of this machine, with a database of the test's own. */
export interface RunningCandour {
  readonly app: NestFastifyApplication;
  /** The address it serves at, without a slash at the end. */
  readonly address: string;
  readonly database: TestDatabase;
  /** A superuser's connection: to arrange what cannot happen, and to look behind the scenes. */
  readonly superuser: Client;
  readonly close: () => Promise<void>;
}

/** Starts the whole of Candour as `npm start` does, on a fresh database and without the demo world. */
export async function runningCandour(
  given: Beside & {
    readonly variables?: Variables;
    /** Another way to the database than straight to it as its owner and its login. */
    readonly connection?: (database: TestDatabase) => Connection;
  } = {},
): Promise<RunningCandour> {
  const database = await templateDatabase();
  const superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  if (given.clock) await livingOnOwnDays(superuser);
  const connection = given.connection?.(database) ?? database.connection;
  const app = await createApplication(testSettings(given.variables), connection, given);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = (await app.getUrl()).replace('localhost', '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await superuser.end();
    await database.drop();
  };
  return { app, address, database, superuser, close };
}
