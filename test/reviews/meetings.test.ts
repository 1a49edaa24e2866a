import { scopeOf } from '../../src/identity/actor-scope.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { NotPermitted, SentOtherwise, Unprocessable } from '../../src/kernel/refusal.js';
import { adding } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Database } from '../../src/platform/database/database.js';
import { made } from '../../src/platform/database/recorded.js';
import { ordinalAlpha } from '../../src/review-method/agreement/agreement-report.js';
import { reviewerScores } from '../../src/review-method/agreement/locked-agreement.js';
import { settledBecause } from '../../src/review-method/moderation/settled-score.js';
import { ScoringService, type ScoreToGive } from '../../src/reviews/blind-scoring/scoring.service.js';
import { FindingsQueries } from '../../src/reviews/findings/findings.queries.js';
import { ModeratedScore, newModeratedScore } from '../../src/reviews/findings/moderated-score.entity.js';
import { MeetingsService } from '../../src/reviews/meeting/meetings.service.js';
import { ProposalAnswer } from '../../src/reviews/meeting/proposal-answer.entity.js';
import { ScoreProposal } from '../../src/reviews/meeting/score-proposal.entity.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { ReviewSheets } from '../../src/reviews/reading/review-sheet.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { MeetingRequestsService } from '../../src/reviews/requesting/meeting-requests.service.js';
import { plantedAtRandom } from '../support/meetings-at-random.js';
import { everyReviewer, met, proposed, said, type Proposed } from '../support/meetings.js';
import {
  submittedReview,
  assignedAndClear,
  pastTheLedger,
  reviewWorld,
  scoresFor,
  type Part,
  type ReviewWorld,
} from '../support/reviews.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

/** Two of the three elements of 10 March 2023, in force on the day under review, and an ordinary criterion. */
const RED_LINE = 'SIM-POL-01';
const OTHER_RED_LINE = 'SIM-PUN-01';
const ORDINARY = 'SIM-REL-01';
const CLOSE_ENOUGH =
  'The reviewers’ scores were close enough to settle without a meeting; where they were one apart the lower counts.';

type Scores = Readonly<Record<string, Partial<ScoreToGive>>>;

describe('A meeting of reviewers', () => {
  let world: ReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];

  beforeAll(async () => {
    world = await reviewWorld();
  });

  beforeEach(async () => {
    world.clock.setTo('2026-11-23');
    ({ reviewId, criteria } = await submittedReview(world));
    await assignedAndClear(world, reviewId, 'otherLead', 'lead');
  });

  afterAll(() => world.close());

  /** Everybody scores 2, but for what is said of the first reviewer, and what is fully met so that they agree. */
  async function scored(first: Scores): Promise<void> {
    const fully = criteria.filter((code) => /GOV|WRK/.test(code));
    const same: Scores = Object.fromEntries(fully.map((code) => [code, { score: '3', grade: 'A' }]));
    const different = { first: { ...same, ...first }, second: same, lived: same };
    await scoredByAll(world, { reviewId, criteria }, different);
    await lockedByAll(world, reviewId);
  }

  const proposal = (criterion: string, score: Proposed['score']): Proposed => ({
    ...{ criterion, score, grade: 'A', reason: 'What the meeting found.' },
  });

  const close = async (): Promise<unknown> =>
    world.service(ModerationService).close(await world.as('lead'), reviewId);

  async function counted(criterion: string): Promise<object | undefined> {
    const findings = await world.service(FindingsQueries).findings(await world.as('lead'), reviewId);
    return findings.find((finding) => finding.criterion === criterion);
  }

  it('needs a reason; without one the score settles itself and no other is taken, by service or by SQL', async () => {
    await scored({ [RED_LINE]: { score: '0' } });
    const refusal = `There is no reason to meet about ${ORDINARY}`;
    await expect(proposed(world, reviewId, proposal(ORDINARY, '3'))).rejects.toThrow(refusal);
    await expect(addedByLead(await proposalRow(ORDINARY, '3'))).rejects.toThrow('there is no reason to meet');
    await met(world, reviewId, proposal(RED_LINE, '0'));
    await expect(addedByLead(scoreRow(ORDINARY, '3', 'agreement'))).rejects.toThrow('only as it follows');
    await close();
    expect(await counted(ORDINARY)).toMatchObject({ score: '2', settledBy: 'agreement' });
  });

  it('is where a score comes from that nobody types: a lead’s own row is refused whatever it says', async () => {
    await scored({ [RED_LINE]: { score: '1' } });
    for (const score of ['3', '1', '0', 'N'] as const)
      await expect(addedByLead(scoreRow(RED_LINE, score, 'meeting'))).rejects.toThrow('only as it follows');
    const sql = `INSERT INTO reviews.moderated_score SELECT gen_random_uuid(), 1, '${reviewId}', '${RED_LINE}', 1, '3', 'A',
      'So.', '', 'meeting', NULL, '2026-11-23'`;
    await expect(asLead(sql)).rejects.toThrow('only as it follows');
    await expect(close()).rejects.toThrow(`must first meet about ${RED_LINE}`);
    await expect(
      asLead(`UPDATE reviews.review SET revision = revision + 1, moderation_closed_on = '2026-11-23', reply_due_on = '2026-12-07'
        WHERE id = '${reviewId}'`),
    ).rejects.toThrow('not every criterion');
  });

  it('says why in words that nobody types either: those of the meeting, or why it does not count', async () => {
    await scored({ [RED_LINE]: { score: '1' }, [ORDINARY]: { score: '0' } });
    await met(world, reviewId, proposal(RED_LINE, '3'), { first: 'It is 1.', second: true, lived: true });
    await met(world, reviewId, proposal(ORDINARY, '1'));
    const forge = (code: string, score: '1' | '2', by: 'agreement' | 'meeting', reason: string) =>
      addedByLead(Object.assign(scoreRow(code, score, by), { grade: code === ORDINARY ? 'A' : 'B', reason }));
    const refusal = 'the words of a score';
    await expect(forge(RED_LINE, '1', 'meeting', 'All were content.')).rejects.toThrow(refusal);
    await expect(forge(RED_LINE, '1', 'meeting', 'What the meeting found.')).rejects.toThrow(refusal);
    await expect(forge(ORDINARY, '1', 'meeting', 'The lowest counts.')).rejects.toThrow(refusal);
    await expect(forge('SIM-REL-02', '2', 'agreement', 'Nearly perfect.')).rejects.toThrow(refusal);
    await close();
    const lowest = 'not all of them confirmed it. So the lowest score of the reviewers counts.';
    expect(await counted(RED_LINE)).toMatchObject({ reason: expect.stringContaining(lowest) as unknown });
    expect(await counted(ORDINARY)).toMatchObject({ reason: 'What the meeting found.' });
    expect(await counted('SIM-REL-02')).toMatchObject({ reason: CLOSE_ENOUGH });
  });

  it('asked for late still takes place: what was written down before it does not end moderation', async () => {
    await scored({});
    const lead = await world.as('lead');
    const { lines } = await world.service(ReviewSheets).of(lead, reviewId);
    for (const { code, need } of lines) {
      if (need.settled.state !== 'settled') throw new Error(`${code} is not settled.`);
      const { score, grade } = need.settled;
      await addedByLead(Object.assign(scoreRow(code, score, 'agreement'), { grade, reason: CLOSE_ENOUGH }));
    }
    await askedToMeet(ORDINARY);
    const closing = `UPDATE reviews.review SET revision = revision + 1, moderation_closed_on = '2026-11-23', reply_due_on = '2026-12-07'
      WHERE id = '${reviewId}'`;
    await expect(asLead(closing)).rejects.toThrow('not every criterion is settled');
    await met(world, reviewId, proposal(ORDINARY, '2'));
    await close();
    expect(await counted(ORDINARY)).toMatchObject({ seq: 2, settledBy: 'meeting' });
  });

  it('gives every reviewer five working days; silence confirms nothing, and the lowest counts', async () => {
    await scored({ [RED_LINE]: { score: '1' }, [ORDINARY]: { score: '0' } });
    await proposed(world, reviewId, proposal(RED_LINE, '3'));
    await proposed(world, reviewId, proposal(ORDINARY, '1'));
    await said(world, reviewId, RED_LINE, { second: true, lived: true });
    await expect(close()).rejects.toThrow(
      `can still confirm or dissent: ${RED_LINE} (until 30 November 2026) and ${ORDINARY} (until`,
    );
    world.clock.setTo('2026-11-30');
    await expect(close()).rejects.toThrow('can still confirm');
    world.clock.setTo('2026-12-01');
    await expect(said(world, reviewId, RED_LINE, { first: true })).rejects.toThrow(
      'the time to confirm this',
    );
    await expect(addedByLead(scoreRow(RED_LINE, '3', 'meeting', '2026-12-01'))).rejects.toThrow(
      'only as it follows',
    );
    await close();
    expect(await counted(RED_LINE)).toMatchObject({ score: '1', settledBy: 'meeting', minorityView: '' });
    const nobody = 'No reviewer confirmed it. So the lowest score of the reviewers counts.';
    expect(await counted(ORDINARY)).toMatchObject({ score: '0', reason: nobody });
  });

  it('keeps dissent in the reviewer’s own words, which nobody else can give', async () => {
    await scored({ [RED_LINE]: { score: '1' } });
    await proposed(world, reviewId, proposal(RED_LINE, '3'));
    await expect(said(world, reviewId, RED_LINE, { first: '  ' })).rejects.toThrow(Unprocessable);
    const [first = ''] = await everyReviewer(world, reviewId);
    const forged = made(ProposalAnswer, {
      ...{ id: newId(), proposalId: await newestProposalId(), reviewId, criterion: RED_LINE },
      ...{ assignmentId: first, stance: 'confirm', words: '', answeredOn: '2026-11-23' },
    });
    for (const part of ['lead', 'otherLead'] as const)
      await expect(
        world.service(Ledger).perform(await world.as(part), adding('answer', ProposalAnswer, forged)),
      ).rejects.toThrow(NotPermitted);
    await expect(
      asLead(`INSERT INTO reviews.proposal_answer SELECT gen_random_uuid(), 1, p.id, p.review_id, p.criterion, '${first}',
        'confirm', '', '2026-11-23' FROM reviews.score_proposal p WHERE p.review_id = '${reviewId}'`),
    ).rejects.toThrow('row-level security');
    await said(world, reviewId, RED_LINE, { first: 'The rota is clear.', second: true, lived: true });
    await expect(said(world, reviewId, RED_LINE, { first: true })).rejects.toThrow(
      'a reviewer answers a proposal once',
    );
    await close();
    expect(await counted(RED_LINE)).toMatchObject({ score: '1' });
  });

  it('can raise a red line with everybody, and only the newest proposal stands', async () => {
    await scored({ [RED_LINE]: { score: '1' } });
    await met(world, reviewId, proposal(RED_LINE, '3'));
    await proposed(world, reviewId, proposal(RED_LINE, '2'));
    await expect(close()).rejects.toThrow('can still confirm');
    await said(world, reviewId, RED_LINE);
    await close();
    expect(await counted(RED_LINE)).toMatchObject({ score: '2', settledBy: 'meeting' });
  });

  it('needs two who lead where most reviewers dissent, and never the same one twice', async () => {
    await scored({ [ORDINARY]: { score: '0' } });
    await met(world, reviewId, proposal(ORDINARY, '1'), {
      first: 'It is 0.',
      second: 'It is 0.',
      lived: true,
    });
    const meetings = world.service(MeetingsService);
    const behind = { criterion: ORDINARY, reason: 'The plan was read again.' };
    await expect(meetings.second(await world.as('lead'), reviewId, behind)).rejects.toThrow(
      'You proposed this.',
    );
    await expect(meetings.second(await world.as('second'), reviewId, behind)).rejects.toThrow(NotPermitted);
    expect((await lineOf(ORDINARY)).need.settled).toMatchObject({ score: '0', outcome: 'NOT_SECONDED' });
    await meetings.second(await world.as('otherLead'), reviewId, behind);
    await close();
    expect(await counted(ORDINARY)).toMatchObject({ score: '1', reason: 'What the meeting found.' });
  });

  it('takes place where survivors contradict, as a group says that made a statement, or a reviewer', async () => {
    await scored({});
    const group = await world.as('group');
    const why = {
      criterion: ORDINARY,
      ground: 'survivors',
      reason: 'Four people told us otherwise.',
    } as const;
    const asking = world.service(MeetingRequestsService);
    await expect(asking.ask(group, reviewId, why)).rejects.toThrow('first makes a statement');
    await world.service(RepliesService).state(group, reviewId, { text: 'We were in the room.' });
    await asking.ask(group, reviewId, why);
    await expect(asking.ask(group, reviewId, { ...why, ground: 'asked' })).rejects.toThrow(
      'speaks for survivors',
    );
    const once = newId();
    const lived = await world.as('lived');
    const sent = { ...why, criterion: RED_LINE, once };
    expect([await asking.ask(lived, reviewId, sent), await asking.ask(lived, reviewId, sent)]).toEqual([
      once,
      once,
    ]);
    const otherwise = { ...sent, reason: 'Five people told us otherwise.' };
    await expect(asking.ask(lived, reviewId, otherwise)).rejects.toThrow(SentOtherwise);
    await expect(
      asking.ask(await world.as('lived'), reviewId, { ...why, ground: 'concerns' }),
    ).rejects.toThrow('no concern about this scheme is open to its reviewers');
    await expect(asking.ask(await world.as('submitter'), reviewId, why)).rejects.toThrow();
    await expect(close()).rejects.toThrow(`must first meet about ${RED_LINE} and ${ORDINARY}`);
    expect((await lineOf(ORDINARY)).need.reasons.map(({ code }) => code)).toEqual(['SURVIVORS_CONTRADICT']);
    await openConcern();
    await asking.ask(await world.as('lived'), reviewId, {
      ...why,
      criterion: 'SIM-REL-02',
      ground: 'concerns',
    });
    expect((await lineOf('SIM-REL-02')).need.reasons.map(({ code }) => code)).toEqual([
      'CONCERNS_CONTRADICT',
    ]);
  });

  it('alone can agree that a red line does not apply, and only what the trust claimed', async () => {
    const n = { score: 'N', grade: null } as const;
    for (const part of ['first', 'second', 'lived'] as const) {
      const scores = scoresFor(criteria, { [RED_LINE]: n, [OTHER_RED_LINE]: n });
      await world.service(ScoringService).scoreAll(await world.as(part), reviewId, scores);
    }
    await claimedByTheTrust(OTHER_RED_LINE);
    for (const part of ['first', 'second', 'lived'] as const)
      await world.service(ScoringService).lock(await world.as(part), reviewId);
    const agreed = (criterion: string): Proposed => ({ ...proposal(criterion, 'N'), grade: null });
    await expect(met(world, reviewId, agreed(RED_LINE))).rejects.toThrow('There is no reason to meet');
    await askedToMeet(RED_LINE);
    await expect(met(world, reviewId, agreed(RED_LINE))).rejects.toThrow('has not claimed');
    await met(world, reviewId, { ...agreed(RED_LINE), score: 'U' });
    await met(world, reviewId, agreed(OTHER_RED_LINE));
    await close();
    expect(await counted(RED_LINE)).toMatchObject({ score: 'U', settledBy: 'meeting' });
    expect(await counted(OTHER_RED_LINE)).toMatchObject({ score: 'N', settledBy: 'meeting' });
  });

  it('holds a change after a reply to the same: nothing is raised without everybody', async () => {
    await scored({ [RED_LINE]: { score: '1' } });
    await met(world, reviewId, proposal(RED_LINE, '1'));
    await close();
    const replies = world.service(RepliesService);
    const point = { criterion: RED_LINE, kind: 'error', text: 'It is another team.' } as const;
    const [replyId = ''] = await replies.reply(await world.as('submitter'), reviewId, [point]);
    const change = { score: '3', grade: 'A' } as const;
    await replies.decide(await world.as('lead'), replyId, { accepted: true, reasons: 'It is.', change });
    await said(world, reviewId, RED_LINE, { first: 'It is not.', second: true, lived: true });
    await expect(addedByLead(scoreRow(RED_LINE, '3', 'reply'))).rejects.toThrow();
    world.clock.setTo('2026-12-08');
    await replies.close(await world.as('lead'), reviewId);
    expect(await counted(RED_LINE)).toMatchObject({ score: '1', settledBy: 'meeting' });
  });

  it('comes to the same in PostgreSQL as on pages, whatever reviewers gave and said', async () => {
    await scored({});
    const assignments = await everyReviewer(world, reviewId);
    const states = new Set<string>();
    for (let round = 1; round <= 3; round += 1) {
      await plantedAtRandom(world, { reviewId, criteria, assignments, round });
      const { rows } = await world.superuser.query<Settled>(
        `SELECT asked AS criterion, f.state, f.score, f.grade, reviews.gravity_of($1, asked) AS gravity,
           CASE f.state WHEN 'settled' THEN reviews.settled_because($1, asked, '2026-12-05', NULL) END AS because
         FROM unnest($2::text[]) AS asked, reviews.settled_score($1, asked, '2026-12-05') AS f`,
        [reviewId, criteria],
      );
      world.clock.setTo('2026-12-05');
      const { lines } = await world.service(ReviewSheets).of(await world.as('lead'), reviewId);
      const onPages = lines.map(({ code: criterion, need: { settled, gravity, proposal: newest } }) => {
        if (settled.state !== 'settled')
          return { criterion, state: settled.state, score: null, grade: null, gravity, because: null };
        const { score, grade, outcome } = settled;
        const because = settledBecause(outcome, newest?.row.reason ?? '');
        return { criterion, state: 'settled', score, grade, gravity, because };
      });
      expect(rows).toEqual(onPages);
      const scores = lines.flatMap((line) => line.scores);
      const { rows: agreed } = await world.superuser.query<{ alpha: number }>(
        'SELECT reviews.ordinal_alpha($1) AS alpha',
        [reviewId],
      );
      expect(agreed[0]?.alpha).toBeCloseTo(ordinalAlpha(reviewerScores(scores)) ?? 9, 10);
      expect(new Set(onPages.map(({ gravity }) => gravity)).size).toBeGreaterThanOrEqual(3);
      for (const { state, because } of onPages) states.add(state).add(because ?? state);
    }
    expect(states.size).toBe(7);
    expect([...states].sort().slice(2)).toEqual(['So.', CLOSE_ENOUGH, 'settled', 'to-meet', 'waiting']);
  });

  interface Settled {
    readonly criterion: string;
  }

  async function lineOf(criterion: string) {
    const { lines } = await world.service(ReviewSheets).of(await world.as('lead'), reviewId);
    const line = lines.find(({ code }) => code === criterion);
    if (!line) throw new Error(`There is no ${criterion}.`);
    return line;
  }

  async function askedToMeet(criterion: string): Promise<void> {
    const why = { criterion, ground: 'asked', reason: 'I want to talk about it.' } as const;
    await world.service(MeetingRequestsService).ask(await world.as('first'), reviewId, why);
  }

  async function newestProposalId(): Promise<Uuid> {
    return (await lineOf(RED_LINE)).proposals.at(-1)?.id ?? '';
  }

  function scoreRow(
    criterion: string,
    score: ModeratedScore['score'],
    settledBy: ModeratedScore['settledBy'],
    settledOn = '2026-11-23',
  ): ModeratedScore {
    const given = { reviewId, criterion, seq: 1, score, grade: null, reason: 'So.', settledBy, settledOn };
    return newModeratedScore(settledBy === 'reply' ? { ...given, replyDecisionId: newId() } : given);
  }

  async function proposalRow(criterion: string, score: ScoreProposal['score']): Promise<ScoreProposal> {
    const tookPart = await everyReviewer(world, reviewId);
    return made(ScoreProposal, {
      ...{ id: newId(), reviewId, criterion, seq: 1, score, grade: 'A', reason: 'So.', tookPart },
      ...{ proposedBy: world.personId('lead'), proposedOn: '2026-11-23', confirmBy: '2026-11-30' },
      replyDecisionId: null,
    });
  }

  /** What a lead’s own program would add, past the service: policy and PostgreSQL stand alone. */
  async function addedByLead(record: ModeratedScore | ScoreProposal): Promise<unknown> {
    const lead = await world.as('lead');
    return record instanceof ModeratedScore
      ? world.service(Ledger).perform(lead, adding('moderate', ModeratedScore, record))
      : world.service(Ledger).perform(lead, adding('propose', ScoreProposal, record));
  }

  async function asLead(sql: string, part: Part = 'lead'): Promise<unknown> {
    return world.service(Database).write(scopeOf(await world.as(part)), (manager) => manager.query(sql));
  }

  async function claimedByTheTrust(criterion: string): Promise<void> {
    await pastTheLedger(
      world.superuser,
      `UPDATE reviews.self_score s SET score = 'N', grade = NULL FROM reviews.self_answer a
       WHERE a.id = s.answer_id AND a.review_id = '${reviewId}' AND a.criterion = '${criterion}'`,
    );
  }

  async function openConcern(): Promise<void> {
    await pastTheLedger(
      world.superuser,
      `INSERT INTO concerns.release (id, revision, concern_id, organisation_id, deployment_id, themes, month, version, key_id,
         sealed_key, sealed_text, trust_may_read, trust_may_read_words, reviewers_may_read)
       VALUES (gen_random_uuid(), 1, gen_random_uuid(), '${world.trustId}', '${world.deploymentId}', '{}', '2026-11', 1, 'key',
         NULL, NULL, false, false, true)`,
    );
  }
});
