import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { Settings } from '../../src/platform/settings/settings.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { isRestoreUnderWay } from '../../src/platform/backup/under-way.js';
import { keptTables } from '../../src/platform/backup/tables.js';
import {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
} from '../../src/platform/embedded-database/embedded-database.js';
import { runConsole, type Ran } from '../support/console.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';

const SECRET = 'a secret that is long enough for tests only';

interface Place {
  readonly url: string;
  readonly folder: string;
  /** What the roles of its database begin with. */
  readonly roles: string;
}

describe('A backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-backup-'));
  const file = join(folder, 'backup');
  let world: ServedDemoWorld;
  let server: EmbeddedDatabase;
  let source: Place;
  let restoredFirst: Place;
  let sourceRows: Record<string, readonly string[]>;

  beforeAll(async () => {
    world = await servedDemoWorld();
    const { ownerUrl: url, variables } = world.database;
    source = { url, folder: world.app.get(Settings).folder, roles: variables.DATABASE_ROLES };
    await world.app.close();
    sourceRows = await rowsOf(url);
    server = await startEmbeddedDatabase({ folder: join(folder, 'server'), ephemeral: true });
    await onServer(
      "CREATE ROLE ordinary LOGIN PASSWORD 'ordinary' NOSUPERUSER NOBYPASSRLS CREATEROLE CREATEDB",
    );
  }, 240_000);

  afterAll(async () => {
    await world.database.drop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds every row and every file, leaves keys out and names them, and is its owner’s alone', async () => {
    const made = await candour(source, 'backup', file);
    expect(made).toMatchObject({ exitCode: 0, json: { faults: [] } });
    expect(made.json['keys']).not.toEqual([]);
    expect(made.json['files']).toBe(filesIn(source.folder).length);
    const content = gunzipSync(readFileSync(file)).toString('latin1');
    for (const key of readdirSync(join(source.folder, 'keys')).filter((name) => name.endsWith('.key')))
      expect(content).not.toContain(readFileSync(join(source.folder, 'keys', key), 'utf8').split('\n')[1]);
    expect(await candour(source, 'backup', file)).toMatchObject({ exitCode: 3 });
  }, 120_000);

  it('is restored by an owner that is no superuser, row by row and file by file, and the log agrees', async () => {
    const target = await emptyPlace('restored');
    restoredFirst = target;
    cpSync(join(source.folder, 'keys'), join(target.folder, 'keys'), { recursive: true });
    const restored = await candour(target, 'restore', file);
    expect(restored.json['faults']).toEqual([]);
    expect(restored.exitCode).toBe(0);
    expect(await rowsOf(target.url)).toEqual(sourceRows);
    expect(filesIn(target.folder)).toEqual(filesIn(source.folder));
    expect((await candour(target, 'doctor')).json['checks']).toContainEqual({
      name: 'Catalogue',
      well: true,
      note: expect.any(String) as string,
    });
    const again = join(folder, 'again');
    expect(await candour(target, 'backup', again)).toMatchObject({ exitCode: 0 });
    const third = await emptyPlace('third');
    const without = await candour(third, 'restore', again);
    expect(without.exitCode).toBe(1);
    expect(String(without.json['faults'])).toMatch(/The key [0-9a-f]{16} is not in .* stays shut/);
    expect(await rowsOf(third.url)).toEqual(sourceRows);
  }, 240_000);

  it('of an older schema becomes that schema first, with its rows, and then the newest', async () => {
    const older = await copyOfRestored('older');
    await on(
      older.url,
      `REVOKE SELECT ON schema_migration FROM ${older.roles}_operator; REVOKE USAGE ON SCHEMA public FROM ${older.roles}_operator;
       DELETE FROM schema_migration WHERE name LIKE 'SchemaKnownToTheApplication%'`,
    );
    expect(await candour(older, 'backup', join(folder, 'older'))).toMatchObject({
      exitCode: 1,
      json: { faults: [expect.stringContaining('The log was not asked: the schema is older') as string] },
    });
    const target = await emptyPlace('newest');
    cpSync(join(source.folder, 'keys'), join(target.folder, 'keys'), { recursive: true });
    expect((await candour(target, 'restore', join(folder, 'older'))).json['faults']).toEqual([]);
    expect(await rowsOf(target.url)).toEqual(sourceRows);
  }, 240_000);

  it('is not restored over anything', async () => {
    const filled = await emptyPlace('filled');
    await on(filled.url, 'CREATE TABLE somebodys (id integer)');
    const refused = await candour(filled, 'restore', file);
    expect([refused.exitCode, refused.complaint]).toEqual([
      3,
      expect.stringContaining('The database is not empty: it has somebodys') as string,
    ]);
    const withFiles = await emptyPlace('with_files');
    cpSync(join(source.folder, 'files'), join(withFiles.folder, 'files'), { recursive: true });
    mkdirSync(join(withFiles.folder, 'files', 'ab'), { recursive: true });
    writeFileSync(join(withFiles.folder, 'files', 'ab', 'ab'.repeat(32)), 'somebody else’s');
    expect((await candour(withFiles, 'restore', file)).complaint).toContain('The folder already holds files');
  }, 120_000);

  it('that was cut off or altered is refused before anything is touched, and it is said what is wrong', async () => {
    const whole = readFileSync(file);
    const plain = gunzipSync(whole);
    const text = plain.indexOf('Vale');
    const altered = Buffer.from(plain);
    altered.write('Dale', text);
    const flipped = Buffer.from(whole);
    flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1;
    const spoilt: readonly (readonly [Buffer, RegExp])[] = [
      [whole.subarray(0, whole.length >> 1), /cut off/],
      [whole.subarray(0, whole.length - 9), /cut off/],
      [gzipSync(plain.subarray(0, plain.length - 40)), /cut off/],
      [flipped, /altered|cut off/],
      [gzipSync(altered), /the table [\w.]+ is not what the manifest says/],
      [Buffer.from('nothing of the kind'), /altered|not a backup/],
      [gzipSync(Buffer.from('another thing altogether')), /not a backup/],
      [framed('M', '{not JSON'), /says of itself what no backup says/],
      [framed('M', '{}'), /says of itself what no backup says/],
      [framed('E', 'null'), /says of itself what no backup says/],
    ];
    const target = await emptyPlace('untouched');
    for (const [content, said] of spoilt) {
      const path = join(folder, 'spoilt');
      writeFileSync(path, content);
      const refused = await candour(target, 'restore', path);
      expect([refused.exitCode, refused.json['error']]).toEqual([2, expect.stringMatching(said) as string]);
    }
    for (const nowhere of [join(folder, 'no-such-file'), folder, '/dev/null'])
      expect(await candour(target, 'restore', nowhere)).toMatchObject({
        exitCode: 2,
        json: { error: `There is no file at ${nowhere}. Check its name.` },
      });
    expect(await rowsOf(target.url)).toEqual({});
    expect(existsSync(join(target.folder, 'files'))).toBe(false);
  }, 240_000);

  it('whose restore stops halfway leaves the database empty, and can be restored there again', async () => {
    const target = await emptyPlace('stopped');
    cpSync(join(source.folder, 'keys'), join(target.folder, 'keys'), { recursive: true });
    const refused = await candour(target, 'restore', await unfitting());
    expect([refused.exitCode, refused.complaint]).toEqual([
      3,
      expect.stringMatching(
        /^The restore stopped: .*"an organisation is of a known type"\. The database is empty again\./,
      ) as string,
    ]);
    expect(await rowsOf(target.url)).toEqual({});
    expect((await candour(target, 'restore', file)).json['faults']).toEqual([]);
    expect(await rowsOf(target.url)).toEqual(sourceRows);
  }, 240_000);

  it('whose restore was killed is neither served nor migrated nor backed up, and the next restore starts anew', async () => {
    const target = await emptyPlace('killed');
    cpSync(join(source.folder, 'keys'), join(target.folder, 'keys'), { recursive: true });
    const killed = restoring(target);
    await untilRestoreIsUnderWay(target);
    killed.kill('SIGKILL');
    await once(killed, 'close');
    for (const words of [['migrate'], ['backup', join(folder, 'half')]])
      expect(await candour(target, ...words)).toMatchObject({
        exitCode: 3,
        complaint: expect.stringMatching(/^A restore into this database .*was broken off/) as string,
      });
    expect((await candour(target, 'restore', file)).json['faults']).toEqual([]);
    expect(await rowsOf(target.url)).toEqual(sourceRows);
  }, 240_000);

  it('that was altered with every hash made anew is restored, and the log says what does not agree', async () => {
    const target = await copyOfRestored('forged');
    await onSuper(
      target.url,
      "SET session_replication_role = replica; UPDATE organisations.organisation SET name = 'Forged' WHERE id = (SELECT id FROM organisations.organisation LIMIT 1)",
    );
    const made = await candour(target, 'backup', join(folder, 'forged'));
    expect(made.exitCode).toBe(1);
    expect(String(made.json['faults'])).toMatch(
      /The log does not agree about .*"name" is not what the newest event says/,
    );
    const again = await candour(await emptyPlace('forged_again'), 'restore', join(folder, 'forged'));
    expect(String(again.json['faults'])).toMatch(/"name" is not what the newest event says/);
  }, 240_000);

  it('says which files are damaged or missing, and still holds the rest', async () => {
    const [damaged = ''] = filesIn(source.folder);
    const path = join(source.folder, 'files', damaged.slice(0, 2), damaged);
    const before = readFileSync(path);
    writeFileSync(path, 'another content');
    const made = await candour(source, 'backup', join(folder, 'damaged'));
    expect([made.exitCode, made.json['faults']]).toEqual([
      1,
      [
        `The file ${damaged} is missing or not what it was, and is not in the backup.`,
        expect.stringMatching(/^The log does not agree about evidence .*: The file is not what was offered/),
      ],
    ]);
    writeFileSync(path, before);
  }, 120_000);

  /** A backup that begins as one does and then has this frame. */
  function framed(letter: string, content: string): Buffer {
    const header = Buffer.from([letter.charCodeAt(0), 0, 0, 0, content.length]);
    return gzipSync(Buffer.concat([Buffer.from('candour-backup 1\n'), header, Buffer.from(content)]));
  }

  /** A backup whose hashes agree and whose rows the schema refuses, as of a database that lost a constraint. */
  async function unfitting(): Promise<string> {
    const place = await copyOfRestored('unfitting');
    await onSuper(
      place.url,
      `ALTER TABLE organisations.organisation DROP CONSTRAINT IF EXISTS "an organisation is of a known type"; SET session_replication_role = replica;
       UPDATE organisations.organisation SET type = 'NO_SUCH_TYPE' WHERE id = (SELECT id FROM organisations.organisation LIMIT 1)`,
    );
    const path = join(folder, 'unfitting');
    await candour(place, 'backup', path);
    return path;
  }

  function restoring(place: Place): ChildProcess {
    const program = join(projectRoot, process.env['CANDOUR_DIST'] || 'dist', 'src/console/candour.js');
    return spawn(process.execPath, [program, 'restore', file], { env: variablesOf(place), stdio: 'ignore' });
  }

  async function untilRestoreIsUnderWay({ url }: Place): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    while (!(await isRestoreUnderWay(client))) await pause(20);
    await client.end();
  }

  async function emptyPlace(name: string): Promise<Place> {
    await onServer(`CREATE DATABASE ${name} OWNER ordinary`);
    const url = Object.assign(new URL(server.url), {
      pathname: `/${name}`,
      username: 'ordinary',
      password: 'ordinary',
    });
    return { url: url.href, folder: mkdtempSync(join(folder, `${name}-`)), roles: name };
  }

  /** The same as the place that was restored first, to be altered: it shares the roles of that one. */
  async function copyOfRestored(name: string): Promise<Place> {
    await onServer(`CREATE DATABASE ${name} OWNER ordinary TEMPLATE restored`);
    const place = mkdtempSync(join(folder, `${name}-`));
    cpSync(restoredFirst.folder, place, { recursive: true });
    const url = Object.assign(new URL(restoredFirst.url), { pathname: `/${name}` }).href;
    return { url, folder: place, roles: restoredFirst.roles };
  }

  /** Every row of every table as PostgreSQL writes it, in order. */
  async function rowsOf(url: string): Promise<Record<string, readonly string[]>> {
    const past = new Client({ connectionString: superUrl(url) });
    await past.connect();
    const rows: Record<string, readonly string[]> = {};
    for (const { name, columns } of await keptTables(past)) {
      const compared = columns.filter(
        (column) => !['transaction', 'locked_at', 'locked_by'].includes(column),
      );
      const found = await past.query<{ row: string }>(
        `SELECT ROW(${compared.map((column) => `"${column}"`).join(', ')})::text AS row FROM ${name} ORDER BY 1`,
      );
      rows[name] = found.rows.map(({ row }) => row);
    }
    await past.end();
    return rows;
  }

  function superUrl(url: string): string {
    if (url === source.url) return world.database.superuserUrl;
    const { username, password } = new URL(server.url);
    return Object.assign(new URL(url), { username, password }).href;
  }

  function onServer(statement: string): Promise<void> {
    return on(server.url, statement);
  }

  function onSuper(url: string, statement: string): Promise<void> {
    return on(superUrl(url), statement);
  }

  async function on(url: string, statement: string): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  function filesIn(place: string): string[] {
    const files = join(place, 'files');
    const names = readdirSync(files, { recursive: true, encoding: 'utf8' }).map(
      (name) => name.split('/').at(-1) ?? '',
    );
    return names.filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
  }

  function candour(place: Place, ...words: readonly string[]): Promise<Ran> {
    return runConsole(variablesOf(place), ...words);
  }

  function variablesOf({ url, folder: place, roles }: Place): Readonly<Record<string, string>> {
    return {
      CANDOUR_FOLDER: place,
      CANDOUR_SECRET: SECRET,
      ...(url === source.url ? world.database.variables : { DATABASE_URL: url, DATABASE_ROLES: roles }),
    };
  }
});
