import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/platform/embedded-database/free-port.js';
import { serverAccount } from '../../src/platform/embedded-database/server-account.js';
import { installedProgram } from './installed-program.js';

/** A real PgBouncer that pools transactions: whoever asks is handed one of two connections to PostgreSQL. */
export interface Pooler {
  /** The same address through the pooler. */
  through(url: string): string;
  stop(): Promise<void>;
}

/** A PgBouncer that is installed. */
export interface PoolerProgram {
  readonly path: string;
  readonly version: string;
  /** Whether it gives a transaction what another one of the same client has prepared: from 1.21 on. */
  readonly keepsPrepared: boolean;
}

/**
 * Every PgBouncer here: Debian's (apt-get install pgbouncer), and the one that PGBOUNCER_PATH names, such as a newer
 * version; none, which is said loudly, where nothing is installed.
 */
export function poolerPrograms(): readonly PoolerProgram[] {
  const installed = installedProgram(['pgbouncer'], { folders: ['/usr/sbin'] });
  const paths = [installed, process.env['PGBOUNCER_PATH']].filter(
    (path): path is string => path !== undefined && path !== '',
  );
  if (paths.length === 0)
    process.stderr.write('\nNO POOLER: pgbouncer is not installed; what goes through it is NOT checked.\n');
  return paths.map(described);
}

function described(path: string): PoolerProgram {
  const said = execFileSync(path, ['--version'], { encoding: 'utf8' });
  const [version = '', major, minor] = /(\d+)\.(\d+)[.\d]*/.exec(said) ?? [];
  return { path, version, keepsPrepared: Number(major) > 1 || Number(minor) >= 21 };
}

/** Starts PgBouncer in transaction mode before the server of these addresses, for their logins; nothing stands there without one. */
export async function startPooler(
  program: PoolerProgram | undefined,
  urls: readonly [string, ...string[]],
): Promise<Pooler> {
  if (program === undefined) return { through: (address) => address, stop: () => Promise.resolve() };
  const { hostname, port: behind } = new URL(urls[0]);
  const folder = mkdtempSync(join(tmpdir(), 'candour-pooler-'));
  chmodSync(folder, 0o755);
  const port = await freePort(undefined);
  const settings = join(folder, 'pgbouncer.ini');
  const logins = join(folder, 'logins.txt');
  writeFileSync(logins, urls.map(asLogin).join(''), { mode: 0o644 });
  writeFileSync(settings, SETTINGS({ hostname, behind, port, logins }), { mode: 0o644 });
  const account = serverAccount(folder);
  const server = spawn(program.path, ['-q', settings], {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await untilListening(port, server);
  return {
    through: (address) => Object.assign(new URL(address), { hostname: '127.0.0.1', port: String(port) }).href,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SETTINGS = ({
  hostname,
  behind,
  port,
  logins,
}: Readonly<Record<'hostname' | 'behind' | 'logins', string>> & { port: number }) => `
[databases]
* = host=${hostname} port=${behind}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${logins}
pool_mode = transaction
default_pool_size = 2
max_client_conn = 200
`;

function asLogin(url: string): string {
  const { username, password } = new URL(url);
  return `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`;
}

async function untilListening(port: number, server: ChildProcess): Promise<void> {
  let said = '';
  server.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) break;
    if (await answers(port)) return;
    await pause(25);
  }
  throw new Error(`PgBouncer did not start: ${said}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
