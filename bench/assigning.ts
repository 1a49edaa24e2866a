import 'reflect-metadata';
import { DECLARATION_QUESTIONS } from '../src/review-method/independence/declaration-questions.js';
import { LeadingReviewsService } from '../src/reviews/assigning/leading-reviews.service.js';
import { PanelsService } from '../src/reviews/assigning/panels.service.js';
import { RoundDeclarationsService } from '../src/reviews/reviewers/declaring/round-declarations.service.js';
import { peopleHolding, reviewsOfTrusts } from '../test/support/round-of-trusts.js';
import { reviewWorld, startedReview } from '../test/support/reviews.js';
import { dataStatements, dataTransactions, listenToQueries, queriesOf } from './sent-queries.js';

const TRUSTS = Number(process.argv[2] ?? 57);
const SIZE = 3;
const LOAD = 10;

listenToQueries();
const world = await reviewWorld();
const started = await startedReview(world);
const trusts = await reviewsOfTrusts(world, started, TRUSTS);
const share = Math.ceil(TRUSTS / LOAD);
const lived = await peopleHolding(world, 'LIVED_EXPERIENCE_REVIEWER', share + 2);
const others = await peopleHolding(world, 'REVIEWER', 2 * share + 4);
const { roundId } = started;
const terms = { people: [...lived, ...others], outside: lived, size: SIZE, load: LOAD, avoidOwnRegion: true };
const answers = DECLARATION_QUESTIONS.map(({ code }) => ({ code, answer: 'no' as const, detail: '' }));

console.log(
  `A round over ${String(TRUSTS)} trusts, ${String(terms.people.length)} people, ${String(SIZE)} on each panel`,
);
await measure('to lead every review', async () =>
  world.service(LeadingReviewsService).lead(
    await world.as('lead'),
    roundId,
    trusts.map(({ reviewId }) => reviewId),
  ),
);
await measure('to declare once', async () =>
  world
    .service(RoundDeclarationsService)
    .declare(await world.as('lead'), roundId, { answers, differs: new Map() }),
);
let proposal = '';
await measure('to propose', async () => {
  proposal = await world.service(PanelsService).propose(await world.as('lead'), roundId, terms, 7);
});
await measure('to accept', async () => world.service(PanelsService).accept(await world.as('lead'), proposal));
await world.close();

async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  try {
    const sent = await queriesOf(work);
    const statements = dataStatements(dataTransactions(sent));
    console.log(
      `${what}: ${((performance.now() - begun) / 1000).toFixed(2)} s, ${String(statements)} statements`,
    );
  } catch (fault) {
    console.log(`${what}: ${((performance.now() - begun) / 1000).toFixed(2)} s, refused: ${String(fault)}`);
  }
}
