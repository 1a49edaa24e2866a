import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFault } from '../start-fault.js';
import { findBinaries, type Binaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { exclusively } from './exclusive.js';
import { setGuard } from './guarded.js';
import { askToHalt, halt } from './running/halt.js';
import { Home } from './home.js';
import { launch } from './launch.js';
import { livePostmaster, removeStalePostmasterFile } from './running/postmaster-file.js';
import { Users } from './users.js';

const DATABASE = 'candour';
const SETTLE_WITHIN_MS = 120_000;
const POLL_MS = 20;

/** A running PostgreSQL of Candour's own. */
export interface EmbeddedDatabase {
  /** A superuser's connection to the database `candour`. */
  readonly url: string;
  /** True when the server was running already: left by a killed process, or shared with another one. */
  readonly adopted: boolean;
  /** Stops the server, unless another process still uses it. An ephemeral one is removed with its folder. */
  stop(): Promise<void>;
}

/** Where the database lives, and whether it is only for this run. */
export interface EmbeddedDatabaseWish {
  readonly folder: string;
  readonly ephemeral?: boolean;
}

/**
 * Starts a real PostgreSQL on this machine, or joins the one that already runs on the folder. It listens on the
 * loopback address alone, keeps its data between starts, and stops when the last process that uses it leaves. An
 * ephemeral one trades durability for speed and never outlives this process, however that ends.
 * @throws StartFault in one sentence when this machine or folder cannot carry it.
 */
export async function startEmbeddedDatabase({
  folder,
  ephemeral,
}: EmbeddedDatabaseWish): Promise<EmbeddedDatabase> {
  const home = Home.open(folder);
  const binaries = findBinaries(home.account);
  return ephemeral ? startForThisRun(home, binaries) : startToLast(home, binaries);
}

async function startForThisRun(home: Home, binaries: Binaries): Promise<EmbeddedDatabase> {
  if (existsSync(home.data))
    throw new StartFault(`${home.folder} holds a database that is to last: name an empty folder.`);
  const stop = setGuard(home, binaries);
  try {
    const password = await ensureCluster(home, binaries);
    const url = urlOf(await launch({ home, binaries, ephemeral: true }), password);
    await ensureDatabase(url);
    return { url, adopted: false, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

async function startToLast(home: Home, binaries: Binaries): Promise<EmbeddedDatabase> {
  const lock = home.path('lock');
  const users = new Users(home.path('users'));
  const leaveAtExit = (): void => {
    if (!users.leave().othersRemain) askToHalt(home.data, binaries);
  };
  const stop = async (): Promise<void> => {
    process.off('exit', leaveAtExit);
    await exclusively(lock, async () => {
      if (!users.leave().othersRemain) await halt(home.data, binaries);
    });
  };
  return exclusively(lock, async () => {
    users.join();
    process.once('exit', leaveAtExit);
    return { ...(await joinOrLaunch(home, binaries)), stop };
  }).catch(async (fault: unknown) => {
    await stop();
    throw fault;
  });
}

async function joinOrLaunch(home: Home, binaries: Binaries): Promise<{ url: string; adopted: boolean }> {
  const password = await ensureCluster(home, binaries);
  const running = await settled(home);
  removeStalePostmasterFile(home.data);
  const port = running ?? (await launch({ home, binaries, ephemeral: false }));
  const url = urlOf(port, password);
  await ensureDatabase(url);
  return { url, adopted: running !== undefined };
}

/** The port of the server that runs on this home, once it is neither starting nor stopping. */
async function settled(home: Home): Promise<number | undefined> {
  const patience = Date.now() + SETTLE_WITHIN_MS;
  while (Date.now() < patience) {
    const server = livePostmaster(home.data);
    if (!server) return undefined;
    if (server.status === 'ready') return server.port;
    await pause(POLL_MS);
  }
  throw new StartFault(
    `The embedded database in ${home.folder} is neither up nor down: end its process and try again.`,
  );
}

function urlOf(port: number, password: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${DATABASE}`;
}

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new Client({ connectionString: maintenance.href });
  await client.connect().catch((fault: unknown) => {
    throw new StartFault(`The embedded database runs but does not let Candour in: ${String(fault)}.`);
  });
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
