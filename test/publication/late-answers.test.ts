import { VISITOR } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { Database } from '../../src/platform/database/database.js';
import { readContent } from '../../src/publication/content/content-text.js';
import { ReleasesQueries } from '../../src/publication/releases/releases.queries.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { progressOf } from '../../src/reviews/progress/review-progress.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import { MovingDatesService } from '../../src/reviews/rounds/moving-dates.service.js';
import { panelOfTwoLeads, released } from '../support/publication.js';
import {
  agreedBy,
  assignedAndClear,
  servedReviewWorld,
  startedReview,
  submitted,
  type ServedReviewWorld,
} from '../support/reviews.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

describe('A trust that answers after its silence was published', () => {
  let world: ServedReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];
  let first: Uuid;
  let firstBytes: string;

  beforeAll(async () => {
    world = await servedReviewWorld();
    const started = await startedReview(world);
    ({ reviewId, criteria } = started);
    await panelOfTwoLeads(world, reviewId);
    const move = { which: 'publicationDate', day: '2027-05-03', reason: 'The trust was silent.' } as const;
    const moving = world.service(MovingDatesService);
    const proposed = await moving.propose(await world.as('lead'), started.roundId, move);
    await agreedBy(world, 'otherLead', proposed);
    world.clock.setTo('2026-12-12');
    first = await released(world, reviewId);
    firstBytes = (await world.service(ReleasesQueries).content(VISITOR, first)) ?? '';
  });

  afterAll(() => world.close());

  it('is shown as silent, with what was due, and may still answer', async () => {
    const { review } = readContent(firstBytes);
    expect(review).toMatchObject({ answering: 'NOT_ANSWERED', promisedOn: '2027-03-01' });
    expect(review.promise?.due.map(({ step, due, on }) => [step, due, on])).toEqual([
      ['acknowledgement', '2026-11-30', '2026-11-23'],
      ['self-review', '2026-12-11', null],
      ['scoring', '2027-01-15', null],
      ['publication', '2027-03-01', null],
    ]);
    expect(review.promise?.moves.map(({ becomes, reason }) => [becomes, reason])).toEqual([
      ['2027-05-03', 'The trust was silent.'],
    ]);
    const header = await world.service(ReviewsQueries).header(await world.as('submitter'), reviewId);
    expect(progressOf(header, '2026-12-12')).toMatchObject({
      work: 'ANSWER',
      standing: 'NOT_ANSWERED',
      publicity: 'PUBLISHED',
    });
  });

  it('is scored as any other, and published in a second release that names the first, whose bytes stay', async () => {
    world.clock.setTo('2027-01-20');
    await submitted(world, reviewId, criteria);
    await expect(released(world, reviewId)).rejects.toThrow('Settle the findings first');
    await scoredByAll(world, { reviewId, criteria });
    await lockedByAll(world, reviewId);
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
    world.clock.setTo('2027-02-04');
    await world.service(RepliesService).close(await world.as('lead'), reviewId);
    world.clock.setTo('2027-03-03');
    const second = await released(world, reviewId);

    const release = await world.service(ReleasesQueries).one(VISITOR, second);
    expect(release).toMatchObject({ number: 2, firstPublicationDate: '2027-03-01', daysLate: 2 });
    const content = readContent((await world.service(ReleasesQueries).content(VISITOR, second)) ?? '');
    const before = await world.service(ReleasesQueries).one(VISITOR, first);
    expect(content.follows).toEqual({ release: 1, contentHash: before?.contentHash });
    expect(content.review).toMatchObject({
      answering: 'ANSWERED',
      promise: { silencePublishedOn: '2026-12-12' },
    });
    expect(content.review.promise?.due.map(({ daysLate }) => daysLate)).toEqual([0, 40, 5, 0]);
    expect(await world.service(ReleasesQueries).content(VISITOR, first)).toBe(firstBytes);

    const page = await (await fetch(`${world.address}/publications/${String(release?.serial)}`)).text();
    expect(page).toContain('40 days late, after its silence had been published on 12 December 2026');
    expect(page).toContain('which said that the trust had not answered');
    expect(page).toContain('It was moved to 3 May 2027: The trust was silent.');
  });

  it('does not have its answer published before its replies, by SQL as the application sends it', async () => {
    world.clock.setTo('2026-11-23');
    const { reviewId: other } = await startedReview(world);
    await submitted(world, other, criteria);
    await assignedAndClear(world, other, 'lead', 'lead');
    const scope = scopeOf(await world.as('lead'));
    const published = world
      .service(Database)
      .write(scope, (manager) =>
        manager.query(`UPDATE reviews.review SET published_on = '2026-11-23' WHERE id = '${other}'`),
      );
    await expect(published).rejects.toThrow('what was submitted is published after its replies');
  });
});
