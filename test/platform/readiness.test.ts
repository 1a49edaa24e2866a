import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { createApplication } from '../../src/application.js';
import { migrate } from '../../src/platform/database/schema/migrate.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';
import { testSettings } from '../support/settings.js';

describe('A supervisor asks whether Candour can do its work', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let address: string;

  beforeAll(async () => {
    database = await emptyDatabase();
    await makeLogin();
    app = await createApplication(testSettings(), database.connection);
    await app.listen({ host: '127.0.0.1', port: 0 });
    address = (await app.getUrl()).replace('localhost', '127.0.0.1');
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('is told 503 until the database is migrated, and 200 a second later; it lives all the while', async () => {
    expect(await statuses()).toEqual({ live: 200, ready: 503 });
    await migrate(database.connection);
    await pause(1000);
    expect(await statuses()).toEqual({ live: 200, ready: 200 });
  }, 60_000);

  it('has its nightly work planned as soon as there is a queue for it', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const planned = async (): Promise<number> =>
      (await owner.query('SELECT 1 FROM graphile_worker._private_known_crontabs')).rows.length;
    for (let tries = 0; tries < 100 && (await planned()) === 0; tries += 1) await pause(100);
    expect(await planned()).toBeGreaterThan(0);
    await owner.end();
  }, 30_000);

  /** A process that starts before anybody migrated needs a login that lets it in. */
  async function makeLogin(): Promise<void> {
    const superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const { username, password } = new URL(database.appUrl);
    await superuser.query(`CREATE ROLE ${username} LOGIN NOINHERIT PASSWORD '${password}'`);
    await superuser.end();
  }

  async function statuses(): Promise<{ live: number; ready: number }> {
    const [live, ready] = await Promise.all(
      ['live', 'ready'].map(async (name) => (await fetch(`${address}/health/${name}`)).status),
    );
    return { live: live ?? 0, ready: ready ?? 0 };
  }
});
