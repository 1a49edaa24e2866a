import { Verification } from '../../src/ledger/verification/verification.js';
import { askingProgram } from '../support/asking-program.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';
import { WholeReview } from '../support/whole-review.js';

/** People come to be in other journeys; this world arranges them behind the scenes. */
const ARRANGED = new Set(['person', 'membership', 'credential', 'access-token']);

/** One run of what Candour is for. Each step is taken on its pages by the person whose step it is, and stands on the last. */
describe('A scheme is registered, reviewed by independent people and published, by pages alone', () => {
  let world: ServedReviewWorld;
  let whole: WholeReview;

  beforeAll(async () => {
    world = await servedReviewWorld();
    whole = new WholeReview({
      visitor: () => new PageReader(world.address),
      reader: (part) => world.reader(part),
      program: async (part) => askingProgram(world.address, await world.token(part)),
      today: () => world.clock.now(),
      later: (days) => {
        world.clock.pass(days * 86_400_000);
        return Promise.resolve();
      },
    });
  }, 60_000);

  afterAll(() => world.close());

  it('the trust registers and screens it, and everyone finds it', () => whole.register());

  it('it records its data flow, and three people sign it, one against', () => whole.shareRecords());

  it('it tells how people were involved, and a user-led group disagrees', () => whole.involvePeople());

  it('a lead opens a round and asks for the review; the trust answers every criterion with evidence', () =>
    whole.reviewItself());

  it('somebody says what happened without an account, and is answered', () => whole.hearAConcern());

  it('a panel declares its interests, scores blind and locks', () => whole.score(), 120_000);

  it('what differs is settled, the trust replies, and two people publish the result', () => whole.publish());

  it('everyone reads the result with its working; the person reads their answer; the log holds', async () => {
    await whole.read();
    const { discrepancies } = await world.service(Verification).run();
    expect(discrepancies.filter(({ about }) => !ARRANGED.has(about.kind))).toEqual([]);
  });
});
