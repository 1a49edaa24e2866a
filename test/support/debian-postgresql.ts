import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../../src/platform/embedded-database/free-port.js';
import { serverAccount } from '../../src/platform/embedded-database/server-account.js';

const PROGRAMS = '/usr/lib/postgresql/15/bin';
const PASSWORD = 'only-for-tests';

/** A PostgreSQL 15 from Debian's package for this test alone, at a superuser's address. */
export interface DebianServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Whether the oldest PostgreSQL that Candour works with is installed, which is said loudly where it is not. */
export function hasDebianPostgresql(): boolean {
  const found = existsSync(join(PROGRAMS, 'postgres'));
  if (!found)
    process.stderr.write(
      '\nNO POSTGRESQL 15: the package postgresql-15 is not installed; it is NOT checked.\n',
    );
  return found;
}

/** Starts a PostgreSQL 15 in a folder of its own. */
export async function startDebianPostgresql(): Promise<DebianServer> {
  const folder = mkdtempSync(join(tmpdir(), 'candour-postgresql-15-'));
  const account = serverAccount(folder);
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
  writeFileSync(passwordFile, PASSWORD);
  chmodSync(passwordFile, 0o644);
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const made = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'];
  execFileSync(join(PROGRAMS, 'initdb'), made, { ...account, cwd: folder, stdio: 'ignore' });
  const port = await freePort(undefined);
  const started = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-k',
    folder,
    '-c',
    'fsync=off',
  ];
  const server = spawn(join(PROGRAMS, 'postgres'), started, { ...account, cwd: folder, stdio: 'ignore' });
  const url = `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const client = new Client({ connectionString: url });
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (ready) return;
    await pause(50);
  }
  throw new Error('PostgreSQL 15 did not start.');
}
