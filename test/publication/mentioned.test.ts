import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { SchemeMentions } from '../../src/deployments/finding/scheme-mentions.js';
import { TrustMentions } from '../../src/deployments/trusts/trust-mentions.js';
import { VISITOR } from '../../src/identity/actor.js';
import { PromisesQueries } from '../../src/publication/promises/promises.queries.js';
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
    const scheme = await world.service(DeploymentsQueries).one(VISITOR, promise?.deploymentId ?? '');
    if (!scheme) throw new Error('The scheme of the review is not there.');
    const about = async () => {
      const mentions = await Promise.all([
        world.service(SchemeMentions).of(VISITOR, scheme),
        world.service(TrustMentions).of(VISITOR, { id: promise?.organisationId ?? '' }),
      ]);
      return mentions.map((said) =>
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
