import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import {
  assignedAndClear,
  scoresFor,
  servedReviewWorld,
  startedReview,
  submitted,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';
import type { PageReader } from '../support/page-reader.js';

describe('Reviewers score blind by their pages, without scripts', () => {
  let world: ServedReviewWorld;

  beforeAll(async () => {
    world = await servedReviewWorld();
  });

  afterAll(() => world.close());

  async function declare(reader: PageReader, ...yes: string[]): Promise<void> {
    const questions = reader
      .find('main fieldset legend')
      .map((_, legend) =>
        reader
          .find('legend')
          .filter((__, one) => one === legend)
          .text()
          .trim(),
      )
      .get();
    for (const question of questions)
      reader.choose(
        yes.some((part) => question.includes(part)) ? 'Yes' : 'No',
        question.replace(/\s+/g, ' '),
      );
    await reader.press('Declare');
  }

  it('from an assignment through the declaration and the lock to comparing', async () => {
    const { reviewId, criteria } = await startedReview(world);
    await submitted(world, reviewId, criteria);

    const lead = await world.reader('lead');
    await lead.open(`/reviews/${reviewId}`);
    await lead.follow('Name who leads this review');
    lead.select('Person', 'The lead (Lead reviewer)').choose('No', 'Are they from outside NHS England?');
    await lead.press('Assign');
    expect(lead.heading).toContain('Declare your interests');
    expect((await (await world.reader('lead')).open(`/reviews/${reviewId}`)).status).toBe(404);
    await declare(lead);
    await lead.open(`/reviews/${reviewId}/panel`);
    expect(lead.text).toContain('A review needs the scores of at least two reviewers with no conflict.');
    for (const [name, capacity, outside] of [
      ['The first (Reviewer)', 'Reviewer', 'No'],
      ['The lived (Lived-experience reviewer)', 'Lived-experience reviewer', 'Yes'],
    ] as const) {
      await lead.open(`/reviews/${reviewId}/panel/new`);
      lead.select('Person', name).choose(capacity).choose(outside, 'Are they from outside NHS England?');
      await lead.press('Assign');
      expect(lead.notice).toContain('They were assigned');
    }

    const first = await world.reader('first');
    expect((await first.open(`/reviews/${reviewId}`)).status).toBe(404);
    expect((await first.open(`/reviews/${reviewId}/scores`)).status).toBe(404);
    await first.open('/assignments');
    expect(first.text).toContain('Declare interests');
    await first.follow('Example Vale Trust');
    await first.press('Declare');
    expect(first.status).toBe(422);
    await declare(first, 'High Intensity Network company');
    expect(first.issues).toEqual(['Say what the interest is, and when']);
    await first.fill('VENDORDetail', 'Trained in 2018.').press('Declare');
    expect(first.text).toContain('Waiting for a decision');
    expect((await first.open(`/reviews/${reviewId}`)).status).toBe(404);

    await lead.open(`/reviews/${reviewId}/panel`);
    await lead.follow('The first');
    expect(lead.text).toContain('Trained in 2018.');
    await lead.choose('They may continue').fill('Why?', 'Years ago, and declared.').press('Decide');
    expect(lead.notice).toContain('Your decision was recorded');

    await first.open('/assignments');
    await first.follow('Example Vale Trust');
    await first.follow('Score the criteria');
    expect(first.text).toContain(`0 of ${String(criteria.length)} scored`);
    await first.follow('SIM-POL-01');
    expect(first.text).toContain('What the trust says about SIM-POL-01');
    expect(first.text).not.toContain('The trust, 2');
    first
      .choose('0 – Not consistent')
      .choose(
        'A – A record made at the time, confirmed by an independent source (for example an audit log and a patient’s account).',
      );
    await first.choose('Sure').fill('Why?', 'The rota names an officer.').press('Save and continue');
    expect(first.notice).toContain('SIM-POL-01 was saved');

    await scoreTheRest(
      'first',
      reviewId,
      criteria.filter((code) => code !== 'SIM-POL-01'),
    );
    await first.open(`/reviews/${reviewId}/scores`);
    await first.press('Lock my scores');
    expect(first.text).toContain('Your scores are locked');
    expect(first.text).not.toContain('compare when');
    expect(first.find('#receipt').next().text()).toMatch(
      /[0-9a-f]{64}.*Nonce.*[0-9a-f]{32}.*Salt.*[0-9a-f]{32}/s,
    );
    expect((await first.open(`/reviews/${reviewId}/findings`)).status).toBe(404);

    const lived = await world.reader('lived');
    await lived.open(`/reviews/${reviewId}/declare`);
    await declare(lived);
    await lived.open(`/reviews/${reviewId}/scores`);
    expect(lived.text).not.toContain('The rota names an officer.');
    await scoreTheRest('lived', reviewId, criteria);
    await lived.open(`/reviews/${reviewId}/scores`);
    await lived.press('Lock my scores');
    expect(lived.notice).toContain('All reviewers have locked');
    await lived.follow('Scores, findings and rating');
    expect(lived.text).toContain('The rota names an officer.');
    expect(lived.text).not.toContain('The first');

    await assignedAndClear(world, reviewId, 'otherLead', 'lead');
    await (await lead.open(`/reviews/${reviewId}/panel`)).follow('The first');
    await lead.follow('Exclude them for a conflict that was found later');
    await lead.press('Exclude');
    expect(lead.issues).toEqual(['Enter the conflict', 'Enter the reason', 'Enter your post']);
    lead.fill('What is the conflict of interest?', 'Wrote the policy under review.');
    lead.fill('Why can they not take part because of it?', 'They would judge their own work.');
    await lead.fill('Which post do you hold?', 'Director of reviews').press('Exclude');
    expect(lead.notice).toContain('It waits for another person who leads this review');
    expect((await first.open(`/reviews/${reviewId}`)).status).toBe(404);
    await (await lead.open(`/reviews/${reviewId}/panel`)).follow('The first');
    expect(lead.text).toContain('Another person who leads this review must agree.');

    const second = await world.reader('otherLead');
    await (await second.open(`/reviews/${reviewId}/panel`)).follow('The first');
    await second.follow('Agree or disagree');
    expect(second.text).toContain('Wrote the policy under review.');
    second.choose('Yes', 'Do you agree that they are excluded?').fill('Why?', 'I read the policy.');
    await second.fill('Which post do you hold?', 'Head of quality').press('Decide');
    expect(second.notice).toContain('their scores are set aside');
    expect(second.text).toContain('The scores are open. Somebody can join to score');
    expect(second.find('li:contains("The first")').text()).toContain('Excluded');
    expect(second.find('li:contains("The lived")').text()).toContain('Takes part');
    expect(second.text).not.toMatch(/Open to you|You do not take part/);
    await second.open(`/reviews/${reviewId}/findings`);
    expect(second.text).toContain('(set aside)');
  });

  async function scoreTheRest(part: Part, reviewId: string, criteria: readonly string[]): Promise<void> {
    await world.service(ScoringService).scoreAll(await world.as(part), reviewId, scoresFor(criteria));
  }
});

describe('Each reviewer', () => {
  let world: ServedReviewWorld;

  beforeAll(async () => {
    world = await servedReviewWorld();
  });

  afterAll(() => world.close());

  it('meets the criteria in an order of their own', async () => {
    const { reviewId, criteria } = await startedReview(world);
    await submitted(world, reviewId, criteria);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    const orders: string[] = [];
    for (const [part, capacity] of [
      ['first', 'reviewer'],
      ['second', 'reviewer'],
      ['lived', 'lived-experience'],
    ] as const) {
      await assignedAndClear(world, reviewId, part, capacity);
      const reader = await world.reader(part);
      await reader.open(`/reviews/${reviewId}/scores`);
      orders.push(reader.find('.nhsuk-task-list__link').text());
    }
    expect(new Set(orders).size).toBe(3);
  });
});
