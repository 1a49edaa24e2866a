import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database/embedded-database.js';
import { exclusively } from '../../src/platform/embedded-database/exclusive.js';
import { processIdentity } from '../../src/platform/embedded-database/running/running-process.js';

const APP_PASSWORD = 'only-for-tests';
const HOST = shortHash(hostname());
const RUN = `candour_tests_${HOST}_${process.pid}_${shortHash(processIdentity(process.pid) ?? '')}`;
const FOLDER = join(tmpdir(), RUN);
const TEMPLATE = `${RUN}_template`;

/** One database of a test file's own on the run's PostgreSQL. */
export interface TestDatabase {
  /** Connects as the owner of everything, past row-level security: for arranging, and for looking behind the scenes. */
  readonly ownerUrl: string;
  /** Connects as the application does, with its rights and no more. */
  readonly appUrl: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** What the workers of one run share: the server, or why there is none. */
type Run = { readonly serverUrl: string } | { readonly failure: string };

let joined: Promise<Run> | undefined;

/**
 * A fresh database with the newest schema, copied in a few dozen milliseconds from a template that each run migrates
 * once. The server is an embedded one that ends with the run, or the one that TEST_DATABASE_URL names (version 15 or
 * later, a login that may create databases and roles).
 */
export async function templateDatabase(): Promise<TestDatabase> {
  return createDatabase(`TEMPLATE ${escapeIdentifier(TEMPLATE)} STRATEGY file_copy`);
}

/**
 * A fresh copy of a world that takes long to fill: the first test file of the run that wants it fills it, the others
 * wait and copy. The folder beside it holds what that world keeps outside its database.
 */
export async function copiedWorld(
  name: string,
  fill: (database: TestDatabase, folder: string) => Promise<void>,
): Promise<{ readonly database: TestDatabase; readonly folder: string }> {
  await run();
  const folder = join(FOLDER, name);
  await exclusively(join(FOLDER, `${name}.lock`), async () => {
    if (existsSync(join(folder, 'whole'))) return;
    mkdirSync(folder, { recursive: true });
    const filled = await createDatabase(
      `TEMPLATE ${escapeIdentifier(TEMPLATE)} STRATEGY file_copy`,
      `${RUN}_${name}`,
    );
    await fill(filled, folder);
    writeFileSync(join(folder, 'whole'), '');
  });
  const world = escapeIdentifier(`${RUN}_${name}`);
  return { database: await createDatabase(`TEMPLATE ${world} STRATEGY file_copy`), folder };
}

/** A fresh database without any schema, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('TEMPLATE template0');
}

async function run(): Promise<{ readonly serverUrl: string }> {
  const found = await (joined ??= joinRun());
  if ('failure' in found) throw new Error(`The test database could not be made: ${found.failure}`);
  return found;
}

async function createDatabase(
  how: string,
  name = `${RUN}_${randomUUID().slice(0, 8)}`,
): Promise<TestDatabase> {
  const { serverUrl } = await run();
  await execute(serverUrl, `CREATE DATABASE ${escapeIdentifier(name)} ${how}`);
  return {
    ownerUrl: urlWith(serverUrl, { pathname: `/${name}` }),
    appUrl: urlWith(serverUrl, { pathname: `/${name}`, username: 'candour_app', password: APP_PASSWORD }),
    drop: () => execute(serverUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

/** The workers of a run are threads of one process, so its name finds what the first of them made. */
async function joinRun(): Promise<Run> {
  mkdirSync(FOLDER, { recursive: true });
  chmodSync(FOLDER, 0o755);
  return exclusively(join(FOLDER, 'lock'), async () => {
    const shared = join(FOLDER, 'run.json');
    if (existsSync(shared)) return JSON.parse(readFileSync(shared, 'utf8')) as Run;
    const run = await startRun().catch((fault: unknown) => ({ failure: String(fault) }));
    writeFileSync(shared, JSON.stringify(run));
    return run;
  });
}

async function startRun(): Promise<Run> {
  removeFoldersOfEndedRuns();
  const given = process.env.TEST_DATABASE_URL;
  const serverUrl = given ?? (await startEmbeddedDatabase({ folder: FOLDER, ephemeral: true })).url;
  if (given !== undefined) await dropDatabasesOfEndedRuns(given);
  await execute(serverUrl, `CREATE DATABASE ${escapeIdentifier(TEMPLATE)} TEMPLATE template0`);
  await migrate(urlWith(serverUrl, { pathname: `/${TEMPLATE}` }), APP_PASSWORD);
  return { serverUrl };
}

function removeFoldersOfEndedRuns(): void {
  for (const name of readdirSync(tmpdir()).filter(isOfEndedRun)) {
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function dropDatabasesOfEndedRuns(url: string): Promise<void> {
  const client = await connected(url);
  try {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    for (const { datname } of rows.filter((row) => isOfEndedRun(row.datname))) {
      await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(datname)} WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}

function isOfEndedRun(name: string): boolean {
  const [, host, pid, identity] = /^candour_tests_([^_]+)_(\d+)_([^_]+)/.exec(name) ?? [];
  return host === HOST && shortHash(processIdentity(Number(pid)) ?? '') !== identity;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = await connected(url);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

function urlWith(url: string, parts: Partial<Pick<URL, 'pathname' | 'username' | 'password'>>): string {
  return Object.assign(new URL(url), parts).href;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
