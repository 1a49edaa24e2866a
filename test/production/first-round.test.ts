import { join } from 'node:path';
import { createApplication } from '../../src/application.js';
import type { RunningCandour } from '../support/running-candour.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { runConsole, type Ran } from '../support/console.js';
import { PageReader } from '../support/page-reader.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';
import { folderOfATest, testSettings } from '../support/settings.js';

describe('A production installation comes from nothing to its first round, without the demo world', () => {
  const variables = { ...PRODUCTION_VARIABLES, CANDOUR_FOLDER: folderOfATest() };
  let database: TestDatabase;
  let app: RunningCandour['app'] | undefined;

  beforeAll(async () => {
    database = await emptyDatabase();
  });

  afterAll(async () => {
    await app?.close();
    await database.drop();
  });

  it('by the console: a lead, what a review asks, what sources say; then the lead opens the round', async () => {
    expect(await candour('keys', 'make')).toMatchObject({ exitCode: 0 });
    expect(await candour('migrate')).toMatchObject({ exitCode: 0 });
    const lead = ['--name', 'Lee', '--email', 'lee@example.org', '--role', 'LEAD_REVIEWER'];
    expect(await candour('user', 'add', ...lead)).toMatchObject({ exitCode: 0 });
    const { json } = await candour('token', 'create', 'lee@example.org', '--name', 'rounds', '--write');
    const token = String(json['token']);

    app = await createApplication(testSettings({ ...variables }), database.connection);
    await app.listen({ host: '127.0.0.1', port: 0 });
    const address = (await app.getUrl()).replace('localhost', '127.0.0.1');
    const early = await open(address, token);
    expect([early.status, JSON.stringify(early.body)]).toEqual([422, expect.stringContaining('framework')]);

    const edition = join(projectRoot, 'frameworks', 'candour-2026-11.yaml');
    expect(await candour('framework', 'publish', edition)).toMatchObject({
      ...{ exitCode: 0, json: { outcome: 'published', criteria: 78 } },
    });
    expect(await candour('register', 'load', join(projectRoot, 'register'))).toMatchObject({
      ...{ exitCode: 0, json: { loaded: true, corrected: 0, leftAlone: 0 } },
    });

    const opened = await open(address, token);
    expect(opened.status).toBe(201);
    const rounds = await new PageReader(address).open('/rounds');
    expect(rounds.text).toContain('The first round');
    expect((await rounds.open('/deployments?q=SHIPP')).text).toContain('SHIPP in Surrey');
    expect((await rounds.open('/criteria')).text).toContain('the same 78 criteria');
    expect(await candour('verify')).toMatchObject({ exitCode: 0, json: { discrepancies: [] } });
  }, 400_000);

  async function open(address: string, token: string): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${address}/api/v1/rounds`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ title: 'The first round', framework: 'candour-2026-11', asAt: '2026-11-21' },
        ...{ selfReviewDue: '2099-01-31', scoringDue: '2099-03-31', publicationDate: '2099-06-30' },
      }),
    });
    return { status: response.status, body: await response.json() };
  }

  function candour(...words: string[]): Promise<Ran> {
    const secret = 'a secret that is long enough for tests only';
    return runConsole({ ...variables, CANDOUR_SECRET: secret, ...database.variables }, ...words);
  }
});
