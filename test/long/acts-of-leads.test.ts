import { playedAndHeld } from '../support/acts-of-leads/held-to-the-records.js';
import { withSmallFramework } from '../support/acts-of-leads/stage.js';
import { reviewWorld, type ReviewWorld } from '../support/reviews.js';

const SEEDS = [1, 2, 3, 4];

/** What test/reviews/acts-of-leads.test.ts tries with few sequences, with many and longer ones. */
describe('Whatever whoever leads a review does, in whatever order', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await reviewWorld();
    await withSmallFramework(world);
  });

  afterAll(() => world.close());

  it.each(SEEDS)(
    'what is published is what reviewers carry, over many long sequences: seed %s',
    async (seed) => {
      const tried = await playedAndHeld(world, { numRuns: 40, maxActs: 40, seed });
      expect(
        tried.filter(({ what, refusedBecause }) => what === 'release' && refusedBecause === null).length,
      ).toBeGreaterThan(40);
    },
    1_800_000,
  );
});
