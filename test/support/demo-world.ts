import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication, webSettingsOf } from '../../src/application.js';
import { loadDemoWorld } from '../../src/demo-world/demo-world.js';
import { DEMO_PASSPHRASE, DEMO_PERSONAS, type Part } from '../../src/demo-world/personas.js';
import { PageReader } from './page-reader.js';
import { copiedWorld, type TestDatabase } from './server.js';
import { testSettings } from './settings.js';

/** What the demo world keeps in its folder: the keys of concerns, and the documents. */
const KEPT = ['keys', 'files'] as const;

/** Nobody signed in, and one invented person for each role: others of the same role meet the same kinds of page. */
export const ONE_OF_EACH: readonly (Part | null)[] = [
  null,
  ...new Map(
    Object.entries(DEMO_PERSONAS)
      .reverse()
      .map(([part, { role }]) => [role, part as Part]),
  ).values(),
];

/** The demo world as `npm start` serves it, on a database of the test's own. */
export interface ServedDemoWorld {
  readonly app: NestFastifyApplication;
  readonly address: string;
  readonly database: TestDatabase;
  /** A visitor without scripts, signed in as this persona; nobody is signed in for null. */
  readonly visitAs: (part: Part | null) => Promise<PageReader>;
  readonly close: () => Promise<void>;
}

/** Serves a copy of the demo world, which is loaded once in each run of the tests. */
export async function servedDemoWorld(): Promise<ServedDemoWorld> {
  const { database, folder } = await copiedWorld('demo', load);
  const settings = testSettings();
  for (const kept of KEPT) cpSync(join(folder, kept), join(settings.folder, kept), { recursive: true });
  const { connection } = database;
  const app = await createApplication(settings, connection);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = (await app.getUrl()).replace('localhost', '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await database.drop();
  };
  return { app, address, database, visitAs: (part) => visitAs(address, part), close };
}

async function load(database: TestDatabase, folder: string): Promise<void> {
  const settings = testSettings();
  const { connection } = database;
  await loadDemoWorld({ settings, connection, web: webSettingsOf(settings) }, () => undefined);
  for (const kept of KEPT) cpSync(join(settings.folder, kept), join(folder, kept), { recursive: true });
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
