import fc from 'fast-check';
import { methodOf } from '../../src/frameworks/edition/method/first-method.js';
import type { Method } from '../../src/frameworks/edition/method/method-schema.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { meetings } from '../../src/review-method/moderation/meetings.js';
import { countingScores } from '../../src/review-method/panel/became-of.js';
import { rateReview } from '../../src/review-method/rating/rate-review.js';
import { countedScore } from '../../src/review-method/scoring/cap-by-evidence.js';
import { EVIDENCE_GRADES } from '../../src/review-method/scoring/evidence-grade.js';
import { SCORES } from '../../src/review-method/scoring/score.js';
import { asPlaced } from '../../src/reviews/meeting/placed-proposal.js';
import { ReviewSheets } from '../../src/reviews/reading/review-sheet.js';
import { plantedAtRandom } from '../support/meetings-at-random.js';
import { everyReviewer } from '../support/meetings.js';
import { anyMethod } from '../support/methods-at-random.js';
import { asCarried, domainRating, type FileMethod, type Rated } from '../support/result-by-hand.js';
import {
  assignedAndClear,
  pastTheLedger,
  reviewWorld,
  submittedReview,
  type ReviewWorld,
} from '../support/reviews.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

const RUNS = process.env['CANDOUR_LONG'] === 'yes' ? 300 : 25;
/** What the recipe holds a result to where an edition writes out no method. */
const UNWRITTEN: FileMethod = {
  evidenceGrades: [
    { grade: 'A', carries: '3' },
    { grade: 'B', carries: '3' },
    { grade: 'C', carries: '2' },
  ],
  rating: {
    mostOpenInHundred: 25,
    steps: [
      ...[
        'RED_LINE_FAILED',
        'KNOCK_OUT_FAILED',
        'DUTY_NOT_MET',
        'RED_LINE_OPEN',
        'NOT_AGREED_NOT_APPLICABLE',
      ],
      ...['TOO_MUCH_OPEN', 'SOMETHING_FAILED', 'SOMETHING_OPEN'],
    ],
  },
};

/** The limits of evidence, red lines, steps and the least agreement are the edition's, and mean the same wherever they are computed. */
describe('The method that an edition writes', () => {
  let world: ReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];

  beforeAll(async () => {
    world = await reviewWorld();
    ({ reviewId, criteria } = await submittedReview(world));
    await assignedAndClear(world, reviewId, 'otherLead', 'lead');
    await scoredByAll(world, { reviewId, criteria }, {});
    await lockedByAll(world, reviewId);
  }, 60_000);

  afterAll(() => world.close());

  /** Makes this the method of the review's edition, behind the scenes. */
  async function written(method: Method | null): Promise<void> {
    const content =
      method === null
        ? `content - 'method'`
        : `jsonb_set(content, '{method}', '${JSON.stringify(method).replaceAll("'", "''")}')`;
    await pastTheLedger(
      world.superuser,
      `UPDATE frameworks.edition SET content = ${content}
       WHERE id = (SELECT n.edition_id FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = '${reviewId}')`,
    );
  }

  /** Lets these scores count, behind the scenes. */
  async function settled(scores: readonly (readonly [score: string, grade: string | null])[]): Promise<void> {
    const rows = criteria.map((criterion, at) => {
      const [score = 'X', grade = null] = scores[at % scores.length] ?? [];
      return `(gen_random_uuid(), 1, '${reviewId}', '${criterion}', 1, '${score}', ${grade === null ? 'NULL' : `'${grade}'`}, 'So.', '', '${at % 2 === 0 ? 'meeting' : 'agreement'}', '2026-12-06')`;
    });
    await pastTheLedger(
      world.superuser,
      `DELETE FROM reviews.moderated_score WHERE review_id = '${reviewId}';
       INSERT INTO reviews.moderated_score (id, revision, review_id, criterion, seq, score, grade, reason, minority_view, settled_by, settled_on)
       VALUES ${rows.join(', ')}`,
    );
  }

  interface Row {
    readonly criterion: string;
    readonly domain: string;
    readonly gravity: Parameters<typeof rateReview>[0][number]['gravity'];
    readonly moderated: (typeof SCORES)[number];
    readonly grade: (typeof EVIDENCE_GRADES)[number] | null;
    readonly counted: string;
    readonly not_agreed: boolean;
  }

  it('rates the same in PostgreSQL, in the service and by hand, whatever it is and whatever was scored', async () => {
    const score = fc.constantFrom(...SCORES);
    const given = fc
      .tuple(score, fc.constantFrom(...EVIDENCE_GRADES))
      .map(([value, grade]) => [value, /\d/.test(value) ? grade : null] as const);
    const good = fc.constantFrom(['3', 'A'] as const, ['2', 'A'] as const, ['3', 'B'] as const);
    const seen = new Set<string | null>();
    await fc.assert(
      fc.asyncProperty(
        fc.option(anyMethod, { freq: 8 }),
        fc.array(fc.oneof({ weight: 12, arbitrary: good }, given), { minLength: 7, maxLength: 60 }),
        async (method, scores) => {
          await written(method);
          await settled(scores);
          const { rows } = await world.superuser.query<Row>('SELECT * FROM reviews.rated_criteria($1)', [
            reviewId,
          ]);
          const { rows: rated } = await world.superuser.query<{ domain: string; rating: string | null }>(
            'SELECT * FROM reviews.domain_ratings($1)',
            [reviewId],
          );
          const inDatabase = Object.fromEntries(rated.map(({ domain, rating }) => [domain, rating]));
          const held = method ?? UNWRITTEN;
          expect(rows.map(({ counted }) => counted)).toEqual(
            rows.map(({ moderated, grade }) => asCarried(moderated, grade, held)),
          );
          const domains = [...new Set(rows.map(({ domain }) => domain))];
          const byHand = domains.map((domain) => [
            domain,
            domainRating(rows.filter((row) => row.domain === domain).map(ratedByHand), held),
          ]);
          expect(inDatabase).toEqual(Object.fromEntries(byHand));
          const used = methodOf(method ? { method } : {});
          const inService = rateReview(
            rows.map(({ criterion, domain, gravity, moderated, grade, not_agreed }) => ({
              ...{ id: criterion, domain, gravity, notAgreed: not_agreed },
              score: countedScore({ score: moderated, grade }, used),
            })),
            domains.map((code) => ({ code, name: code })),
            used,
          );
          expect(Object.fromEntries(inService.domains.map(({ domain, rating }) => [domain, rating]))).toEqual(
            inDatabase,
          );
          for (const rating of Object.values(inDatabase)) seen.add(rating);
        },
      ),
      { numRuns: RUNS },
    );
    expect(seen.size).toBeGreaterThanOrEqual(5);
  }, 300_000);

  it('settles the same in PostgreSQL as by the method of the service, whatever reviewers gave and said', async () => {
    const assignments = await everyReviewer(world, reviewId);
    const methods = fc.sample(anyMethod, { numRuns: 4, seed: 267 });
    for (const [at, method] of methods.entries()) {
      await written(method);
      await plantedAtRandom(world, { reviewId, criteria, assignments, round: at + 1 });
      world.clock.setTo('2026-12-05');
      const { rows } = await world.superuser.query(
        `SELECT asked AS criterion, f.state, f.score, f.grade
         FROM unnest($2::text[]) AS asked, reviews.settled_score($1, asked, '2026-12-05') AS f`,
        [reviewId, criteria],
      );
      const { lines } = await world.service(ReviewSheets).of(await world.as('lead'), reviewId);
      const needs = meetings(
        lines.map(({ code, gravity }) => ({ criterion: { id: code }, gravity })),
        {
          scores: countingScores(lines.flatMap((line) => line.scores)),
          answers: lines.flatMap((line) => line.self ?? []),
          requests: lines.flatMap((line) => line.requests),
          proposals: lines.flatMap((line) => line.proposals.map(asPlaced)),
          ...{ today: '2026-12-05', method },
        },
      );
      expect(rows).toEqual(
        needs.map(({ criterion, settled: one }) =>
          one.state === 'settled'
            ? { criterion, state: one.state, score: one.score, grade: one.grade }
            : { criterion, state: one.state, score: null, grade: null },
        ),
      );
    }
  }, 60_000);

  it('belongs to its edition alone: a red line bites at the score that it says, and evidence carries what it says', async () => {
    const method = structuredClone(methodOf({}));
    method.rating.failsAt = { redLine: 2, knockOut: 2, duty: 0, anyCriterion: 0 };
    await settled([['2', 'A']]);
    const overall = async (): Promise<readonly (string | null)[]> => {
      const { rows } = await world.superuser.query<{ rating: string | null }>(
        'SELECT DISTINCT rating FROM reviews.domain_ratings($1) ORDER BY 1',
        [reviewId],
      );
      return rows.map(({ rating }) => rating);
    };
    await written(null);
    expect(await overall()).toEqual(['ASSURED']);
    await written(method);
    expect(await overall()).toContain('CEASE');
    await written({ ...method, rating: { ...method.rating, steps: ['SOMETHING_OPEN'] } });
    expect(await overall()).toEqual(['ASSURED']);
    const weak = method.evidenceGrades.map((grade) => ({ ...grade, carries: null }));
    await written({ ...methodOf({}), evidenceGrades: weak });
    expect(await overall()).toEqual(['UNVERIFIED']);
  });
});

function ratedByHand({
  gravity,
  counted,
  not_agreed,
}: {
  readonly gravity: string;
  readonly counted: string;
  readonly not_agreed: boolean;
}): Rated {
  return {
    gravity,
    score: counted,
    isOpen: counted === 'U' || counted === 'X' || not_agreed,
    alone: not_agreed,
    applies: counted !== 'N' || not_agreed,
  };
}
