import { Database } from '../../src/platform/database/database.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { ChangedMeanwhile, NotFound, NotPermitted, Unprocessable } from '../../src/kernel/refusal.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { lockedHash } from '../../src/review-method/scoring/locked-content.js';
import { ScoresQueries } from '../../src/reviews/blind-scoring/scores.queries.js';
import { ScoringService, type ScoreToGive } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ReviewersQueries } from '../../src/reviews/reviewers/reviewers.queries.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import { ReviewSheets } from '../../src/reviews/reading/review-sheet.js';
import { SelfReviewQueries } from '../../src/reviews/self-review/self-review.queries.js';
import {
  assignedAndClear,
  declarationOf,
  pastTheLedger,
  reviewWorld,
  scoresFor,
  startedReview,
  submitted,
  withNewPeople,
  withPanel,
  type Part,
  type ReviewWorld,
} from '../support/reviews.js';
import { scoredAndLocked, scoredByAll, SCORERS } from '../support/scoring.js';

describe('Independent reviewers', () => {
  let ground: ReviewWorld;
  let world: ReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];

  beforeAll(async () => {
    ground = await reviewWorld();
  });

  beforeEach(async () => {
    world = await withNewPeople(ground);
    ({ reviewId, criteria } = await startedReview(world));
  });

  afterAll(() => ground.close());

  const one = (different: Partial<ScoreToGive> = {}): ScoreToGive => ({
    criterion: 'SIM-POL-01',
    score: '1',
    grade: 'B',
    confidence: 'high',
    rationale: 'The rota names an officer.',
    changedBecause: 'The rota was read again.',
    ...different,
  });

  async function score(part: Part, different: Partial<ScoreToGive> = {}): Promise<Uuid> {
    return world.service(ScoringService).score(await world.as(part), reviewId, one(different));
  }

  async function scoreAndLock(part: Part): Promise<{ opened: boolean }> {
    return scoredAndLocked(world, part, reviewId, scoresFor(criteria));
  }

  /** The ids of all rows of a table that this person may see, past every query of ours. */
  async function visible(part: Part, table: string): Promise<number> {
    const rows = await world.service(Database).rows<{ id: Uuid }>(scopeOf(await world.as(part)), {
      text: `SELECT id FROM ${table} WHERE review_id = '${reviewId}'`,
    });
    return rows.length;
  }

  describe('before they declare', () => {
    it('read nothing of the review, whatever else they hold', async () => {
      await withPanel(world, reviewId);
      await submitted(world, reviewId, criteria);
      await world.service(ReviewersService).assign(await world.as('lead'), {
        reviewId,
        personId: world.personId('stranger'),
        capacity: 'reviewer',
        outsideNhsEngland: false,
      });
      await expect(world.service(ReviewSheets).of(await world.as('stranger'), reviewId)).rejects.toThrow(
        NotFound,
      );
      await expect(score('stranger')).rejects.toThrow(NotFound);
      for (const table of ['self_answer', 'self_score', 'attestation', 'submission', 'score', 'statement'])
        expect([table, await visible('stranger', `reviews.${table}`)]).toEqual([table, 0]);
      const own = await world.service(ReviewersQueries).ownIn(await world.as('stranger'), reviewId);
      expect(own).toMatchObject({ organisation: 'Example Vale Trust', clearance: 'undeclared' });
    });

    it('must answer every question, and only about reviews they are assigned to', async () => {
      await withPanel(world, reviewId);
      const reviewers = world.service(ReviewersService);
      const half = declarationOf().slice(0, 3);
      await expect(reviewers.declare(await world.as('first'), reviewId, half)).rejects.toThrow(Unprocessable);
      await expect(reviewers.declare(await world.as('stranger'), reviewId, declarationOf())).rejects.toThrow(
        NotFound,
      );
    });
  });

  describe('who declare an interest', () => {
    it('wait until somebody else has decided, and decide nothing about themselves', async () => {
      await withPanel(world, reviewId);
      await submitted(world, reviewId, criteria);
      const reviewers = world.service(ReviewersService);
      const declared = await reviewers.declare(await world.as('first'), reviewId, declarationOf('VENDOR'));
      await expect(score('first')).rejects.toThrow(NotFound);
      const decision = { outcome: 'continue' as const, reason: 'Trained once, years ago, as hundreds were.' };
      await expect(reviewers.decide(await world.as('first'), declared, decision)).rejects.toThrow(
        NotPermitted,
      );
      await expect(reviewers.decide(await world.as('otherLead'), declared, decision)).rejects.toThrow(
        NotFound,
      );
      await reviewers.decide(await world.as('lead'), declared, decision);
      await expect(score('first')).resolves.toBeDefined();
    });

    it('who lead a review cannot clear themselves', async () => {
      await withPanel(world, reviewId);
      const reviewers = world.service(ReviewersService);
      const declared = await reviewers.declare(await world.as('lead'), reviewId, declarationOf('FAMILY'));
      const own = reviewers.decide(await world.as('lead'), declared, {
        outcome: 'continue',
        reason: 'I say so.',
      });
      await expect(own).rejects.toThrow(NotPermitted);
      await expect(world.service(ReviewsQueries).header(await world.as('lead'), reviewId)).rejects.toThrow(
        NotFound,
      );
    });

    it('are refused everywhere once excluded, administrators and lead reviewers included', async () => {
      await withPanel(world, reviewId);
      await submitted(world, reviewId, criteria);
      const reviewers = world.service(ReviewersService);
      const declared = await reviewers.declare(
        await world.as('second'),
        reviewId,
        declarationOf('COMMISSIONED'),
      );
      await reviewers.decide(await world.as('lead'), declared, {
        outcome: 'exclude',
        reason: 'Approved this very scheme.',
        post: 'Director of reviews',
      });
      await pastTheLedger(
        world.superuser,
        `INSERT INTO identity.membership (id, revision, person_id, role, granted_on)
         SELECT gen_random_uuid(), 1, '${world.personId('second')}', role, '2026-01-01'
         FROM unnest(ARRAY['ADMIN', 'LEAD_REVIEWER', 'AUDITOR']) AS role`,
      );
      await expect(world.service(ReviewsQueries).header(await world.as('second'), reviewId)).rejects.toThrow(
        NotFound,
      );
      await expect(score('second')).rejects.toThrow(NotFound);
      expect(await visible('second', 'reviews.self_answer')).toBe(0);
      await expect(reviewers.declare(await world.as('second'), reviewId, declarationOf())).rejects.toThrow(
        'what was decided',
      );
      const assignment = await world.service(ReviewersQueries).ownIn(await world.as('second'), reviewId);
      await reviewers.end(await world.as('lead'), {
        reviewId,
        assignmentId: assignment?.id ?? '',
        reason: 'Excluded.',
      });
      await expect(world.service(ReviewsQueries).header(await world.as('second'), reviewId)).rejects.toThrow(
        NotFound,
      );
    });

    it('are never people of the trust, auditors, or people without the role', async () => {
      await assignedAndClear(world, reviewId, 'lead', 'lead');
      const assign = async (part: Part): Promise<Uuid> =>
        world.service(ReviewersService).assign(await world.as('lead'), {
          reviewId,
          personId: world.personId(part),
          capacity: 'reviewer',
          outsideNhsEngland: false,
        });
      await expect(assign('submitter')).rejects.toThrow('nobody reviews their own trust');
      await expect(assign('auditor')).rejects.toThrow('nobody who audits reviews takes part in one');
      await expect(assign('lived')).rejects.toThrow('does not hold the role');
    });

    it('are assigned only by a lead who has declared their own interests', async () => {
      const assign = world.service(ReviewersService).assign(await world.as('lead'), {
        reviewId,
        personId: world.personId('first'),
        capacity: 'reviewer',
        outsideNhsEngland: false,
      });
      await expect(assign).rejects.toThrow(NotPermitted);
    });
  });

  describe('while they score', () => {
    beforeEach(async () => {
      await withPanel(world, reviewId);
      await submitted(world, reviewId, criteria);
    });

    it('read the reasons of the trust and not the score it gave itself', async () => {
      const answers = await world.service(SelfReviewQueries).answers(await world.as('first'), reviewId);
      expect(answers).toHaveLength(criteria.length);
      expect(answers[0]).toMatchObject({
        reason: expect.stringContaining('What the trust says'),
        score: null,
        grade: null,
      });
      expect(await visible('first', 'reviews.self_score')).toBe(0);
      expect(await visible('first', 'reviews.submission')).toBe(0);
    });

    it('see nothing of each other: no score, no lock, no name, before all have locked', async () => {
      await scoreAndLock('first');
      await score('second');
      const { lines, review } = await world.service(ReviewSheets).of(await world.as('second'), reviewId);
      expect(lines.flatMap(({ scores }) => scores)).toHaveLength(1);
      expect(review.scoresOpenedOn).toBeNull();
      expect(await visible('second', 'reviews.score')).toBe(1);
      expect(await visible('second', 'reviews.score_lock')).toBe(0);
      expect(await visible('second', 'reviews.assignment')).toBe(1);
      expect(await visible('second', 'reviews.interest_declaration')).toBe(1);
    });

    it('cannot tell from the review itself that another has locked', async () => {
      const seen = async (): Promise<unknown> =>
        world.service(ReviewsQueries).header(await world.as('second'), reviewId);
      const before = await seen();
      await scoreAndLock('first');
      expect(await seen()).toEqual(before);
    });

    it('are read by nobody else: not the trust, the lead reviewer, an administrator or a group', async () => {
      await scoreAndLock('first');
      for (const part of ['submitter', 'executive', 'lead', 'admin', 'group', 'stranger'] as const)
        expect([part, await visible(part, 'reviews.score')]).toEqual([part, 0]);
      expect(await visible('lead', 'reviews.score_lock')).toBe(1);
    });

    it('keep every score they gave, and lose none to a second window', async () => {
      await score('first', { after: 0 });
      await expect(score('first', { after: 0, score: '0' })).rejects.toThrow(ChangedMeanwhile);
      await score('first', { after: 1, score: '0' });
      expect(await visible('first', 'reviews.score')).toBe(2);
      await expect(score('first', { rationale: '' })).rejects.toThrow(Unprocessable);
      await expect(score('first', { criterion: 'SIM-XXX-01' })).rejects.toThrow(
        'does not ask this criterion',
      );
    });

    it('lock only when every criterion has a score, and once', async () => {
      await score('first');
      const lock = async (): Promise<unknown> =>
        world.service(ScoringService).lock(await world.as('first'), reviewId);
      await expect(lock()).rejects.toThrow(`${String(criteria.length - 1)} criteria have no score yet`);
      await scoreAndLock('first');
      await expect(lock()).rejects.toThrow('scores are locked once');
      await expect(score('first')).rejects.toThrow('the scores have been locked and cannot change');
    });

    it('compare when all have locked, and can prove that nothing changed after a lock', async () => {
      expect(await scoreAndLock('first')).toMatchObject({ opened: false });
      expect(await scoreAndLock('lived')).toMatchObject({ opened: false });
      expect(await scoreAndLock('second')).toMatchObject({ opened: true });
      const first = await world.as('first');
      const scores = await world.service(ScoresQueries).ofReview(first, reviewId);
      expect(scores).toHaveLength(3 * criteria.length);
      for (const { assignmentId, nonce, salt, contentHash } of await world
        .service(ScoresQueries)
        .locks(first, reviewId)) {
        const own = scores.filter((given) => given.assignmentId === assignmentId);
        expect(lockedHash({ reviewId, assignmentId, nonce, salt }, own)).toBe(contentHash);
      }
      expect(await visible('first', 'reviews.self_score')).toBe(criteria.length);
      expect(await visible('submitter', 'reviews.score')).toBe(0);
    });

    it('open their scores once when all lock in the same moment', async () => {
      await scoredByAll(world, { reviewId, criteria });
      const parts = await Promise.all(SCORERS.map((part) => world.as(part)));
      const receipts = await Promise.all(
        parts.map((actor) => world.service(ScoringService).lock(actor, reviewId)),
      );
      expect(receipts.filter(({ opened }) => opened)).toHaveLength(1);
      const { scoresOpenedOn } = await world.service(ReviewsQueries).header(await world.as('lead'), reviewId);
      expect(scoresOpenedOn).toBe('2026-11-23');
    });
  });

  it('never open scores without somebody from outside NHS England and somebody with lived experience', async () => {
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    await assignedAndClear(world, reviewId, 'first', 'reviewer');
    await assignedAndClear(world, reviewId, 'second', 'reviewer');
    await submitted(world, reviewId, criteria);
    await scoreAndLock('first');
    expect(await scoreAndLock('second')).toMatchObject({ opened: false });
    const forced = world.superuser.query(
      'UPDATE reviews.review SET scores_opened_on = submitted_on WHERE id = $1',
      [reviewId],
    );
    await expect(forced).rejects.toThrow('scores open only when an independent panel has locked all of them');
  });

  it.each([
    'score',
    'score_lock',
    'submission',
    'self_answer',
    'self_score',
    'attestation',
    'interest_declaration',
    'moderated_score',
    'reply',
  ])('leave a %s that the application can neither change nor delete, whoever asks', async (table) => {
    for (const part of ['submitter', 'first', 'lead', 'admin'] as const) {
      for (const change of [
        `UPDATE reviews.${table} SET revision = revision`,
        `DELETE FROM reviews.${table}`,
      ]) {
        const attempt = world
          .service(Database)
          .write(scopeOf(await world.as(part)), (manager) => manager.query(change));
        await expect(attempt).rejects.toThrow('permission denied');
      }
    }
  });
});
