import { OPERATOR } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { Database } from '../../src/platform/database/database.js';
import { select, sql } from '../../src/platform/database/selection.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ReviewSheets } from '../../src/reviews/reading/review-sheet.js';
import {
  submittedReview,
  pastTheLedger,
  reviewWorld,
  type Part,
  type ReviewWorld,
} from '../support/reviews.js';
import { scoredByAll } from '../support/scoring.js';

const COUNTED = select({ rows: sql<number>('count(*)::int') });

describe('Auditors read', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await reviewWorld();
  });

  afterAll(() => world.close());

  it('scores and what the log says of them only once they are open, and of each only once it is locked', async () => {
    const { reviewId, criteria } = await submittedReview(world);
    const scoring = world.service(ScoringService);
    await scoredByAll(world, { reviewId, criteria });
    await scoring.lock(await world.as('first'), reviewId);
    const readBy = async (part: Part): Promise<number[]> => {
      const auditor = scopeOf(await world.as(part));
      const counted = async (from: string): Promise<number> =>
        (await world.service(Database).row(auditor, COUNTED.from(from)))?.rows ?? -1;
      const { lines } = await world.service(ReviewSheets).of(await world.as(part), reviewId);
      return [
        lines.flatMap(({ scores }) => scores).length,
        await counted('reviews.score'),
        await counted('reviews.score_lock'),
        await counted("ledger.event WHERE subject_kind = 'score'"),
        await counted("ledger.event WHERE subject_kind = 'score-lock'"),
      ];
    };
    expect(await readBy('auditor')).toEqual([0, 0, 0, 0, 0]);
    for (const part of ['second', 'lived'] as const) await scoring.lock(await world.as(part), reviewId);
    const all = 3 * criteria.length;
    expect(await readBy('auditor')).toEqual([all, all, 3, all, 3]);

    const grant = { personId: world.personId('stranger'), organisationId: null, reason: 'To audit.' };
    await world.service(PeopleService).grant(OPERATOR, { ...grant, role: 'AUDITOR' });
    expect(await readBy('stranger')).toEqual(await readBy('auditor'));

    // As if one had joined after the opening, and not locked yet.
    await pastTheLedger(
      world.superuser,
      `DELETE FROM reviews.score_lock WHERE id = (SELECT max(id::text)::uuid FROM reviews.score_lock);
       SELECT access.settle_everything()`,
    );
    const locked = 2 * criteria.length;
    expect(await readBy('auditor')).toEqual([locked, locked, 2, locked, 2]);
  });
});
