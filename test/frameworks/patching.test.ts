import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '../../src/kernel/project-root.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import type { PageReader } from '../support/page-reader.js';

/** The edition by which the published result of the demo world was scored. */
const FILE = readFileSync(join(projectRoot, 'frameworks', 'candour-2026-11.yaml'), 'utf8');
const CLEARER = FILE.replace(
  'requirement: DPIA done before',
  'requirement: Impact assessment (DPIA) done before',
);
const NOTE = 'The abbreviation is written out.';

describe('A published edition is worded more clearly, and nothing is scored again', () => {
  let world: ServedDemoWorld;
  let superuser: Client;
  let admin: PageReader;
  let other: PageReader;

  beforeAll(async () => {
    world = await servedDemoWorld();
    superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
    admin = await world.visitAs('admin');
    other = await world.visitAs('otherAdmin');
  }, 180_000);

  afterAll(async () => {
    await superuser.end();
    await world.close();
  });

  it('but what changes what is meant is refused as a patch, with the rule that it breaks', async () => {
    expect(CLEARER).not.toBe(FILE);
    await handOver(
      CLEARER.replace('id: SIM-GOV-04', 'id: SIM-GOV-14')
        .replace('evidenceExpected: Register, mitigation log', 'evidenceExpected: Nothing')
        .replace('Police involvement in delivering', 'Police leadership in delivering'),
    );
    expect(admin.status).toBe(422);
    const told = admin.issues.map((issue) =>
      /^(.+?), .*breaks the rule “([\w-]+)”/.exec(issue)?.slice(1).join(' '),
    );
    expect(told).toEqual([
      'SIM-GOV-03 same-evidence',
      'SIM-GOV-14 same-criteria',
      'Element 1 same-red-lines',
    ]);
    await handOver(CLEARER.replace('done before processing', 'done after processing'));
    expect(admin.issues).toEqual([expect.stringContaining('breaks the rule “same-obligation”')]);
    await handOver(CLEARER.replace('id: candour-2026-11', 'id: candour-2026-10'));
    expect(admin.issues).toEqual([expect.stringContaining('breaks the rule “same-edition”')]);
    await handOver(CLEARER.replace('version: 1', 'version: one'));
    expect(admin.issues).toEqual([
      expect.stringMatching(/^edition\.yaml, line \d+, column 1 \(rule “shape”\): version/),
    ]);
    expect(await patches()).toEqual([]);
  });

  it('by one administrator who proposes it and another who publishes it, with a note that everyone reads', async () => {
    const before = await whatWasScored();
    await handOver(CLEARER);
    expect(admin.notice).toBe('The patch waits for another administrator');
    const patch = admin.path;
    expect(admin.find('form[action$="publication"]')).toHaveLength(0);
    await handOver(CLEARER);
    expect(admin.status).toBe(409);
    const visitor = await world.visitAs(null);
    await visitor.open('/criteria/editions/candour-2026-11');
    expect(visitor.text).not.toContain(NOTE);
    const alone = `UPDATE frameworks.edition_patch SET revision = 2, outcome = 'published', decided_by = proposed_by,
      decided_on = current_date`;
    await expect(superuser.query(alone)).rejects.toThrow('nobody publishes a patch alone');

    await other.open(patch);
    expect(other.text).toContain('Impact assessment (DPIA) done before');
    await other.press('Publish this patch');
    expect(other.notice).toBe('The patch is published');
    await visitor.open('/criteria/editions/candour-2026-11');
    expect(visitor.text).toContain(NOTE);
    await visitor.open('/criteria/editions/candour-2026-11/criteria?domain=DAT');
    expect(visitor.find('#SIM-DAT-04').text()).toContain('Impact assessment (DPIA) done before');
    const answer = await fetch(`${world.address}/api/v1/frameworks/candour-2026-11/patches`);
    expect(await answer.json()).toMatchObject({
      items: [{ note: NOTE, reworded: [{ about: 'SIM-DAT-04', what: 'requirement' }] }],
    });
    expect(await whatWasScored()).toEqual(before);
    expect(await patches()).toEqual(['published']);
  });

  it('and the clearer words reach whoever answers and whoever scores, beside the words that were asked', async () => {
    const { rows } = await superuser.query<{ id: string }>(
      'SELECT id FROM reviews.review WHERE scores_opened_on IS NOT NULL ORDER BY id LIMIT 1',
    );
    const at = `/reviews/${rows[0]?.id ?? ''}`;
    for (const [part, path] of [
      ['submitter', `${at}/answers/SIM-DAT-04`],
      ['first', `${at}/scores/SIM-DAT-04`],
    ] as const) {
      const desk = await world.visitAs(part);
      await desk.open(path);
      const inset = desk.find('.nhsuk-inset-text').text();
      expect([part, desk.status, inset]).toEqual([
        part,
        200,
        expect.stringContaining('Impact assessment (DPIA)'),
      ]);
      expect(inset).toContain(NOTE);
      await desk.open(path.replace('SIM-DAT-04', 'SIM-POL-01'));
      expect(desk.text).not.toContain('Worded more clearly');
    }
  });

  it('or declines it with a reason, and nobody but administrators gets that far', async () => {
    await handOver(FILE.replace('name: Police role', 'name: The role of police'));
    const patch = admin.path;
    await other.open(patch);
    await other.press('Decline this patch');
    expect(other.status).toBe(422);
    await other.fill('Why should it not be published?', 'It reads no better.').press('Decline this patch');
    expect(other.notice).toBe('You declined the patch');
    await admin.open(patch);
    expect(admin.text).toContain('Declined because: It reads no better.');
    for (const part of ['lead', 'submitter', 'auditor'] as const) {
      const somebody = await world.visitAs(part);
      expect([part, (await somebody.open('/criteria/patches')).status]).toEqual([part, 403]);
    }
    const visitor = await world.visitAs(null);
    await visitor.open('/criteria/editions/candour-2026-11');
    expect(visitor.text).not.toContain('The role of police');
  });

  it('on pages without barriers at 320 and 1280 pixels', async () => {
    await handOver(FILE.replace('name: Police role', 'name: The role of police'));
    const screen = await NarrowScreen.open();
    for (const path of ['/criteria/patches', '/criteria/patches/new/candour-2026-11', admin.path]) {
      expect([path, await screen.faultsOf(world.address + path, admin)]).toEqual([path, []]);
      expect([path, await screen.faultsWhenWide()]).toEqual([path, []]);
    }
    await admin.press('Take this patch back');
    expect(admin.notice).toBe('You took the patch back');
    await screen.close();
  }, 60_000);

  async function handOver(text: string): Promise<void> {
    await admin.open('/criteria/patches/new/candour-2026-11');
    await admin
      .attach('The whole edition, worded anew', { name: 'edition.yaml', content: text })
      .fill('Why is it worded anew?', NOTE)
      .press('Propose this patch');
  }

  async function patches(): Promise<readonly string[]> {
    const { rows } = await superuser.query<{ outcome: string }>(
      "SELECT coalesce(outcome, 'waits') AS outcome FROM frameworks.edition_patch ORDER BY id",
    );
    return rows.map(({ outcome }) => outcome);
  }

  /** The edition, every score and finding and the published results, as PostgreSQL and readers have them. */
  async function whatWasScored(): Promise<readonly unknown[]> {
    const tables = [
      'frameworks.edition',
      'reviews.score',
      'reviews.score_lock',
      'reviews.moderated_score',
      'reviews.round',
    ];
    const rows: unknown[] = [];
    for (const table of [...tables, 'reviews.review', 'publication.release'])
      rows.push(
        (await superuser.query(`SELECT md5(string_agg(t::text, ',' ORDER BY t.id)) FROM ${table} t`)).rows,
      );
    const { items } = (await (await fetch(`${world.address}/api/v1/publications`)).json()) as {
      items: object[];
    };
    return [...rows, items];
  }
});
