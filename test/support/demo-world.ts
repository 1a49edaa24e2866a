import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication, webSettingsOf } from '../../src/application.js';
import { loadDemoWorld } from '../../src/demo-world/demo-world.js';
import { DEMO_PASSPHRASE, DEMO_PERSONAS, type Part } from '../../src/demo-world/personas.js';
import { Connection } from '../../src/platform/database/connection.js';
import { PageReader } from './page-reader.js';
import { templateDatabase, type TestDatabase } from './server.js';
import { testSettings } from './settings.js';

/** The demo world as `npm start` serves it, on a database of the test's own. */
export interface ServedDemoWorld {
  readonly app: NestFastifyApplication;
  readonly address: string;
  readonly database: TestDatabase;
  /** A visitor without scripts, signed in as this persona; nobody is signed in for null. */
  readonly visitAs: (part: Part | null) => Promise<PageReader>;
  readonly close: () => Promise<void>;
}

/** Loads the demo world and serves it. */
export async function servedDemoWorld(): Promise<ServedDemoWorld> {
  const database = await templateDatabase();
  const settings = testSettings();
  const connection = new Connection(database.ownerUrl, database.appUrl, '');
  await loadDemoWorld({ settings, connection, web: webSettingsOf(settings) }, () => undefined);
  const app = await createApplication(settings, connection);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = (await app.getUrl()).replace('localhost', '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await database.drop();
  };
  return { app, address, database, visitAs: (part) => visitAs(address, part), close };
}

async function visitAs(address: string, part: Part | null): Promise<PageReader> {
  const visitor = new PageReader(address);
  if (part === null) return visitor;
  await visitor.open('/sign-in');
  await visitor.fill('Email address', DEMO_PERSONAS[part].email).fill('Passphrase', DEMO_PASSPHRASE).press();
  if (visitor.path.startsWith('/sign-in/code')) {
    const code = /\b\d{6}\b/.exec(visitor.text)?.[0] ?? '';
    await visitor.fill('Code', code).press();
  }
  if (visitor.path.startsWith('/sign-in')) throw new Error(`${part} could not sign in: ${visitor.text}`);
  return visitor;
}
