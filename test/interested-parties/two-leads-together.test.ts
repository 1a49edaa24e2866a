import type { Uuid } from '../../src/kernel/identifiers.js';
import type { PublishedContent } from '../../src/publication/content/published-content.js';
import { type ScoreToGive } from '../../src/reviews/blind-scoring/scoring.service.js';
import { MeetingsService } from '../../src/reviews/meeting/meetings.service.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { panelOfTwoLeads } from '../support/publication.js';
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
import { scoredAndLocked } from '../support/scoring.js';

const RED_LINE = 'SIM-POL-01';
const CONFLICT = 'A director of the company that trained the officers, until 2020.';
const WITHDRAWN = {
  post: 'Director of reviews',
  reason: 'It upsets the trust.',
  legalBasis: 'None that we know.',
};

type Scores = Readonly<Record<string, Partial<ScoreToGive>>>;

/**
 * Two who lead a review want the same, and so can do everything that takes two people. What they do happens, and
 * everyone can read what, who as which post, why and when; what was said before stays.
 */
describe('Two leads who want the same', () => {
  let world: ServedReviewWorld;
  let lead: InterestedParty;
  let other: InterestedParty;
  let anyone: InterestedParty;
  let reviewId: Uuid;
  let review: string;
  let roundId: Uuid;
  let criteria: readonly string[];
  let strictest: Uuid;
  let releaseId: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    [lead, other, anyone] = [
      interestedParty(world, 'lead'),
      interestedParty(world, 'otherLead'),
      interestedParty(world, null),
    ];
    ({ roundId, reviewId, criteria } = await startedReview(world));
    review = `reviews/${reviewId}`;
    await panelOfTwoLeads(world, reviewId);
    await submitted(world, reviewId, criteria);
    await scored('first', { [RED_LINE]: { score: '1' } });
    await scored('second');
    await scored('lived', { [RED_LINE]: { score: '0' } });
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.membership (id, revision, person_id, role, granted_on)
       VALUES (gen_random_uuid(), 1, '${world.personId('stranger')}', 'LIVED_EXPERIENCE_REVIEWER', '2026-01-01'),
         (gen_random_uuid(), 1, '${world.personId('handler')}', 'LIVED_EXPERIENCE_REVIEWER', '2026-01-01')`,
    );
    const { body } = await lead.get<{ items: { id: Uuid; personId: Uuid }[] }>(`${review}/panel`);
    strictest = body.items.find(({ personId }) => personId === world.personId('lived'))?.id ?? '';
  });

  afterAll(() => world.close());

  /** Some are fully met, so that the reviewers are seen to agree by more than chance. */
  async function scored(part: Part, different: Scores = {}): Promise<void> {
    const fully = criteria.filter((code) => /GOV|WRK/.test(code));
    const same: Scores = Object.fromEntries(fully.map((code) => [code, { score: '3', grade: 'A' }]));
    const scores = scoresFor(criteria, { ...same, ...different });
    await scoredAndLocked(world, part, reviewId, scores);
  }

  async function settled(criterion: string): Promise<string | undefined> {
    const { body } = await lead.get<{ items: { criterion: string; settled: { score: string } | null }[] }>(
      `${review}/meetings`,
    );
    return body.items.find((each) => each.criterion === criterion)?.settled?.score;
  }

  describe('set the strictest reviewer aside', () => {
    it('only by a conflict that they state and sign as posts, each on a page that says it is published', async () => {
      const first = await lead.page(`/${review}/panel/${strictest}/exclusion`);
      expect(first.text).toContain('Everyone reads it.');
      first.fill('What is the conflict of interest?', CONFLICT);
      first.fill('Why can they not take part because of it?', 'They would judge their own work.');
      await first.fill('Which post do you hold?', 'Director of reviews').press('Exclude');
      const second = await other.page(`/${review}/panel/${strictest}/confirmation`);
      expect(second.text).toContain(CONFLICT);
      expect(second.text).toContain('It is published all the same');
      second.choose('Yes', 'Do you agree that they are excluded?').fill('Why?', 'I read the register.');
      await second.fill('Which post do you hold?', 'Head of quality').press('Decide');
      expect(second.notice).toContain('their scores are set aside');
    });

    it('and then close nothing without somebody else who has lived experience', async () => {
      const closing = await lead.post(`${review}/moderation-close`);
      expect([closing.status, closing.text]).toEqual([409, expect.stringContaining('lived experience')]);
      const past = `UPDATE reviews.review SET revision = revision + 1, moderation_closed_on = '2026-11-23', reply_due_on = '2026-12-07'
        WHERE id = '${reviewId}'`;
      expect(await other.sql(past)).toContain('nobody from outside NHS England has scores that count');
    });

    it('nor by whoever does not bring what the panel lacks, nor by many before the first has declared', async () => {
      const joining = (part: Part, capacity: string, outsideNhsEngland: boolean) =>
        lead.post(`${review}/assignments`, { personId: world.personId(part), capacity, outsideNhsEngland });
      const refused = [409, expect.stringContaining('brings what the panel lacks')];
      const inside = await joining('stranger', 'reviewer', false);
      expect([inside.status, inside.text]).toEqual(refused);
      const { status, body } = await joining('handler', 'lived-experience', true);
      expect(status).toBe(201);
      const more = await joining('stranger', 'lived-experience', true);
      expect([more.status, more.text]).toEqual(refused);
      const ending = `${review}/assignments/${String(body['id'])}/end`;
      expect((await lead.post(ending, { reason: 'Asked by mistake.' })).status).toBe(204);
    });

    it('and take nobody into the panel who would know what the others scored', async () => {
      await joins('stranger');
      const joined = interestedParty(world, 'stranger');
      expect((await joined.get(`${review}/meetings`)).status).toBe(404);
      expect((await joined.page(`/${review}/findings`)).status).toBe(404);
      for (const table of ['score', 'score_lock', 'interest_decision', 'interest_confirmation'])
        expect(await joined.sql(`SELECT id FROM reviews.${table} WHERE review_id = '${reviewId}'`)).toBe(
          '0 rows',
        );
      await scored('stranger', { [RED_LINE]: { score: '3', grade: 'A' } });
    });

    it('nor one more until the scores please them', async () => {
      const more = { personId: world.personId('auditor'), capacity: 'reviewer', outsideNhsEngland: true };
      const refused = await lead.post(`${review}/assignments`, more);
      expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('no longer independent')]);
      const excluding = `${review}/assignments/${strictest}/exclusion`;
      const again = { conflict: CONFLICT, reason: 'Again.', post: 'Director of reviews' };
      expect((await other.post(excluding, again)).status).toBe(409);
    });
  });

  async function joins(part: Part): Promise<void> {
    const person = { personId: world.personId(part), capacity: 'lived-experience', outsideNhsEngland: true };
    expect((await lead.post(`${review}/assignments`, person)).status).toBe(201);
    await world.service(ReviewersService).declare(await world.as(part), reviewId, declarationOf());
  }

  describe('raise a red line', () => {
    it('by standing behind each other, and it counts as the lowest of the reviewers whose scores count', async () => {
      const proposal = {
        criterion: RED_LINE,
        score: '3',
        grade: 'A',
        reason: 'We know it.',
        tookPart: ['1'],
      };
      expect((await lead.post(`${review}/proposals`, { items: [proposal] })).status).toBe(201);
      const meetings = world.service(MeetingsService);
      for (const [part, stance, words] of [
        ['first', 'dissent', 'An officer sat in every session.'],
        ['second', 'confirm', ''],
        ['stranger', 'confirm', ''],
      ] as const)
        await meetings.answer(await world.as(part), reviewId, [{ criterion: RED_LINE, stance, words }]);
      const behind = { criterion: RED_LINE, reason: 'We both know it.' };
      expect((await other.post(`${review}/proposal-seconds`, behind)).status).toBe(201);
      expect(await settled(RED_LINE)).toBe('1');
      expect(
        await other.sql(
          `INSERT INTO reviews.moderated_score SELECT gen_random_uuid(), 1, '${reviewId}', '${RED_LINE}', 1, '3', 'A', 'So.', '',
            'meeting', NULL, '2026-11-23'`,
        ),
      ).toContain('only as it follows');
    });
  });

  describe('publish it', () => {
    let content: PublishedContent;

    beforeAll(async () => {
      expect((await lead.post(`${review}/moderation-close`)).status).toBe(200);
      world.clock.setTo('2026-12-21');
      expect((await lead.post(`${review}/replies-close`)).status).toBe(204);
      releaseId = await publishedByBoth();
      content = (await anyone.get<PublishedContent>(`publications/${releaseId}/content`)).body;
    });

    it('with what was set aside: every score, who decided it as which posts, why and when', () => {
      const [aside] = content.panel.scored.filter(({ became }) => became === 'set-aside');
      expect(aside?.exclusion).toEqual({
        ...{ conflict: CONFLICT, because: 'They would judge their own work.' },
        ...{ post: 'Director of reviews', decidedOn: '2026-11-23' },
        second: { post: 'Head of quality', because: 'I read the register.', decidedOn: '2026-11-23' },
      });
      const theirs = content.criteria.flatMap(({ independent }) =>
        independent.filter(({ reviewer }) => reviewer === aside?.reviewer),
      );
      expect(theirs).toHaveLength(criteria.length);
      expect(theirs.filter(({ score }) => score === '0')).toHaveLength(1);
      expect(aside?.lock?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('with the replacement as given later, and numbers of those alone whose scores count', () => {
      expect(content.panel).toMatchObject({ reviewers: 3, livedExperience: 1, excluded: 1 });
      expect(content.panel.scored.map(({ became, givenLater }) => [became, givenLater]).sort()).toEqual([
        ['counts', false],
        ['counts', false],
        ['counts', true],
        ['set-aside', false],
      ]);
    });

    it('with the dissent in the reviewer’s own words beside what they proposed', () => {
      const line = content.criteria.find(({ code }) => code === RED_LINE);
      const [proposal] = line?.meeting?.proposals ?? [];
      expect(proposal?.said.filter(({ stance }) => stance === 'dissent')).toMatchObject([
        { words: 'An officer sat in every session.' },
      ]);
      expect(line?.counted?.score).toBe('1');
    });

    it('on a page that tells everyone of it before any score', async () => {
      const { text } = await anyone.page(`/publications/${releaseId}`);
      for (const words of [
        `their scores are set aside: a conflict found later. ${CONFLICT}`,
        '(Director of reviews): They would judge their own work.',
        '(Head of quality): I read the register.',
        'joined after the scores of the others were open',
        'An officer sat in every session.',
      ])
        expect(text).toContain(words);
    });
  });

  async function publishedByBoth(): Promise<Uuid> {
    const because = { publishedAnywayBecause: 'They met about what they differed on.' };
    const prepared = await lead.post(`${review}/preparations`, because);
    expect(prepared).toMatchObject({ status: 201 });
    const release = await other.post(`preparations/${String(prepared.body['id'])}/release`, {
      looked: ['yes'],
    });
    expect(release).toMatchObject({ status: 201 });
    return String(release.body['id']);
  }

  /** One proposes and the other agrees. */
  async function together(path: string, body: object): Promise<{ status: number; text: string }> {
    const proposed = await lead.post(path, body);
    if (proposed.status !== 201) return proposed;
    return other.post(`proposals/${String(proposed.body['id'])}/agreement`);
  }

  describe('make it vanish', () => {
    it('by no act on what was published: not refused any more, not deleted', async () => {
      const refused = await together(`${review}/refusal-to-publish`, WITHDRAWN);
      expect([refused.status, refused.text]).toEqual([
        409,
        expect.stringContaining('What was published is withdrawn, not refused'),
      ]);
      for (const text of [
        `DELETE FROM publication.release WHERE id = '${releaseId}'`,
        `DELETE FROM reviews.interest_confirmation WHERE review_id = '${reviewId}'`,
        `DELETE FROM reviews.review WHERE id = '${reviewId}'`,
      ])
        expect(await other.sql(text)).toContain('permission denied');
    });

    it('by voiding the round: not once scores were opened in it', async () => {
      const voided = await together(`rounds/${roundId}/voiding`, {
        post: 'Director of reviews',
        reason: 'The wrong year.',
      });
      expect([voided.status, voided.text]).toEqual([409, expect.stringContaining('scores were opened')]);
    });

    it('by withdrawing it: a tombstone stands in its place, with its fingerprint, their posts and why', async () => {
      const before = (await anyone.get<{ serial: number; contentHash: string }>(`publications/${releaseId}`))
        .body;
      expect(await together(`publications/${releaseId}/withdrawal`, WITHDRAWN)).toMatchObject({
        status: 200,
      });
      const after = await anyone.get(`publications/${releaseId}`);
      expect(after.body).toMatchObject({
        ...{ serial: before.serial, contentHash: before.contentHash, overall: null },
        withdrawal: { ...WITHDRAWN, on: '2026-12-21' },
      });
      const tombstone = await anyone.page(`/publications/${String(before.serial)}`);
      for (const words of [...Object.values(WITHDRAWN), before.contentHash, '21 December 2026'])
        expect(tombstone.text).toContain(words);
      const promised = await anyone.page(`/publications/${review}`);
      expect(promised.text).toContain('withdrawn on 21 December 2026');
    });

    it('by publishing another after it: the second release names the first, whose tombstone stays', async () => {
      const second = await publishedByBoth();
      const first = (await anyone.get<{ contentHash: string }>(`publications/${releaseId}`)).body;
      const { body } = await anyone.get<PublishedContent>(`publications/${second}/content`);
      expect(body.follows).toEqual({ release: 1, contentHash: first.contentHash });
      const { text } = await anyone.page(`/publications/${second}`);
      expect(text).toContain('Withdrawn on 21 December 2026');
      expect((await anyone.get(`publications/${releaseId}`)).body).toHaveProperty('withdrawal.reason');
    });
  });

  describe('never let it come so far', () => {
    const grounds = { post: 'Director of reviews', reason: 'We would rather not know.' };

    it('by voiding the round in time: it stays listed with who answers for it and why, and nothing in it goes on', async () => {
      world.clock.setTo('2026-11-23');
      const { roundId: round, reviewId: stopped } = await startedReview(world);
      expect(await together(`rounds/${round}/voiding`, grounds)).toMatchObject({ status: 200 });
      const { text } = await anyone.page(`/publications/reviews/${stopped}`);
      for (const words of ['The round was voided', grounds.post, grounds.reason, '23 November 2026'])
        expect(text).toContain(words);
      const { body } = await anyone.get<{ items: { id: Uuid; publicity: string }[] }>(
        'promised-publications',
      );
      expect(body.items.find(({ id }) => id === stopped)?.publicity).toBe('VOIDED');
      const again = await lead.post(`rounds/${round}/reviews`, { deploymentId: world.deploymentId });
      expect([again.status, again.text]).toEqual([409, expect.stringContaining('the round was voided')]);
      expect(await other.sql(`DELETE FROM reviews.round_voiding WHERE round_id = '${round}'`)).toContain(
        'permission denied',
      );
    });

    it('by refusing to publish: everyone reads who refused, why and by what law', async () => {
      const { reviewId: silent } = await startedReview(world);
      for (const part of ['lead', 'otherLead'] as const) await assignedAndClear(world, silent, part, 'lead');
      expect(await together(`reviews/${silent}/refusal-to-publish`, WITHDRAWN)).toMatchObject({
        status: 200,
      });
      const { text } = await anyone.page(`/publications/reviews/${silent}`);
      for (const words of ['Publication was refused', ...Object.values(WITHDRAWN)])
        expect(text).toContain(words);
    });
  });
});
