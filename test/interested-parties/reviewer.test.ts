import { OPERATOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import type { PublishedContent } from '../../src/publication/content/published-content.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { proposed } from '../support/meetings.js';
import { panelOfTwoLeads, released } from '../support/publication.js';
import {
  assignedAndClear,
  declarationOf,
  pastTheLedger,
  scoresFor,
  servedReviewWorld,
  startedReview,
  submitted,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';
import { scoredAndLocked, SCORERS } from '../support/scoring.js';

/** The three elements of 10 March 2023 and what else stops a scheme by itself, as the edition that comes with Candour says. */
const STOPPING = [
  ...['SIM-POL-01', 'SIM-PUN-01', 'SIM-PUN-02', 'SIM-PUN-04'],
  ...['SIM-DIS-01', 'SIM-DIS-03', 'SIM-DAT-01', 'SIM-DAT-03'],
];
const RED_LINE = 'SIM-POL-01';
const ORDINARY = 'SIM-REL-01';

/**
 * A reviewer who wishes the scheme well, and two who do not look too closely: what they would do alone, in another’s name
 * and after the fact.
 */
describe('A reviewer who wants it to come out well', () => {
  let world: ServedReviewWorld;
  let first: InterestedParty;
  let reviewId: Uuid;
  let review: string;
  let criteria: readonly string[];
  let assignments: ReadonlyMap<string, Uuid>;
  let receipt: Record<string, unknown>;

  beforeAll(async () => {
    world = await servedReviewWorld();
    first = interestedParty(world, 'first');
    ({ reviewId, criteria } = await startedReview(world));
    review = `reviews/${reviewId}`;
    await panelOfTwoLeads(world, reviewId);
    await submitted(world, reviewId, criteria);
    const { body } = await interestedParty(world, 'lead').get<{ items: { id: Uuid; personId: Uuid }[] }>(
      `${review}/panel`,
    );
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.membership (id, revision, person_id, role, granted_on)
       VALUES (gen_random_uuid(), 1, '${world.personId('handler')}', 'ADMIN', '2026-01-01')`,
    );
    assignments = new Map(body.items.map(({ id, personId }) => [personId, id]));
  });

  afterAll(() => world.close());

  /** Everything is fully met, and whatever could stop the scheme does not apply. */
  function scores() {
    return scoresFor(criteria).map((each) =>
      STOPPING.includes(each.criterion)
        ? { ...each, score: 'N' as const, grade: null }
        : { ...each, score: '3' as const, grade: 'A' as const },
    );
  }

  /** The same as a program sends it, which leaves out what there is not. */
  function sent() {
    return { items: scores().map(({ grade, ...each }) => (grade === null ? each : { ...each, grade })) };
  }

  async function locked(part: Part): Promise<void> {
    await scoredAndLocked(world, part, reviewId, scores());
  }

  function assignmentOf(part: Part): Uuid {
    return assignments.get(world.personId(part)) ?? '';
  }

  function scoreOf(part: Part, seq = 1): string {
    return `INSERT INTO reviews.score VALUES (gen_random_uuid(), 1, '${assignmentOf(part)}', '${reviewId}', '${RED_LINE}', ${String(seq)},
      '3', 'A', 'high', 'It is fine.', '{}', '2026-11-23')`;
  }

  describe('before locking', () => {
    beforeAll(async () => {
      await locked('second');
      await world.service(ScoringService).scoreAll(await world.as('lived'), reviewId, scores());
    });

    it('reads nothing of what a colleague has locked: not on pages, nor by API or SQL', async () => {
      for (const page of ['findings', 'meetings'])
        expect([page, (await first.page(`/${review}/${page}`)).status]).toEqual([page, 404]);
      expect((await first.get(`${review}/meetings`)).status).toBe(404);
      for (const table of ['score', 'score_lock'])
        expect(await first.sql(`SELECT id FROM reviews.${table} WHERE review_id = '${reviewId}'`)).toBe(
          '0 rows',
        );
    });

    it('is not made an auditor to peek: not by an administrator, the operator, or SQL of either', async () => {
      const admin = interestedParty(world, 'admin');
      const asking = await admin.page(`/people/${world.personId('first')}/grant`);
      const auditor = asking.find('option[value=AUDITOR]').text().trim();
      await asking.select('Role', auditor).fill('Reason', 'To look at what was scored.').press('Give role');
      expect([asking.status, asking.text]).toEqual([
        422,
        expect.stringContaining('Their part in that review must end first'),
      ]);
      const given = { personId: world.personId('first'), organisationId: null, reason: 'To audit.' };
      const byOperator = world.service(PeopleService).grant(OPERATOR, { ...given, role: 'AUDITOR' });
      await expect(byOperator).rejects.toMatchObject({
        issues: [{ text: expect.stringContaining('auditors read what reviewers must not see') as string }],
      });
      const membership = `INSERT INTO identity.membership (id, revision, person_id, role, granted_on)
        VALUES (gen_random_uuid(), 1, '${world.personId('first')}', 'AUDITOR', '2026-11-23')`;
      expect(await admin.sql(membership)).toContain('auditors read what reviewers must not see');
      expect(await first.sql(membership)).toContain('row-level security');
    });

    it('scores for nobody else, and locks for nobody else', async () => {
      expect(await first.sql(scoreOf('lived', 2))).toContain('row-level security');
      const lock = `INSERT INTO reviews.score_lock (id, revision, assignment_id, review_id, nonce, content_hash, locked_on)
        VALUES (gen_random_uuid(), 1, '${assignmentOf('lived')}', '${reviewId}', repeat('0', 32), repeat('0', 64), '2026-11-23')`;
      expect(await first.sql(lock)).toContain('row-level security');
      const scored = await first.post(`${review}/scores`, sent());
      expect(scored.status).toBe(201);
      const { rows } = await world.superuser.query<{ given: number; locked: number }>(
        `SELECT (SELECT count(*) FROM reviews.score s WHERE s.assignment_id = $1)::int AS given,
           (SELECT count(*) FROM reviews.score_lock l WHERE l.assignment_id = $1)::int AS locked`,
        [assignmentOf('lived')],
      );
      expect(rows).toEqual([{ given: criteria.length, locked: 0 }]);
    });

    it('opens nothing by locking while a colleague has not', async () => {
      const lock = await first.post(`${review}/lock`);
      expect(lock).toMatchObject({ status: 201, body: { opened: false } });
      receipt = lock.body;
      expect((await first.page(`/${review}/findings`)).status).toBe(404);
      const opening = `UPDATE reviews.review SET revision = revision + 1, scores_opened_on = '2026-11-23' WHERE id = '${reviewId}'`;
      expect(await first.sql(opening)).toContain('only when an independent panel has locked');
    });
  });

  describe('after locking', () => {
    beforeAll(async () => {
      expect(await world.service(ScoringService).lock(await world.as('lived'), reviewId)).toMatchObject({
        opened: true,
      });
    });

    it('changes no score: not on the page, nor by API, and by no SQL', async () => {
      const page = await first.page(`/${review}/scores/${RED_LINE}`);
      expect(page.find('main form [name=score]')).toHaveLength(0);
      for (const step of ['scores', 'lock']) {
        const refused = await first.post(`${review}/${step}`, step === 'lock' ? {} : sent());
        expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('locked')]);
      }
      for (const text of [
        `UPDATE reviews.score SET score = '3' WHERE assignment_id = '${assignmentOf('first')}'`,
        `DELETE FROM reviews.score WHERE assignment_id = '${assignmentOf('first')}'`,
        `DELETE FROM reviews.score_lock WHERE assignment_id = '${assignmentOf('first')}'`,
      ])
        expect(await first.sql(text)).toContain('permission denied');
      expect(await first.sql(scoreOf('first', 2))).toContain('the scores have been locked and cannot change');
    });

    it('proposes nothing, and closes nothing', async () => {
      const proposal = { criterion: ORDINARY, score: '3', grade: 'A', reason: 'So.', tookPart: ['1'] };
      expect(await first.post(`${review}/proposals`, { items: [proposal] })).toMatchObject({ status: 403 });
      expect(await first.post(`${review}/moderation-close`)).toMatchObject({ status: 403 });
      const closing = `UPDATE reviews.review SET revision = revision + 1, moderation_closed_on = '2026-11-23', reply_due_on = '2026-12-07'
        WHERE id = '${reviewId}'`;
      expect(await first.sql(closing)).toContain('not every criterion has a moderated score');
    });

    it('speaks in a meeting for nobody else, and only once', async () => {
      const asking = { criterion: ORDINARY, ground: 'asked', reason: 'I would talk about it.' };
      expect(await first.post(`${review}/meeting-requests`, asking)).toMatchObject({ status: 201 });
      const found = { criterion: ORDINARY, score: '2', grade: 'A', reason: 'We read the plan.' } as const;
      await proposed(world, reviewId, found);
      const inTheirName = `INSERT INTO reviews.proposal_answer SELECT gen_random_uuid(), 1, p.id, p.review_id, p.criterion,
        '${assignmentOf('second')}', 'dissent', 'I was never there.', '2026-11-23' FROM reviews.score_proposal p
        WHERE p.review_id = '${reviewId}'`;
      expect(await first.sql(inTheirName)).toContain('row-level security');
      const answer = { criterion: ORDINARY, stance: 'dissent', words: 'It is fully met.' };
      expect(await first.post(`${review}/proposal-answers`, { items: [answer] })).toMatchObject({
        status: 201,
      });
      const again = await first.post(`${review}/proposal-answers`, {
        items: [{ ...answer, stance: 'confirm' }],
      });
      expect([again.status, again.text]).toEqual([409, expect.stringContaining('once')]);
    });
  });

  describe('once moderation is closed', () => {
    beforeAll(async () => {
      world.clock.setTo('2026-12-01');
      expect(await interestedParty(world, 'lead').post(`${review}/moderation-close`)).toMatchObject({
        status: 200,
      });
      world.clock.setTo('2026-12-21');
    });

    it('ends no time for reply: that is a step of whoever leads', async () => {
      expect(await first.post(`${review}/replies-close`)).toMatchObject({ status: 403 });
      const closing = `UPDATE reviews.review SET revision = revision + 1, reply_closed_on = '2026-12-21' WHERE id = '${reviewId}'`;
      expect(await first.sql(closing)).toContain('this is a step of whoever leads the review');
    });

    it('publishes nothing', async () => {
      expect(await first.post(`${review}/preparations`, {})).toMatchObject({ status: 403 });
    });
  });

  describe('in what is published', () => {
    let content: PublishedContent;

    beforeAll(async () => {
      const lead = interestedParty(world, 'lead');
      expect(await lead.post(`${review}/replies-close`)).toMatchObject({ status: 204 });
      const releaseId = await released(world, reviewId);
      content = (
        await interestedParty(world, null).get<PublishedContent>(`publications/${releaseId}/content`)
      ).body;
    });

    it('finds that three who said of every red line that it does not apply verified nothing', () => {
      const stopping = content.criteria.filter(({ gravity }) => /RED_LINE|KNOCK_OUT/.test(gravity));
      expect(stopping.length).toBeGreaterThan(3);
      for (const { code, independent, counted } of stopping)
        expect([code, independent.map(({ score }) => score), counted?.score]).toEqual([
          code,
          ['N', 'N', 'N'],
          'U',
        ]);
      expect(content.rating.overall).toBe('UNVERIFIED');
    });

    it('finds the lock they were given a receipt for, which anybody can check', () => {
      const locks = content.panel.scored.map(({ lock }) => lock);
      expect(locks.map((lock) => [lock?.contentHash, lock?.nonce])).toContainEqual([
        receipt['contentHash'],
        receipt['nonce'],
      ]);
      expect(JSON.stringify(content)).not.toContain(String(receipt['salt']));
    });

    it('finds their dissent as they wrote it, and that the others said nothing', () => {
      const [proposal] = content.criteria.find(({ code }) => code === ORDINARY)?.meeting?.proposals ?? [];
      expect(proposal?.said).toMatchObject([{ stance: 'dissent', words: 'It is fully met.' }]);
      expect(proposal?.silent).toHaveLength(2);
    });
  });

  describe('excluded from a sister review, while the lead of this one would keep them', () => {
    const why = 'Their sister leads the team.';
    const known = 'in another review of this trust or scheme the person was excluded for a conflict';
    let lead: InterestedParty;
    let keptId: Uuid;
    let kept: string;
    let partId: Uuid;
    let sisterId: Uuid;

    beforeAll(async () => {
      world.clock.setTo('2026-11-23');
      lead = interestedParty(world, 'lead');
      const [one, other] = [await startedReview(world), await startedReview(world)];
      keptId = one.reviewId;
      kept = `reviews/${keptId}`;
      await panelOfTwoLeads(world, keptId);
      await submitted(world, keptId, criteria);
      for (const each of SCORERS) await scoredAndLocked(world, each, keptId, scoresFor(criteria));
      const { body } = await lead.get<{ items: { id: Uuid; personId: Uuid }[] }>(`${kept}/panel`);
      partId = body.items.find(({ personId }) => personId === world.personId('first'))?.id ?? '';
      sisterId = other.reviewId;
      await assignedAndClear(world, sisterId, 'otherLead', 'lead');
      const sister = `reviews/${sisterId}/assignments`;
      const joining = { personId: world.personId('first'), capacity: 'reviewer', outsideNhsEngland: false };
      const otherLead = interestedParty(world, 'otherLead');
      const excludedId = String((await otherLead.post(sister, joining)).body['id']);
      await world.service(ReviewersService).declare(await world.as('first'), sisterId, declarationOf());
      const found = { conflict: why, reason: 'They would judge her work.', post: 'Director' };
      expect(await otherLead.post(`${sister}/${excludedId}/exclusion`, found)).toMatchObject({ status: 201 });
    });

    it('reads nothing more of this one: no page, no program, no SQL', async () => {
      expect((await first.page(`/${kept}/findings`)).status).toBe(404);
      expect((await first.get(`${kept}/meetings`)).status).toBe(404);
      const seen = `SELECT id FROM reviews.score WHERE review_id = '${keptId}' AND assignment_id <> '${partId}'`;
      expect(await first.sql(seen)).toBe('0 rows');
    });

    it('is not let pass by: nothing is closed by page, program or SQL, whether or not their part is ended', async () => {
      const closing = `UPDATE reviews.review SET revision = revision + 1, moderation_closed_on = '2026-11-23', reply_due_on = '2026-12-07'
        WHERE id = '${keptId}'`;
      await pastTheLedger(
        world.superuser,
        `INSERT INTO reviews.moderated_score SELECT gen_random_uuid(), 1, '${keptId}', asked, 1, s.score, s.grade, 'So.', '', s.settled_by,
          NULL, '2026-11-23' FROM unnest(ARRAY['${criteria.join("','")}']) AS asked, reviews.settled_score('${keptId}', asked, '2026-11-23') AS s`,
      );
      const refused = [409, expect.stringContaining(known)];
      for (const ends of [true, false]) {
        const closed = await lead.post(`${kept}/moderation-close`);
        expect([closed.status, closed.text]).toEqual(refused);
        expect(await lead.sql(closing)).toContain(known);
        const reason = { reason: 'They were excluded.' };
        const moved = await lead.post(`${kept}/assignments/${partId}/${ends ? 'end' : 'return'}`, reason);
        expect(moved.status).toBe(204);
      }
    });

    it('is named to the lead, who learns that it is so and from nowhere why', async () => {
      const { text } = await lead.page(`/${kept}/panel/${partId}`);
      expect(text).toContain(`Since 23 November 2026: ${known}`);
      expect(text).not.toContain(why);
      expect((await lead.page(`/reviews/${sisterId}/panel`)).status).toBe(404);
      for (const table of ['assignment', 'interest_declaration', 'interest_decision'])
        expect(await lead.sql(`SELECT id FROM reviews.${table} WHERE review_id = '${sisterId}'`)).toBe(
          '0 rows',
        );
    });

    it('says so before the lead can let them continue, and not that there is nothing', async () => {
      expect((await first.page('/assignments')).text).toContain('Declare what is known');
      expect((await first.page(`/${kept}/declare`)).text).toContain(known);
      const reviewers = world.service(ReviewersService);
      const declare = async (...yes: string[]) =>
        reviewers.declare(await world.as('first'), keptId, declarationOf(...yes));
      await expect(declare()).rejects.toMatchObject({ issues: [{ field: 'OTHER' }] });
      const letting = `INSERT INTO reviews.interest_decision (id, revision, declaration_id, person_id, review_id, outcome, reason, decided_by, decided_on, scores_opened_on)
        SELECT gen_random_uuid(), 1, d.id, d.person_id, d.review_id, 'continue', 'So.', '${world.personId('lead')}', '2026-11-23', '2026-11-23'
        FROM reviews.interest_declaration d WHERE d.review_id = '${keptId}' AND d.person_id = '${world.personId('first')}'`;
      expect(await lead.sql(letting)).toContain('there is no declared interest to decide about');
      const deciding = `declarations/${await declare('OTHER')}/decision`;
      const decided = { outcome: 'continue', reason: 'It is another team.' };
      expect((await first.post(deciding, decided)).status).toBe(403);
      expect((await lead.post(deciding, decided)).status).toBe(201);
      expect((await lead.post(`${kept}/moderation-close`)).status).toBe(200);
      expect((await lead.page(`/${kept}/panel/${partId}`)).text).toContain('In 2019.');
    });
  });
});
