import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { ChangedMeanwhile, NotFound, NotPermitted, Unprocessable } from '../../src/kernel/refusal.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { ReviewsService } from '../../src/reviews/reviews.service.js';
import { RoundsQueries } from '../../src/reviews/rounds/rounds.queries.js';
import { MovingDatesService } from '../../src/reviews/rounds/moving-dates.service.js';
import { RoundsService } from '../../src/reviews/rounds/rounds.service.js';
import { sha256 } from '../../src/kernel/sha256.js';
import { SelfReviewQueries } from '../../src/reviews/self-review/self-review.queries.js';
import { SelfReviewService, type AnswerToGive } from '../../src/reviews/self-review/self-review.service.js';
import type { SigningCapacity, Stance } from '../../src/reviews/self-review/signing.js';
import { SigningService } from '../../src/reviews/self-review/signing.service.js';
import {
  agreedBy,
  answersTo,
  pastTheLedger,
  reviewWorld,
  startedReview,
  submitted,
  type Part,
  type ReviewWorld,
} from '../support/reviews.js';

const ANSWER: AnswerToGive = {
  criterion: 'SIM-POL-01',
  score: '2',
  grade: 'B',
  reason: 'No officer takes part.',
};

describe('What a trust says about itself', () => {
  let world: ReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];

  beforeAll(async () => {
    world = await reviewWorld();
  });

  beforeEach(async () => {
    ({ reviewId, criteria } = await startedReview(world));
  });

  afterAll(() => world.close());

  async function answer(different: Partial<AnswerToGive> = {}, part: Part = 'submitter'): Promise<Uuid> {
    return world
      .service(SelfReviewService)
      .answer(await world.as(part), reviewId, { ...ANSWER, ...different });
  }

  async function sign(part: Part, capacity: SigningCapacity, stance: Stance = 'attest'): Promise<Uuid> {
    const dissent = stance === 'attest' ? '' : 'I was not shown the sharing agreement.';
    return world
      .service(SigningService)
      .attest(await world.as(part), reviewId, { capacity, stance, dissent });
  }

  async function signAll(): Promise<void> {
    await sign('guardian', 'CALDICOTT_GUARDIAN');
    await sign('officer', 'DATA_PROTECTION_OFFICER');
    await sign('executive', 'EXECUTIVE_APPROVER');
  }

  async function submit(): Promise<unknown> {
    return world.service(SigningService).submit(await world.as('submitter'), reviewId);
  }

  /** True when a statement waits for a row that another transaction holds. */
  async function somebodyWaits(): Promise<boolean> {
    const { rowCount } = await world.superuser.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rowCount !== 0;
  }

  it('is kept answer by answer: the newest counts and none is lost', async () => {
    await answer();
    await answer({ score: '1', reason: 'One officer still does.' });
    const history = await world
      .service(SelfReviewQueries)
      .history(await world.as('submitter'), reviewId, 'SIM-POL-01');
    expect(history.map(({ seq, score, reason }) => [seq, score, reason])).toEqual([
      [2, '1', 'One officer still does.'],
      [1, '2', 'No officer takes part.'],
    ]);
  });

  it('is not overwritten by somebody who saw an older answer', async () => {
    await answer({ after: 0 });
    await expect(answer({ after: 0 })).rejects.toThrow(ChangedMeanwhile);
    await expect(Promise.all([answer({ after: 1 }), answer({ after: 1 })])).rejects.toThrow();
    const newest = await world.service(SelfReviewQueries).answers(await world.as('submitter'), reviewId);
    expect(newest).toMatchObject([{ criterion: 'SIM-POL-01', seq: 2 }]);
  });

  it('needs a reason, and evidence for a number', async () => {
    await expect(answer({ reason: ' ' })).rejects.toThrow(Unprocessable);
    await expect(answer({ grade: null })).rejects.toThrow(Unprocessable);
    await expect(answer({ score: 'N', grade: null })).resolves.toBeDefined();
  });

  it('is about the criteria of the round and no others', async () => {
    await expect(answer({ criterion: 'SIM-XXX-99' })).rejects.toThrow(
      'the round does not ask this criterion',
    );
  });

  it('is given by the trust itself: nobody else may, and nobody outside sees that there is anything', async () => {
    for (const part of ['guardian', 'lead', 'otherLead', 'auditor', 'group'] as const)
      await expect(answer({}, part)).rejects.toThrow(NotPermitted);
    for (const part of ['admin', 'first', 'stranger'] as const)
      await expect(answer({}, part)).rejects.toThrow(NotFound);
  });

  it('begins only when the request was acknowledged, which happens once', async () => {
    const lead = await world.as('lead');
    const other = await world.service(RoundsService).open(lead, {
      title: `Another round after ${reviewId}`,
      framework: 'candour-2026-11',
      asAt: '2021-05-12',
      selfReviewDue: '2026-12-11',
      scoringDue: '2027-01-15',
      publicationDate: '2027-03-01',
    });
    const waiting = await world
      .service(ReviewsService)
      .start(lead, { roundId: other, deploymentId: world.deploymentId });
    const submitter = await world.as('submitter');
    await expect(
      world.service(SelfReviewService).answer(submitter, waiting, { ...ANSWER, criterion: 'SIM-POL-02' }),
    ).rejects.toThrow('the review has not been acknowledged yet');
    await world.service(ReviewsService).acknowledge(submitter, waiting);
    await expect(world.service(ReviewsService).acknowledge(submitter, waiting)).rejects.toThrow(
      'acknowledged before',
    );
  });

  it('is submitted only with three signatures under the answers as they stand', async () => {
    await answer();
    await expect(submit()).rejects.toThrow(
      'Not signed yet: Caldicott Guardian, Data Protection Officer and Executive approver',
    );
    await signAll();
    await answer({ reason: 'Something else.' });
    await expect(submit()).rejects.toThrow('Answers changed after they were signed by');
    await signAll();
    await expect(submit()).resolves.toMatchObject({ contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('is signed by people in the capacity they hold, by three different ones, and never by who submits', async () => {
    await expect(sign('submitter', 'EXECUTIVE_APPROVER')).rejects.toThrow(NotPermitted);
    await expect(sign('guardian', 'EXECUTIVE_APPROVER')).rejects.toThrow(NotPermitted);
    const also = (part: Part, role: string): Promise<unknown> =>
      pastTheLedger(
        world.superuser,
        `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
         VALUES (gen_random_uuid(), 1, '${world.personId(part)}', '${role}', '${world.trustId}', '2026-01-01')`,
      );
    await also('guardian', 'EXECUTIVE_APPROVER');
    await also('executive', 'TRUST_SUBMITTER');
    await signAll();
    await expect(sign('guardian', 'EXECUTIVE_APPROVER')).rejects.toThrow('three different people sign');
    await expect(world.service(SigningService).submit(await world.as('executive'), reviewId)).rejects.toThrow(
      'the person who submits cannot be one of the three who sign',
    );
  });

  it('can be submitted with a refusal, which is kept in its words and stops it from being called approved', async () => {
    await sign('guardian', 'CALDICOTT_GUARDIAN', 'refuse');
    await sign('officer', 'DATA_PROTECTION_OFFICER', 'reservations');
    await sign('executive', 'EXECUTIVE_APPROVER');
    await submit();
    const submitter = await world.as('submitter');
    const receipt = await world.service(SelfReviewQueries).submittedText(submitter, reviewId);
    const text = (await world.service(SelfReviewQueries).submittedText(submitter, reviewId))?.content ?? '';
    expect(receipt).toMatchObject({ outcome: 'with-refusal', contentHash: sha256(text) });
    expect(text).toContain('I was not shown the sharing agreement.');
    const forged = world.superuser.query(
      `INSERT INTO reviews.submission SELECT gen_random_uuid(), 1, review_id, organisation_id, 'approved', answers_hash,
         content, content_hash, submitted_by, submitted_on FROM reviews.submission WHERE review_id = $1`,
      [reviewId],
    );
    await expect(forged).rejects.toThrow(
      'a signatory refused, so it can only be submitted with that refusal',
    );
  });

  it('is submitted with the signatures as they stand, though somebody signs anew at the same moment', async () => {
    await answer();
    await signAll();
    const signing = new Client({ connectionString: world.database.superuserUrl });
    await signing.connect();
    await signing.query("BEGIN; SET LOCAL session_replication_role = 'replica'");
    await signing.query('SELECT FROM reviews.review WHERE id = $1 FOR UPDATE', [reviewId]);
    const submitting = submit();
    while (!(await somebodyWaits())) await setTimeout(10);
    await signing.query(
      `INSERT INTO reviews.attestation (id, revision, review_id, organisation_id, capacity, seq, stance, dissent, answers_hash,
         signed_by, signed_on)
       SELECT gen_random_uuid(), 1, review_id, organisation_id, capacity, 2, 'reservations', 'On reflection.', answers_hash,
         signed_by, signed_on FROM reviews.attestation WHERE review_id = $1 AND capacity = 'CALDICOTT_GUARDIAN'`,
      [reviewId],
    );
    await signing.query('COMMIT');
    await signing.end();
    await submitting;
    const sent = await world.service(SelfReviewQueries).submittedText(await world.as('submitter'), reviewId);
    expect(sent?.outcome).toBe('with-reservations');
    expect(sent?.content).toContain('On reflection.');
  });

  it('names every criterion that was not answered as not answered', async () => {
    await answer();
    await signAll();
    await submit();
    const sent = await world.service(SelfReviewQueries).submittedText(await world.as('submitter'), reviewId);
    const { answers } = JSON.parse(sent?.content ?? '') as { answers: { score: string }[] };
    expect(answers).toHaveLength(criteria.length);
    expect(answers.filter(({ score }) => score === 'X')).toHaveLength(criteria.length - 1);
  });

  it('cannot change once submitted: no answer, no signature, no second submission', async () => {
    await submitted(world, reviewId, criteria);
    await expect(answer()).rejects.toThrow('the self-review has been submitted and cannot change');
    await expect(sign('guardian', 'CALDICOTT_GUARDIAN')).rejects.toThrow(
      'has been submitted and cannot change',
    );
    await expect(submit()).rejects.toThrow('a self-review is submitted once');
  });

  it('takes 78 answers in one act, and all of them or none', async () => {
    const bad = answersTo(criteria).map((one, place) => (place === 40 ? { ...one, reason: '' } : one));
    const submitter = await world.as('submitter');
    await expect(world.service(SelfReviewService).answerAll(submitter, reviewId, bad)).rejects.toThrow(
      Unprocessable,
    );
    expect(await world.service(SelfReviewQueries).answers(submitter, reviewId)).toEqual([]);
    await world.service(SelfReviewService).answerAll(submitter, reviewId, answersTo(criteria));
    expect(await world.service(SelfReviewQueries).answers(submitter, reviewId)).toHaveLength(criteria.length);
  });
});

describe('What a round promises', () => {
  let world: ReviewWorld;
  let roundId: Uuid;

  beforeAll(async () => {
    world = await reviewWorld();
    ({ roundId } = await startedReview(world));
  });

  afterAll(() => world.close());

  it('moves only with a reason that everyone can read', async () => {
    const lead = await world.as('lead');
    const proposed = await world.service(MovingDatesService).propose(lead, roundId, {
      which: 'publicationDate',
      day: '2027-04-01',
      reason: 'Two trusts merge in February.',
    });
    await agreedBy(world, 'otherLead', proposed);
    const round = await world.service(RoundsQueries).one(await world.as('group'), roundId);
    expect(round).toMatchObject({
      publicationDate: '2027-04-01',
      moves: [
        {
          which: 'publication_date',
          was: '2027-03-01',
          becomes: '2027-04-01',
          reason: 'Two trusts merge in February.',
        },
      ],
    });
    const silent = world.superuser.query(
      "UPDATE reviews.round SET publication_date = '2027-05-01' WHERE id = $1",
      [roundId],
    );
    await expect(silent).rejects.toThrow('a promised date moves only with a published reason');
  });

  it('keeps its order, is opened by a lead reviewer, and asks only what was in force', async () => {
    const rounds = world.service(RoundsService);
    const lead = await world.as('lead');
    const late = world.service(MovingDatesService).propose(lead, roundId, {
      which: 'scoringDue',
      day: '2028-01-01',
      reason: 'Late.',
    });
    await expect(late).rejects.toThrow('Give dates in that order');
    const given = {
      title: 'The round of May 2021',
      framework: 'candour-2026-11',
      asAt: '2021-05-12',
      selfReviewDue: '2026-12-11',
      scoringDue: '2027-01-15',
      publicationDate: '2027-03-01',
    };
    await expect(rounds.open(await world.as('submitter'), given)).rejects.toThrow(NotPermitted);
    const may = await world.service(RoundsQueries).one(lead, await rounds.open(lead, given));
    expect(may?.criteria).toHaveLength(68);
    expect(may?.criteria).not.toContain('SIM-POL-01');
    const wrong = rounds.open(lead, {
      ...given,
      title: 'Wrong',
      framework: 'nothing',
      publicationDate: '2026-12-01',
    });
    await expect(wrong).rejects.toMatchObject({
      issues: [{ field: 'framework' }, { field: 'publicationDate' }],
    });
  });
});
