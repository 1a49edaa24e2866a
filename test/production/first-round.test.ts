import { join } from 'node:path';
import { createApplication } from '../../src/application.js';
import { timeCode } from '../../src/identity/proofs/time-code.js';
import type { RunningCandour } from '../support/running-candour.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { runConsole, type Ran } from '../support/console.js';
import { PageReader } from '../support/page-reader.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';
import { folderOfATest, testSettings } from '../support/settings.js';

const EMAIL = 'lee@example.org';
const PASSPHRASE = 'kettle orbit nine ferns';

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
    const lead = ['--name', 'Lee', '--email', EMAIL, '--role', 'LEAD_REVIEWER'];
    const added = await candour('user', 'add', ...lead);
    expect(added).toMatchObject({ exitCode: 0 });
    app = await createApplication(testSettings({ ...variables }), database.connection);
    await app.listen({ host: '127.0.0.1', port: 0 });
    const page = new PageReader((await app.getUrl()).replace('localhost', '127.0.0.1'));
    await joined(page, String(added.json['joiningCode']));
    await page.open('/rounds/new');
    expect(page.find('select[name=framework] option[value=candour-2026-11]')).toHaveLength(0);

    const edition = join(projectRoot, 'frameworks', 'candour-2026-11.yaml');
    expect(await candour('framework', 'publish', edition)).toMatchObject({
      ...{ exitCode: 0, json: { outcome: 'published', criteria: 78 } },
    });
    expect(await candour('register', 'load', join(projectRoot, 'register'))).toMatchObject({
      ...{ exitCode: 0, json: { loaded: true, corrected: 0, leftAlone: 0 } },
    });

    await page.open('/rounds/new');
    page.fill('Title of the round', 'The first round');
    page.find('select[name=framework] option[value=candour-2026-11]').attr('selected', '');
    page.fillDate('Day under review', { day: '21', month: '11', year: '2026' });
    page.fillDate('Self-reviews are due on', { day: '31', month: '1', year: '2099' });
    page.fillDate('Scores are due on', { day: '31', month: '3', year: '2099' });
    await page.fillDate('Publication date', { day: '30', month: '6', year: '2099' }).press('Open the round');
    expect([page.issues, page.notice]).toEqual([[], 'The round was opened']);
    expect(page.heading).toContain('The first round');
    expect((await page.open('/deployments?q=SHIPP')).text).toContain('SHIPP in Surrey');
    expect((await page.open('/criteria')).text).toContain('the same 78 criteria');
    expect(await candour('verify')).toMatchObject({ exitCode: 0, json: { discrepancies: [] } });
  }, 400_000);

  /** Joins as people do: a passphrase of their own, and the code generator that the role needs. */
  async function joined(page: PageReader, code: string): Promise<void> {
    await page.open('/join');
    page.fill('Email address', EMAIL).fill('Joining code', code);
    await page.fill('New passphrase', PASSPHRASE).press('Set passphrase');
    await page.fill('Email address', EMAIL).fill('Passphrase', PASSPHRASE).press();
    const secret = page.find('main p code').text().replace(/\s/g, '');
    await page.fill('Code', timeCode(secret, new Date())).press('Set up');
  }

  function candour(...words: string[]): Promise<Ran> {
    const secret = 'a secret that is long enough for tests only';
    return runConsole({ ...variables, CANDOUR_SECRET: secret, ...database.variables }, ...words);
  }
});
