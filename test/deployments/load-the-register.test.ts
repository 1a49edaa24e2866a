import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { runConsole } from '../support/console.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import { PageReader } from '../support/page-reader.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const REGISTER = join(projectRoot, 'register');

describe('An administrator loads the register’s files on a page', () => {
  let world: RunningCandour;
  let admin: PageReader;
  const files = filesOf(REGISTER);

  beforeAll(async () => {
    world = await runningCandour();
    admin = (await signedIn(world, 'ADMIN')).page;
  }, 60_000);

  afterAll(() => world.close());

  it('after being shown what would change, and nothing before they confirm', async () => {
    await admin.open('/home');
    await admin.follow('Schemes');
    await admin.follow('Load the register');
    await admin.press();
    expect(admin.issues).toEqual(['Select the files']);
    await handOver(files);
    expect([admin.status, admin.heading]).toEqual([200, 'Check what would change']);
    expect(admin.text).toContain(
      'Nothing is loaded yet. 22 files were read, of the edition of 21 November 2026.',
    );
    expect(admin.text).toContain(
      'Not read, because they hold nothing for the register: README.md, bank-holidays.yaml',
    );
    expect(admin.text).toContain('NHS trust: 210');
    expect(await schemes()).toBe(0);
    expect(await faultsInABrowser()).toEqual([]);

    const other = admin.twin();
    await admin.press('Load');
    expect(admin.notice).toMatch(/^Loaded: \d+ facts added$/);
    expect(await schemes()).toBe(16);
    const visitor = await new PageReader(world.address).open('/deployments?q=SHIPP');
    expect(visitor.text).toContain('SHIPP in Surrey');

    await other.press('Load');
    expect([other.status, other.issues]).toEqual([
      409,
      ['This record changed since you opened it. Check again what would change. Nothing was loaded.'],
    ]);
    expect(other.text).toContain('There is nothing to load.');
  }, 60_000);

  it('and the same files again have nothing to load', async () => {
    await handOver(files);
    expect(admin.text).toContain('There is nothing to load.');
    expect(admin.find('input[name=carriedFiles]')).toHaveLength(0);
  });

  it('one scheme by itself with the list of sources, its correction shown word by word', async () => {
    await handOver(
      some({
        'sources.yaml': NEWER,
        'surrey.yaml': (text) => text.replace('title: SHIPP', 'title: The SHIPP team'),
      }),
    );
    expect(admin.text).toContain('Scheme: The SHIPP team in Surrey Corrected');
    expect(admin.text).toContain('In the registerSHIPP in Surrey In the filesThe SHIPP team in Surrey');
    await admin.press('Load');
    expect(admin.notice).toBe('Loaded: 1 fact corrected');
  });

  it('and an older edition leaves it, and says so', async () => {
    await handOver(files);
    expect(admin.text).toContain('Scheme: SHIPP in Surrey Left as it is');
    expect(admin.text).toContain('The register was loaded from the newer edition of 22 November 2026.');
    expect(admin.find('input[name=carriedFiles]')).toHaveLength(0);
  });

  it('and everything that cannot be used is told with its file, its line and what to do', async () => {
    await handOver(
      some({
        'sources.yaml': (text) => text.replace("edition: '2026-11-21'\n", ''),
        'surrey.yaml': (text) =>
          text.replace('code: UNKNOWN', 'code: GONE').replace("sources: ['47']", 'sources: []'),
        'bank-holidays.yaml': (text) => text.replace('years:', 'ears:'),
      }),
    );
    expect(admin.status).toBe(422);
    expect(admin.issues).toEqual([
      expect.stringMatching(/^bank-holidays\.yaml: holds neither sources, nor bodies/),
      expect.stringMatching(/^surrey\.yaml, line 10: state\.code: must be one of: PROPOSED, /),
      'surrey.yaml, line 21: claims.0.sources: must not be empty.',
      'sources.yaml: edition: is the day on which the files were last compiled, written in quotes.',
    ]);
    await handOver(some({ 'surrey.yaml': (text) => text }));
    expect(admin.issues).toEqual([expect.stringMatching(/^sources\.yaml: is missing\./)]);
    await handOver(some({ 'sources.yaml': (text) => text.replace('2026-11-21', '2199-01-01') }));
    expect(admin.issues).toEqual([
      expect.stringMatching(/^sources\.yaml, line 6: edition: is a day to come/),
    ]);
    await handOver(
      some({ 'sources.yaml': NEWER, 'surrey.yaml': (text) => text.replaceAll("['36']", "['999']") }),
    );
    expect(admin.issues).toHaveLength(2);
    expect(admin.issues[0]).toMatch(/^surrey\.yaml, line 29: surrey-will-examine cites source 999/);
  });

  it('and a forged confirmation loads nothing', async () => {
    await handOver(some({ 'sources.yaml': (text) => text.replace('2026-11-21', '2026-11-25') }));
    admin.find('input[name=carriedFiles]').attr('value', 'forged');
    await admin.press('Load');
    expect(admin.issues).toEqual([
      'This page has lost its place. Choose the files again. Nothing was loaded.',
    ]);
  });

  it('and the operator at the console loads a folder: shown, loaded, and nothing to do again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'candour-register-'));
    cpSync(REGISTER, join(folder, 'register'), { recursive: true });
    const sources = join(folder, 'register', 'sources.yaml');
    writeFileSync(sources, ofTheDay(readFileSync(sources, 'utf8')).replace('2026-11-21', '2026-11-26'));
    const production = {
      ...{ ...PRODUCTION_VARIABLES, ...world.database.variables, CANDOUR_FOLDER: folder },
      CANDOUR_SECRET: 'a secret that is long enough for tests only',
    };
    const candour = (...words: string[]) => runConsole(production, ...words);
    await candour('keys', 'make');
    const load = (...options: string[]) => candour('register', 'load', join(folder, 'register'), ...options);
    const corrected = { added: 0, corrected: 1, leftAlone: 0 };
    expect(await load('--preview')).toMatchObject({ exitCode: 0, json: { loaded: false, ...corrected } });
    expect(await load()).toMatchObject({
      exitCode: 0,
      json: { loaded: true, edition: '2026-11-26', ...corrected },
    });
    expect(await load()).toMatchObject({ exitCode: 0, json: { ...corrected, corrected: 0 } });
    expect(await candour('register', 'load', join(folder, 'nowhere'))).toMatchObject({ exitCode: 2 });
    writeFileSync(sources, 'sources: [');
    expect(await load()).toMatchObject({
      exitCode: 2,
      json: { faults: [expect.stringMatching(/^sources\.yaml, line 1, column \d+: is not YAML here/)] },
    });
  }, 240_000);

  it('and whoever is signed out meanwhile loads nothing, and is not shown what the page carried', async () => {
    await handOver(some({ 'sources.yaml': (text) => text.replace('2026-11-21', '2026-11-28') }));
    const carried = String(admin.find('input[name=carriedFiles]').attr('value'));
    await world.superuser.query('DELETE FROM identity.session');
    await admin.press('Load');
    expect(admin.status).toBe(401);
    expect(admin.html).not.toContain(carried);
    const { rows } = await world.superuser.query(
      "SELECT FROM deployments.register_load WHERE edition = '2026-11-28'",
    );
    expect(rows).toEqual([]);
  });

  /** What a machine finds wrong with the page that asks and the page that shows, on a small telephone and a wide screen. */
  async function faultsInABrowser(): Promise<readonly string[]> {
    const screen = await NarrowScreen.open();
    const page = await screen.show(`${world.address}/register/load`, admin);
    const faults: string[] = [];
    for (const width of page ? [320, 1280] : []) {
      await page?.setViewportSize({ width, height: 900 });
      await page?.goto(`${world.address}/register/load`);
      if (page) faults.push(...(await pageFaults(page)));
      await page?.setInputFiles('input[type=file]', pathsOf(REGISTER));
      await page?.getByRole('button', { name: 'Show what would change' }).click();
      await page?.getByRole('heading', { name: 'Check what would change' }).waitFor();
      if (page) faults.push(...(await pageFaults(page)));
    }
    await screen.close();
    return faults;
  }

  const NEWER = (text: string): string => text.replace('2026-11-21', '2026-11-22');

  async function handOver(given: readonly { name: string; content: string }[]): Promise<void> {
    await admin.open('/register/load');
    await admin.attach('The files of the register', ...given).press('Show what would change');
  }

  /** These files alone, each changed. */
  function some(
    changes: Readonly<Record<string, (text: string) => string>>,
  ): { name: string; content: string }[] {
    return files.flatMap(({ name, content }) => {
      const change = changes[name];
      return change ? [{ name, content: change(content) }] : [];
    });
  }

  async function schemes(): Promise<number> {
    const { rows } = await world.superuser.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM deployments.deployment',
    );
    return rows[0]?.n ?? -1;
  }
});

/** The same file as of an edition of its own, so that there are days after it whatever the edition of Candour's files is. */
function ofTheDay(text: string): string {
  return text.replace(/^edition: '[\d-]+'$/m, "edition: '2026-11-21'");
}

function pathsOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
}

function filesOf(folder: string): { name: string; content: string }[] {
  return pathsOf(folder).map((path) => ({
    name: path.split('/').at(-1) ?? '',
    content: ofTheDay(readFileSync(path, 'utf8')),
  }));
}
