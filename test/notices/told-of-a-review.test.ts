import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { allTold, toldNow, toldOf } from '../support/notices.js';
import { panelOfTwoLeads, released } from '../support/publication.js';
import { reviewWorld, startedReview, submitted, type ReviewWorld } from '../support/reviews.js';
import { scoredByAll } from '../support/scoring.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';

const TRUST = ['executive', 'guardian', 'officer', 'submitter'];
const SCORERS = ['first', 'lived', 'second'];
const LEADS = ['lead', 'otherLead'];

describe('What people are told while a review goes on', () => {
  let world: ReviewWorld;
  let reviewId = '';
  let criteria: readonly string[] = [];

  beforeAll(async () => {
    world = await reviewWorld();
  });

  afterAll(() => world.close());

  async function who(kind: string): Promise<readonly string[]> {
    return Object.keys(await toldOf(world, kind)).sort();
  }

  it('begins with the request to the trust, the open time for statements, and nothing for anybody else', async () => {
    ({ reviewId, criteria } = await startedReview(world));
    await toldNow(world);
    expect(await allTold(world)).toEqual(
      [...TRUST.map((part) => `${part} ASKED 2026-11-23`), 'group STATEMENTS_OPEN 2026-11-23'].sort(),
    );
    expect(await toldNow(world)).toBe(0);
  });

  it('goes on with the assignments, each to whom it is', async () => {
    await panelOfTwoLeads(world, reviewId);
    await toldNow(world);
    expect(await who('ASSIGNED')).toEqual([...SCORERS, ...LEADS].sort());
  });

  it('warns the trust ten and two working days before its answer is due, and says when it is overdue, to the lead too', async () => {
    world.clock.setTo('2026-11-26');
    await toldNow(world);
    expect(await who('ANSWER_REMINDER')).toEqual([]);
    world.clock.setTo('2026-11-27');
    await toldNow(world);
    expect(await toldOf(world, 'ANSWER_REMINDER')).toEqual(
      Object.fromEntries(TRUST.map((part) => [part, '2026-11-27'])),
    );
    world.clock.setTo('2026-12-09');
    await toldNow(world);
    expect(await who('ANSWER_SOON')).toEqual(TRUST);
    expect(await who('ANSWER_OVERDUE')).toEqual([]);
    world.clock.setTo('2026-12-12');
    await toldNow(world);
    expect(await who('ANSWER_OVERDUE')).toEqual(TRUST);
    expect(await who('AWAITED_ANSWER_OVERDUE')).toEqual(LEADS);
  });

  it('starts the clock of those who score when the answer is there, and tells each of their own scores alone', async () => {
    await submitted(world, reviewId, criteria);
    await toldNow(world);
    expect(await who('READY_TO_SCORE')).toEqual(SCORERS);
    await scoredByAll(world, { reviewId, criteria });
    await world.service(ScoringService).lock(await world.as('first'), reviewId);
    const before = await allTold(world);
    expect(await toldNow(world)).toBe(0);
    expect(await allTold(world)).toEqual(before);
    world.clock.setTo('2027-01-16');
    await toldNow(world);
    expect(await who('SCORES_OVERDUE')).toEqual(['lived', 'second']);
  });

  it('says that scores are open to those who compare, and never to the trust', async () => {
    for (const part of ['second', 'lived'] as const)
      await world.service(ScoringService).lock(await world.as(part), reviewId);
    await toldNow(world);
    expect(await who('SCORED')).toEqual([...SCORERS, ...LEADS].sort());
  });

  it('opens the time for replies for the trust and a group that spoke, warns before its end, and tells what was decided', async () => {
    await world.service(RepliesService).state(await world.as('group'), reviewId, { text: 'We were there.' });
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
    await toldNow(world);
    expect(await who('REPLY_OPEN')).toEqual([...TRUST, 'group'].sort());
    const [point = ''] = await world
      .service(RepliesService)
      .reply(await world.as('submitter'), reviewId, [
        { criterion: criteria[0] ?? '', kind: 'judgement', text: 'Otherwise.' },
      ]);
    await world
      .service(RepliesService)
      .decide(await world.as('lead'), point, { accepted: false, reasons: 'Clear.' });
    world.clock.setTo('2027-01-28');
    await toldNow(world);
    expect(await who('REPLY_SOON')).toEqual([...TRUST, 'group'].sort());
    expect(await who('REPLY_DECIDED')).toEqual(TRUST);
    world.clock.setTo('2027-02-10');
    await world.service(RepliesService).close(await world.as('lead'), reviewId);
    await toldNow(world);
    expect(await who('SETTLED')).toEqual([...TRUST, ...SCORERS, ...LEADS, 'group'].sort());
  });

  it('ends with the published result, and nobody outside was ever told anything', async () => {
    await released(world, reviewId);
    await toldNow(world);
    expect(await who('PUBLISHED')).toEqual([...TRUST, ...SCORERS, ...LEADS, 'group'].sort());
    const outsiders = (await allTold(world)).filter((line) =>
      /^(handler|auditor|admin|stranger) /.test(line),
    );
    expect(outsiders).toEqual([]);
    const trust = (await allTold(world)).filter((line) => TRUST.some((part) => line.startsWith(`${part} `)));
    expect(trust.filter((line) => /SCORE|ASSIGNED|PANEL|AGREEMENT/.test(line))).toEqual([]);
  });
});
