import { Client } from 'pg';
import { Connection } from '../../src/platform/database/reaching/connection.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

describe('PostgreSQL knows which part of Candour is connected', () => {
  let candour: RunningCandour;

  beforeAll(async () => {
    candour = await runningCandour();
  });

  afterAll(() => candour.close());

  it('that serves, that works off jobs', async () => {
    await fetch(`${candour.address}/deployments`);
    const { rows } = await candour.superuser.query<{ name: string; login: string }>(
      `SELECT DISTINCT application_name AS name FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY 1`,
    );
    expect(rows).toEqual([{ name: 'candour-web' }, { name: 'candour-worker' }]);
  });

  it.each([
    ['migrates', 'web', 'candour-migrate'],
    ['is the console', 'console', 'candour-console'],
  ] as const)('that %s', async (_, part, name) => {
    const { connection } = candour.database;
    const owner = new Client({
      connectionString: new Connection({ ...connection, ownerUrl: candour.database.ownerUrl, part }).owner(),
    });
    await owner.connect();
    const { rows } = await owner.query<{ application_name: string }>('SHOW application_name');
    await owner.end();
    expect(rows).toEqual([{ application_name: name }]);
  });

  it('and a name that whoever set it up has chosen stays', () => {
    const { connection } = candour.database;
    const appUrl = 'postgresql://login:secret@db.example.org/candour?application_name=second&sslmode=require';
    expect(new Connection({ ...connection, appUrl }).appUrl).toBe(appUrl);
  });
});
