import type { Uuid } from '../../src/kernel/identifiers.js';
import type { PublishedContent } from '../../src/publication/content/published-content.js';
import { MeetingsService } from '../../src/reviews/meeting/meetings.service.js';
import type { ReviewerCapacity } from '../../src/review-method/panel/panel-member.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { panelOfTwoLeads } from '../support/publication.js';
import {
  agreedBy,
  assignedAndClear,
  declarationOf,
  scoresFor,
  servedReviewWorld,
  startedReview,
  submitted,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';
import { scoredAndLocked } from '../support/scoring.js';

const RED_LINE = 'SIM-POL-01';
/** The one criterion on which the reviewers agree. */
const AGREED_ON = 'SIM-REL-01';
const MINORITY_VIEW = 'On reflection I agree.';
const CONFLICT = { conflict: 'They know somebody.', reason: 'They are too strict.', post: 'Director' };

interface Meetings {
  readonly items: readonly {
    readonly criterion: string;
    readonly reasons: readonly object[];
    readonly settled: { readonly score: string } | null;
  }[];
}

/**
 * Whoever leads a review wants a better result than two reviewers’ 2 and the 0 of the one with lived experience. What they
 * try, in the order in which a review goes; each leaves everything as it was, or a mark that everyone reads.
 */
describe('A lead who wants a better result', () => {
  let world: ServedReviewWorld;
  let lead: InterestedParty;
  let anyone: InterestedParty;
  let roundId: Uuid;
  let reviewId: Uuid;
  let review: string;
  let criteria: readonly string[];
  let livedAssignment: Uuid;
  let published: PublishedContent;
  let serial: number;

  beforeAll(async () => {
    world = await servedReviewWorld();
    lead = interestedParty(world, 'lead');
    anyone = interestedParty(world, null);
    ({ roundId, reviewId, criteria } = await startedReview(world));
    review = `reviews/${reviewId}`;
    await panelOfTwoLeads(world, reviewId);
    await submitted(world, reviewId, criteria);
    await scored('first', reviewId, '2');
    await scored('second', reviewId, '2');
  });

  afterAll(() => world.close());

  async function scored(part: Part, of: Uuid, score: '0' | '2'): Promise<void> {
    const given = scoresFor(criteria).map((each) => ({
      ...each,
      score: each.criterion === AGREED_ON ? ('2' as const) : score,
    }));
    await scoredAndLocked(world, part, of, given);
  }

  async function needs(): Promise<Meetings['items']> {
    return (await lead.get<Meetings>(`${review}/meetings`)).body.items;
  }

  async function settled(criterion: string): Promise<string | undefined> {
    return (await needs()).find((each) => each.criterion === criterion)?.settled?.score;
  }

  describe('before the scores are open', () => {
    it('learns nothing of what was scored and locked, and so of whom to be rid of', async () => {
      expect((await lead.get(`${review}/meetings`)).status).toBe(404);
      expect((await lead.page(`/${review}/moderation`)).status).toBe(404);
      const seen = `SELECT id FROM reviews.score WHERE review_id = '${reviewId}'`;
      expect(await lead.sql(seen)).toBe('0 rows');
      await scored('lived', reviewId, '0');
      expect(await lead.sql(seen)).toBe(`${String(3 * criteria.length)} rows`);
    });
  });

  describe('and would be rid of the strictest reviewer', () => {
    beforeAll(async () => {
      const { body } = await lead.get<{ items: { id: Uuid; personId: Uuid }[] }>(`${review}/panel`);
      livedAssignment = body.items.find(({ personId }) => personId === world.personId('lived'))?.id ?? '';
    });

    it('does not exclude them without a conflict, nor alone, and is told so', async () => {
      const excluding = `${review}/assignments/${livedAssignment}`;
      const bare = await lead.post(`${excluding}/exclusion`, { ...CONFLICT, conflict: '' });
      expect([bare.status, bare.text]).toEqual([422, expect.stringContaining('conflict')]);
      expect((await lead.post(`${excluding}/exclusion`, CONFLICT)).status).toBe(201);
      const alone = await lead.post(`${excluding}/confirmation`, {
        agrees: true,
        reason: CONFLICT.reason,
        post: CONFLICT.post,
      });
      expect([alone.status, alone.text]).toEqual([409, expect.stringContaining('You decided this first')]);
      const closing = await lead.post(`${review}/moderation-close`);
      expect([closing.status, closing.text]).toEqual([409, expect.stringContaining('not decided yet')]);
      expect(await lead.sql(ownConfirmation())).toContain(
        'the second person is not the one who decided first',
      );
      const other = interestedParty(world, 'otherLead');
      const no = { agrees: false, reason: 'That is no conflict.', post: 'Head of quality' };
      expect((await other.post(`${excluding}/confirmation`, no)).status).toBe(201);
    });

    it('ends their part, and every score of theirs stays where it was', async () => {
      const page = await lead.page(`/${review}/panel/${livedAssignment}`);
      page.fill('Why does their part end?', 'Moved to another post.');
      await page.press('End their part');
      expect(page.status).toBe(200);
      const items = await needs();
      expect(items.filter(({ reasons }) => reasons.length > 0)).toHaveLength(criteria.length - 1);
      expect(
        await lead.sql(`DELETE FROM reviews.score WHERE assignment_id = '${livedAssignment}'`),
      ).toContain('permission denied');
      expect(await lead.sql(`SELECT id FROM reviews.score WHERE assignment_id = '${livedAssignment}'`)).toBe(
        `${String(criteria.length)} rows`,
      );
    });

    it('puts nobody in their place, because their scores still count', async () => {
      const joining = { personId: world.personId('stranger'), capacity: 'reviewer', outsideNhsEngland: true };
      const refused = await lead.post(`${review}/assignments`, joining);
      expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('no longer independent')]);
    });
  });

  describe('and would set the scores', () => {
    it('proposes nothing where there is no reason to meet: the page has no box, the API and SQL refuse', async () => {
      const page = await lead.page(`/${review}/moderation/${AGREED_ON}`);
      expect(page.find('main [name=score]')).toHaveLength(0);
      const refused = await lead.post(`${review}/proposals`, { items: [proposal(AGREED_ON, '3')] });
      expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('no reason to meet')]);
      expect(await lead.sql(typedScore(AGREED_ON))).toContain('only as it follows');
    });

    it('types no minority view: neither the page nor the API has a place for one', async () => {
      const page = await lead.page(`/${review}/moderation/${RED_LINE}`);
      const boxes = page.find('main form [name]').map((_, box) => box.attribs['name'] ?? '');
      expect(boxes.get().filter((name) => /minority|dissent|words|stance/i.test(name))).toEqual([]);
      expect(page.find('main [name=score]').length).toBeGreaterThan(0);
      const typed = { ...proposal(RED_LINE, '3'), minorityView: MINORITY_VIEW, words: MINORITY_VIEW };
      const refused = await lead.post(`${review}/proposals`, { items: [typed] });
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('/items/0/minorityView')]);
      expect((await lead.get(`${review}/meetings`)).text).not.toContain(MINORITY_VIEW);
    });

    it('proposes the best score for everything, two reviewers confirm, and the lowest still counts', async () => {
      const items = criteria.filter((code) => code !== AGREED_ON).map((code) => proposal(code, '3'));
      expect((await lead.post(`${review}/proposals`, { items })).status).toBe(201);
      const early = await lead.post(`${review}/moderation-close`);
      expect([early.status, early.text]).toEqual([409, expect.stringContaining('can still confirm')]);
      expect(await lead.sql(confirmation(livedAssignment))).toContain('row-level security');
      for (const part of ['first', 'second'] as const)
        await world.service(MeetingsService).answer(
          await world.as(part),
          reviewId,
          items.map(({ criterion }) => ({ criterion, stance: 'confirm' as const, words: '' })),
        );
      world.clock.setTo('2026-12-01');
      expect(await settled(RED_LINE)).toBe('0');
      expect(await lead.sql(typedScore(RED_LINE))).toContain('only as it follows');
      expect((await lead.post(`${review}/moderation-close`)).status).toBe(200);
    });

    it('accepts a reply that says it is better, and without everybody it is not', async () => {
      const trust = interestedParty(world, 'submitter');
      const reply = { criterion: RED_LINE, kind: 'error', text: 'It is another team.' };
      const replied = await trust.post(`${review}/replies`, { items: [reply] });
      expect(replied).toMatchObject({ status: 201 });
      const [replyId = ''] = replied.body['ids'] as string[];
      const decided = await lead.post(`replies/${replyId}/decision`, {
        ...{ accepted: true, reasons: 'The paper shows it.', newScore: '3', newGrade: 'A' },
      });
      expect(decided.status).toBe(201);
      world.clock.setTo('2027-01-10');
      expect((await lead.post(`${review}/replies-close`)).status).toBe(204);
      expect(await settled(RED_LINE)).toBe('0');
    });
  });

  describe('and would not publish', () => {
    it('moves the promised day after it has passed, and it is overdue from the first', async () => {
      world.clock.setTo('2027-03-03');
      expect(await promise()).toMatchObject({ publicity: 'DUE_NOT_PUBLISHED' });
      const { revision: version } = (await lead.get<{ revision: number }>(`rounds/${roundId}`)).body;
      const move = { which: 'publicationDate', day: '2027-09-01', reason: 'There is no time.', version };
      const moved = await lead.post(`rounds/${roundId}/dates`, move);
      expect(moved).toMatchObject({ status: 201 });
      const proposalId = String(moved.body['id']);
      const alone = await lead.post(`proposals/${proposalId}/agreement`);
      expect([alone.status, alone.text]).toEqual([409, expect.stringContaining('You proposed this')]);
      const update = `UPDATE reviews.round SET publication_date = '2027-09-01' WHERE id = '${roundId}'`;
      expect(await lead.sql(update)).toContain('moves only with a published reason');
      await agreedBy(world, 'otherLead', proposalId);
      expect(await promise()).toMatchObject({
        ...{ publicity: 'DUE_NOT_PUBLISHED', firstPublicationDate: '2027-03-01' },
        moves: [{ was: '2027-03-01', becomes: '2027-09-01', reason: 'There is no time.' }],
      });
      const list = await anyone.page('/publications');
      expect(list.text).toContain('Results whose first promised day has passed');
      expect(list.text).toContain('1 September 2027');
      expect((await anyone.page(`/publications/${review}`)).text).toContain('There is no time.');
    });
  });

  async function promise(): Promise<object | undefined> {
    const { body } = await anyone.get<{ items: { id: string }[] }>('promised-publications');
    return body.items.find(({ id }) => id === reviewId);
  }

  describe('and would publish it as better than it is', () => {
    let preparationId: string;

    it('publishes nothing below the floor of agreement without a reason that everyone reads', async () => {
      const silent = await lead.post(`${review}/preparations`, {});
      expect([silent.status, silent.text]).toEqual([422, expect.stringContaining('agreed too little')]);
      const because = { publishedAnywayBecause: 'It is high time.' };
      const prepared = await lead.post(`${review}/preparations`, because);
      expect(prepared.status).toBe(201);
      preparationId = String(prepared.body['id']);
    });

    it('does not release alone what they prepared', async () => {
      const alone = await lead.post(`preparations/${preparationId}/release`, { looked: ['yes'] });
      expect([alone.status, alone.text]).toEqual([409, expect.stringContaining('You prepared this result')]);
      const page = await lead.page(`/publications/preparations/${preparationId}`);
      expect(page.text).not.toContain('Publish this result');
      const other = interestedParty(world, 'otherLead');
      const release = await other.post(`preparations/${preparationId}/release`, { looked: ['yes'] });
      expect(release.status).toBe(201);
      const id = String(release.body['id']);
      serial = (await anyone.get<{ serial: number }>(`publications/${id}`)).body.serial;
      published = (await anyone.get<PublishedContent>(`publications/${id}/content`)).body;
    });

    it('finds every zero in it, what became of who gave them, and why it is published all the same', () => {
      const given = published.criteria.flatMap(({ independent }) => independent);
      expect(given.filter(({ score }) => score === '0')).toHaveLength(criteria.length - 1);
      expect(published.panel).toMatchObject({ reviewers: 3, livedExperience: 1, excluded: 0 });
      const [left] = published.panel.scored.filter(({ became }) => became === 'left');
      expect(left?.left).toEqual({ on: '2026-11-23', because: 'Moved to another post.' });
      expect(published.agreement).toMatchObject({
        ...{ reviewers: 3, belowFloor: true, publishedAnywayBecause: 'It is high time.' },
      });
      expect(published.rating.overall).toBe('CEASE');
    });

    it('finds the red line as the lowest saw it, who said nothing, and who could not because their part was ended', () => {
      const line = published.criteria.find(({ code }) => code === RED_LINE);
      expect(line?.counted).toMatchObject({ score: '0', minorityView: '' });
      const left = published.panel.scored.find(({ became }) => became === 'left')?.reviewer;
      const [met, afterReply] = line?.meeting?.proposals.slice(-2) ?? [];
      expect(met).toMatchObject({ score: '3', silent: [], couldNotSpeak: [left] });
      expect(afterReply).toMatchObject({ afterReply: true, couldNotSpeak: [left] });
      expect(afterReply?.silent).toEqual(['A', 'B', 'C'].filter((letter) => letter !== left));
      expect(met?.said.map(({ stance }) => stance)).toEqual(['confirm', 'confirm']);
    });

    it('finds on the page for everyone that somebody left, that it is late, and what was moved', async () => {
      const { text } = await anyone.page(`/publications/${String(serial)}`);
      for (const words of [
        'left on 23 November 2026; their scores count. Reason: Moved to another post.',
        'first promised for 1 March 2027. It was moved to 1 September 2027: There is no time.',
        '1 with lived experience',
        'It is high time.',
        'Cease',
      ])
        expect(text).toContain(words);
    });

    it('changes nothing of what was published', async () => {
      for (const text of [
        `UPDATE publication.release SET overall = 'ASSURED' WHERE review_id = '${reviewId}'`,
        `DELETE FROM publication.release WHERE review_id = '${reviewId}'`,
        `UPDATE reviews.score SET score = '3' WHERE review_id = '${reviewId}'`,
        `UPDATE reviews.moderated_score SET score = '3' WHERE review_id = '${reviewId}'`,
      ])
        expect(await lead.sql(text)).toContain('permission denied');
    });
  });

  describe('who has no part in another review', () => {
    it('takes no step in it, by page, API or SQL', async () => {
      world.clock.setTo('2027-03-03');
      const { reviewId: other } = await anotherReview();
      const joining = { personId: world.personId('stranger'), capacity: 'reviewer', outsideNhsEngland: true };
      expect((await lead.post(`reviews/${other}/assignments`, joining)).status).toBe(403);
      expect((await lead.post(`reviews/${other}/moderation-close`)).status).toBe(404);
      expect((await lead.page(`/reviews/${other}/moderation`)).status).toBe(404);
      expect((await lead.post(`reviews/${other}/preparations`, {})).status).toBe(403);
      const closing = `UPDATE reviews.review SET revision = revision + 1, moderation_closed_on = '2027-03-03', reply_due_on = '2027-03-17'
        WHERE id = '${other}'`;
      expect(await lead.sql(closing)).toBe('0 rows');
      const second = interestedParty(world, 'otherLead');
      expect((await second.post(`reviews/${other}/moderation-close`)).status).toBe(200);
    });

    it('nor in one where an interest of theirs is not decided by somebody else', async () => {
      world.clock.setTo('2027-03-18');
      const { reviewId: other } = await anotherReview();
      await assignedByTheOther(other, 'lead', 'lead');
      const declared = await world
        .service(ReviewersService)
        .declare(await world.as('lead'), other, declarationOf('FAMILY'));
      expect((await lead.post(`reviews/${other}/moderation-close`)).status).toBe(404);
      const deciding = { outcome: 'continue', reason: 'It hurt nobody.' };
      expect((await lead.post(`declarations/${declared}/decision`, deciding)).status).toBe(403);
      const second = interestedParty(world, 'otherLead');
      expect((await second.post(`declarations/${declared}/decision`, deciding)).status).toBe(201);
      expect((await lead.post(`reviews/${other}/moderation-close`)).status).toBe(200);
    });
  });

  async function anotherReview(): Promise<{ reviewId: Uuid }> {
    world.clock.setTo('2026-11-23');
    const started = await startedReview(world);
    await assignedAndClear(world, started.reviewId, 'otherLead', 'lead');
    await assignedByTheOther(started.reviewId, 'first', 'reviewer');
    await assignedByTheOther(started.reviewId, 'lived', 'lived-experience');
    await submitted(world, started.reviewId, criteria);
    await scored('first', started.reviewId, '2');
    await scored('lived', started.reviewId, '2');
    return started;
  }

  async function assignedByTheOther(of: Uuid, part: Part, capacity: ReviewerCapacity): Promise<void> {
    const reviewers = world.service(ReviewersService);
    const person = { personId: world.personId(part), capacity, outsideNhsEngland: part === 'lived' };
    await reviewers.assign(await world.as('otherLead'), { reviewId: of, ...person });
    await reviewers.declare(await world.as(part), of, declarationOf());
  }

  function proposal(criterion: string, score: '3') {
    return { criterion, score, grade: 'A', reason: 'We all saw it.', tookPart: ['1', '2'] };
  }

  function ownConfirmation(): string {
    return `INSERT INTO reviews.interest_confirmation (id, revision, decision_id, review_id, person_id, agrees, reason, post, decided_by, decided_on)
      SELECT gen_random_uuid(), 1, d.id, d.review_id, d.person_id, true, 'So.', 'Director', '${world.personId('lead')}', '2026-11-23'
      FROM reviews.interest_decision d WHERE d.review_id = '${reviewId}' AND d.person_id = '${world.personId('lived')}'`;
  }

  function typedScore(criterion: string): string {
    return `INSERT INTO reviews.moderated_score SELECT gen_random_uuid(), 1, '${reviewId}', '${criterion}', 1, '3', 'A', 'So.', '',
      'meeting', NULL, '2026-11-23'`;
  }

  function confirmation(assignmentId: Uuid): string {
    return `INSERT INTO reviews.proposal_answer SELECT gen_random_uuid(), 1, p.id, p.review_id, p.criterion, '${assignmentId}',
      'confirm', '', '2026-11-23' FROM reviews.score_proposal p WHERE p.review_id = '${reviewId}' AND p.criterion = '${RED_LINE}' AND p.seq = 1`;
  }
});
