import { Mentions } from '../../src/evidence/mentions.js';
import { VISITOR } from '../../src/identity/actor.js';
import { PromisesQueries } from '../../src/publication/releases/promises.queries.js';
import { released, settledReview } from '../support/publication.js';
import { reviewWorld, type ReviewWorld } from '../support/reviews.js';

describe('The pages of a scheme and of its trust say how its result stands', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await reviewWorld();
  });

  afterAll(() => world.close());

  it('while it is promised, and once it is published', async () => {
    const { reviewId } = await settledReview(world);
    const promise = await world.service(PromisesQueries).one(VISITOR, reviewId);
    const about = async () => {
      const mentions = world.service(Mentions);
      const told = await Promise.all([
        mentions.of(VISITOR, 'deployment', promise?.deploymentId ?? ''),
        mentions.of(VISITOR, 'organisation', promise?.organisationId ?? ''),
      ]);
      return told.map((said) =>
        said.filter(({ isResult }) => isResult).map(({ state, href }) => [state, href]),
      );
    };
    const promised = [['Promised', `/publications/reviews/${reviewId}`]];
    expect(await about()).toEqual([promised, promised]);
    await released(world, reviewId);
    const published = [
      [expect.stringMatching(/^Published, /), expect.stringMatching(/^\/publications\/\d+$/)],
    ];
    expect(await about()).toEqual([published, published]);
  });
});
