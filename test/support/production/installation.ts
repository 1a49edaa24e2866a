import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Variables } from '../../../src/platform/settings/read-settings.js';
import { runConsole, type Ran } from '../console.js';
import { httpsFront, PUBLIC_ADDRESS, type HttpsFront } from '../https-front.js';
import { PageReader } from '../page-reader.js';
import { PRODUCTION_VARIABLES } from '../production-variables.js';
import { folderOfATest } from '../settings.js';
import { CERTIFICATE, type Cluster } from './cluster.js';
import { overHttps } from './over-https.js';
import { ahead, Served } from './served.js';

const PASSWORD = 'only-for-tests';
const WITH_TLS = `uselibpqcompat=true&sslmode=verify-ca&sslrootcert=${CERTIFICATE}`;

/**
 * Candour as an institution runs it: its own database on a server of theirs, whose owner is no superuser, reached over
 * TLS; the console with the owner's address; two processes without it, behind an https front.
 */
export class Installation {
  readonly folder = folderOfATest();
  private processes: readonly Served[] = [];
  private front: HttpsFront | undefined;
  private days = 0;
  private printedBefore = '';

  private constructor(
    private readonly cluster: Cluster,
    /** Without it nobody signs in or comes back with a receipt, so it goes along with a backup's keys. */
    readonly secret: string,
  ) {}

  /** Does what the administrator of a database server is asked for, and no more: an owner, a login, an empty database. */
  static async on(cluster: Cluster, secret = randomBytes(32).toString('base64')): Promise<Installation> {
    const superuser = new Client({ connectionString: cluster.url });
    await superuser.connect();
    const rights = `LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '${PASSWORD}'`;
    await superuser.query(`CREATE ROLE keeper CREATEROLE ${rights}`);
    await superuser.query(`CREATE ROLE website NOINHERIT ${rights}`);
    await superuser.query('CREATE DATABASE register OWNER keeper TEMPLATE template0');
    await superuser.end();
    return new Installation(cluster, secret);
  }

  /** Runs a command of the console, as the operator does who has the owner's address. */
  candour(...words: readonly string[]): Promise<Ran> {
    return runConsole({ ...this.variables, DATABASE_URL: this.addressOf('keeper') }, ...words);
  }

  /** Starts two processes that serve, and the front before them. */
  async start(): Promise<void> {
    this.processes = await Promise.all([Served.with(this.variables), Served.with(this.variables)]);
    this.front = await httpsFront(...this.processes.map(({ address }) => address));
  }

  /** Ends both processes and the front; the database stays. */
  async stop(): Promise<void> {
    this.front?.close();
    await Promise.all(this.processes.map((served) => served.end()));
    this.printedBefore = this.printed;
    this.processes = [];
  }

  /** Lets so many days pass, during which both processes were started anew. */
  async later(days: number): Promise<void> {
    this.days += days;
    await this.stop();
    await this.start();
  }

  /** The moment at which it stands. */
  now(): Date {
    return new Date(Date.now() + this.days * 86_400_000);
  }

  /** `fetch` through the front, over https. */
  readonly ask: typeof fetch = (input, init) => overHttps(this.front?.port ?? 0)(input, init);

  /** A reader of pages whom nobody knows, over https. */
  visitor(): PageReader {
    return new PageReader(PUBLIC_ADDRESS, this.ask);
  }

  /** What each process says of itself to a supervisor, with when to ask again. */
  async readiness(): Promise<readonly (readonly [status: number, retryAfter: string | null])[]> {
    return Promise.all(
      this.processes.map(async ({ address }) => {
        const { status, headers } = await fetch(`${address}/health/ready`);
        return [status, headers.get('retry-after')] as const;
      }),
    );
  }

  /** Waits until every process says that it is ready. */
  async untilReady(): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      if ((await this.readiness()).every(([status]) => status === 200)) return;
      await pause(100);
    }
    throw new Error(`Not ready again: ${JSON.stringify(await this.readiness())}`);
  }

  /** Ends it and removes its folder. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Everything its processes printed, those that have ended too. */
  get printed(): string {
    return [this.printedBefore, ...this.processes.map(({ printed }) => printed)].join('');
  }

  private get variables(): Variables & Readonly<Record<string, string>> {
    return {
      ...PRODUCTION_VARIABLES,
      ...ahead(this.days),
      PUBLIC_URL: PUBLIC_ADDRESS,
      TRUST_PROXY: '1',
      LOG_LEVEL: 'warn',
      CANDOUR_FOLDER: this.folder,
      CANDOUR_SECRET: this.secret,
      DATABASE_APP_URL: this.addressOf('website'),
    };
  }

  private addressOf(role: 'keeper' | 'website'): string {
    const at = Object.assign(new URL(this.cluster.url), { username: role, password: PASSWORD });
    return `${Object.assign(at, { pathname: '/register' }).href}?${WITH_TLS}`;
  }
}
