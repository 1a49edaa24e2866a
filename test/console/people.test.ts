import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { runConsole, type Ran } from '../support/console.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';

describe('An operator prepares a production installation from the console alone', () => {
  const secret = 'a secret that is long enough for tests only';
  const folder = mkdtempSync(join(tmpdir(), 'candour-console-'));
  let database: TestDatabase;

  beforeAll(async () => {
    database = await emptyDatabase();
  });

  afterAll(() => database.drop());

  it('with keys, a schema, an administrator and a token, and leaves a log that holds', async () => {
    expect(await candour('keys', 'make')).toMatchObject({ exitCode: 0 });
    expect(await candour('migrate')).toMatchObject({ exitCode: 0 });
    expect((await candour('doctor')).json['checks']).toContainEqual({
      name: 'Bank holidays',
      well: expect.any(Boolean) as boolean,
      note: expect.stringMatching(/^(known to the end of|those of) \d{4}/) as string,
    });
    const added = await candour(
      'user',
      'add',
      '--name',
      'Ada',
      '--email',
      'Ada@example.org',
      '--role',
      'ADMIN',
    );
    expect(added).toMatchObject({ exitCode: 0, json: { joiningCode: expect.any(String) as string } });
    const unusable = await candour('user', 'add', '--name', ' ', '--email', 'not an address');
    expect([unusable.exitCode, unusable.json['error']]).toEqual([
      2,
      'Enter the full name Enter an email address in the correct format, like name@example.com',
    ]);
    const again = await candour('user', 'add', '--name', 'Ada', '--email', 'ada@example.org');
    expect([again.exitCode, again.json['error']]).toEqual([
      2,
      'This was not saved, because an address belongs to one person.',
    ]);
    expect(await candour('user', 'role', 'ada@example.org', '--grant', 'AUDITOR')).toMatchObject({
      exitCode: 0,
    });
    expect(
      await candour(
        'user',
        'role',
        'ada@example.org',
        '--end',
        'AUDITOR',
        '--reason',
        'Left the audit team.',
      ),
    ).toMatchObject({
      exitCode: 0,
      json: { leftEmpty: false },
    });
    expect(await reasonsOf('membership')).toEqual([null, 'By the operator.', 'Left the audit team.']);
    expect(await candour('user', 'role', 'ada@example.org', '--grant', 'TRUST_SUBMITTER')).toMatchObject({
      exitCode: 2,
    });
    expect(await candour('user', 'role', 'nobody@example.org', '--grant', 'ADMIN')).toMatchObject({
      exitCode: 2,
    });
    expect(
      await candour('token', 'create', 'ada@example.org', '--name', 'a script', '--days', '900'),
    ).toMatchObject({
      exitCode: 2,
    });
    const token = await candour('token', 'create', 'ada@example.org', '--name', 'a script');
    expect(token).toMatchObject({
      exitCode: 0,
      json: { token: expect.stringMatching(/^[\w-]{43}$/) as string },
    });
    expect(await candour('user', 'role', 'ada@example.org', '--end', 'ADMIN')).toMatchObject({
      exitCode: 0,
      json: { leftEmpty: true },
    });
    expect(await candour('seed')).toMatchObject({ exitCode: 2 });
    expect(await candour('verify')).toMatchObject({ exitCode: 0, json: { discrepancies: [] } });
  }, 300_000);

  async function reasonsOf(kind: string): Promise<(string | null)[]> {
    const client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ reason: string | null }>(
      "SELECT leaf::jsonb ->> 'reason' AS reason FROM ledger.event WHERE subject_kind = $1 ORDER BY id",
      [kind],
    );
    await client.end();
    return rows.map(({ reason }) => reason);
  }

  function candour(...words: string[]): Promise<Ran> {
    const variables = {
      ...PRODUCTION_VARIABLES,
      CANDOUR_SECRET: secret,
      CANDOUR_FOLDER: folder,
      ...database.variables,
    };
    return runConsole(variables, ...words);
  }
});
