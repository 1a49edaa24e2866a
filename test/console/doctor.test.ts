import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { runConsole } from '../support/console.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';

interface ToldCheck {
  readonly name: string;
  readonly well: boolean;
  readonly note: string;
  readonly pieces?: readonly string[];
}

describe('The doctor says what is not as it must be', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-doctor-'));
  let database: TestDatabase;
  let superuser: Client;

  beforeAll(async () => {
    database = await emptyDatabase();
    superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    for (const words of [['keys', 'make'], ['migrate']])
      expect(await candour(...words)).toMatchObject({ exitCode: 0 });
  }, 60_000);

  afterAll(async () => {
    await superuser.end();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('and of a fresh installation only what is still to be done: somebody who reads concerns, and a framework', async () => {
    expect((await unwell()).map(({ name }) => name)).toEqual(['Readers of concerns', 'Framework']);
  }, 60_000);

  it('and whose keys do not open what is sealed to them', async () => {
    const key = join(folder, 'keys', 'reader-narrative.key');
    renameSync(key, `${key}.away`);
    expect((await check('Keys'))?.pieces).toEqual([
      'reader-narrative.key is missing: nothing can be opened on this machine',
    ]);
    renameSync(join(folder, 'keys', 'reader-message.key'), key);
    expect((await check('Keys'))?.pieces).toEqual([
      'reader-narrative.key does not open what is sealed to reader-narrative.pub',
      'reader-message.key is missing: nothing can be opened on this machine',
    ]);
    renameSync(key, join(folder, 'keys', 'reader-message.key'));
    renameSync(`${key}.away`, key);
    expect((await check('Keys'))?.well).toBe(true);
  }, 60_000);

  it('and that something is sealed to a key that is not here, and which keys nothing needs any more', async () => {
    await superuser.query(
      `SET session_replication_role = 'replica'; INSERT INTO concerns.envelope VALUES (gen_random_uuid(), 1, gen_random_uuid(),
         'narrative', 1, '0123456789abcdef', 'x', 'x', NULL); RESET session_replication_role`,
    );
    expect(await check('Sealed texts')).toMatchObject({
      well: false,
      pieces: ['the key 0123456789abcdef is missing: 1 text stays shut'],
    });
    await superuser.query(
      'SET session_replication_role = replica; DELETE FROM concerns.envelope; RESET session_replication_role',
    );
    expect(await candour('keys', 'rotate')).toMatchObject({ exitCode: 0, complaint: '' });
    expect((await check('Sealed texts'))?.note).toMatch(
      /^every key that opens one is here; nothing needs (?:[0-9a-f]{16}(?:, )?){4} any more, unless a backup does$/,
    );
  }, 60_000);

  it('and that files cannot be kept, as on a full disk', async () => {
    rmSync(join(folder, 'files'), { recursive: true, force: true });
    writeFileSync(join(folder, 'files'), 'in the way');
    expect((await check('Files'))?.well).toBe(false);
    rmSync(join(folder, 'files'));
  }, 60_000);

  it('and how many kept files no record names, and how much room they take', async () => {
    const [named, others] = ['a'.repeat(64), ['b'.repeat(64), 'c'.repeat(64)]];
    for (const sha256 of [named, ...others]) {
      mkdirSync(join(folder, 'files', sha256.slice(0, 2)), { recursive: true });
      writeFileSync(join(folder, 'files', sha256.slice(0, 2), sha256), Buffer.alloc(2 ** 20));
    }
    await superuser.query(
      `SET session_replication_role = 'replica';
       INSERT INTO evidence.item (id, revision, organisation_id, subject_kind, subject_id, title, sha256, bytes, media_type, received_on, audience, offered_by)
         SELECT v, 1, v, 'review', v, 'A rota', '${named}', 1, 'text/plain', '2026-11-30', 'everyone', v FROM gen_random_uuid() AS v;
       RESET session_replication_role`,
    );
    const { well, note, pieces } = (await check('Kept files')) ?? {};
    expect(well).toBe(true);
    expect(note).toMatch(/^2 kept files are named by no record, 2\.0 MiB together: /);
    expect(pieces).toEqual(others);
    await superuser.query(
      'SET session_replication_role = replica; DELETE FROM evidence.item; RESET session_replication_role',
    );
    rmSync(join(folder, 'files'), { recursive: true });
    expect((await check('Kept files'))?.note).toBe('every kept file is named by a record');
  }, 60_000);

  it('and names each of the policies that a restore has lost', async () => {
    const { rows: policies } = await superuser.query<{ drop: string; name: string }>(
      `SELECT format('DROP POLICY %I ON %I.%I', policyname, schemaname, tablename) AS drop,
         format('missing: policy on %s.%s: %s', schemaname, tablename, policyname) AS name FROM pg_policies LIMIT 273`,
    );
    for (const { drop } of policies) await superuser.query(drop);
    const found = await check('Catalogue');
    expect(found?.note).toMatch(
      /^273 pieces are not as the migrations make them: 273 missing, 0 changed, 0 added/,
    );
    expect([...(found?.pieces ?? [])].sort()).toEqual(policies.map(({ name }) => name).sort());
  }, 60_000);

  async function check(name: string): Promise<ToldCheck | undefined> {
    return (await checks()).find((one) => one.name === name);
  }

  async function unwell(): Promise<ToldCheck[]> {
    return (await checks()).filter(({ well }) => !well);
  }

  async function checks(): Promise<readonly ToldCheck[]> {
    return (await candour('doctor')).json['checks'] as readonly ToldCheck[];
  }

  function candour(...words: readonly string[]): ReturnType<typeof runConsole> {
    return runConsole(
      {
        ...PRODUCTION_VARIABLES,
        CANDOUR_FOLDER: folder,
        CANDOUR_SECRET: 'a secret that is long enough for tests only',
        PUBLIC_URL: 'https://candour.example',
        ...database.variables,
      },
      ...words,
    );
  }
});
