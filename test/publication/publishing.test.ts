import { scopeOf } from '../../src/identity/actor-scope.js';
import { VISITOR } from '../../src/identity/actor.js';
import { readContent } from '../../src/publication/content/content-text.js';
import { NamesQueries } from '../../src/publication/disclosure/names.queries.js';
import { PreparingService } from '../../src/publication/releases/preparing.service.js';
import { PromisesQueries } from '../../src/publication/promises/promises.queries.js';
import { ReleasesQueries } from '../../src/publication/releases/releases.queries.js';
import { ReleasingService } from '../../src/publication/releases/releasing.service.js';
import { TombstonesService } from '../../src/publication/tombstones/tombstones.service.js';
import { Database } from '../../src/platform/database/database.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { publicity } from '../../src/reviews/progress/publicity.js';
import { MET_ABOUT, panelOfTwoLeads, released, settledReview, statedLate } from '../support/publication.js';
import { met } from '../support/meetings.js';
import { recomputed } from '../support/recomputed-release.js';
import { agreedBy, reviewWorld, startedReview, type ReviewWorld } from '../support/reviews.js';

/** Its check digit is right, and it belongs to nobody: the NHS Data Dictionary gives it as an example. */
const NHS_NUMBER = '943 476 5919';
const MANY = 12_000;
const GROUNDS = {
  post: 'Director of reviews',
  reason: 'It identifies a patient.',
  legalBasis: 'UK GDPR Article 17',
};

describe('Publishing a review', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await reviewWorld();
  });

  afterAll(() => world.close());

  it('takes two people who lead it, and freezes every layer of the result', async () => {
    const { reviewId } = await settledReview(world);
    const lead = await world.as('lead');
    const preparationId = await world.service(PreparingService).prepare(lead, reviewId);
    await expect(world.service(ReleasingService).release(lead, preparationId)).rejects.toThrow(
      'You prepared this result',
    );
    const releaseId = await world
      .service(ReleasingService)
      .release(await world.as('otherLead'), preparationId);

    const text = await world.service(ReleasesQueries).content(VISITOR, releaseId);
    const content = readContent(text ?? '');
    expect(content).toMatchObject({
      release: 1,
      follows: null,
      rating: { overall: 'CEASE' },
      review: { organisation: 'Example Vale Trust', answering: 'ANSWERED' },
      panel: { reviewers: 3, outsideNhsEngland: 1, livedExperience: 1 },
      statements: [{ organisation: 'Example Voices', text: 'We were in the room and nobody wrote it down.' }],
      replies: [{ criterion: MET_ABOUT, text: 'We see this otherwise.', accepted: false }],
    });
    const met = content.criteria.find(({ code }) => code === MET_ABOUT);
    expect(met?.self?.score).toBe('2');
    expect(met?.independent.map(({ reviewer }) => reviewer)).toEqual(['A', 'B', 'C']);
    expect(met?.independent.map(({ score }) => score).sort()).toEqual(['0', '2', '2']);
    expect(met?.counted).toMatchObject({ score: '0', settledBy: 'meeting', minorityView: '' });
    for (const part of ['lead', 'otherLead', 'first', 'second', 'lived', 'submitter'] as const)
      expect(text).not.toContain(world.personId(part));
  });

  it('gives everybody all that its rating and its agreement are worked out from', async () => {
    const { reviewId } = await settledReview(world);
    const content = await contentOf(await released(world, reviewId));
    const { overall, working } = content.rating;
    const again = recomputed(content);
    expect(again?.rating).toMatchObject({ overall, working });
    expect(content.agreement).toEqual({
      ...again?.agreement,
      reviewers: 3,
      publishedAnywayBecause: null,
      afterMeetings: again?.agreementAfter,
    });
  });

  it('needs a reason that everyone reads where reviewers agreed too little, whatever they settled in meetings', async () => {
    const far = { '0': '3', '1': '2', '2': '0' } as const;
    const apart = (place: number): Record<string, { score: '3' | '2' | '0'; grade: 'A' }> =>
      Object.fromEntries(
        ['SIM-REL-01', 'SIM-REL-02', 'SIM-REL-03', 'SIM-REL-04'].map((code, at) => [
          code,
          { score: far[String((at + place) % 3) as '0'], grade: 'A' },
        ]),
      );
    const meet = async (reviewId: string): Promise<void> => {
      for (const criterion of Object.keys(apart(0)))
        await met(world, reviewId, { criterion, score: '2', grade: 'A', reason: 'They agreed at last.' });
    };
    const { reviewId } = await settledReview(
      world,
      { first: { [MET_ABOUT]: { score: '0' }, ...apart(0) }, second: apart(1), lived: apart(2) },
      meet,
    );
    const lead = await world.as('lead');
    const preparing = world.service(PreparingService);
    await expect(preparing.prepare(lead, reviewId)).rejects.toMatchObject({ status: 422 });
    const because = 'The scores are far apart, and each is published.';
    await expect(
      world.service(Database).write(scopeOf(lead), (manager) =>
        manager.query(
          `INSERT INTO publication.preparation (id, revision, review_id, number, content, content_hash, published_anyway_because,
             withheld, withheld_because, prepared_by, prepared_on)
           VALUES (gen_random_uuid(), 1, $1, 1, '{}', encode(sha256('{}'), 'hex'), $2, '{}', NULL, $3, '2026-12-08')`,
          [reviewId, because, world.personId('lead')],
        ),
      ),
    ).rejects.toThrow('agreed too little');
    const prepared = await preparing.prepare(lead, reviewId, { publishedAnywayBecause: because });
    const other = await world.as('otherLead');
    const { agreement } = await contentOf(await world.service(ReleasingService).release(other, prepared));
    expect(agreement).toMatchObject({ belowFloor: true, publishedAnywayBecause: because });
    expect(agreement?.afterMeetings?.rawAgreement).toBeGreaterThan(agreement?.rawAgreement ?? 1);
  });

  it('is for nobody who does not lead the review, not even another lead reviewer or an administrator', async () => {
    world.clock.setTo('2026-11-23');
    const { reviewId } = await startedReview(world);
    for (const part of ['lead', 'otherLead', 'first', 'submitter', 'group', 'auditor', 'admin'] as const)
      await expect(
        world.service(PreparingService).prepare(await world.as(part), reviewId),
      ).rejects.toMatchObject({
        status: 403,
      });
  });

  it('waits for the findings to be settled, and for the time that the trust has to answer', async () => {
    world.clock.setTo('2026-11-23');
    const { reviewId } = await startedReview(world);
    await panelOfTwoLeads(world, reviewId);
    await expect(world.service(PreparingService).prepare(await world.as('lead'), reviewId)).rejects.toThrow(
      'The trust still has time to answer.',
    );
    world.clock.setTo('2026-12-12');
    const content = await contentOf(await released(world, reviewId));
    expect(content.review.answering).toBe('NOT_ANSWERED');
    expect(content.rating.overall).toBe('UNVERIFIED');
    expect(content.open.notAnswered).toHaveLength(content.criteria.length);
  });

  it('refuses a preparation that the records no longer bear out', async () => {
    const { reviewId } = await settledReview(world);
    const preparationId = await world.service(PreparingService).prepare(await world.as('lead'), reviewId);
    await statedLate(world, reviewId, 'This came after the result was prepared.');
    await expect(
      world.service(ReleasingService).release(await world.as('otherLead'), preparationId),
    ).rejects.toThrow('The records changed since');
    expect((await contentOf(await released(world, reviewId))).statements).toHaveLength(2);
  });

  it('stops at an NHS number until it is withheld, whatever the second person says they looked at', async () => {
    const { reviewId } = await settledReview(world);
    await statedLate(world, reviewId, `It was written about ${NHS_NUMBER}.`);
    const lead = await world.as('lead');
    const other = await world.as('otherLead');
    const named = await world.service(PreparingService).prepare(lead, reviewId);
    await expect(
      world.service(ReleasingService).release(other, named, { looked: true }),
    ).rejects.toMatchObject({
      status: 409,
      detail: expect.stringContaining('Statement of Example Voices') as string,
    });
    expect((await world.service(PromisesQueries).one(VISITOR, reviewId))?.releases).toEqual([]);
    const withheld = await world.service(PreparingService).prepare(lead, reviewId, {
      withheld: [NHS_NUMBER],
      withheldBecause: 'It is the number of a patient.',
    });
    const text = await world
      .service(ReleasesQueries)
      .content(VISITOR, await world.service(ReleasingService).release(other, withheld));
    expect(text).toContain('It was written about [withheld].');
    expect(text).not.toContain(NHS_NUMBER);
  });

  it('looks for the name of everybody in this service, however many they are', async () => {
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query(
      `INSERT INTO identity.person (id, revision, name, email)
       SELECT gen_random_uuid(), 1, 'Invented Person ' || n, n || '@many.example' FROM generate_series(1, $1) AS n`,
      [MANY],
    );
    await world.superuser.query("SET session_replication_role = 'origin'");
    const names = await world.service(NamesQueries).known(await world.as('lead'));
    expect(names.length).toBeGreaterThan(MANY);
  });

  it('numbers releases, and each names the one before by its hash', async () => {
    const { reviewId } = await settledReview(world);
    const first = await world.service(ReleasesQueries).one(VISITOR, await released(world, reviewId));
    const second = await world.service(ReleasesQueries).one(VISITOR, await released(world, reviewId));
    expect([first?.number, second?.number]).toEqual([1, 2]);
    expect(second?.serial).toBe((first?.serial ?? 0) + 1);
    expect((await contentOf(second?.id ?? '')).follows).toEqual({
      release: 1,
      contentHash: first?.contentHash,
    });
  });

  it('shows a withdrawn release as its tombstone to everyone, and keeps its number and hash', async () => {
    const { reviewId } = await settledReview(world);
    const releaseId = await released(world, reviewId);
    const before = await world.service(ReleasesQueries).one(VISITOR, releaseId);
    const tombstones = world.service(TombstonesService);
    const first = await tombstones.proposeWithdrawal(await world.as('lead'), releaseId, GROUNDS);
    const second = await tombstones.proposeWithdrawal(await world.as('otherLead'), releaseId, GROUNDS);
    await agreedBy(world, 'otherLead', first);
    const after = await world.service(ReleasesQueries).one(VISITOR, releaseId);
    expect(after).toMatchObject({
      serial: before?.serial,
      contentHash: before?.contentHash,
      overall: null,
      withdrawal: { ...GROUNDS, on: '2026-12-08' },
    });
    for (const reader of [VISITOR, await world.as('lead'), await world.as('auditor')])
      expect(await world.service(ReleasesQueries).content(reader, releaseId)).toBeNull();
    await expect(agreedBy(world, 'lead', second)).rejects.toThrow('a release is withdrawn once');
    await expect(tombstones.proposeWithdrawal(await world.as('lead'), releaseId, GROUNDS)).rejects.toThrow(
      'This release was withdrawn before.',
    );
  });

  it('says who refuses to publish and by what law, and never refuses what was published', async () => {
    const { reviewId } = await settledReview(world);
    const tombstones = world.service(TombstonesService);
    const proposed = await tombstones.proposeRefusal(await world.as('lead'), reviewId, GROUNDS);
    await agreedBy(world, 'otherLead', proposed);
    const promise = await world.service(PromisesQueries).one(VISITOR, reviewId);
    expect(promise?.refusal).toEqual({ ...GROUNDS, on: '2026-12-08' });
    expect(promise && publicity(promise, '2027-06-01')).toBe('REFUSED');
    await released(world, reviewId);
    const { reviewId: other } = await settledReview(world);
    const waiting = await tombstones.proposeRefusal(await world.as('lead'), other, GROUNDS);
    await released(world, other);
    await expect(agreedBy(world, 'otherLead', waiting)).rejects.toThrow(
      'what was published is withdrawn, not refused',
    );
    await expect(tombstones.proposeRefusal(await world.as('lead'), other, GROUNDS)).rejects.toThrow(
      'What was published is withdrawn, not refused.',
    );
  });

  it('shows everyone a promised day that passed in silence', async () => {
    const { reviewId } = await settledReview(world);
    const overdue = async (day: string) =>
      (await world.service(PromisesQueries).overdue(VISITOR, day)).longest.map(({ id }) => id);
    expect(await overdue('2027-03-01')).not.toContain(reviewId);
    expect(await overdue('2027-03-02')).toContain(reviewId);
    await released(world, reviewId);
    expect(await overdue('2027-03-02')).not.toContain(reviewId);
  });

  it('leaves events that bear out every row, but for the people whom this world arranged past the ledger', async () => {
    const { discrepancies, events } = await world.service(Verification).run();
    const arranged = ['person', 'membership', 'credential', 'access-token'];
    expect(discrepancies.filter(({ about }) => !arranged.includes(about.kind))).toEqual([]);
    expect(events).toBeGreaterThan(100);
  });

  async function contentOf(releaseId: string) {
    return readContent((await world.service(ReleasesQueries).content(VISITOR, releaseId)) ?? '');
  }
});
