import { VISITOR } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { NotPermitted } from '../../src/kernel/refusal.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { Database } from '../../src/platform/database/database.js';
import { PromisesQueries } from '../../src/publication/promises/promises.queries.js';
import { TombstonesService } from '../../src/publication/tombstones/tombstones.service.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { publicity } from '../../src/reviews/progress/publicity.js';
import { progressOf } from '../../src/reviews/progress/review-progress.js';
import { ProposalsQueries } from '../../src/reviews/proposals/proposals.queries.js';
import { nextSteps } from '../../src/reviews/reading/next-steps.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import { ReviewsService } from '../../src/reviews/reviews.service.js';
import { MovingDatesService, type DateToMove } from '../../src/reviews/rounds/moving-dates.service.js';
import { RoundsQueries } from '../../src/reviews/rounds/rounds.queries.js';
import { RoundsService } from '../../src/reviews/rounds/rounds.service.js';
import { VoidingService } from '../../src/reviews/rounds/voiding.service.js';
import { SelfReviewService } from '../../src/reviews/self-review/self-review.service.js';
import { publishedReview, settledReview } from '../support/publication.js';
import {
  agreedBy,
  answersTo,
  assignedAndClear,
  AS_AT,
  reviewWorld,
  startedReview,
  submittedReview,
  type Part,
  type ReviewWorld,
} from '../support/reviews.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

const GROUNDS = { post: 'Director', reason: 'It was opened for the wrong year.' };
const TOMBSTONE = { ...GROUNDS, legalBasis: 'A law' };

describe('A promise', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await reviewWorld();
  });

  beforeEach(() => {
    world.clock.setTo('2026-11-23');
  });

  afterAll(() => world.close());

  /** SQL as the application sends it for this person, past every service of ours. */
  async function sqlAs(part: Part, text: string): Promise<unknown> {
    const scope = scopeOf(await world.as(part));
    return world.service(Database).write(scope, (manager) => manager.query(text));
  }

  async function proposedMove(roundId: Uuid, to: Partial<DateToMove> = {}, part: Part = 'lead') {
    const move = { which: 'publicationDate', day: '2027-06-01', reason: 'Two trusts merge.', ...to } as const;
    return world.service(MovingDatesService).propose(await world.as(part), roundId, move);
  }

  async function moved(roundId: Uuid, to: Partial<DateToMove> = {}): Promise<void> {
    await agreedBy(world, 'otherLead', await proposedMove(roundId, to));
  }

  async function overdueOn(day: string): Promise<readonly Uuid[]> {
    return (await world.service(PromisesQueries).overdue(VISITOR, day)).longest.map(({ id }) => id);
  }

  describe('that moves', () => {
    it('is still counted from the first time it was made, after two moves in a row, before and after its day', async () => {
      const { roundId, reviewId } = await startedReview(world);
      await moved(roundId, { day: '2027-04-01', reason: 'The first reason.' });
      world.clock.setTo('2027-03-02');
      expect(await overdueOn('2027-03-01')).not.toContain(reviewId);
      expect(await overdueOn('2027-03-02')).toContain(reviewId);
      await moved(roundId, { day: '2027-06-01', reason: 'The second reason.' });
      expect(await overdueOn('2027-03-02')).toContain(reviewId);

      const promise = await world.service(PromisesQueries).one(VISITOR, reviewId);
      expect(promise).toMatchObject({ firstPublicationDate: '2027-03-01', publicationDate: '2027-06-01' });
      expect(promise?.moves.map(({ becomes, reason }) => [becomes, reason])).toEqual([
        ['2027-04-01', 'The first reason.'],
        ['2027-06-01', 'The second reason.'],
      ]);
      expect(promise && publicity(promise, '2027-03-01')).toBe('PROMISED');
      expect(promise && publicity(promise, '2027-03-02')).toBe('DUE_NOT_PUBLISHED');
    });

    it('moves only when somebody else agrees, and not for the same person twice', async () => {
      const { roundId } = await startedReview(world);
      const proposal = await proposedMove(roundId);
      await expect(agreedBy(world, 'lead', proposal)).rejects.toThrow('You proposed this');
      for (const part of ['submitter', 'admin', 'first', 'group'] as const)
        await expect(agreedBy(world, part, proposal)).rejects.toMatchObject({ status: 404 });
      await expect(agreedBy(world, 'auditor', proposal)).rejects.toThrow(NotPermitted);
      const round = async () => world.service(RoundsQueries).one(VISITOR, roundId);
      expect(await round()).toMatchObject({ publicationDate: '2027-03-01', changes: [] });
      await agreedBy(world, 'otherLead', proposal);
      expect(await round()).toMatchObject({
        publicationDate: '2027-06-01',
        changes: [
          {
            ...{ kind: 'round', field: 'publicationDate', before: '2027-03-01', after: '2027-06-01' },
            ...{ post: 'LEAD_REVIEWER', reason: 'Two trusts merge.' },
          },
        ],
      });
      await expect(agreedBy(world, 'otherLead', proposal)).rejects.toThrow('Somebody agreed to this before');
    });

    it('does not move on a proposal that another move overtook', async () => {
      const { roundId } = await startedReview(world);
      const one = await proposedMove(roundId, { day: '2027-04-01' });
      await moved(roundId, { day: '2027-05-03' });
      await expect(agreedBy(world, 'otherLead', one)).rejects.toThrow('the date has moved since');
    });

    it.each([
      ['2027-02-28', 'a promise is not brought forward'],
      ['2027-03-01', 'That is the date it has now'],
    ])('does not move to %s', async (day, why) => {
      const { roundId } = await startedReview(world);
      const tried = await proposedMove(roundId, { day }).catch((fault: unknown) => JSON.stringify(fault));
      expect(tried).toContain(why);
    });

    it('moves to no day that is past, and back only where that leaves time', async () => {
      const { roundId } = await startedReview(world);
      await moved(roundId, { day: '2027-06-01' });
      world.clock.setTo('2027-04-12');
      const tried = async (day: string) =>
        proposedMove(roundId, { day }).catch((fault: unknown) => JSON.stringify(fault));
      expect(await tried('2027-04-11')).toContain('The new date must be today or later');
      expect(await tried('2027-05-17')).toContain('The earliest day is 18 May 2027');
      await moved(roundId, { day: '2027-05-18' });
      expect(await world.service(RoundsQueries).one(VISITOR, roundId)).toMatchObject({
        publicationDate: '2027-05-18',
        firstPromise: { publicationDate: '2027-03-01' },
      });
    });

    it('does not move by SQL of one person, who neither agrees to their own nor writes what was promised first', async () => {
      const { roundId } = await startedReview(world);
      const proposal = await proposedMove(roundId);
      const change = (by: Part, values: string) =>
        sqlAs(
          by,
          `INSERT INTO reviews.round_date_change
            (id, revision, round_id, which, was, becomes, reason, proposal_id, proposed_by, decided_by, decided_on)
            VALUES ('${newId()}', 1, '${roundId}', 'publication_date', ${values})`,
        );
      const lead = `'${world.personId('lead')}'`;
      const other = `'${world.personId('otherLead')}'`;
      const asProposed = `'2027-03-01', '2027-06-01', 'Two trusts merge.', '${proposal}', ${lead}`;
      await expect(change('lead', `${asProposed}, ${lead}, '2026-11-23'`)).rejects.toThrow(
        'whoever proposes to move a date does not decide it',
      );
      await expect(change('lead', `${asProposed}, ${other}, '2026-11-23'`)).rejects.toThrow(
        'row-level security',
      );
      await expect(
        change(
          'otherLead',
          `'2027-03-01', '2027-07-01', 'Two trusts merge.', '${proposal}', ${lead}, ${other}, '2026-11-23'`,
        ),
      ).rejects.toThrow('a promised date moves as one person proposed and another agreed');
      await expect(
        change('otherLead', `'2027-03-01', '2027-06-01', 'No proposal.', NULL, NULL, ${other}, '2026-11-23'`),
      ).rejects.toThrow('a promised date moves as one person proposed and another agreed');
      await expect(
        sqlAs(
          'otherLead',
          `UPDATE reviews.round SET publication_date = '2027-06-01' WHERE id = '${roundId}'`,
        ),
      ).rejects.toThrow('a promised date moves only with a published reason');
      // An earlier date in the place of the first: refused even to somebody who has a true proposal for it.
      await moved(roundId, { day: '2027-04-01' });
      const next = await proposedMove(roundId, { day: '2027-06-01' });
      await expect(
        change(
          'otherLead',
          `'2027-04-01', '2027-06-01', 'Two trusts merge.', '${next}', ${lead}, ${other}, '2026-11-01'`,
        ),
      ).rejects.toThrow('a change of date comes after those before it');
      await expect(sqlAs('auditor', `SELECT proposed_by FROM reviews.round_date_change`)).rejects.toThrow(
        'permission denied',
      );
    });
  });

  describe('of a round that is opened', () => {
    const EARLIEST = {
      framework: 'candour-2026-11',
      asAt: AS_AT,
      selfReviewDue: '2026-12-07',
      scoringDue: '2026-12-21',
      publicationDate: '2027-01-28',
    };

    it('can be kept to the day, and one day less is refused with the earliest day, by SQL too', async () => {
      const rounds = world.service(RoundsService);
      const lead = await world.as('lead');
      const opened = await rounds.open(lead, { ...EARLIEST, title: 'To the day' });
      const short = { ...EARLIEST, title: 'A day short', selfReviewDue: '2026-12-06', asAt: '2026-11-24' };
      await expect(rounds.open(lead, short)).rejects.toMatchObject({
        issues: [
          { field: 'asAt', text: expect.stringContaining('23 November 2026') as string },
          { field: 'selfReviewDue', text: expect.stringContaining('7 December 2026') as string },
        ],
      });
      const copied = (change: string) =>
        sqlAs(
          'lead',
          `INSERT INTO reviews.round SELECT (jsonb_populate_record(n, '{"id": "${newId()}", "title": "By SQL", ${change}}')).*
            FROM reviews.round n WHERE n.id = '${opened}'`,
        );
      await expect(copied('"as_at": "2026-11-24"')).rejects.toThrow(
        'the day under review is not in the future',
      );
      await expect(copied('"self_review_due": "2026-12-04"')).rejects.toThrow('leave time for each step');
      await expect(copied('"publication_date": "2027-01-22"')).rejects.toThrow('leave time for each step');
    });

    it('is made to a trust only while the day first promised leaves it time', async () => {
      const { roundId } = await startedReview(world);
      const reviews = world.service(ReviewsService);
      await moved(roundId, { which: 'selfReviewDue', day: '2027-01-12' });
      world.clock.setTo('2026-11-30');
      const toStart = { roundId, deploymentId: world.deploymentId };
      await expect(reviews.start(await world.as('lead'), toStart)).rejects.toMatchObject({
        issues: [{ field: 'deploymentId', text: expect.stringContaining('11 December 2026') as string }],
      });
      const late = sqlAs(
        'lead',
        `INSERT INTO reviews.review SELECT (jsonb_populate_record(r, '{"id": "${newId()}", "started_on": "2026-11-30"}')).*
          FROM reviews.review r WHERE r.round_id = '${roundId}'`,
      );
      await expect(late).rejects.toThrow('while its trust has time to answer');
    });
  });

  describe('of a round that was opened wrongly', () => {
    it('is voided by two people, in public: nothing in it goes further, and nothing vanishes', async () => {
      const { roundId, reviewId } = await startedReview(world);
      await assignedAndClear(world, reviewId, 'lead', 'lead');
      const voiding = world.service(VoidingService);
      const proposal = await voiding.propose(await world.as('lead'), roundId, GROUNDS);
      const answer = answersTo(['SIM-POL-01']);
      const submitter = await world.as('submitter');
      await world.service(SelfReviewService).answerAll(submitter, reviewId, answer);
      await expect(agreedBy(world, 'lead', proposal)).rejects.toThrow('You proposed this');
      await agreedBy(world, 'otherLead', proposal);

      await expect(world.service(SelfReviewService).answerAll(submitter, reviewId, answer)).rejects.toThrow(
        'the round was voided, and nothing in it goes further',
      );
      await expect(
        sqlAs('lead', `UPDATE reviews.review SET published_on = '2026-11-24' WHERE id = '${reviewId}'`),
      ).rejects.toThrow('the round was voided');
      await expect(proposedMove(roundId)).rejects.toThrow('This round was voided');
      await expect(voiding.propose(await world.as('lead'), roundId, GROUNDS)).rejects.toThrow(
        'voided before',
      );

      const round = await world.service(RoundsQueries).one(VISITOR, roundId);
      expect(round?.voiding).toEqual({ ...GROUNDS, on: '2026-11-23' });
      const promise = await world.service(PromisesQueries).one(VISITOR, reviewId);
      expect(promise).toMatchObject({ voidedOn: '2026-11-23', voiding: { ...GROUNDS } });
      expect(promise && publicity(promise, '2027-03-02')).toBe('VOIDED');
      expect(await overdueOn('2027-03-02')).not.toContain(reviewId);
      const listed = await world.service(PromisesQueries).list(VISITOR, { limit: 50, after: null });
      expect(listed.items.map(({ id }) => id)).toContain(reviewId);
    });

    it('is not voided by SQL of one person, nor to escape scores that were opened', async () => {
      const { roundId } = await settledReview(world);
      world.clock.setTo('2026-12-08');
      const tooLate = world.service(VoidingService).propose(await world.as('lead'), roundId, GROUNDS);
      await expect(tooLate).rejects.toThrow('scores were opened');
      const { roundId: another } = await startedInTime();
      const theirs = await world.service(VoidingService).propose(await world.as('lead'), another, GROUNDS);
      const lead = `'${world.personId('lead')}'`;
      const voided = (by: Part, reason: string) =>
        sqlAs(
          by,
          `INSERT INTO reviews.round_voiding (id, revision, round_id, post, reason, proposal_id, proposed_by, voided_by, voided_on)
            VALUES ('${newId()}', 1, '${another}', 'Director', '${reason}', '${theirs}', ${lead}, '${world.personId(by)}', '2026-12-08')`,
        );
      await expect(voided('lead', GROUNDS.reason)).rejects.toThrow('does not void it');
      await expect(voided('otherLead', 'Another reason.')).rejects.toThrow('as one person proposed');
      await expect(voided('admin', GROUNDS.reason)).rejects.toThrow('row-level security');
    });

    async function startedInTime() {
      world.clock.setTo('2026-11-23');
      return startedReview(world);
    }
  });

  describe('that is not kept', () => {
    it('is refused, and a result withdrawn, by nobody alone: not by pages, nor by SQL', async () => {
      const { reviewId } = await settledReview(world);
      const lead = await world.as('lead');
      const tombstones = world.service(TombstonesService);
      const refusal = await tombstones.proposeRefusal(lead, reviewId, TOMBSTONE);
      await expect(agreedBy(world, 'lead', refusal)).rejects.toThrow('You proposed this');
      const refusedBy = (part: Part, proposedBy: Part, reason: string) =>
        sqlAs(
          part,
          `INSERT INTO publication.refusal
            (id, revision, review_id, post, reason, legal_basis, proposal_id, proposed_by, refused_by, refused_on)
            VALUES ('${newId()}', 1, '${reviewId}', 'Director', '${reason}', 'A law', '${refusal}',
              '${world.personId(proposedBy)}', '${world.personId(part)}', '2026-12-08')`,
        );
      await expect(refusedBy('lead', 'lead', GROUNDS.reason)).rejects.toThrow('does not refuse it');
      await expect(refusedBy('otherLead', 'otherLead', GROUNDS.reason)).rejects.toThrow(
        /does not refuse it|as it was proposed/,
      );
      await expect(refusedBy('otherLead', 'lead', 'Something else.')).rejects.toThrow(
        'as one person proposed',
      );
      const unproposed = sqlAs(
        'lead',
        `INSERT INTO publication.refusal (id, revision, review_id, post, reason, legal_basis, refused_by, refused_on)
          VALUES ('${newId()}', 1, '${reviewId}', 'Director', 'Alone.', 'A law', '${world.personId('lead')}', '2026-12-08')`,
      );
      await expect(unproposed).rejects.toThrow('as one person proposed and another agreed');
      expect((await world.service(PromisesQueries).one(VISITOR, reviewId))?.refusal).toBeNull();

      const { reviewId: published, releaseId } = await publishedReview(world);
      const withdrawal = await tombstones.proposeWithdrawal(await world.as('lead'), releaseId, TOMBSTONE);
      const alone = sqlAs(
        'lead',
        `INSERT INTO publication.withdrawal
          (id, revision, release_id, review_id, post, reason, legal_basis, proposal_id, proposed_by, withdrawn_by, withdrawn_on)
          VALUES ('${newId()}', 1, '${releaseId}', '${published}', 'Director', '${GROUNDS.reason}', 'A law', '${withdrawal}',
            '${world.personId('lead')}', '${world.personId('lead')}', '2026-12-08')`,
      );
      await expect(alone).rejects.toThrow('does not withdraw it');
      expect((await world.service(PromisesQueries).one(VISITOR, published))?.withdrawn).toBe(false);
    });

    it('waits in the sight of those who could agree, and of nobody else', async () => {
      const { roundId } = await startedReview(world);
      const proposal = await proposedMove(roundId);
      for (const [part, sees] of [
        ['lead', true],
        ['otherLead', true],
        ['auditor', true],
        ['first', false],
        ['submitter', false],
        ['admin', false],
      ] as const) {
        const seen = await world.service(ProposalsQueries).one(await world.as(part), proposal);
        expect([part, seen !== null]).toEqual([part, sees]);
      }
    });

    it('takes no work away: past its day the lead moderates, and the trust replies until its last day', async () => {
      const { reviewId, criteria } = await submittedReview(world);
      await scoredByAll(world, { reviewId, criteria });
      await lockedByAll(world, reviewId);
      world.clock.setTo('2027-03-02');
      expect(await offered('lead', reviewId)).toContain('Moderate the scores');
      await world.service(ModerationService).close(await world.as('lead'), reviewId);
      world.clock.setTo('2027-03-16');
      expect(await offered('submitter', reviewId)).toContain('Reply to the findings');
      world.clock.setTo('2027-03-17');
      expect(await offered('submitter', reviewId)).not.toContain('Reply to the findings');
      const header = await world.service(ReviewsQueries).header(await world.as('lead'), reviewId);
      expect(progressOf(header, '2027-03-16')).toMatchObject({
        work: 'REPLY',
        standing: 'ANSWERED',
        publicity: 'DUE_NOT_PUBLISHED',
      });
    });

    async function offered(part: Part, reviewId: Uuid): Promise<readonly string[]> {
      const actor = await world.as(part);
      const header = await world.service(ReviewsQueries).header(actor, reviewId);
      return nextSteps(actor, header, world.clock.today()).map(({ text }) => text);
    }

    it('leaves events that bear out every row', async () => {
      const { discrepancies } = await world.service(Verification).run();
      const arranged = ['person', 'membership', 'credential', 'access-token'];
      expect(discrepancies.filter(({ about }) => !arranged.includes(about.kind))).toEqual([]);
    });
  });
});
