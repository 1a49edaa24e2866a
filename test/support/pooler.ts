import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/platform/embedded-database/free-port.js';
import { serverAccount } from '../../src/platform/embedded-database/server-account.js';

/** A real PgBouncer that pools transactions: whoever asks is handed one of two connections to PostgreSQL. */
export interface Pooler {
  /** The same address through the pooler. */
  through(url: string): string;
  stop(): Promise<void>;
}

/** Where PgBouncer is; undefined, which is said loudly, where it is not installed (Debian: apt-get install pgbouncer). */
export function poolerProgram(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  const found = folders.map((folder) => join(folder, 'pgbouncer')).find(isExecutable);
  if (found === undefined)
    process.stderr.write('\nNO POOLER: pgbouncer is not installed; what goes through it is NOT checked.\n');
  return found;
}

/** Starts PgBouncer in transaction mode before the server and login of this address; nothing stands there without one. */
export async function startPooler(program: string | undefined, url: string): Promise<Pooler> {
  if (program === undefined) return { through: (address) => address, stop: () => Promise.resolve() };
  const { hostname, port: behind, username, password } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'candour-pooler-'));
  chmodSync(folder, 0o755);
  const port = await freePort(undefined);
  const settings = join(folder, 'pgbouncer.ini');
  const logins = join(folder, 'logins.txt');
  writeFileSync(logins, `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`, {
    mode: 0o644,
  });
  writeFileSync(settings, SETTINGS({ hostname, behind, port, logins }), { mode: 0o644 });
  const account = serverAccount(folder);
  const server = spawn(program, ['-q', settings], {
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

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
