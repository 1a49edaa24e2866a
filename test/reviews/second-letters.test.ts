import type { Uuid } from '../../src/kernel/identifiers.js';
import { ExcludingService } from '../../src/reviews/excluding/excluding.service.js';
import { LapsingProposals } from '../../src/reviews/proposals/lapsing-proposals.js';
import { ProposalsService } from '../../src/reviews/proposals/proposals.service.js';
import { ReviewersQueries } from '../../src/reviews/reviewers/reviewers.queries.js';
import { MovingDatesService } from '../../src/reviews/rounds/moving-dates.service.js';
import { panelOfTwoLeads } from '../support/publication.js';
import { reviewWorld, startedReview, submitted, type Part, type ReviewWorld } from '../support/reviews.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

describe('Where something takes two people, a mail tells', () => {
  let world: ReviewWorld;
  let roundId: Uuid;
  let reviewId: Uuid;

  beforeAll(async () => {
    world = await reviewWorld();
    const started = await startedReview(world);
    ({ roundId, reviewId } = started);
    await panelOfTwoLeads(world, reviewId);
    await submitted(world, reviewId, started.criteria);
    await scoredByAll(world, started);
    await lockedByAll(world, reviewId);
  });

  beforeEach(() => world.superuser.query('DELETE FROM work.mail'));

  afterAll(() => world.close());

  it('those who could agree to a proposal that it waits, and nobody else', async () => {
    await proposed('2027-06-01');
    expect(await letters()).toEqual([['otherLead', 'A proposal waits for a second person']]);
  });

  it('nobody twice: the same proposal of the same person waits once', async () => {
    await expect(proposed('2027-06-01')).rejects.toThrow('You proposed this before');
    expect(await letters()).toEqual([]);
  });

  it('whoever made it that another declined it, and not that they took it back themselves', async () => {
    const [declined, takenBack] = [await proposed('2027-06-02'), await proposed('2027-06-03')];
    await world.superuser.query('DELETE FROM work.mail');
    await world.service(ProposalsService).end(await world.as('otherLead'), declined, 'They can be kept.');
    await world.service(ProposalsService).end(await world.as('lead'), takenBack, 'They can be kept.');
    expect(await letters()).toEqual([['lead', 'Your proposal was declined']]);
  });

  it('whoever else leads the review that an exclusion waits for them', async () => {
    const panel = await world.service(ReviewersQueries).panel(await world.as('lead'), reviewId);
    const member = panel.find(({ personId }) => personId === world.personId('first'));
    await world.service(ExcludingService).exclude(await world.as('lead'), {
      ...{ reviewId, assignmentId: member?.id ?? '', post: 'Lead reviewer' },
      ...{ conflict: 'They advised the police.', reason: 'They would judge their own advice.' },
    });
    expect(await letters()).toEqual([['otherLead', 'An exclusion waits for a second person']]);
  });

  it('whoever made a proposal that it has lapsed, once', async () => {
    world.clock.setTo('2026-12-22');
    await world.service(LapsingProposals).lapseDue();
    await world.service(LapsingProposals).lapseDue();
    expect(await letters()).toEqual([['lead', 'Your proposal has lapsed']]);
  });

  it('with nothing of the case', async () => {
    await proposed('2027-06-04');
    const { rows } = await world.superuser.query<{ body: string }>('SELECT body FROM work.mail');
    for (const { body } of rows) expect(body).not.toMatch(/Two trusts merge|Example Vale|2027|Round/);
    expect(rows).toHaveLength(1);
  });

  async function proposed(day: string): Promise<Uuid> {
    const move = { which: 'publicationDate', day, reason: 'Two trusts merge.' } as const;
    return world.service(MovingDatesService).propose(await world.as('lead'), roundId, move);
  }

  async function letters(): Promise<readonly (readonly [to: Part | undefined, subject: string])[]> {
    const { rows } = await world.superuser.query<{ person_id: Uuid; subject: string }>(
      'SELECT person_id, subject FROM work.mail ORDER BY subject, person_id',
    );
    return rows.map(({ person_id, subject }) => [
      PARTS.find((part) => world.personId(part) === person_id),
      subject,
    ]);
  }
});

const PARTS: readonly Part[] = ['lead', 'otherLead', 'first', 'second', 'lived', 'auditor', 'admin'];
