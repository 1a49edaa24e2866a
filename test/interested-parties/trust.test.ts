import { createHash } from 'node:crypto';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { EvidenceService } from '../../src/evidence/documents/evidence.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { readContent } from '../../src/publication/content/content-text.js';
import { ReleasesQueries } from '../../src/publication/releases/releases.queries.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { policeFlow, submittedFlow } from '../support/data-flows.js';
import { registered, withTheRegister } from '../support/deployments.js';
import { GroupStage } from '../support/groups.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { panelOfTwoLeads, released } from '../support/publication.js';
import { servedReviewWorld, startedReview, submitted, type ServedReviewWorld } from '../support/reviews.js';
import { answered, schemesFoundBy, sentByProgram } from '../support/sent-by-program.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

/** What the trust would like its scheme to have been called. */
const QUIET = 'Community wellbeing partnership';

describe('A trust that would rather not be found out', () => {
  let world: ServedReviewWorld;
  let stage: GroupStage;

  beforeAll(async () => {
    world = await servedReviewWorld();
    stage = await GroupStage.in(world);
  }, 60_000);

  afterAll(() => world.close());

  describe('renames a scheme that sources named', () => {
    let trust: SignedIn;
    let sourced: { readonly id: Uuid; readonly key: string; readonly title: string; readonly area: string };

    beforeAll(async () => {
      await withTheRegister(world.candour);
      const found = await world.service(DeploymentsQueries).named(VISITOR, 'surrey');
      sourced = found;
      const at = { app: world.candour, address: world.address, superuser: world.superuser };
      trust = await signedIn(at, 'TRUST_SUBMITTER', found.leadOrganisationId, world.clock.now());
    }, 60_000);

    it('and is told to add a name or a correction, which stand beside what sources say', async () => {
      const { revision } = await world.service(DeploymentsQueries).named(VISITOR, 'surrey');
      const asked = { title: QUIET, area: 'Elsewhere', reason: 'A better name.', version: revision };
      const refused = await sent(`deployments/${sourced.key}/correction`, asked);
      expect([refused.status, refused.text]).toEqual([
        422,
        expect.stringContaining('Add a name, or a correction'),
      ]);

      const page = await trust.page.open(`/deployments/${sourced.key}`);
      await page.follow('Correct what sources say');
      page.select('What is wrong?', 'Name').fill('What should it say?', QUIET);
      await page.fill('Why?', 'We like this better.').press('Add the correction');
      expect(page.notice).toBe('Your correction stands beside what sources say');
    });

    it('and whoever searches for the old name still finds it, and reads who said what, and why', async () => {
      for (const typed of [sourced.title, sourced.area, QUIET])
        expect([typed, await schemesFoundBy(world, typed)]).toEqual([
          typed,
          expect.arrayContaining([sourced.key]),
        ]);
      const visitor = await new PageReader(world.address).open(
        `/deployments?q=${encodeURIComponent(sourced.title)}`,
      );
      expect(visitor.text).toContain(sourced.title);
      await visitor.open(`/deployments/${sourced.key}`);
      expect(visitor.heading).toContain(sourced.title);
      for (const words of [`says: ${QUIET}`, 'Why: We like this better.', 'Said by: Trust submitter'])
        expect(visitor.text).toContain(words);
    });

    it('nor does it take a name, a correction or what a record said before away, past the application', async () => {
      for (const text of [
        'DELETE FROM deployments.deployment_name',
        'DELETE FROM evidence.correction',
        'UPDATE evidence.correction SET said = $$x$$',
        'DELETE FROM ledger.change',
        'DELETE FROM deployments.deployment',
      ])
        expect([text, await asTrust(text)]).toEqual([text, expect.stringContaining('permission denied')]);
    });

    async function sent(path: string, body: object) {
      return answered(world.address, path, body, trust.token);
    }
  });

  describe('offers a document that shows who a patient is', () => {
    const content = 'The patient is called so and so.\n';
    const fingerprint = createHash('sha256').update(content).digest('hex');
    let id: Uuid;

    beforeAll(async () => {
      const offered = await world.service(EvidenceService).offer(await world.as('submitter'), {
        ...({
          about: { kind: 'deployment', id: world.deploymentId },
          documentType: 'CORRESPONDENCE',
        } as const),
        ...{ title: 'Minutes', dated: null, content: Buffer.from(content) },
        ...({ audience: 'everyone', whyNotEveryone: null } as const),
      });
      ({ id } = offered);
      expect((await sentByProgram(world, 'auditor', `evidence/${id}/content`)).text).toBe(content);
      const page = await (await world.reader('submitter')).open(`/evidence/${id}/close`);
      await page
        .fill('Why must nobody read it any more?', 'It shows who a patient is.')
        .press('Close it to everyone');
    });

    it('and once it is closed nobody reads it, not even the trust; that it was there stays, with its fingerprint', async () => {
      for (const part of ['submitter', 'auditor', 'lead', 'admin'] as const)
        expect([part, (await (await world.reader(part)).open(`/evidence/${id}/content`)).html]).toEqual([
          part,
          expect.not.stringContaining('so and so'),
        ]);
      const auditor = await (await world.reader('auditor')).open(`/evidence/${id}`);
      for (const words of [fingerprint, 'It shows who a patient is.', 'Letter or email', 'Received'])
        expect(auditor.text).toContain(words);
      expect(auditor.text).not.toContain('Minutes');
      const answer = await sentByProgram(world, 'auditor', `evidence/${id}/content`);
      expect([answer.status, answer.text]).toEqual([409, expect.not.stringContaining('so and so')]);
    });

    it('nor does it make the document as if it had never been, past the application', async () => {
      expect(await asTrust('DELETE FROM evidence.item')).toContain('permission denied');
      for (const change of [
        "sha256 = repeat('0', 64)",
        'closed_on = NULL, closed_because = NULL',
        "title = 'x'",
      ])
        expect([change, await asTrust(`UPDATE evidence.item SET ${change} WHERE id = '${id}'`)]).toEqual([
          change,
          expect.stringMatching(/permission denied|stays closed|never|no event|keeps its title/),
        ]);
    });
  });

  it('types a partner’s name to let it read: the partner reads nothing, by page, by program or past the application', async () => {
    const [force] = await registered(
      world.candour,
      anOrganisation({ name: 'Example Police', type: 'POLICE_FORCE' }),
    );
    const at = { app: world.candour, address: world.address, superuser: world.superuser };
    const partner = await signedIn(at, 'POLICE_PARTNER', force?.id ?? '', world.clock.now());
    await submittedFlow(world, policeFlow());
    await partner.page.open('/recorded-in-our-name');
    expect(partner.page.text).toContain('No submitted flow names your organisation yet.');
    const parts = await answered(world.address, 'flow-parts', undefined, partner.token);
    expect(JSON.parse(parts.text)).toEqual({ items: [], next: null });
    const { rows } = await world.superuser.query(
      'SELECT FROM data_sharing.flow_part WHERE organisation_id = $1',
      [force?.id],
    );
    expect(rows).toEqual([]);
  });

  describe('is silent until its silence is published, and then answers', () => {
    let reviewId: Uuid;
    let criteria: readonly string[];
    let silence: Uuid;
    let bytes: string;

    beforeAll(async () => {
      ({ reviewId, criteria } = await startedReview(world));
      await panelOfTwoLeads(world, reviewId);
      world.clock.setTo('2027-03-01');
      silence = await released(world, reviewId);
      bytes = (await world.service(ReleasesQueries).content(VISITOR, silence)) ?? '';
      expect(readContent(bytes).review.answering).toBe('NOT_ANSWERED');
    });

    it('but neither moves what was promised, nor withdraws, nor unsays that it was silent', async () => {
      const { rows } = await world.superuser.query<{ id: Uuid }>(
        'SELECT round_id AS id FROM reviews.review WHERE id = $1',
        [reviewId],
      );
      const moved = { which: 'selfReviewDue', day: '2027-06-01', reason: 'We were busy.' };
      for (const [path, body] of [
        [`rounds/${rows[0]?.id ?? ''}/dates`, moved],
        [`rounds/${rows[0]?.id ?? ''}/voiding`, { reason: 'It was wrong.' }],
        [`publications/${silence}/withdrawal`, { post: 'Director', reason: 'Wrong', legalBasis: 'None' }],
        [`reviews/${reviewId}/refusal-to-publish`, { post: 'Director', reason: 'Wrong', legalBasis: 'None' }],
      ] as const)
        expect([path, (await sentByProgram(world, 'submitter', path, body)).status]).toEqual([path, 403]);
      for (const text of [
        "UPDATE reviews.review SET acknowledged_on = '2026-11-20', submitted_on = '2026-11-20'",
        'DELETE FROM publication.release',
      ])
        expect([text, await asTrust(text)]).toEqual([
          text,
          expect.stringMatching(/permission denied|only with its submission/),
        ]);
      await asTrust("UPDATE reviews.round SET self_review_due = '2027-06-01'");
      const due = await world.superuser.query('SELECT self_review_due::text AS due FROM reviews.round');
      expect(due.rows).toEqual([{ due: '2026-12-11' }]);
    });

    it('so its answer is taken as late, and published in a second release that names the first', async () => {
      await submitted(world, reviewId, criteria);
      await scoredByAll(world, { reviewId, criteria });
      await lockedByAll(world, reviewId);
      await world.service(ModerationService).close(await world.as('lead'), reviewId);
      world.clock.setTo('2027-03-20');
      await world.service(RepliesService).close(await world.as('lead'), reviewId);
      const second = await released(world, reviewId);
      const content = readContent((await world.service(ReleasesQueries).content(VISITOR, second)) ?? '');
      expect(content.follows).toMatchObject({ release: 1 });
      expect(content.review).toMatchObject({
        answering: 'ANSWERED',
        promise: { silencePublishedOn: '2027-03-01' },
      });
      expect(content.review.promise?.due.find(({ step }) => step === 'self-review')?.daysLate).toBe(80);
      expect(await world.service(ReleasesQueries).content(VISITOR, silence)).toBe(bytes);
      const { serial } = (await world.service(ReleasesQueries).one(VISITOR, silence)) ?? { serial: 0 };
      const visitor = await new PageReader(world.address).open(`/publications/${String(serial)}`);
      expect([visitor.status, visitor.text]).toEqual([200, expect.stringContaining('not answer')]);
    });
  });

  async function asTrust(text: string): Promise<string> {
    return stage.tried(await world.as('submitter'), { text, values: [] });
  }
});
