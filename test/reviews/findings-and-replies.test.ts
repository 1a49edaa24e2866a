import { Database } from '../../src/platform/database/database.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { addDays } from '../../src/kernel/days/calendar-day.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { NotFound, NotPermitted, SentOtherwise, Unprocessable } from '../../src/kernel/refusal.js';
import { adding, changing } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { made } from '../../src/platform/database/recorded.js';
import { FindingsQueries } from '../../src/reviews/findings/findings.queries.js';
import { MeetingsService } from '../../src/reviews/meeting/meetings.service.js';
import { MeetingRequestsService } from '../../src/reviews/requesting/meeting-requests.service.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesQueries } from '../../src/reviews/reply/replies.queries.js';
import { RepliesService, type PointToMake } from '../../src/reviews/reply/replies.service.js';
import { Reply } from '../../src/reviews/reply/reply.entity.js';
import { Review } from '../../src/reviews/review.entity.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import { ReviewSheets } from '../../src/reviews/reading/review-sheet.js';
import { everyReviewer, met, proposed, said, type Proposed } from '../support/meetings.js';
import { submittedReview, reviewWorld, type Part, type ReviewWorld } from '../support/reviews.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

const MET: Proposed = { criterion: 'SIM-POL-02', score: '1', grade: 'B', reason: 'They met and agreed.' };
const POINT: PointToMake = { criterion: 'SIM-POL-02', kind: 'judgement', text: 'We see this otherwise.' };

describe('Findings, and the right of reply to them', () => {
  let world: ReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];

  beforeAll(async () => {
    world = await reviewWorld();
  });

  beforeEach(async () => {
    world.clock.setTo('2026-11-23');
    ({ reviewId, criteria } = await submittedReview(world));
  });

  afterAll(() => world.close());

  async function allLocked(): Promise<void> {
    await scoredByAll(world, { reviewId, criteria });
    await lockedByAll(world, reviewId);
  }

  async function askedToMeet(): Promise<void> {
    const why = { criterion: MET.criterion, ground: 'asked', reason: 'I read the rota otherwise.' } as const;
    await world.service(MeetingRequestsService).ask(await world.as('first'), reviewId, why);
  }

  async function moderated(): Promise<void> {
    await allLocked();
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
  }

  async function reply(part: Part, point: Partial<PointToMake> = {}): Promise<Uuid> {
    const points = [{ ...POINT, ...point }];
    const [id] = await world.service(RepliesService).reply(await world.as(part), reviewId, points);
    return id ?? '';
  }

  async function visible(part: Part, table: string): Promise<number> {
    const rows = await world.service(Database).rows<{ id: Uuid }>(scopeOf(await world.as(part)), {
      text: `SELECT id FROM reviews.${table} WHERE review_id = '${reviewId}'`,
    });
    return rows.length;
  }

  it('are moderated only after the locks, by who leads the review and did not score it', async () => {
    const tookPart = async () => (await everyReviewer(world, reviewId)).slice(0, 2);
    const moderate = async (part: Part): Promise<unknown> =>
      world
        .service(MeetingsService)
        .propose(await world.as(part), reviewId, [{ ...MET, tookPart: await tookPart() }]);
    await expect(moderate('lead')).rejects.toThrow('have not all locked their scores');
    await allLocked();
    await askedToMeet();
    await expect(moderate('first')).rejects.toThrow(NotPermitted);
    await expect(moderate('otherLead')).rejects.toThrow(NotPermitted);
    await expect(moderate('submitter')).rejects.toThrow(NotPermitted);
    await expect(moderate('lead')).resolves.toHaveLength(1);
  });

  it('are unseen by the trust until moderation is closed, and then open with every layer and no name', async () => {
    await allLocked();
    await askedToMeet();
    await met(world, reviewId, MET);
    expect(await visible('executive', 'score_proposal')).toBe(0);
    expect(await visible('executive', 'score')).toBe(0);
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
    const { lines } = await world.service(ReviewSheets).of(await world.as('executive'), reviewId);
    expect(lines.every(({ scores, finding }) => scores.length === 3 && finding !== null)).toBe(true);
    expect(await visible('executive', 'assignment')).toBe(0);
    expect(JSON.stringify(lines)).not.toContain(world.personId('first'));
  });

  it('can be replied to for ten working days, within 300 words, by the trust', async () => {
    await expect(reply('submitter')).rejects.toThrow(NotPermitted);
    await moderated();
    const { replyDueOn } = await world.service(ReviewsQueries).header(await world.as('submitter'), reviewId);
    expect(replyDueOn).toBe('2026-12-07');
    await expect(reply('submitter', { text: 'word '.repeat(301) })).rejects.toThrow(Unprocessable);
    await expect(reply('guardian')).rejects.toThrow(NotPermitted);
    await expect(reply('submitter', { text: 'word '.repeat(300) })).resolves.toBeDefined();
    world.clock.setTo('2026-12-07');
    await expect(reply('submitter')).resolves.toBeDefined();
    world.clock.setTo('2026-12-08');
    await expect(reply('submitter')).rejects.toThrow('the time for reply has ended');
  });

  it('can be replied to in the same way by a user-led group that made a statement, and by no other', async () => {
    const statement = 'We were told in 2019.\n\nNobody asked us. <b>Nobody.</b>';
    await world.service(RepliesService).state(await world.as('group'), reviewId, { text: statement });
    const [read] = await world.service(RepliesQueries).statements(await world.as('first'), reviewId);
    expect(read?.text).toBe(statement);
    expect(await visible('group', 'self_answer')).toBe(0);
    await moderated();
    expect(await visible('group', 'moderated_score')).toBe(criteria.length);
    const ours = await reply('group');
    await reply('submitter');
    expect(await visible('group', 'reply')).toBe(1);
    expect(await visible('submitter', 'reply')).toBe(1);
    expect(await visible('lead', 'reply')).toBe(2);
    await world
      .service(RepliesService)
      .decide(await world.as('lead'), ours, { accepted: false, reasons: 'No evidence.' });
    expect(await visible('group', 'reply_decision')).toBe(1);
    expect(await visible('submitter', 'reply_decision')).toBe(0);
  });

  it('counts a point or a statement that was sent twice once, and refuses other words under its token', async () => {
    const sent = { text: 'Said once.', once: newId() };
    const group = await world.as('group');
    for (let sending = 0; sending < 2; sending += 1)
      expect(await world.service(RepliesService).state(group, reviewId, sent)).toBe(sent.once);
    const otherwise = { ...sent, text: 'Said otherwise.' };
    await expect(world.service(RepliesService).state(group, reviewId, otherwise)).rejects.toThrow(
      SentOtherwise,
    );
    expect(await visible('group', 'statement')).toBe(1);
    await moderated();
    const once = newId();
    expect([await reply('submitter', { once }), await reply('submitter', { once })]).toEqual([once, once]);
    await expect(reply('submitter', { once, text: 'Otherwise.' })).rejects.toThrow(SentOtherwise);
    expect(await visible('submitter', 'reply')).toBe(1);
  });

  it('gives a group that said nothing no way in', async () => {
    await moderated();
    expect(await visible('group', 'moderated_score')).toBe(0);
    await expect(reply('group')).rejects.toThrow(NotPermitted);
  });

  it('are replied to people who did not score: a reviewer decides nothing', async () => {
    await moderated();
    const point = await reply('submitter');
    const decision = { accepted: true, reasons: 'Indeed.' };
    const decide = async (part: Part): Promise<unknown> =>
      world.service(RepliesService).decide(await world.as(part), point, decision);
    await expect(decide('first')).rejects.toThrow(NotPermitted);
    await expect(decide('otherLead')).rejects.toThrow(NotFound);
    const forged = world.superuser.query(
      `INSERT INTO reviews.reply_decision SELECT gen_random_uuid(), 1, p.id, p.review_id, p.organisation_id, p.criterion, true, 'So.', $2, '2026-11-24'
       FROM reviews.reply p WHERE p.id = $1`,
      [point, world.personId('first')],
    );
    await expect(forged).rejects.toThrow('decided by somebody who did not score the review');
    await expect(decide('lead')).resolves.toBeDefined();
    await expect(decide('lead')).rejects.toThrow('a point of reply is decided once');
  });

  it('change after moderation only because a reply was accepted, and settle when every point is decided', async () => {
    await moderated();
    const lead = await world.as('lead');
    await expect(askedToMeet()).rejects.toThrow('moderation is closed');
    await expect(proposed(world, reviewId, MET)).rejects.toThrow('There is no reason to meet');
    const point = await reply('submitter');
    const change = { score: '3' as const, grade: 'A' as const };
    const refused = world
      .service(RepliesService)
      .decide(lead, point, { accepted: false, reasons: 'No.', change });
    await expect(refused).rejects.toThrow(Unprocessable);
    world.clock.setTo('2026-12-08');
    await expect(world.service(RepliesService).close(lead, reviewId)).rejects.toThrow(
      'a point of reply has not been decided',
    );
    await world
      .service(RepliesService)
      .decide(lead, point, { accepted: true, reasons: 'A better source.', change });
    await expect(world.service(RepliesService).close(lead, reviewId)).rejects.toThrow(
      'Reviewers can still confirm or dissent from what was proposed after replies: SIM-POL-02',
    );
    await said(world, reviewId, 'SIM-POL-02');
    await world.service(RepliesService).close(lead, reviewId);
    const findings = await world.service(FindingsQueries).findings(lead, reviewId);
    expect(findings.find(({ criterion }) => criterion === 'SIM-POL-02')).toMatchObject({
      seq: 2,
      score: '3',
      settledBy: 'reply',
    });
  });

  it('are not settled while there is time to reply', async () => {
    await moderated();
    const lead = await world.as('lead');
    await expect(world.service(RepliesService).close(lead, reviewId)).rejects.toThrow(
      'Replies may be sent until',
    );
  });

  describe('are open for reply to the end of the last day in London', () => {
    const replyOf = (point: Partial<Reply>): Reply =>
      made(Reply, {
        ...{ id: newId(), reviewId, organisationId: world.trustId, criterion: 'SIM-POL-02', evidenceIds: [] },
        ...{ kind: 'judgement', text: 'We see this otherwise.', repliedBy: world.personId('submitter') },
        repliedOn: '',
        ...point,
      });

    /** A reply and the settling of the findings, dated by hand: nothing of the application has a say in when. */
    const sent = async (repliedOn: string): Promise<unknown> =>
      world
        .service(Ledger)
        .perform(await world.as('submitter'), adding('reply', Reply, replyOf({ repliedOn })));
    const settled = async (day: string): Promise<unknown> =>
      world.service(Ledger).perform(
        await world.as('lead'),
        changing('close-replies', Review, reviewId, {
          change: (review) => {
            review.replyClosedOn = day;
          },
        }),
      );

    it.each([
      ['in winter', '2026-11-23', '2026-12-07', '2026-12-07T23:59:59Z', '2026-12-08T00:00:00Z'],
      ['in summer', '2026-06-01', '2026-06-15', '2026-06-15T22:59:59Z', '2026-06-15T23:00:00Z'],
    ])('%s', async (_season, day, lastDay, lastSecond, midnight) => {
      world.clock.setTo(day);
      ({ reviewId } = await submittedReview(world));
      await moderated();
      const lead = await world.as('lead');
      expect(await world.service(ReviewsQueries).header(lead, reviewId)).toMatchObject({
        replyDueOn: lastDay,
      });

      world.clock.setToMoment(lastSecond);
      const point = await reply('submitter');
      await world.service(RepliesService).decide(lead, point, { accepted: false, reasons: 'No.' });
      await expect(world.service(RepliesService).close(lead, reviewId)).rejects.toThrow('may be sent until');
      await expect(settled(lastDay)).rejects.toThrow('the time for reply has not ended');
      await expect(settled(addDays(lastDay, 1))).rejects.toThrow('the time for reply has not ended');

      world.clock.setToMoment(midnight);
      await expect(reply('submitter')).rejects.toThrow('the time for reply has ended');
      await expect(sent(addDays(lastDay, 1))).rejects.toThrow('the time for reply has ended');
      await expect(sent(lastDay)).rejects.toThrow('the time for reply has ended');
      await world.service(RepliesService).close(lead, reviewId);
    });
  });
});
