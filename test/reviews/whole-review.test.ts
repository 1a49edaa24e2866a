import { NotFound } from '../../src/kernel/refusal.js';
import { FindingsQueries } from '../../src/reviews/findings/findings.queries.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { reviewResult } from '../../src/review-method/review-result.js';
import { ReviewSheets } from '../../src/reviews/reading/review-sheet.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { met, said } from '../support/meetings.js';
import { reviewWorld, startedReview, submitted, withPanel, type ReviewWorld } from '../support/reviews.js';
import { scoredByAll } from '../support/scoring.js';

describe('A review from the request to settled findings', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await reviewWorld();
  });

  afterAll(() => world.close());

  it('passes through every step by the people whose step it is', async () => {
    const { reviewId, criteria } = await startedReview(world);
    await withPanel(world, reviewId);
    await expect(world.service(ReviewSheets).of(await world.as('first'), reviewId)).rejects.toThrow(NotFound);
    await submitted(world, reviewId, criteria);

    const scoring = world.service(ScoringService);
    await scoredByAll(world, { reviewId, criteria }, { first: { 'SIM-POL-01': { score: '0' } } });
    expect(await scoring.lock(await world.as('first'), reviewId)).toMatchObject({ opened: false });
    expect(await scoring.lock(await world.as('second'), reviewId)).toMatchObject({ opened: false });
    expect(await scoring.lock(await world.as('lived'), reviewId)).toMatchObject({ opened: true });

    const lead = await world.as('lead');
    await expect(world.service(ModerationService).close(lead, reviewId)).rejects.toThrow(
      'must first meet about SIM-POL-01',
    );
    await met(world, reviewId, {
      ...{ criterion: 'SIM-POL-01', score: '0', grade: 'A' },
      reason: 'The rota shows an officer in sessions.',
    });
    expect(await world.service(ModerationService).close(lead, reviewId)).toBe('2026-12-07');

    const submitter = await world.as('submitter');
    const [replyId] = await world
      .service(RepliesService)
      .reply(submitter, reviewId, [
        { criterion: 'SIM-POL-01', kind: 'error', text: 'The rota is of another team.' },
      ]);
    await world.service(RepliesService).decide(await world.as('lead'), replyId ?? '', {
      accepted: true,
      reasons: 'The rota is indeed of another team.',
      change: { score: '1', grade: 'B' },
    });
    await said(world, reviewId, 'SIM-POL-01');
    world.clock.setTo('2026-12-08');
    await world.service(RepliesService).close(await world.as('lead'), reviewId);

    const sheet = await world.service(ReviewSheets).of(await world.as('lead'), reviewId);
    expect(sheet.lines).toHaveLength(criteria.length);
    expect(reviewResult(sheet)).toMatchObject({
      rating: { overall: 'CEASE' },
      reviewers: 3,
      agreement: { pairedUnits: criteria.length },
    });
    const findings = await world.service(FindingsQueries).findings(await world.as('submitter'), reviewId);
    expect(findings.find(({ criterion }) => criterion === 'SIM-POL-01')).toMatchObject({
      score: '1',
      settledBy: 'reply',
    });
  });
});
