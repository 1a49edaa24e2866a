import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { createApplication } from '../../src/application.js';
import { OPERATOR, VISITOR } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { Connection } from '../../src/platform/database/reaching/connection.js';
import { running } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Database } from '../../src/platform/database/database.js';
import { RoleNames } from '../../src/platform/database/roles/role-names.js';
import { asLongWork } from '../../src/platform/database/waiting/time-limits.js';
import { migrate } from '../../src/platform/database/schema/migrate.js';
import {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
} from '../../src/platform/embedded-database/embedded-database.js';
import { COOKIES } from '../../src/platform/cookies/site-cookies.js';
import { askForJob } from '../../src/platform/jobs/job-request.js';
import { Worker } from '../../src/platform/jobs/worker.js';
import type { Settings } from '../../src/platform/settings/settings.js';
import { testSettings } from '../support/settings.js';

const PASSWORD = 'only-for-tests';
const MOST_MS = 15_000;

describe('While PostgreSQL is away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-away-'));
  const settings: Settings = testSettings({ DATABASE_SECONDS: '2' });
  let server: EmbeddedDatabase;
  let line: FrozenLine;
  let app: NestFastifyApplication;
  let address: string;

  beforeAll(async () => {
    server = await startEmbeddedDatabase({ folder });
    await migrate(connectionThrough());
    line = await FrozenLine.to(Number(new URL(server.url).port));
    app = await createApplication(settings, connectionThrough(line.port));
    await app.listen({ host: '127.0.0.1', port: 0 });
    address = (await app.getUrl()).replace('localhost', '127.0.0.1');
  }, 120_000);

  afterAll(async () => {
    await app.close();
    line.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('a supervisor is told so each time it asks, pages and API answer 503 with a time to come back, and all is well again by itself', async () => {
    expect(await answers()).toEqual(WELL);
    await server.stop();
    await pause(1100);
    expect(await answers()).toEqual(AWAY);
    server = await startEmbeddedDatabase({ folder });
    expect(await wellAgain()).toEqual(WELL);
  }, 120_000);

  it('so it is while the password is wrong', async () => {
    await asOwner("ALTER ROLE candour_app PASSWORD 'another'");
    await asOwner("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'candour_app'");
    await pause(1100);
    expect(await answers()).toEqual(AWAY);
    await asOwner(`ALTER ROLE candour_app PASSWORD '${PASSWORD}'`);
    expect(await wellAgain()).toEqual(WELL);
  }, 60_000);

  it('so it is while the line is up and nothing comes back: nobody waits without bound', async () => {
    line.freeze();
    await pause(1100);
    expect(await answers()).toEqual(AWAY);
    line.thaw();
    expect(await wellAgain()).toEqual(WELL);
  }, 120_000);

  it('somebody who leaves is gone all the same, and every cookie is taken back', async () => {
    line.freeze();
    const headers = { cookie: `candour=${'A'.repeat(43)}` };
    const signal = AbortSignal.timeout(MOST_MS);
    const left = await fetch(`${address}/leave`, { headers, redirect: 'manual', signal });
    expect([left.status, left.headers.get('location')]).toEqual([303, 'https://www.bbc.co.uk/weather']);
    expect(left.headers.getSetCookie()).toHaveLength(Object.keys(COOKIES).length);
    line.thaw();
    expect(await wellAgain()).toEqual(WELL);
  }, 60_000);

  it('so it is while another transaction holds what is asked for, or a statement takes too long; long work takes its time', async () => {
    const database = app.get(Database);
    const scope = scopeOf(VISITOR);
    const slow = { text: 'SELECT pg_sleep(3)' };
    await expect(database.rows(scope, slow)).rejects.toThrow('Try again in a few minutes');
    await expect(asLongWork(() => database.rows(scope, slow))).resolves.toHaveLength(1);
    await expect(database.write(scope, (manager) => manager.query(slow.text))).rejects.toMatchObject({
      status: 503,
    });
    const holder = new Client({ connectionString: server.url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE organisations.organisation IN ACCESS EXCLUSIVE MODE');
    expect((await fetch(`${address}/api/v1/organisations`)).status).toBe(503);
    await holder.query('ROLLBACK');
    await holder.end();
    expect(await answers()).toEqual(WELL);
  }, 60_000);

  it('a change whose end broke is said to be whole or not at all, and never that nothing was saved', async () => {
    const lost = app.get(Database).write(scopeOf(VISITOR), async (manager) => {
      await manager.query('SELECT 1');
      line.freeze();
    });
    await expect(lost).rejects.toMatchObject({
      detail: expect.stringContaining('look whether it is there') as string,
    });
    line.thaw();
    expect(await wellAgain()).toEqual(WELL);
  }, 60_000);

  it('a folder in which files cannot be kept, as on a full disk, and keys that cannot be read, are told too', async () => {
    const files = join(settings.folder, 'files');
    expect(await ready()).toBe('200');
    rmSync(files, { recursive: true, force: true });
    writeFileSync(files, 'in the way');
    await pause(1100);
    expect(await ready()).toBe('503 Files cannot be kept.');
    rmSync(files);
    const key = join(settings.folder, 'keys', 'reader-identity.pub');
    renameSync(key, `${key}.away`);
    await pause(1100);
    expect(await ready()).toBe('503 The keys that concerns are sealed to cannot be read.');
    renameSync(`${key}.away`, key);
    await pause(1100);
    expect(await ready()).toBe('200');
  }, 60_000);

  it('a newer schema is served by nobody who does not know it: neither who runs already nor who starts', async () => {
    await asOwner(
      "INSERT INTO schema_migration (timestamp, name) VALUES (9999999999999, 'Tomorrow9999999999999')",
    );
    await pause(1100);
    expect(await ready()).toContain(
      'the migration Tomorrow9999999999999 ran there, which this version does not know',
    );
    expect((await answers()).page).toBe('503, later');
    expect((await fetch(`${address}/leave`, { redirect: 'manual' })).status).toBe(303);
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    await expect(migrate(connectionThrough())).rejects.toThrow(
      /newer than this version of Candour: the migration Tomorrow9999999999999 .* Start the newer version/,
    );
    await asOwner("DELETE FROM schema_migration WHERE name = 'Tomorrow9999999999999'");
    expect(await wellAgain()).toEqual(WELL);
  }, 60_000);

  it('a job that ends meanwhile takes nothing down with it, and later ones are done', async () => {
    const [begun, mayEnd] = [new Signal(), new Signal()];
    app.get(Worker).teach('ends while it is away', async () => {
      begun.give();
      await mayEnd.given;
      return {};
    });
    await askedFor('ends while it is away');
    await begun.given;
    await server.stop();
    mayEnd.give();
    await pause(2000);
    server = await startEmbeddedDatabase({ folder });
    expect(await wellAgain()).toEqual(WELL);
    const done = new Signal();
    app.get(Worker).teach('comes later', () => {
      done.give();
      return Promise.resolve({});
    });
    await askedFor('comes later');
    await done.given;
  }, 90_000);

  async function askedFor(task: string): Promise<void> {
    const { statement } = askForJob({ task, title: task, askedBy: null, input: {} });
    await app.get(Ledger).perform(OPERATOR, running(statement));
  }

  const WELL = { ready: '200', page: '200', api: '200' };
  const AWAY = { ready: '503, later', page: '503, later', api: '503, later' };

  async function wellAgain(): Promise<Record<string, string>> {
    let last = await answers();
    for (let tries = 0; tries < 30 && last['ready'] !== '200'; tries += 1) {
      await pause(500);
      last = await answers();
    }
    return answers();
  }

  async function answers(): Promise<Record<string, string>> {
    const asked = { ready: '/health/ready', page: '/organisations', api: '/api/v1/organisations' };
    const entries = Object.entries(asked).map(async ([name, path]) => [name, await answer(path)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  async function answer(path: string): Promise<string> {
    const response = await fetch(address + path, { signal: AbortSignal.timeout(MOST_MS) });
    return `${response.status}${Number(response.headers.get('retry-after')) > 0 ? ', later' : ''}`;
  }

  async function ready(): Promise<string> {
    const response = await fetch(`${address}/health/ready`);
    const said = /<p[^>]*>([^<]*(?:kept|read|know)[^<]*)<\/p>/.exec(await response.text())?.[1];
    return [response.status, said].filter(Boolean).join(' ');
  }

  function connectionThrough(port = Number(new URL(server.url).port)): Connection {
    const url = appUrl(port);
    return new Connection({
      ...{ ownerUrl: server.url, appUrl: url, workerUrl: url },
      roles: new RoleNames('candour'),
      isOwnServer: true,
    });
  }

  function appUrl(port: number): string {
    return Object.assign(new URL(server.url), {
      username: 'candour_app',
      password: PASSWORD,
      port: String(port),
    }).href;
  }

  async function asOwner(statement: string): Promise<void> {
    const owner = new Client({ connectionString: server.url });
    await owner.connect();
    await owner.query(statement);
    await owner.end();
  }
});

/** Something that is waited for until it is given. */
class Signal {
  give: () => void = () => undefined;
  readonly given = new Promise<void>((resolve) => {
    this.give = resolve;
  });
}

/** A line to a server that can go silent, as a network does: connections stay up and nothing comes back. */
class FrozenLine {
  private readonly sockets = new Set<Socket>();
  private frozen = false;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async to(port: number): Promise<FrozenLine> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const line = new FrozenLine(server, (server.address() as AddressInfo).port);
    server.on('connection', (near) => line.join(near, connect(port, '127.0.0.1')));
    return line;
  }

  freeze(): void {
    this.frozen = true;
  }

  thaw(): void {
    this.frozen = false;
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.thaw();
    this.server.close();
  }

  private join(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (bytes) => {
        if (!this.frozen) to.write(bytes);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  }
}
