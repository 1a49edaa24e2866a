import { Database } from '../../src/platform/database/database.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { VISITOR } from '../../src/identity/actor.js';
import { NotFound } from '../../src/kernel/refusal.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { readContent } from '../../src/publication/content/content-text.js';
import type { PublishedContent } from '../../src/publication/content/published-content.js';
import { PreparingService } from '../../src/publication/releases/preparing.service.js';
import { ReleasingService } from '../../src/publication/releases/releasing.service.js';
import { ReleasesQueries } from '../../src/publication/releases/releases.queries.js';
import { panelFaults } from '../../src/review-method/panel/panel-faults.js';
import { ScoresQueries } from '../../src/reviews/blind-scoring/scores.queries.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ExcludingService } from '../../src/reviews/excluding/excluding.service.js';
import { MeetingsService } from '../../src/reviews/meeting/meetings.service.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { ReviewSheets } from '../../src/reviews/reading/review-sheet.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { PanelQueries } from '../../src/reviews/reviewers/panel.queries.js';
import { ReviewersQueries } from '../../src/reviews/reviewers/reviewers.queries.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import { everyReviewer } from '../support/meetings.js';
import { panelOfTwoLeads, released } from '../support/publication.js';
import {
  assignedAndClear,
  declarationOf,
  pastTheLedger,
  reviewWorld,
  scoresFor,
  startedReview,
  submitted,
  withNewPeople,
  type Part,
  type ReviewWorld,
} from '../support/reviews.js';
import { scoredAndLocked, SCORERS } from '../support/scoring.js';

/** What whoever joins later sees no row of before having locked. */
const BLIND_TO = [
  ...['score', 'score_lock', 'moderated_score', 'interest_decision', 'interest_confirmation'],
  ...['meeting_request', 'score_proposal', 'proposal_answer', 'proposal_second'],
];
const RED_LINE = 'SIM-POL-01';
const CONFLICT = {
  conflict: 'A director of the company that trained the officers, until 2020.',
  reason: 'They would judge their own work.',
  post: 'Director of reviews',
};
const AGREED = { agrees: true, reason: 'I read the register of companies.', post: 'Head of quality' };

/** What a lead who does not like the scores of the reviewer with lived experience may want, tried one by one. */
describe('Scores that were opened are final', () => {
  let ground: ReviewWorld;
  let world: ReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];

  beforeAll(async () => {
    ground = await reviewWorld();
  });

  beforeEach(async () => {
    world = await withNewPeople(ground);
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.membership (id, revision, person_id, role, granted_on)
       VALUES (gen_random_uuid(), 1, '${world.personId('stranger')}', 'LIVED_EXPERIENCE_REVIEWER', '2026-01-01')`,
    );
    world.clock.setTo('2026-11-23');
    ({ reviewId, criteria } = await startedReview(world));
    await panelOfTwoLeads(world, reviewId);
    await submitted(world, reviewId, criteria);
    for (const part of SCORERS) await scored(part, part === 'lived' ? '0' : '2');
  });

  afterAll(() => ground.close());

  async function scored(part: Part, score: '0' | '2'): Promise<void> {
    const given = scoresFor(criteria).map((each) => ({ ...each, score }));
    await scoredAndLocked(world, part, reviewId, given);
  }

  async function idOf(part: Part): Promise<Uuid> {
    const panel = await world.service(ReviewersQueries).panel(await world.as('lead'), reviewId);
    return panel.find(({ personId }) => personId === world.personId(part))?.id ?? '';
  }

  async function end(part: Part): Promise<void> {
    const ending = { reviewId, assignmentId: await idOf(part), reason: 'Moved to another post.' };
    await world.service(ReviewersService).end(await world.as('lead'), ending);
  }

  async function exclude(part: Part, by: Part = 'lead'): Promise<Uuid> {
    const found = { reviewId, assignmentId: await idOf(part), ...CONFLICT };
    return world.service(ExcludingService).exclude(await world.as(by), found);
  }

  async function confirm(part: Part, by: Part = 'otherLead', agrees = true): Promise<Uuid> {
    const second = { reviewId, assignmentId: await idOf(part), ...AGREED, agrees };
    return world.service(ExcludingService).confirm(await world.as(by), second);
  }

  async function setAside(part: Part): Promise<void> {
    await exclude(part);
    await confirm(part);
  }

  async function join(part: Part, capacity: 'reviewer' | 'lived-experience' = 'lived-experience') {
    return assignedAndClear(world, reviewId, part, capacity);
  }

  /** The reviewers meet about every criterion and propose what the lowest gave; these confirm it. */
  async function meet(...confirming: readonly Part[]): Promise<void> {
    const tookPart = await everyReviewer(world, reviewId);
    const lowest = { score: '0', grade: 'B', reason: 'We read it together.', tookPart } as const;
    const meetings = world.service(MeetingsService);
    const proposed = criteria.map((criterion) => ({ criterion, ...lowest }));
    await meetings.propose(await world.as('lead'), reviewId, proposed);
    const answers = criteria.map((criterion) => ({ criterion, stance: 'confirm' as const, words: '' }));
    for (const part of confirming) await meetings.answer(await world.as(part), reviewId, answers);
  }

  async function close(): Promise<void> {
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
  }

  async function replied(): Promise<void> {
    world.clock.setTo('2026-12-21');
    await world.service(RepliesService).close(await world.as('lead'), reviewId);
  }

  async function header() {
    return world.service(ReviewsQueries).header(await world.as('lead'), reviewId);
  }

  async function content(): Promise<PublishedContent> {
    const anyway = { publishedAnywayBecause: 'They met about every criterion.' };
    const prepared = await world.service(PreparingService).prepare(await world.as('lead'), reviewId, anyway);
    const releaseId = await world.service(ReleasingService).release(await world.as('otherLead'), prepared);
    return readContent((await world.service(ReleasesQueries).content(VISITOR, releaseId)) ?? '');
  }

  function zeros({ criteria: lines }: PublishedContent): number {
    return lines.flatMap(({ independent }) => independent.filter(({ score }) => score === '0')).length;
  }

  /** What the application's role answers to a statement of this person's, past every service of ours. */
  async function asRole(part: Part, text: string): Promise<unknown> {
    const scope = scopeOf(await world.as(part));
    return world
      .service(Database)
      .write(scope, (manager): Promise<unknown> => manager.query(text))
      .catch((fault: unknown) => (fault instanceof Error ? fault.message : fault));
  }

  describe('whoever’s part ends', () => {
    it('has said what they said: their scores are read by all who compare, met about, compared and published', async () => {
      await end('lived');
      for (const part of ['first', 'lead'] as const) {
        const { lines } = await world.service(ReviewSheets).of(await world.as(part), reviewId);
        for (const { scores } of lines) {
          expect(scores).toHaveLength(3);
          expect(scores.filter(({ became }) => became === 'left').map(({ score }) => score)).toEqual(['0']);
        }
      }
      await expect(close()).rejects.toThrow('must first meet about');
      await meet('first', 'second');
      await expect(close()).rejects.toThrow('can still confirm or dissent');
      world.clock.setTo('2026-12-01');
      await close();
      await replied();
      const result = await content();
      expect(zeros(result)).toBe(criteria.length);
      expect(result.panel).toMatchObject({ reviewers: 3, livedExperience: 1 });
      const [left] = result.panel.scored.filter(({ became }) => became === 'left');
      expect(left?.left).toEqual({ on: '2026-11-23', because: 'Moved to another post.' });
      expect(result.agreement?.reviewers).toBe(3);
    });

    it('can take part again, and then counts as before', async () => {
      await end('second');
      const comeBack = { reviewId, assignmentId: await idOf('second'), reason: 'The post was not taken.' };
      await world.service(ReviewersService).comeBack(await world.as('lead'), comeBack);
      const member = (await panel()).find(({ assignmentId }) => assignmentId === comeBack.assignmentId);
      expect(member).toMatchObject({ endedOn: null, givenLater: false, lockedOn: '2026-11-23' });
      await expect(
        world.service(ReviewersService).comeBack(await world.as('lead'), comeBack),
      ).rejects.toThrow('takes part');
    });
  });

  async function panel(seenBy: Part = 'lead') {
    return world.service(PanelQueries).of(await world.as(seenBy), reviewId);
  }

  describe('whoever is excluded once scores are open', () => {
    it('needs a stated conflict and two people: one alone changes nothing but that nothing can be closed', async () => {
      await exclude('lived');
      await expect(confirm('lived', 'lead')).rejects.toThrow('You decided this first');
      expect((await panel()).find(({ capacity }) => capacity === 'lived-experience')?.clearance).toBe(
        'undecided',
      );
      await expect(close()).rejects.toThrow('It is not decided yet');
      await expect(exclude('lived', 'otherLead')).rejects.toThrow('being decided');
    });

    it('continues when the second person does not agree, and can do all as before', async () => {
      await exclude('lived');
      await expect(world.service(ReviewSheets).of(await world.as('lived'), reviewId)).rejects.toThrow(
        NotFound,
      );
      await confirm('lived', 'otherLead', false);
      const { lines } = await world.service(ReviewSheets).of(await world.as('lived'), reviewId);
      expect(lines[0]?.scores.map(({ became }) => became)).toEqual(['counts', 'counts', 'counts']);
      await expect(confirm('lived')).rejects.toThrow(NotFound);
    });

    it('is never decided about by themselves, by reviewers, or by leads of other reviews', async () => {
      await expect(exclude('lead', 'lead')).rejects.toThrow(
        'nobody decides about the interests they declared',
      );
      await expect(exclude('lived', 'first')).rejects.toThrow();
      await exclude('otherLead');
      await expect(confirm('otherLead', 'otherLead')).rejects.toThrow();
      await expect(confirm('otherLead', 'first')).rejects.toThrow();
    });

    it('has their scores set aside and published with both decisions; nothing is closed without an independent panel', async () => {
      await setAside('lived');
      await expect(close()).rejects.toThrow('lived experience');
      await join('stranger');
      await expect(close()).rejects.toThrow('Not every reviewer has locked');
      await scored('stranger', '2');
      await close();
      await replied();
      const result = await content();
      expect(zeros(result)).toBe(criteria.length);
      expect(result.panel).toMatchObject({
        reviewers: 3,
        outsideNhsEngland: 1,
        livedExperience: 1,
        excluded: 1,
      });
      expect(result.agreement).toMatchObject({ reviewers: 3, rawAgreement: 1 });
      const [aside] = result.panel.scored.filter(({ became }) => became === 'set-aside');
      expect(aside?.exclusion).toEqual({
        conflict: CONFLICT.conflict,
        because: CONFLICT.reason,
        post: CONFLICT.post,
        decidedOn: '2026-11-23',
        second: { post: AGREED.post, because: AGREED.reason, decidedOn: '2026-11-23' },
      });
      const [later] = result.panel.scored.filter(({ givenLater }) => givenLater);
      expect(later).toMatchObject({ reviewer: 'D', became: 'counts' });
    });

    it('after moderation was closed opens it again in the same act: what rested on their scores is settled again', async () => {
      await meet(...SCORERS);
      await close();
      expect((await header()).moderationClosedOn).toBe('2026-11-23');
      await exclude('first');
      expect((await header()).moderationClosedOn).toBe('2026-11-23');
      await confirm('first');
      expect(await header()).toMatchObject({ moderationClosedOn: null, replyDueOn: null });
      await close();
      await replied();
      const result = await content();
      expect(result.panel).toMatchObject({ reviewers: 2, livedExperience: 1 });
      expect(result.criteria.find(({ code }) => code === RED_LINE)?.independent).toHaveLength(3);
    });

    it('after the findings were settled, too: the release waits for what is settled anew', async () => {
      await meet(...SCORERS);
      await close();
      await replied();
      await exclude('first');
      await expect(world.service(PreparingService).prepare(await world.as('lead'), reviewId)).rejects.toThrow(
        'It is not decided yet',
      );
      await confirm('first');
      await expect(released(world, reviewId)).rejects.toThrow('Settle the findings first');
    });
  });

  describe('whoever joins later', () => {
    it('joins only where the panel is no longer independent, and not once moderation is closed', async () => {
      await expect(join('stranger')).rejects.toThrow('no longer independent');
      await meet(...SCORERS);
      await end('lived');
      await expect(join('stranger')).rejects.toThrow('no longer independent');
      await close();
      await expect(join('stranger')).rejects.toThrow('once moderation is closed');
    });

    it('is enough: nobody adds reviewers until the result pleases', async () => {
      await setAside('lived');
      await join('stranger');
      await expect(join('otherLead', 'reviewer')).rejects.toThrow('no longer independent');
    });

    it('sees nothing of the others’ scores, locks and findings before having locked, through services or SQL', async () => {
      await meet(...SCORERS);
      await setAside('lived');
      await join('stranger');
      const { lines } = await world.service(ReviewSheets).of(await world.as('stranger'), reviewId);
      expect(lines.flatMap(({ scores }) => scores)).toEqual([]);
      expect(lines.flatMap(({ finding }) => finding ?? [])).toEqual([]);
      expect(await panel('stranger')).toEqual([]);
      for (const table of BLIND_TO) expect([table, await rowsSeenBy('stranger', table)]).toEqual([table, 0]);
      expect(await rowsSeenBy('stranger', 'assignment')).toBe(1);
    });

    it('is seen by nobody before having locked, and then compares', async () => {
      await setAside('lived');
      await join('stranger');
      await world.service(ScoringService).scoreAll(await world.as('stranger'), reviewId, scoresFor(criteria));
      for (const part of ['first', 'lead', 'otherLead'] as const)
        expect([part, await rowsSeenBy(part, 'score')]).toEqual([part, 3 * criteria.length]);
      await world.service(ScoringService).lock(await world.as('stranger'), reviewId);
      for (const part of ['first', 'lead', 'stranger'] as const)
        expect([part, await rowsSeenBy(part, 'score')]).toEqual([part, 4 * criteria.length]);
      expect(await rowsSeenBy('lived', 'score')).toBe(0);
    });
  });

  async function rowsSeenBy(part: Part, table: string): Promise<number> {
    const rows = await asRole(part, `SELECT id FROM reviews.${table} WHERE review_id = '${reviewId}'`);
    return Array.isArray(rows) ? rows.length : -1;
  }

  describe('PostgreSQL, asked by the application’s role in the name of a lead', () => {
    it('shows every locked score and lock of an opened review, whatever became of who gave them', async () => {
      await end('first');
      await setAside('lived');
      expect(await rowsSeenBy('lead', 'score')).toBe(3 * criteria.length);
      expect(await rowsSeenBy('lead', 'score_lock')).toBe(3);
      const locks = await world.service(ScoresQueries).locks(await world.as('second'), reviewId);
      expect(locks).toHaveLength(3);
    });

    it.each([
      ['deletes no score', 'DELETE FROM reviews.score', 'permission denied'],
      ['deletes no lock', 'DELETE FROM reviews.score_lock', 'permission denied'],
      ['changes no score', "UPDATE reviews.score SET score = '3'", 'permission denied'],
      [
        'changes no decision',
        "UPDATE reviews.interest_decision SET outcome = 'exclude'",
        'permission denied',
      ],
      [
        'changes nobody’s place among those who joined before',
        "UPDATE reviews.assignment SET scores_opened_on = '2026-11-23'",
        'when somebody joined is not changed',
      ],
      [
        'closes nothing on findings that rest on nobody’s scores',
        `UPDATE reviews.review SET moderation_closed_on = '2026-11-23', reply_due_on = '2026-12-31'`,
        'not every criterion has a moderated score',
      ],
    ])('%s', async (_what, text, refused) => {
      expect(await asRole('lead', `${text} WHERE ${column(text)} = '${reviewId}'`)).toContain(refused);
    });

    it('opens moderation again for no other reason than scores that are set aside', async () => {
      await meet(...SCORERS);
      await close();
      const reopening = `UPDATE reviews.review SET moderation_closed_on = NULL, reply_due_on = NULL WHERE id = '${reviewId}'`;
      expect(await asRole('lead', reopening)).toContain('only when locked scores are set aside');
    });

    it('says of every panel the same as the method of review does', async () => {
      const both = async (): Promise<readonly [boolean, boolean]> => {
        const [{ fault } = { fault: '' }] = (await asRole(
          'lead',
          `SELECT reviews.panel_fault('${reviewId}') AS fault`,
        )) as { fault: string | null }[];
        return [fault === null, panelFaults(await panel()).length === 0];
      };
      expect(await both()).toEqual([true, true]);
      await end('lived');
      expect(await both()).toEqual([true, true]);
      await exclude('lived');
      expect(await both()).toEqual([false, false]);
      await confirm('lived');
      expect(await both()).toEqual([false, false]);
      await join('stranger');
      expect(await both()).toEqual([false, false]);
      await scored('stranger', '2');
      expect(await both()).toEqual([true, true]);
      const again = declarationOf('FAMILY');
      await world.service(ReviewersService).declare(await world.as('otherLead'), reviewId, again);
      expect(await both()).toEqual([false, false]);
    });
  });
});

function column(statement: string): string {
  return statement.includes('reviews.review ') ? 'id' : 'review_id';
}
