import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database/embedded-database.js';
import { Home } from '../../src/platform/embedded-database/home.js';
import { livePostmaster } from '../../src/platform/embedded-database/running/postmaster-file.js';
import { processIdentity } from '../../src/platform/embedded-database/running/running-process.js';
import { StartFault } from '../../src/platform/start-fault.js';

const HOLDER = fileURLToPath(new URL('../support/hold-embedded-database.js', import.meta.url));
const strays: ChildProcess[] = [];
const folders: string[] = [];
const folder = emptyFolder();
const home = Home.open(folder);

afterAll(async () => {
  for (const stray of strays) stray.kill('SIGKILL');
  await (await startEmbeddedDatabase({ folder })).stop();
  for (const path of [...home.folders, ...folders]) rmSync(path, { recursive: true, force: true });
});

describe('The embedded database', () => {
  it('keeps what was written from one start to the next', async () => {
    const first = await startEmbeddedDatabase({ folder });
    await query(first.url, 'CREATE TABLE kept (what text)');
    await query(first.url, `INSERT INTO kept VALUES ('a concern')`);
    await first.stop();
    expect(livePostmaster(home.data)).toBeUndefined();

    const second = await startEmbeddedDatabase({ folder });
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'SELECT what FROM kept')).toEqual([{ what: 'a concern' }]);
    await second.stop();
  });

  it('listens to this machine alone, checks its pages, and keeps its password from other people', async () => {
    const database = await startEmbeddedDatabase({ folder });
    expect(await query(database.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(database.url, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }]);
    expect(await query(database.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(statSync(home.path('superuser-password')).mode & 0o077).toBe(0);
    await database.stop();
  });

  it('is shared by two processes and stops when the last of them leaves', async () => {
    const application = await held(folder);
    const console = await startEmbeddedDatabase({ folder });
    expect(console.adopted).toBe(true);
    expect(console.url).toBe(application.url);
    application.leave();
    await once(application.process, 'exit');
    expect(await query(console.url, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
    await console.stop();
    expect(livePostmaster(home.data)).toBeUndefined();
  });

  it('stops when a process ends without having asked for it', async () => {
    const { leave, process: holder } = await held(folder);
    const pid = livePostmaster(home.data)?.pid ?? 0;
    leave();
    await once(holder, 'exit');
    await gone(pid);
  });

  it('is taken over alive, with its data, from a process that was killed', async () => {
    const { process: killed } = await held(folder);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const successor = await startEmbeddedDatabase({ folder });
    expect(successor.adopted).toBe(true);
    expect(await query(successor.url, 'SELECT what FROM kept')).toEqual([{ what: 'a concern' }]);
    await successor.stop();
    expect(livePostmaster(home.data)).toBeUndefined();
  });

  it('loses nothing it acknowledged when the server itself is killed under writers', async () => {
    const before = await startEmbeddedDatabase({ folder });
    await query(before.url, 'CREATE TABLE filed (reference bigint PRIMARY KEY)');
    const writers = [1, 2, 3, 4].map((writer) => writeUntilCut(before.url, writer));
    await pause(1000);
    process.kill(livePostmaster(home.data)?.pid ?? 0, 'SIGKILL');
    const acknowledged = (await Promise.all(writers)).flat();
    await before.stop();
    expect(acknowledged.length).toBeGreaterThan(20);

    const after = await startEmbeddedDatabase({ folder });
    const stored = await query(after.url, 'SELECT reference FROM filed');
    const references = new Set(stored.map((row) => Number(row.reference)));
    expect(acknowledged.filter((reference) => !references.has(reference))).toEqual([]);
    await after.stop();
  });

  it('starts although its old process number now belongs to another program', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], {
      ...home.account,
      cwd: '/',
    });
    strays.push(stranger);
    const stale = [stranger.pid, home.data, 1_700_000_000, 1, '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(home.data, 'postmaster.pid'), `${stale.join('\n')}\n`);
    home.giveToServer(join(home.data, 'postmaster.pid'));
    const database = await startEmbeddedDatabase({ folder });
    expect(database.adopted).toBe(false);
    expect(await query(database.url, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
    await database.stop();
  });

  it('works inside a folder that is private to its owner, root included', async () => {
    const own = emptyFolder();
    chmodSync(own, 0o700);
    const first = await startEmbeddedDatabase({ folder: join(own, 'database') });
    await query(first.url, 'CREATE TABLE kept (what text)');
    await first.stop();
    const second = await startEmbeddedDatabase({ folder: join(own, 'database') });
    expect(await query(second.url, 'SELECT what FROM kept')).toEqual([]);
    await second.stop();
    folders.push(...Home.open(join(own, 'database')).folders);
  });

  it('says in a sentence why a folder will not do', async () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, '');
    const start = startEmbeddedDatabase({ folder: join(file, 'database') });
    await expect(start).rejects.toBeInstanceOf(StartFault);
    await expect(start).rejects.toThrow(/may not keep its database in .*file.database.*CANDOUR_FOLDER/);
  });
});

describe('A throwaway database', () => {
  it('is never made of one that is to last', async () => {
    await expect(startEmbeddedDatabase({ folder, ephemeral: true })).rejects.toThrow('name an empty folder');
    expect(existsSync(home.data)).toBe(true);
  });

  it('is gone with its folder after it was stopped', async () => {
    const throwaway = emptyFolder();
    const database = await startEmbeddedDatabase({ folder: throwaway, ephemeral: true });
    expect(await query(database.url, 'SHOW fsync')).toEqual([{ fsync: 'off' }]);
    const data = Home.open(throwaway).data;
    const pid = livePostmaster(data)?.pid ?? 0;
    await database.stop();
    expect(processIdentity(pid)).toBeUndefined();
    expect(existsSync(throwaway)).toBe(false);
  });

  it('does not outlive a run that was killed', async () => {
    const throwaway = emptyFolder();
    const { process: run } = await held(throwaway, 'ephemeral');
    const pid = livePostmaster(Home.open(throwaway).data)?.pid ?? 0;
    expect(processIdentity(pid)).toBeDefined();
    run.kill('SIGKILL');
    await gone(pid);
    while (existsSync(throwaway)) await pause(20);
  });
});

interface Held {
  readonly process: ChildProcess;
  readonly url: string;
  leave(): void;
}

async function held(path: string, kind = 'lasting'): Promise<Held> {
  const holder = spawn(process.execPath, [HOLDER, path, kind], { stdio: ['pipe', 'pipe', 'inherit'] });
  strays.push(holder);
  for await (const line of createInterface({ input: holder.stdout })) {
    const { url } = JSON.parse(line) as { url: string };
    return { process: holder, url, leave: () => holder.stdin.end() };
  }
  throw new Error('The holder ended before its database was up.');
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function writeUntilCut(url: string, writer: number): Promise<number[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const acknowledged: number[] = [];
  for (let reference = writer * 1_000_000; ; reference += 1) {
    try {
      await client.query('INSERT INTO filed VALUES ($1)', [reference]);
      acknowledged.push(reference);
    } catch {
      return acknowledged;
    }
  }
}

async function gone(pid: number): Promise<void> {
  while (processIdentity(pid) !== undefined) await pause(20);
}

function emptyFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'candour-embedded-'));
  chmodSync(path, 0o755);
  folders.push(path);
  return path;
}
