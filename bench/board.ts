import 'reflect-metadata';
import { LeadingReviewsService } from '../src/reviews/assigning/leading-reviews.service.js';
import { Boards } from '../src/reviews/board/boards.js';
import { DECLARATION_QUESTIONS } from '../src/review-method/independence/declaration-questions.js';
import { RoundDeclarationsService } from '../src/reviews/reviewers/declaring/round-declarations.service.js';
import { peopleHolding, reviewsOfTrusts } from '../test/support/round-of-trusts.js';
import { pastTheLedger, reviewWorld, startedReview } from '../test/support/reviews.js';
import { dataStatements, dataTransactions, listenToQueries, queriesOf } from './sent-queries.js';

const TIMES = 20;

listenToQueries();
for (const trusts of [57, 570]) await measure(trusts);

/** A lead's board of a round over so many trusts, each with a panel of three: the middle time of twenty. */
async function measure(many: number): Promise<void> {
  const world = await reviewWorld();
  const started = await startedReview(world);
  const { roundId } = started;
  const reviews = await reviewsOfTrusts(world, started, many);
  const people = [
    ...(await peopleHolding(world, 'LIVED_EXPERIENCE_REVIEWER', 1)),
    ...(await peopleHolding(world, 'REVIEWER', 2)),
  ];
  const answers = DECLARATION_QUESTIONS.map(({ code }) => ({ code, answer: 'no' as const, detail: '' }));
  const ids = reviews.map(({ reviewId }) => reviewId);
  await world.service(LeadingReviewsService).lead(await world.as('lead'), roundId, ids);
  await world
    .service(RoundDeclarationsService)
    .declare(await world.as('lead'), roundId, { answers, differs: new Map() });
  await pastTheLedger(world.superuser, seated(roundId, people));
  await world.superuser.query('VACUUM ANALYZE');
  const actor = await world.as('lead');
  const board = () => world.service(Boards).of(actor, roundId, {}, { limit: 25, after: null });
  const statements = dataStatements(dataTransactions(await queriesOf(board)));
  const took: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const begun = performance.now();
    await board();
    took.push(performance.now() - begun);
  }
  const middle = took.sort((one, other) => one - other)[TIMES / 2] ?? 0;
  console.log(`${String(many)} trusts: ${middle.toFixed(0)} ms, ${String(statements)} statements`);
  await world.close();
}

/** These people on the panel of every review of a round, the first with lived experience. */
function seated(roundId: string, [lived = '', ...others]: readonly string[]): string {
  const seats = [
    `('${lived}'::uuid, 'lived-experience')`,
    ...others.map((one) => `('${one}'::uuid, 'reviewer')`),
  ];
  return `INSERT INTO reviews.assignment (id, revision, review_id, round_id, deployment_id, organisation_id, person_id,
      capacity, outside_nhs_england, order_seed, assigned_on)
    SELECT gen_random_uuid(), 1, r.id, r.round_id, r.deployment_id, r.organisation_id, p.id, p.capacity,
      p.capacity = 'lived-experience', 1, '2026-11-24'
    FROM reviews.review r, (VALUES ${seats.join(', ')}) AS p (id, capacity) WHERE r.round_id = '${roundId}'`;
}
