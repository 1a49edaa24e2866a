import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  FrameworksService,
  type HandedOverEdition,
} from '../../src/frameworks/publishing/frameworks.service.js';
import { OPERATOR, type Actor } from '../../src/identity/actor.js';
import { ActorsQueries } from '../../src/identity/sessions/actors.queries.js';
import { OutOfTurn, Unprocessable } from '../../src/kernel/refusal.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { runConsole } from '../support/console.js';
import { somebody } from '../support/deployments.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const FILE = readFileSync(join(projectRoot, 'frameworks', 'candour-2026-11.yaml'), 'utf8');
const LATER = FILE.replace('id: candour-2026-11', 'id: candour-2027-03')
  .replace('version: 1', 'version: 2')
  .replace('asAt: 2026-11-21', 'asAt: 2026-11-22')
  .replace('Rota, job descriptions', 'Rotas, job descriptions');

describe('An edition of the framework is published once, and never changes', () => {
  let world: RunningCandour;
  let admin: PageReader;
  let other: PageReader;
  let administrators: readonly Actor[];

  beforeAll(async () => {
    world = await runningCandour();
    const people = [await signedIn(world, 'ADMIN'), await signedIn(world, 'ADMIN')];
    const [first, second] = people.map(({ page }) => page);
    if (!first || !second) throw new Error('two administrators sign in');
    [admin, other] = [first, second];
    const found = await Promise.all(
      people.map(({ personId }) => world.app.get(ActorsQueries).person(personId)),
    );
    administrators = found.filter((actor) => actor !== null);
  }, 60_000);

  afterAll(() => world.close());

  it('by two administrators on pages: nothing before one proposed it and another published it', async () => {
    await admin.open('/home');
    await admin.follow('Rounds');
    await admin.follow('Publish a framework');
    await admin.press('Check the file');
    expect(admin.issues).toEqual(['Select the file of the edition']);
    await handOver(FILE);
    expect([admin.status, admin.heading]).toEqual([200, 'Check the edition']);
    expect(admin.text).toContain('78 criteria and 30 sources; 32 of the criteria are inferred');
    expect(admin.text).toContain('Nothing is published yet.');
    expect([await editions(), await events()]).toEqual([[], []]);

    const twin = admin.twin();
    await admin.press('Propose this edition');
    expect(admin.notice).toBe('The edition candour-2026-11 waits for another person');
    await twin.press('Propose this edition');
    expect(twin.notice).toBe('You proposed the edition candour-2026-11 already');
    expect([await editions(), await events()]).toEqual([[], ['propose']]);
    expect(await letters()).toHaveLength(1);
  });

  it('of whom the first cannot be the second, in the product and in PostgreSQL', async () => {
    const [first] = administrators;
    const { rows } = await world.superuser.query<{ id: string }>(
      'SELECT id FROM frameworks.edition_proposal',
    );
    const id = rows[0]?.id ?? '';
    expect(admin.find('form[action$="publication"]')).toHaveLength(0);
    await expect(world.app.get(FrameworksService).publishProposed(first ?? OPERATOR, id)).rejects.toThrow(
      'You proposed this edition. Another person must read it and publish it.',
    );
    const byThemselves = `UPDATE frameworks.edition_proposal SET revision = 2, outcome = 'published', decided_by = proposed_by,
      decided_on = current_date`;
    await expect(world.superuser.query(byThemselves)).rejects.toThrow('nobody publishes an edition alone');
    expect(await editions()).toEqual([]);

    await other.open('/criteria/publish');
    await other.follow('candour-2026-11');
    expect(other.text).toContain('78 criteria and 30 sources');
    await other.press('Decline this edition');
    expect(other.issues).toHaveLength(1);
    await other.press('Publish this edition');
    expect([other.path, other.notice]).toEqual([
      '/criteria/editions/candour-2026-11',
      'The edition candour-2026-11 is published',
    ]);
    expect(other.text).toContain('by an administrator; another administrator had proposed it');
    expect(await editions()).toEqual(['candour-2026-11']);
    expect(await events()).toEqual(['propose', 'publish', 'publish']);
  });

  it('nor does PostgreSQL take an edition from anybody that nobody else proposed', async () => {
    for (const role of ['candour_operator', 'candour_member']) {
      const alone = `BEGIN; SET LOCAL ROLE ${role};
        INSERT INTO frameworks.edition SELECT gen_random_uuid(), 1, 'alone-2026-11', title, version, as_at, content,
        content_hash, source_hash, published_on, NULL, proposed_as, published_as FROM frameworks.edition LIMIT 1`;
      await expect(world.superuser.query(alone)).rejects.toThrow(/row-level security/);
      await world.superuser.query('ROLLBACK');
    }
  });

  it('unless another declines it with a reason, or the first takes it back', async () => {
    await handOver(LATER.replace('candour-2027-03', 'candour-2027-01'));
    await admin.press('Propose this edition');
    const proposal = admin.path;
    await other.open(proposal);
    await other
      .fill('Why should it not be published?', 'It asks the same as before.')
      .press('Decline this edition');
    expect(other.notice).toBe('You declined the edition');
    await admin.open(proposal);
    expect(admin.text).toContain('Declined because: It asks the same as before.');
    await handOver(LATER.replace('candour-2027-03', 'candour-2027-01'));
    await admin.press('Propose this edition');
    await admin.press('Take this edition back');
    expect(admin.notice).toBe('You took the edition back');
    expect(await editions()).toEqual(['candour-2026-11']);
  });

  it('and the same file again has nothing to do, whatever its layout', async () => {
    await handOver(`# A copy.\n${FILE}`);
    expect(admin.text).toContain('The edition candour-2026-11 is published already, with the same content');
    expect(admin.find('input[name=carriedFile]')).toHaveLength(0);
  });

  it('but an edition that says something else under its id is refused, at the preview and at the confirmation', async () => {
    await handOver(LATER);
    const prepared = admin.twin();
    await handOver(FILE.replace('Rota, job', 'Rotas, job'));
    expect(admin.status).toBe(409);
    expect(admin.issues).toEqual([
      'The edition candour-2026-11 was published with other content and cannot change. Give the new one an id of its own.',
    ]);
    expect(admin.find('input[name=carriedFile]')).toHaveLength(0);

    await published(LATER.replace('version: 2', 'version: 3'));
    await prepared.press('Propose this edition');
    expect(prepared.status).toBe(409);
    expect(prepared.issues).toHaveLength(1);
    expect(await editions()).toEqual(['candour-2026-11', 'candour-2027-03']);
  });

  it('nor do two contents wait under one id', async () => {
    const waiting = LATER.replace('candour-2027-03', 'candour-2027-02');
    await publish(waiting);
    await expect(publish(waiting.replace('version: 2', 'version: 5'))).rejects.toThrow('Other content waits');
  });

  it('and the preview says how a later edition differs from the newest', async () => {
    const third = LATER.replace('candour-2027-03', 'candour-2027-06')
      .replace('id: SIM-GOV-04', 'id: SIM-GOV-14')
      .replace('Local review was co-produced', 'Every local review was co-produced')
      .replace('Rotas, job descriptions', 'All rotas, job descriptions');
    await handOver(third);
    expect(admin.text).toContain('Compared with candour-2027-03');
    expect(admin.text).toContain('Added: SIM-GOV-14Retired: SIM-GOV-04Evidence: SIM-POL-01');
  });

  it('but one of a day to come is not what a review asks before that day', async () => {
    const toCome = LATER.replace('candour-2027-03', 'candour-2199-01').replace(
      'asAt: 2026-11-22',
      'asAt: 2199-01-01',
    );
    await handOver(toCome);
    expect(admin.text).toContain(
      '1 January 2199, which is still to come: until then an earlier edition is shown',
    );
    await published(toCome);
    await admin.open('/criteria');
    expect(admin.text).toContain('edition candour-2027-03, as at 22 November 2026');
  });

  it('and a faulty file is refused with every fault, its line and what to do', async () => {
    await handOver(
      FILE.replace('guideline: CG77', 'guideline: CG777').replace('asAt: 2026-11-21', 'asAt: 2026-02-30'),
    );
    expect(admin.status).toBe(422);
    expect(admin.issues).toEqual([
      'edition.yaml, line 8, column 1 (rule “shape”): asAt: must be a day that exists, written YYYY-MM-DD.',
      expect.stringMatching(
        /^edition\.yaml, line \d+, column 9 \(rule “names-lead-somewhere”\): SIM-\w+-\d+: there is no guideline CG777\. Mend the name/,
      ),
    ]);
    await handOver('');
    expect(admin.issues).toEqual(['“edition.yaml” is empty. Select another file.']);
    await handOver('caf\xe9');
    expect(admin.issues).toEqual(['edition.yaml (rule “shape”): file: must be a group of named values.']);
  });

  it('nor does a forged or lost confirmation publish anything', async () => {
    await handOver(LATER.replace('candour-2027-03', 'candour-2028-01'));
    admin.find('input[name=carriedFile]').attr('value', 'forged');
    await admin.press('Propose this edition');
    expect(admin.issues).toEqual([
      'This page has lost its place. Choose the file again. Nothing was published.',
    ]);
    expect(await editions()).toHaveLength(3);
  });

  it('by administrators and the operator alone, and several at once publish it once', async () => {
    const bytes = Buffer.from(LATER.replace('candour-2027-03', 'candour-2029-01'));
    const service = world.app.get(FrameworksService);
    const file = { name: 'edition.yaml', bytes };
    await expect(service.publish(somebody('LEAD_REVIEWER'), file)).rejects.toMatchObject({ status: 403 });
    const everybody = [...administrators, OPERATOR, ...administrators];
    const outcomes = await Promise.all(everybody.map((actor) => service.publish(actor, file)));
    const told = outcomes.map(({ outcome }) => outcome);
    expect(told.filter((outcome) => outcome === 'proposed')).toHaveLength(1);
    expect(told.filter((outcome) => outcome === 'published')).toHaveLength(1);
    await expect(publish(FILE.replace('Rota, job', 'Rotas, job'))).rejects.toThrow(OutOfTurn);
    await expect(publish('id: x')).rejects.toThrow(Unprocessable);
    const { discrepancies } = await world.app.get(Verification).run();
    const about = ['framework-edition', 'edition-proposal'];
    expect(discrepancies.filter((found) => about.includes(found.about.kind))).toEqual([]);
  });

  it('and its pages have no barriers and do not scroll sideways at 320 and 1280 pixels', async () => {
    const screen = await NarrowScreen.open();
    const page = await screen.show(`${world.address}/criteria/publish`, admin);
    for (const width of page ? [320, 1280] : []) {
      await page?.setViewportSize({ width, height: 900 });
      await page?.goto(`${world.address}/criteria/publish`);
      expect([width, page && (await pageFaults(page))]).toEqual([width, []]);
      const buffer = Buffer.from(LATER.replace('candour-2027-03', 'candour-2027-09'));
      await page?.setInputFiles('input[type=file]', { name: 'a.yaml', mimeType: 'text/yaml', buffer });
      await page?.getByRole('button', { name: 'Check the file' }).click();
      await page?.getByRole('heading', { name: 'Check the edition' }).waitFor();
      expect([width, page && (await pageFaults(page))]).toEqual([width, []]);
    }
    await handOver(LATER.replace('candour-2027-03', 'candour-2027-09'));
    await admin.press('Propose this edition');
    for (const reader of [admin, other]) {
      const proposal = world.address + admin.path;
      expect([proposal, await screen.faultsOf(proposal, reader)]).toEqual([proposal, []]);
      expect([proposal, await screen.faultsWhenWide()]).toEqual([proposal, []]);
    }
    await page?.getByRole('button', { name: 'Decline this edition' }).click();
    expect(['in error', page && (await pageFaults(page))]).toEqual(['in error', page ? [] : page]);
    await admin.press('Take this edition back');
    await screen.close();
  }, 60_000);

  it('at the console: it is checked without a database, published, and there already', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'candour-framework-'));
    const path = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const faulty = path(
      'faulty.yaml',
      FILE.replace('id: SIM-POL-02', 'id: SIM-POL-01').replace('asAt:', 'asat:'),
    );
    expect(await runConsole({}, 'framework', 'check', faulty)).toMatchObject({
      exitCode: 1,
      json: {
        edition: null,
        faults: [
          { rule: 'shape', text: 'asAt: is missing. Add it.' },
          {
            line: 8,
            column: 1,
            rule: 'shape',
            text: '“asat” is no part of this. Mend its name or take it out.',
          },
          {
            rule: 'names-stand-once',
            text: expect.stringContaining('criterion SIM-POL-01: is used twice') as string,
          },
        ],
      },
    });
    expect(await runConsole({}, 'framework', 'check', join(folder, 'nowhere.yaml'))).toMatchObject({
      exitCode: 2,
    });
    const sound = path('sound.yaml', LATER.replace('candour-2027-03', 'candour-2030-01'));
    expect(await runConsole({}, 'framework', 'check', sound)).toMatchObject({
      exitCode: 0,
      json: { edition: 'candour-2030-01', criteria: 78, faults: [] },
    });
    const candour = (...words: string[]) => runConsole(production(folder), ...words);
    await candour('keys', 'make');
    const outcomeOf = async (...words: string[]) => (await candour('framework', 'publish', ...words)).json;
    expect(await outcomeOf(sound, '--dry-run')).toMatchObject({ outcome: null, standing: 'new' });
    expect(await outcomeOf(sound)).toMatchObject({ outcome: 'proposed' });
    expect(await outcomeOf(sound)).toMatchObject({ outcome: 'waiting' });
    expect(await editions()).not.toContain('candour-2030-01');
    const [administrator] = administrators;
    await world.app
      .get(FrameworksService)
      .publish(administrator ?? OPERATOR, { name: 'sound.yaml', bytes: readFileSync(sound) });
    expect(await outcomeOf(sound)).toMatchObject({ outcome: 'there' });
    const differing = await runConsole({}, 'framework', 'diff', path('first.yaml', FILE), sound);
    expect(differing).toMatchObject({
      exitCode: 1,
      json: { differences: [{ sort: 'EVIDENCE', about: 'SIM-POL-01', what: 'evidence expected' }] },
    });
    expect(await runConsole({}, 'framework', 'diff', sound, sound)).toMatchObject({ exitCode: 0 });
    expect(await runConsole({}, 'framework', 'diff', sound, faulty)).toMatchObject({ exitCode: 2 });
    const otherwise = path('other.yaml', readFileSync(sound, 'utf8').replace('version: 2', 'version: 4'));
    expect(await candour('framework', 'publish', otherwise)).toMatchObject({
      exitCode: 2,
      json: { error: expect.stringContaining('cannot change') as string },
    });
    expect(await candour('framework', 'publish', faulty)).toMatchObject({
      exitCode: 2,
      json: { faults: { length: 3 } },
    });
  }, 240_000);

  async function handOver(text: string): Promise<void> {
    await admin.open('/criteria/publish');
    await admin
      .attach('The file of the edition', { name: 'edition.yaml', content: text })
      .press('Check the file');
  }

  function publish(text: string, actor: Actor = OPERATOR): Promise<HandedOverEdition> {
    const file = { name: 'edition.yaml', bytes: Buffer.from(text) };
    return world.app.get(FrameworksService).publish(actor, file);
  }

  async function published(text: string): Promise<void> {
    await publish(text);
    const [administrator] = administrators;
    await publish(text, administrator);
  }

  async function letters(): Promise<readonly { readonly subject: string }[]> {
    const waiting = "SELECT subject FROM work.mail WHERE subject LIKE 'An edition of the framework%'";
    return (await world.superuser.query<{ subject: string }>(waiting)).rows;
  }

  async function editions(): Promise<string[]> {
    const { rows } = await world.superuser.query<{ key: string }>(
      'SELECT key FROM frameworks.edition ORDER BY key',
    );
    return rows.map(({ key }) => key);
  }

  async function events(): Promise<string[]> {
    const { rows } = await world.superuser.query<{ action: string }>(
      "SELECT action FROM ledger.event WHERE subject_kind IN ('framework-edition', 'edition-proposal') ORDER BY id",
    );
    return rows.map(({ action }) => action);
  }

  function production(folder: string): Record<string, string> {
    return {
      ...PRODUCTION_VARIABLES,
      CANDOUR_SECRET: 'a secret that is long enough for tests only',
      CANDOUR_FOLDER: folder,
      DATABASE_URL: world.database.ownerUrl,
      DATABASE_APP_URL: world.database.appUrl,
    };
  }
});
