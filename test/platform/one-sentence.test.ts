import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReaderKeyFiles } from '../../src/concerns/envelopes/keys/key-files.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { preparedAssets } from '../../src/web/assets/prepared-assets.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';

describe('A start in production that fails prints one sentence and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-sentence-'));
  let database: TestDatabase;

  beforeAll(async () => {
    database = await emptyDatabase();
  });

  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('without the keys that concerns are sealed to', async () => {
    expect(await said({})).toMatch(/^The keys that concerns are sealed to are not in .*keys make.*$/);
  }, 60_000);

  it('where a file lies in the way of the keys', async () => {
    writeFileSync(join(folder, 'keys'), 'in the way');
    expect(await said({})).toMatch(/^The keys that concerns are sealed to .*$/);
    rmSync(join(folder, 'keys'));
  }, 60_000);

  it('with a wrong password, of the owner or of the application', async () => {
    await makeReaderKeyFiles(join(folder, 'keys'));
    const wrong = (url: string): string => Object.assign(new URL(url), { password: 'wrong' }).href;
    expect(await said({ DATABASE_URL: wrong(database.ownerUrl) })).toMatch(
      /^The database could not be reached: password authentication failed.*Check DATABASE_URL.*$/,
    );
    expect(await said({ DATABASE_APP_URL: wrong(database.appUrl) })).toMatch(
      /^[A-Z][^{}]*DATABASE_APP_URL[^{}]*$/,
    );
  }, 60_000);

  it('where what browsers load can neither be found nor made', async () => {
    rmSync(join(folder, 'assets'), { recursive: true, force: true });
    writeFileSync(join(folder, 'assets'), 'in the way');
    expect(await said({})).toMatch(/^[A-Z][^{}]*assets[^{}]*$/);
    rmSync(join(folder, 'assets'));
  }, 60_000);

  it('and where it was made before, nothing is written: the file system may be read-only', async () => {
    const assets = join(folder, 'assets');
    mkdirSync(assets);
    const made = await preparedAssets(assets);
    const before = looks(assets);
    expect(await preparedAssets(assets)).toEqual(made);
    expect(looks(assets)).toEqual(before);
  }, 60_000);

  function looks(path: string): readonly (readonly [string, number])[] {
    return ['.', ...readdirSync(path)].map((name) => [name, statSync(join(path, name)).mtimeMs] as const);
  }

  async function said(variables: Readonly<Record<string, string>>): Promise<string> {
    const child = spawn(
      process.execPath,
      [join(projectRoot, process.env['CANDOUR_DIST'] || 'dist', 'src/main.js')],
      {
        env: {
          ...{ PATH: process.env['PATH'], PORT: '0', CANDOUR_FOLDER: folder },
          ...{ CANDOUR_SECRET: 'a secret that is long enough for tests only' },
          ...PRODUCTION_VARIABLES,
          ...database.variables,
          ...variables,
        },
      },
    );
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => (text += bytes.toString()));
    const patience = setTimeout(() => child.kill('SIGKILL'), 50_000);
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    clearTimeout(patience);
    expect(code).toBe(1);
    return text.replace(/^Ran \d+ migrations\.\n/, '').trim();
  }
});
