import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { Connection } from '../../src/platform/database/reaching/connection.js';
import { migrate } from '../../src/platform/database/schema/migrate.js';
import { RoleNames, type CandourRole } from '../../src/platform/database/roles/role-names.js';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database/embedded-database.js';
import { exclusively } from '../../src/platform/embedded-database/exclusive.js';
import { processIdentity } from '../../src/platform/embedded-database/running/running-process.js';

const PASSWORD = 'only-for-tests';
/** Owns every database of the tests and may make roles; row-level security binds it as it binds everybody. */
const OWNER = 'tests_owner';
/** What the roles of the template and of its copies begin with: what an installation has that sets nothing. */
const ROLES = 'candour';
const HOST = shortHash(hostname());
const RUN = `candour_tests_${HOST}_${process.pid}_${shortHash(processIdentity(process.pid) ?? '')}`;
const FOLDER = join(tmpdir(), RUN);
const TEMPLATE = `${RUN}_template`;

/** One database of a test file's own on the run's PostgreSQL. */
export interface TestDatabase {
  /** What the product is given: an owner that is no superuser, and the application's login. */
  readonly connection: Connection;
  /** The same as settings of a process. */
  readonly variables: Readonly<Record<'DATABASE_URL' | 'DATABASE_APP_URL' | 'DATABASE_ROLES', string>>;
  /** Connects as the owner of the database, which is no superuser and which row-level security binds. */
  readonly ownerUrl: string;
  /** Connects past every wall: to arrange what cannot happen, to tamper, and to look behind the scenes. */
  readonly superuserUrl: string;
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
 * later, a superuser: the tests make an ordinary owner with it).
 */
export async function templateDatabase(): Promise<TestDatabase> {
  return createDatabase({ how: copyOf(TEMPLATE) });
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
    const filled = await createDatabase({ how: copyOf(TEMPLATE), name: `${RUN}_${name}` });
    await fill(filled, folder);
    writeFileSync(join(folder, 'whole'), '');
  });
  return { database: await createDatabase({ how: copyOf(`${RUN}_${name}`) }), folder };
}

/**
 * A fresh database without any schema, for tests of the migrations themselves, whose roles have names of their own: on
 * the run's server, or on the one at this superuser's address.
 */
export async function emptyDatabase(serverUrl?: string): Promise<TestDatabase> {
  if (serverUrl !== undefined) await makeOwner(serverUrl);
  const roles = `t${randomUUID().slice(0, 8)}`;
  return createDatabase({
    how: 'TEMPLATE template0',
    roles,
    ...(serverUrl === undefined ? {} : { serverUrl }),
  });
}

async function run(): Promise<{ readonly serverUrl: string }> {
  const found = await (joined ??= joinRun());
  if ('failure' in found) throw new Error(`The test database could not be made: ${found.failure}`);
  return found;
}

interface Wish {
  readonly how: string;
  readonly name?: string;
  readonly roles?: string;
  readonly serverUrl?: string;
}

async function createDatabase({
  how,
  name = `${RUN}_${randomUUID().slice(0, 8)}`,
  roles = ROLES,
  serverUrl: elsewhere,
}: Wish): Promise<TestDatabase> {
  const serverUrl = elsewhere ?? (await run()).serverUrl;
  await execute(serverUrl, `CREATE DATABASE ${escapeIdentifier(name)} OWNER ${OWNER} ${how}`);
  const drop = async (): Promise<void> => {
    await execute(serverUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
    if (roles !== ROLES) await dropRoles(serverUrl, new RoleNames(roles));
  };
  return { ...addresses(serverUrl, name, roles), drop };
}

function addresses(serverUrl: string, name: string, roles: string): Omit<TestDatabase, 'drop'> {
  const as = (username: string): string =>
    urlWith(serverUrl, { pathname: `/${name}`, username, password: PASSWORD });
  const [ownerUrl, appUrl] = [as(OWNER), as(`${roles}_app`)];
  return {
    connection: new Connection({
      ...{ ownerUrl, appUrl, workerUrl: appUrl },
      roles: new RoleNames(roles),
      isOwnServer: false,
    }),
    variables: { DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, DATABASE_ROLES: roles },
    ownerUrl,
    superuserUrl: urlWith(serverUrl, { pathname: `/${name}` }),
    appUrl,
  };
}

const EVERY_ROLE: readonly CandourRole[] = [
  'candour_public',
  'candour_member',
  'candour_receipt',
  'candour_gate',
  'candour_operator',
  'candour_definer',
  'candour_app',
];

/** A server outlives the run where TEST_DATABASE_URL names one. */
async function dropRoles(serverUrl: string, names: RoleNames): Promise<void> {
  const all = EVERY_ROLE.map((role) => escapeIdentifier(names.of(role))).join(', ');
  await execute(serverUrl, `DROP ROLE IF EXISTS ${all}`);
}

function copyOf(database: string): string {
  return `TEMPLATE ${escapeIdentifier(database)} STRATEGY file_copy`;
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
  await makeOwner(serverUrl);
  await execute(serverUrl, `CREATE DATABASE ${escapeIdentifier(TEMPLATE)} OWNER ${OWNER} TEMPLATE template0`);
  await migrate(addresses(serverUrl, TEMPLATE, ROLES).connection);
  return { serverUrl };
}

async function makeOwner(serverUrl: string): Promise<void> {
  await execute(
    serverUrl,
    `DO $$ BEGIN CREATE ROLE ${OWNER} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD ${escapeLiteral(PASSWORD)};
     EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
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
