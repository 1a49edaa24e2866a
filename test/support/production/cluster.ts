import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { projectRoot } from '../../../src/kernel/project-root.js';
import { findBinaries } from '../../../src/platform/embedded-database/binaries.js';
import { freePort } from '../../../src/platform/embedded-database/free-port.js';
import { serverAccount } from '../../../src/platform/embedded-database/server-account.js';

const PASSWORD = 'only-for-tests';
const DEBIAN = '/usr/lib/postgresql/15/bin';

/** The PostgreSQL that every test has, and the oldest that Candour works with, from Debian's package. */
export type WhichServer = 'the PostgreSQL that comes with Candour' | 'PostgreSQL 15';

/** What may run as PostgreSQL on this machine. */
export const SERVERS: readonly WhichServer[] = [
  'the PostgreSQL that comes with Candour',
  ...(hasDebianPostgresql() ? (['PostgreSQL 15'] as const) : []),
];

/** The oldest of them. */
export const OLDEST: WhichServer = SERVERS.at(-1) ?? 'the PostgreSQL that comes with Candour';

/** The certificate, with its key, of everything in tests that speaks TLS. */
export const CERTIFICATE = join(projectRoot, 'test/support/self-signed.pem');

/** A PostgreSQL server of a test's own, which may be stopped and started again at the same address. */
export class Cluster {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly programs: { readonly initdb: string; readonly postgres: string },
    private readonly port: number,
  ) {}

  /** Makes a server with an empty cluster, checksums on, TLS on, and starts it. */
  static async made(which: WhichServer): Promise<Cluster> {
    const folder = mkdtempSync(join(tmpdir(), 'candour-cluster-'));
    const account = serverAccount(folder);
    const debian = { initdb: join(DEBIAN, 'initdb'), postgres: join(DEBIAN, 'postgres') };
    const programs = which === 'PostgreSQL 15' ? debian : findBinaries(account);
    const cluster = new Cluster(folder, programs, await freePort(undefined));
    cluster.initialise();
    await cluster.start();
    return cluster;
  }

  /** A superuser's address. */
  get url(): string {
    return `postgresql://postgres:${PASSWORD}@127.0.0.1:${this.port}/postgres`;
  }

  /** Starts it, again after a stop, and waits until it takes connections. */
  async start(): Promise<void> {
    const settings = {
      port: this.port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
      ssl: 'on',
      ssl_cert_file: join(this.folder, 'certificate.pem'),
      ssl_key_file: join(this.folder, 'certificate.pem'),
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const as = { ...serverAccount(this.folder), cwd: this.folder, stdio: 'ignore' } as const;
    this.server = spawn(this.programs.postgres, ['-D', this.data, ...flags], as);
    await untilReady(this.url);
  }

  /** Stops it as an operator does who does not wait for anybody; everything is there at the next start. */
  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
    this.server = undefined;
  }

  /** Stops it and removes all of it. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private initialise(): void {
    const account = serverAccount(this.folder);
    const [password, certificate] = [join(this.folder, 'password'), join(this.folder, 'certificate.pem')];
    writeFileSync(password, PASSWORD);
    copyFileSync(CERTIFICATE, certificate);
    chmodSync(certificate, 0o600);
    for (const path of [this.folder, password, certificate])
      if (account !== undefined) chownSync(path, account.uid, account.gid);
    const flags = ['-D', this.data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${password}`];
    execFileSync(this.programs.initdb, [...flags, '--data-checksums', '--no-sync', '-E', 'UTF8'], {
      ...account,
      cwd: this.folder,
      stdio: 'ignore',
    });
  }
}

/** Whether the oldest PostgreSQL that Candour works with is installed, which is said loudly where it is not. */
function hasDebianPostgresql(): boolean {
  const found = existsSync(join(DEBIAN, 'postgres'));
  if (!found)
    process.stderr.write(
      '\nNO POSTGRESQL 15: the package postgresql-15 is not installed; it is NOT checked.\n',
    );
  return found;
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const client = new Client({ connectionString: url });
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (ready) return;
    await pause(50);
  }
  throw new Error('PostgreSQL did not start.');
}
