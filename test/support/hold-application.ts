import 'reflect-metadata';
import { createApplication } from '../../src/application.js';
import { openConnection } from '../../src/platform/database/reaching/open-connection.js';
import { readSettings } from '../../src/platform/settings/read-settings.js';

/** Serves Candour on the database and folder that the environment names, as a process of its own that a test can kill. */
const settings = readSettings(process.env);
const { connection } = await openConnection(settings);
const app = await createApplication(settings, connection);
await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`serving at ${(await app.getUrl()).replace('localhost', '127.0.0.1')}\n`);
