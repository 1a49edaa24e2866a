import { submittedReview, servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

describe('Moderation, and the right of reply, by pages without scripts', () => {
  let world: ServedReviewWorld;
  let reviewId: string;

  beforeAll(async () => {
    world = await servedReviewWorld();
    const started = await submittedReview(world);
    ({ reviewId } = started);
    await scoredByAll(world, started, { second: { 'SIM-POL-01': { score: '0' } } });
    await lockedByAll(world, reviewId);
  });

  afterAll(() => world.close());

  it('lets a user-led group speak in its own words', async () => {
    const group = await world.reader('group');
    await group.open(`/reviews/${reviewId}`);
    await group.follow('Make a statement');
    await group.press('Send');
    expect(group.issues).toEqual(['Enter your statement']);
    await group.fill('Your statement', 'Nobody asked us.\n\n<b>Nobody.</b>').press('Send');
    expect(group.text).toContain('<b>Nobody.</b>');
    expect((await group.open(`/reviews/${reviewId}/findings`)).status).toBe(404);
  });

  it('settles what differs, closes, and opens the findings to the trust', async () => {
    const trust = await world.reader('executive');
    expect((await trust.open(`/reviews/${reviewId}/findings`)).status).toBe(404);
    const lead = await world.reader('lead');
    await lead.open(`/reviews/${reviewId}`);
    await lead.follow('Moderate the scores');
    expect(lead.text).toContain(
      '1 criterion needs a meeting of the reviewers. 74 criteria settle themselves',
    );
    await lead.follow('SIM-POL-01');
    expect(lead.text).toContain('The scores differ on a requirement that stops a scheme by itself.');
    await lead.press('Propose');
    expect(lead.status).toBe(422);
    lead.choose('0 – Not consistent').choose('B – A record made at the time, from one party.');
    lead.fill('Why?', 'The rota was read together.').choose('Reviewer 1').choose('Reviewer 3');
    await lead.press('Propose');
    expect(lead.text).toContain('Reviewers can speak until 30 November 2026');
    expect(lead.find('form[action$="moderation/close"]').length).toBe(0);

    for (const part of ['first', 'second', 'lived'] as const) {
      const reviewer = await (await world.reader(part)).open('/assignments');
      expect(reviewer.text).toContain(
        'One proposal waits for your word: confirm or dissent by 30 November 2026.',
      );
      await reviewer.follow('Example Vale Trust');
      expect(reviewer.text).toContain('Waits for your word');
      await reviewer.follow('SIM-POL-01');
      expect(reviewer.text).toMatch(/Not heard yet: .*Reviewers can speak until the end of 30 November 2026/);
      expect(reviewer.text).not.toContain('said nothing');
      await reviewer.press('Send');
      expect(reviewer.issues).toEqual(['Choose whether you confirm it or dissent']);
      if (part !== 'second') reviewer.choose('I confirm it');
      else {
        await reviewer.choose('I dissent').press('Send');
        expect(reviewer.issues).toEqual(['Say in your own words why you do not agree']);
        reviewer.fill('In your own words', 'I would say 2.');
      }
      expect((await reviewer.press('Send')).notice).toBe('Your word on SIM-POL-01 was recorded');
      await reviewer.open('/assignments');
      expect(reviewer.text).not.toContain('waits for your word');
    }
    await lead.open(`/reviews/${reviewId}/moderation`);
    await lead.press('Close moderation');
    expect(lead.notice).toContain('Replies may be sent until 7 December 2026');

    await (await world.reader('executive')).open(`/reviews/${reviewId}/findings`);
    await trust.open(`/reviews/${reviewId}/findings`);
    expect(trust.text).toContain('Rating: Cease');
    expect(trust.text).toContain('I would say 2.');
    expect(trust.text).toContain('Krippendorff’s alpha');
    expect(trust.text).not.toContain('The second');
  });

  it('folds the scores by domain, and opens the one that is asked for, or all', async () => {
    const lead = await (await world.reader('lead')).open(`/reviews/${reviewId}/findings`);
    const [domains, open] = ['details.candour-domain', 'details.candour-domain[open]'];
    expect(lead.find(domains).length).toBeGreaterThan(10);
    expect(lead.find(open)).toHaveLength(0);
    expect(lead.find('#domain-POL summary').text()).toContain('1 with a reason to meet');
    expect(lead.find('#domain-POL #SIM-POL-01')).toHaveLength(1);
    await lead.open(`/reviews/${reviewId}/findings?open=POL`);
    expect(lead.find(open).attr('id')).toBe('domain-POL');
    await lead.follow('Show every domain unfolded');
    expect(lead.find(open)).toHaveLength(lead.find(domains).length);
    expect((await lead.open(`/reviews/${reviewId}/findings?open=${'x'.repeat(99)}`)).status).toBe(200);
  });

  it('takes a reply of 300 words at most, decides it, and settles the findings after the time', async () => {
    const trust = await world.reader('submitter');
    await trust.open(`/reviews/${reviewId}`);
    await trust.follow('Reply to the findings');
    trust
      .select(
        'Which finding?',
        'SIM-POL-01: No police officer delivers or co-delivers therapy, mentoring or behavioural …',
      )
      .choose('It is wrong in fact');
    await trust.fill('Your reply', 'word '.repeat(301)).press('Send');
    expect(trust.issues).toEqual(['Your reply must be 300 words or fewer. It has 301.']);
    await trust.fill('Your reply', 'The rota is of another team.').press('Send');
    expect(trust.notice).toContain('Your reply was sent');

    const group = await world.reader('group');
    await group.open(`/reviews/${reviewId}/findings`);
    expect(group.text).toContain('Rating: Cease');
    expect(group.text).not.toContain('The rota is of another team.');

    const lead = await world.reader('lead');
    await lead.open(`/reviews/${reviewId}/replies`);
    await lead.follow('Decide');
    lead.choose('No', 'Do you accept this point?').choose('3 – Consistent');
    await lead.fill('Why?', 'It is this team.').press('Decide');
    expect(lead.issues).toEqual(['A score can change only when the reply is accepted']);
    lead.choose('Yes', 'Do you accept this point?').choose('1 – Partly consistent');
    lead.choose('B – A record made at the time, from one party.');
    await lead.fill('Why?', 'It is of another team, in part.').press('Decide');
    expect(lead.notice).toBe('Your decision was recorded, and the new score was proposed to the reviewers');
    for (const part of ['first', 'second', 'lived'] as const) {
      const reviewer = await (await world.reader(part)).open(`/reviews/${reviewId}/meetings/SIM-POL-01`);
      expect(reviewer.text).toContain('It counts only when every reviewer whose score counts confirms it.');
      await reviewer.choose('I confirm it').press('Send');
    }
    expect(lead.find('form[action$="replies/close"]').length).toBe(0);

    world.clock.setTo('2026-12-08');
    const later = await world.reader('lead');
    await later.open(`/reviews/${reviewId}/replies`);
    expect(later.text).toContain('The time for reply ended on 7 December 2026');
    await later.press('Settle the findings');
    expect(later.text).toContain('Settled, to be published');
    const late = await world.reader('submitter');
    await late.open(`/reviews/${reviewId}/reply`);
    expect(late.text).toContain('The time for reply ended on 7 December 2026');
    expect(late.text).toContain('It is of another team, in part.');
  });
});
