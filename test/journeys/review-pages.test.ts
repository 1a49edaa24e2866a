import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { ReviewersQueries } from '../../src/reviews/reviewers/reviewers.queries.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import { proposed, said } from '../support/meetings.js';
import {
  assignedAndClear,
  declarationOf,
  scoresFor,
  servedReviewWorld,
  startedReview,
  submitted,
  withPanel,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';

describe('The pages of a review, at every step of it', () => {
  let world: ServedReviewWorld;
  let screen: NarrowScreen;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
  }, 120_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  /** Opens each page as the person, sends its form empty where it has one, and looks at both for barriers. */
  async function look(part: Part, ...paths: readonly string[]): Promise<void> {
    const reader = await world.reader(part);
    for (const path of paths) {
      await reader.open(path);
      expect([path, reader.status]).toEqual([path, 200]);
      const page = await screen.show(world.address + path, reader);
      if (page) expect([path, await pageFaults(page)]).toEqual([path, []]);
      const form = page?.locator('main form[novalidate][method="post"] button');
      if (!page || !form || (await form.count()) === 0) continue;
      await form.first().click();
      expect([path, await page.title()]).toEqual([path, expect.stringMatching(/^Error: /)]);
      expect([path, 'empty', await pageFaults(page)]).toEqual([path, 'empty', []]);
    }
  }

  it('have no barriers, empty or in error, from the first round to the last decision', async () => {
    await look('lead', '/rounds/new');
    const { reviewId, roundId, criteria } = await startedReview(world);
    const at = `/reviews/${reviewId}`;
    await look('submitter', `/rounds/${roundId}/nil-return`, `${at}/answers`);
    await look('submitter', `${at}/answers/SIM-POL-01`, `${at}/submit`);
    await look('guardian', `${at}/signatures`);
    await look('lead', `/rounds/${roundId}/start`, `/rounds/${roundId}/dates`, `${at}/panel/lead`);
    await look('group', `${at}/statement`);

    await withPanel(world, reviewId);
    await submitted(world, reviewId, criteria);
    await look('submitter', `${at}/submission`);
    const reviewers = world.service(ReviewersService);
    const stranger = { reviewId, personId: world.personId('stranger'), capacity: 'reviewer' as const };
    await reviewers.assign(await world.as('lead'), { ...stranger, outsideNhsEngland: false });
    await look('stranger', '/assignments', `${at}/declare`);
    await reviewers.declare(await world.as('stranger'), reviewId, declarationOf('OTHER'));
    const panel = await world.service(ReviewersQueries).panel(await world.as('lead'), reviewId);
    const declared = panel.find(({ personId }) => personId === world.personId('stranger'))?.id ?? '';
    const other = panel.find(({ personId }) => personId === world.personId('first'))?.id ?? '';
    await look('lead', `${at}/panel`, `${at}/panel/new`, `${at}/panel/${declared}`, `${at}/panel/${other}`);
    await reviewers.end(await world.as('lead'), { reviewId, assignmentId: declared, reason: 'Left.' });
    await look('first', `${at}/scores`, `${at}/scores/SIM-POL-01`);

    for (const part of ['first', 'second', 'lived'] as const) {
      const far = part === 'first' ? { 'SIM-POL-01': { score: '0' as const } } : {};
      await world.service(ScoringService).scoreAll(await world.as(part), reviewId, scoresFor(criteria, far));
      if (part === 'first') await look('first', `${at}/scores`);
      await world.service(ScoringService).lock(await world.as(part), reviewId);
    }
    await look('lead', `${at}/moderation`, `${at}/moderation/SIM-POL-01`);
    await proposed(world, reviewId, { criterion: 'SIM-POL-01', score: '0', grade: 'B', reason: 'They met.' });
    await look('second', '/assignments', `${at}/meetings`, `${at}/meetings/SIM-POL-01`, `${at}/meetings/ask`);
    await look('group', `${at}/contradictions`);
    await said(world, reviewId, 'SIM-POL-01', { first: true, second: 'I saw it otherwise.', lived: true });
    await assignedAndClear(world, reviewId, 'otherLead', 'lead');
    await look('otherLead', `${at}/moderation/SIM-POL-01`);
    await look('first', `${at}/meetings/SIM-POL-01`, `${at}/findings`);
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
    await look('submitter', `${at}/reply`);
    const point = { criterion: 'SIM-POL-01', kind: 'error' as const, text: 'Not so.' };
    const [reply] = await world.service(RepliesService).reply(await world.as('submitter'), reviewId, [point]);
    await look('lead', `${at}/replies`, `${at}/replies/${String(reply)}`);
  }, 600_000);
});
