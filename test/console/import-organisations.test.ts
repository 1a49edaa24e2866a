import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runConsole, type Ran } from '../support/console.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { templateDatabase, type TestDatabase } from '../support/server.js';

const PUBLISHED = join(projectRoot, 'register/organisations/ods-etr-2025-07.csv');

describe('An operator imports an edition of the published file at the console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-trusts-'));
  let database: TestDatabase;

  beforeAll(async () => {
    database = await templateDatabase();
  });

  afterAll(() => database.drop());

  it('after seeing what it would change, and only when they say so', async () => {
    const seen = await candour('import-organisations', PUBLISHED);
    expect(seen).toMatchObject({ exitCode: 0, json: { edition: '2025-07', applied: false, heldBack: [] } });
    expect(seen.json['changes']).toHaveLength(210);
    const done = await candour('import-organisations', PUBLISHED, '--apply');
    expect(done).toMatchObject({ exitCode: 0, json: { added: 210, reopened: 0, applied: true } });
    const again = await candour('import-organisations', PUBLISHED);
    expect(again.json).toMatchObject({ changes: [], unchanged: 210, notInFile: 0 });
  }, 120_000);

  it('and records who took over from whom, and takes it back', async () => {
    const source = 'invented for a test';
    const unknown = await candour('succession', 'add', 'R1C', 'Nowhere NHS Trust', '--source', source);
    expect([unknown.exitCode, unknown.json['error']]).toEqual([2, expect.stringMatching(/^No organisation/)]);
    const date = ['--date', '2024-10-01'];
    const added = await candour('succession', 'add', 'R1C', 'rw1', '--source', source, ...date);
    expect(added).toMatchObject({ exitCode: 0, json: { id: expect.any(String) as string } });
    const withdrawn = await candour('succession', 'withdraw', 'R1C', 'RW1', '--reason', 'only a test');
    expect(withdrawn).toMatchObject({ exitCode: 0, json: added.json });
    expect(await candour('succession', 'withdraw', 'R1C', 'RW1', '--reason', 'again')).toMatchObject({
      exitCode: 2,
    });
  }, 120_000);

  it.each([
    ['an older edition', ['--edition', '2025-03'], /holds the edition of July 2025/],
    ['one without a date', [], /Say of which month or day/],
    ['one whose date is no date', ['--edition', 'last week'], /Say of which month or day/],
  ])('and is refused %s', async (_, options, reason) => {
    const copy = join(folder, 'etr.csv');
    writeFileSync(copy, '"RT5","RT5 NHS TRUST","Y60","QK1","A","","","B","","LE4 8PQ","20020401",""\n');
    const ran = await candour('import-organisations', copy, ...options);
    expect([ran.exitCode, ran.json['error']]).toEqual([2, expect.stringMatching(reason)]);
  });

  function candour(...words: string[]): Promise<Ran> {
    const variables = {
      CANDOUR_MODE: 'demo',
      CANDOUR_FOLDER: folder,
      ...database.variables,
    };
    return runConsole(variables, ...words);
  }
});
