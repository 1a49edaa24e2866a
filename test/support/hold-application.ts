import 'reflect-metadata';
import { createApplication } from '../../src/application.js';
import { Connection } from '../../src/platform/database/connection.js';
import { readSettings } from '../../src/platform/settings/read-settings.js';

/** Serves Candour on the database and folder that the environment names, as a process of its own that a test can kill. */
const { TEST_OWNER_URL = '', TEST_APP_URL = '' } = process.env;
const app = await createApplication(
  readSettings(process.env),
  new Connection(TEST_OWNER_URL, TEST_APP_URL, ''),
);
await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`serving at ${(await app.getUrl()).replace('localhost', '127.0.0.1')}\n`);
