import { agreedBy, servedReviewWorld, startedReview, type ServedReviewWorld } from '../support/reviews.js';
import { interestedParty } from '../support/interested-party.js';
import { NarrowScreen } from '../support/narrow-screen.js';

interface Home {
  readonly tasks: readonly Readonly<Record<'text' | 'about' | 'href' | 'due' | 'daysLeft' | 'as', unknown>>[];
}

describe('The home of whoever signs in', () => {
  let world: ServedReviewWorld;
  let roundId: string;

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ roundId } = await startedReview(world));
  });

  afterAll(() => world.close());

  const homeOf = async (part: Parameters<typeof interestedParty>[1]): Promise<Home> =>
    (await interestedParty(world, part).get<Home>('home')).body;

  it('is for nobody who is not signed in, by page or by program', async () => {
    expect((await interestedParty(world, null).get('home')).status).toBe(401);
    expect((await interestedParty(world, null).page('/home')).path).toContain('/sign-in');
  });

  describe('of a lead reviewer', () => {
    let proposalId: string;

    beforeAll(async () => {
      const moved = { which: 'scoringDue', day: '2027-01-22', reason: 'Two reviewers fell ill.', version: 1 };
      const { body } = await interestedParty(world, 'lead').post(`rounds/${roundId}/dates`, moved);
      expect(body).toHaveProperty('id');
      proposalId = String(body['id']);
    });

    it('shows what another proposed, until when, and never what they proposed themselves', async () => {
      expect((await homeOf('lead')).tasks.filter(({ href }) => href === `/proposals/${proposalId}`)).toEqual(
        [],
      );
      expect((await homeOf('otherLead')).tasks).toContainEqual({
        ...{ text: 'Agree to moving a date of a round, or decline', about: 'Two reviewers fell ill.' },
        ...{ href: `/proposals/${proposalId}`, due: '2026-12-21', daysLeft: 28, as: 'LEAD_REVIEWER' },
      });
      const page = await interestedParty(world, 'otherLead').page('/home');
      expect(page.text).toMatch(/21 December 2026\s*Days left\s*28 days left/);
      await page.follow('Agree to moving a date of a round, or decline');
      expect(page.path).toBe(`/proposals/${proposalId}`);
    });

    it('counts the days down to the last one, and shows it no more when it has passed', async () => {
      const left = async (): Promise<unknown> =>
        (await homeOf('otherLead')).tasks.find(({ href }) => href === `/proposals/${proposalId}`)?.daysLeft;
      world.clock.setTo('2026-12-21');
      expect(await left()).toBe(0);
      world.clock.setTo('2026-12-22');
      expect(await left()).toBeUndefined();
      world.clock.setTo('2026-11-23');
    });

    it('shows it no more when somebody agreed', async () => {
      await agreedBy(world, 'otherLead', proposalId);
      expect(
        (await homeOf('otherLead')).tasks.filter(({ href }) => href === `/proposals/${proposalId}`),
      ).toEqual([]);
    });

    it('can be read on a narrow screen and a wide one', async () => {
      const screen = await NarrowScreen.open();
      const page = await interestedParty(world, 'otherLead').page('/home');
      expect(await screen.faultsOf(`${world.address}/home`, page)).toEqual([]);
      expect(await screen.faultsWhenWide()).toEqual([]);
      await screen.close();
    });
  });

  it('shows nobody else what waits for leads', async () => {
    for (const part of ['submitter', 'first', 'group', 'handler', 'auditor', 'admin'] as const) {
      const { tasks } = await homeOf(part);
      expect(tasks.filter(({ as }) => as === 'LEAD_REVIEWER')).toEqual([]);
    }
  });
});
