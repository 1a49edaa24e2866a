import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../src/kernel/project-root.js';
import { PUBLIC_ADDRESS } from '../https-front.js';
import type { PageReader } from '../page-reader.js';
import { Cluster, type WhichServer } from './cluster.js';
import { Installation } from './installation.js';
import { Staff } from './staff.js';
import { WholeReview } from '../whole-review.js';

const REGISTER = join(projectRoot, 'test/support/production/register');
const FRAMEWORK = join(projectRoot, 'frameworks/candour-2026-11.yaml');
const SAID = 'Nobody asked me, and the plan was never shown.';

/** Everything an institution does with Candour, on servers and programs that are started as theirs are. */
export function describeAnInstitution(which: WhichServer): void {
  describe(`In production on ${which}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'candour-production-'));
    const backup = join(folder, 'backup');
    let cluster: Cluster;
    let other: Cluster;
    let installation: Installation;
    let restored: Installation;
    let staff: Staff;
    let whole: WholeReview;
    let isBroken = false;

    beforeAll(async () => {
      [cluster, other] = await Promise.all([Cluster.made(which), Cluster.made(which)]);
      installation = await Installation.on(cluster);
      restored = await Installation.on(other, installation.secret);
      staff = new Staff(installation);
      whole = new WholeReview(staff, 'Example Vale NHS Trust');
    }, 120_000);

    afterAll(async () => {
      await installation.remove();
      await restored.remove();
      await cluster.remove();
      await other.remove();
      rmSync(folder, { recursive: true, force: true });
    }, 60_000);

    step(
      'an operator prepares it from the console: keys, schema, register',
      async () => {
        for (const words of [['keys', 'make'], ['migrate'], ['register', 'load', REGISTER]])
          await done(words);
        await installation.start();
      },
      120_000,
    );

    step(
      'two administrators join with what the console gave them, and let everybody else in',
      () => staff.join(),
      180_000,
    );

    step(
      'a round can be opened once the operator has proposed what a review asks and an administrator has published it',
      async () => {
        const lead = await (await staff.reader('lead')).open('/rounds/new');
        const offered = 'select[name=framework] option[value=candour-2026-11]';
        expect([lead.status, lead.find(offered).length]).toEqual([200, 0]);
        await done(['framework', 'publish', FRAMEWORK]);
        await lead.open('/rounds/new');
        expect(lead.find(offered)).toHaveLength(0);
        const admin = await (await staff.reader('admin')).open('/criteria/publish');
        await admin.follow('candour-2026-11');
        await admin.press('Publish this edition');
        await lead.open('/rounds/new');
        expect(lead.find(offered)).toHaveLength(1);
      },
      60_000,
    );

    step(
      'the doctor finds it well',
      async () => {
        const { json } = await installation.candour('doctor');
        const checks = json['checks'] as readonly { name: string; well: boolean; note: string }[];
        expect(checks.filter(({ well }) => !well)).toEqual([]);
      },
      60_000,
    );

    step(
      'a scheme is registered, its flows signed, and its people heard',
      async () => {
        await whole.register();
        await whole.shareRecords();
        await whole.involvePeople();
      },
      120_000,
    );

    step(
      'while its database is away every page and program is told to come back, and what was typed is not lost',
      async () => {
        const page = await begunConcern();
        await cluster.stop();
        const answers = await Promise.all([
          page.twin().open('/answers/words'),
          installation.ask(`${PUBLIC_ADDRESS}/api/v1/organisations`),
          installation.ask(`${PUBLIC_ADDRESS}/publications`),
        ]);
        expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
        for (const { headers } of answers) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        expect((await installation.readiness()).map(([status]) => status)).toEqual([503, 503]);
        await cluster.start();
        await installation.untilReady();
        await page.open('/answers/words');
        expect(page.value('Tell us in your own words')).toBe(SAID);
      },
      120_000,
    );

    step(
      'a concern is filed, answered, taken back and erased',
      async () => {
        const page = await begunConcern();
        await page.open('/answers/check');
        await page.press('Send');
        const [reference = '', secret = ''] = ['#reference', '#code'].map((id) =>
          page.find(id).text().trim(),
        );
        const handler = await (await staff.reader('handler')).open('/concerns');
        await handler.follow(reference);
        expect(handler.text).toContain(SAID);
        await handler.follow('Note what it is about');
        await handler.choose('Care was refused or held back because of a plan').press();
        await handler.follow('Answer the person');
        await handler.fill('What do you want to write?', 'We have read it.').press();
        const person = await installation.visitor().open('/answers/return');
        await person.fill('Reference', reference).fill('Code', secret).press();
        expect(person.text).toContain('We have read it.');
        await person.follow('Take it back');
        await person.press('Take it back');
        expect(person.text).toContain('You have taken it back.');
        const erased = await installation.candour(
          'concern',
          'erase',
          reference,
          '--reason',
          'They asked for it.',
        );
        expect(erased).toMatchObject({ exitCode: 0 });
        await person.open('/answers/yours');
        expect(person.html).not.toContain(SAID);
      },
      120_000,
    );

    step(
      'a round is opened, the trust reviews itself, and somebody is heard',
      async () => {
        await whole.reviewItself();
        await whole.hearAConcern();
      },
      240_000,
    );

    step('a panel scores blind', () => whole.score(), 240_000);

    step(
      'and the result is published',
      async () => {
        await whole.publish();
        await whole.read();
      },
      120_000,
    );

    step(
      'anybody computes the result again from its file, and sees when one word of it is another',
      async () => {
        const [file, forged] = [join(folder, 'result.json'), join(folder, 'forged.json')];
        const text = await whole.recompute();
        writeFileSync(file, text);
        writeFileSync(forged, text.replace('"overall":"CEASE"', '"overall":"ASSURED"'));
        expect(await installation.candour('release', 'check', file)).toMatchObject({
          ...{ exitCode: 0, json: { faults: 0 } },
        });
        expect(await installation.candour('release', 'check', forged)).toMatchObject({ exitCode: 1 });
      },
      60_000,
    );

    step(
      'the log agrees with everything, and no process printed a fault',
      async () => {
        expect(await installation.candour('verify')).toMatchObject({
          exitCode: 0,
          json: { discrepancies: [] },
        });
        expect(installation.printed).not.toContain('"level":50');
      },
      120_000,
    );

    step(
      'it is backed up, restored into another server, and serves the same bytes',
      async () => {
        const published = await bytesOfTheResult(installation);
        expect(await installation.candour('backup', backup)).toMatchObject({
          exitCode: 0,
          json: { faults: [] },
        });
        cpSync(join(installation.folder, 'keys'), join(restored.folder, 'keys'), { recursive: true });
        expect(await restored.candour('restore', backup)).toMatchObject({
          exitCode: 0,
          json: { faults: [] },
        });
        expect(await restored.candour('verify')).toMatchObject({ exitCode: 0, json: { discrepancies: [] } });
        await restored.start();
        expect(await bytesOfTheResult(restored)).toEqual(published);
        const person = await restored.visitor().open('/answers/return');
        await person.fill('Reference', whole.receipt.reference).fill('Code', whole.receipt.secret).press();
        expect(person.text).toContain('The reviewers read it.');
      },
      240_000,
    );

    /** Each step stands on the one before, so that nothing more is tried after one that failed. */
    function step(name: string, act: () => Promise<void>, within: number): void {
      it(
        name,
        async () => {
          if (isBroken) throw new Error('A step before this one failed.');
          isBroken = true;
          await act();
          isBroken = false;
        },
        within,
      );
    }

    /** Runs a command that has to succeed; what it said else is the failure. */
    async function done(words: readonly string[]): Promise<void> {
      const ran = await installation.candour(...words);
      if (ran.exitCode !== 0) throw new Error(`candour ${words.join(' ')}: ${JSON.stringify(ran)}`);
    }

    async function begunConcern(): Promise<PageReader> {
      const page = await installation.visitor().open('/answers/online');
      await page.press();
      await page.open('/answers/words');
      await page.fill('Tell us in your own words', SAID).press();
      return page;
    }

    async function bytesOfTheResult(place: Installation): Promise<string> {
      const page = await (await place.visitor().open('/publications')).follow('Night response team');
      const path = page.find('a[href$="/result.json"]').attr('href') ?? '';
      const bytes = await (await place.ask(PUBLIC_ADDRESS + path)).arrayBuffer();
      expect(bytes.byteLength).toBeGreaterThan(10_000);
      return createHash('sha256').update(Buffer.from(bytes)).digest('hex');
    }
  });
}
