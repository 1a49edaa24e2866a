import { Client } from 'pg';
import type { Actor } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { type Uuid, newId } from '../../src/kernel/identifiers.js';
import { adding } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Database } from '../../src/platform/database/database.js';
import { made } from '../../src/platform/database/recorded.js';
import { select, sql } from '../../src/platform/database/selection.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { InterestDeclaration } from '../../src/reviews/reviewers/interest-declaration.entity.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import {
  submittedReview,
  assignedAndClear,
  declarationOf,
  pastTheLedger,
  reviewWorld,
  scoresFor,
  startedReview,
  submitted,
  withPanel,
  type Part,
  type ReviewWorld,
} from '../support/reviews.js';

const MINE = select({ kind: sql<string>('e.kind'), personId: sql<Uuid>('e.person_id') });

describe('What people take part in is kept by PostgreSQL', () => {
  let world: ReviewWorld;

  beforeEach(async () => {
    world = await reviewWorld();
  });

  afterEach(() => world.close());

  it('and is what follows from the records after every step of a review', async () => {
    const { reviewId, criteria } = await startedReview(world);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    expect(await parts('lead')).toEqual(['assigned', 'led']);
    await world.service(ReviewersService).assign(await world.as('lead'), {
      reviewId,
      personId: world.personId('stranger'),
      capacity: 'reviewer',
      outsideNhsEngland: false,
    });
    expect(await parts('stranger')).toEqual(['assigned', 'barred']);
    await excluded('stranger', reviewId);
    await endedPart('stranger', reviewId);
    expect(await parts('stranger')).toEqual(['barred']);

    for (const [part, capacity] of PANEL) await assignedAndClear(world, reviewId, part, capacity);
    expect(await parts('first')).toEqual(['assigned']);
    await submitted(world, reviewId, criteria);
    expect(await parts('first')).toEqual(['assigned', 'deployment-under-review', 'review', 'scoring']);
    expect(await parts('lead')).toEqual(['assigned', 'deployment-under-review', 'led', 'review']);

    await allLocked(reviewId, criteria);
    expect(await parts('first')).toEqual(CLEAR_AND_OPEN);
    await world.service(RepliesService).state(await world.as('group'), reviewId, { text: 'What we saw.' });
    expect(await parts('group')).toEqual([]);
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
    expect(await parts('group')).toEqual(['replied-scores', 'reply']);
    expect(await parts('submitter')).toEqual(['replied-scores', 'reply']);
    expect(await parts('otherLead')).toEqual([]);

    await endedPart('first', reviewId);
    expect(await parts('first')).toEqual([]);
    await expectAgreement();
  });

  it('as two reviews of one scheme stand beside each other: the end of one leaves what the other opens', async () => {
    const reviews = [await startedReview(world), await startedReview(world)];
    for (const { reviewId, criteria } of reviews) {
      await withPanel(world, reviewId);
      await submitted(world, reviewId, criteria);
    }
    await endedPart('first', reviews[0]?.reviewId ?? '');
    expect(await parts('first')).toEqual(['assigned', 'deployment-under-review', 'review', 'scoring']);
    expect((await world.as('first')).engagedIn('deployment-under-review').includes(world.deploymentId)).toBe(
      true,
    );
    await expectAgreement();
  });

  it('in the act itself: it sees at once what it led to, and whoever loses a part has lost it', async () => {
    const { reviewId } = await startedReview(world);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    const first = await assignedAndClear(world, reviewId, 'first', 'reviewer');
    const before = await world.as('first');
    const declared = made(InterestDeclaration, {
      id: newId(),
      assignmentId: first,
      reviewId,
      personId: world.personId('first'),
      seq: 2,
      standing: 'declared',
      answers: [],
      declaredOn: '2026-11-23',
    });
    const seen = await world.service(Ledger).decide(before, async ({ look, perform }) => {
      await perform(adding('declare', InterestDeclaration, declared));
      return look(MINE.from('access.engagement e ORDER BY e.kind'));
    });
    expect(seen.map(({ kind }) => kind)).toEqual(['assigned', 'barred']);
  });

  it('and opens nothing to somebody whose part has ended since they were known', async () => {
    const { reviewId, criteria } = await submittedReview(world);
    const known = await world.as('first');
    expect(await answersSeenBy(known)).toBe(criteria.length);
    await endedPart('first', reviewId);
    expect(known.engagedIn('review').includes(reviewId)).toBe(true);
    expect(await answersSeenBy(known)).toBe(0);
  });

  it('and is read again exactly when it changed', async () => {
    const { reviewId } = await startedReview(world);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    const [lead, first] = [await world.as('lead'), await world.as('first')];
    expect((await world.as('lead')).footing).toBe(lead.footing);
    await assignedAndClear(world, reviewId, 'first', 'reviewer');
    expect((await world.as('lead')).footing).toBe(lead.footing);
    expect((await world.as('first')).footing).not.toBe(first.footing);
  });

  it('and its size never travels: the scope of a person says who they are, whatever they take part in', async () => {
    const before = scopeOf(await world.as('lead'));
    const { reviewId } = await startedReview(world);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    expect((await world.as('lead')).engagedIn('led').includes(reviewId)).toBe(true);
    expect(scopeOf(await world.as('lead'))).toEqual(before);
  });

  it('for the person alone: nobody reads what others take part in, and nobody writes it', async () => {
    const { reviewId } = await startedReview(world);
    await withPanel(world, reviewId);
    const all = await world
      .service(Database)
      .rows(scopeOf(await world.as('lead')), MINE.from('access.engagement e'));
    expect(new Set(all.map(({ personId }) => personId))).toEqual(new Set([world.personId('lead')]));
    for (const statement of [
      `INSERT INTO access.engagement VALUES ('${world.personId('lead')}', 'led', '${newId()}', '${newId()}')`,
      'DELETE FROM access.engagement',
      'UPDATE access.engagement SET kind = kind',
      `SELECT access.settle_person('${world.personId('lead')}')`,
      'SELECT access.engagement_differences()',
      'SELECT version FROM access.engaged_person',
    ])
      await expect(
        world.service(Database).write(scopeOf(await world.as('lead')), (manager) => manager.query(statement)),
      ).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it.each([
    [
      'declares that they have no interest',
      declaredByFirst,
      'reviews.review SET submitted_on = acknowledged_on',
      'first',
      'review',
    ],
    [
      'joins the trust',
      joinedByStranger,
      'reviews.review SET moderation_closed_on = acknowledged_on, reply_due_on = acknowledged_on + 30, scores_opened_on = acknowledged_on, submitted_on = acknowledged_on',
      'stranger',
      'reply',
    ],
  ] as const)(
    'also when somebody %s at the moment the review takes its step',
    async (_, change, step, part, kind) => {
      const { reviewId } = await startedReview(world);
      await assignedAndClear(world, reviewId, 'lead', 'lead');
      await withoutOtherTriggers();
      const statements = await change(world, reviewId);
      const stepping = `UPDATE ${step} WHERE id = '${reviewId}'`;
      for (const [one, other] of [
        [statements, stepping],
        [stepping, statements],
      ] as const) {
        await inStep(one, other);
        await expectAgreement();
        expect(await parts(part)).toContain(kind);
        await world.superuser.query(
          `UPDATE reviews.review SET submitted_on = NULL, scores_opened_on = NULL, moderation_closed_on = NULL, reply_due_on = NULL
         WHERE id = '${reviewId}'; DELETE FROM reviews.interest_declaration WHERE person_id = '${world.personId(part)}';
         DELETE FROM identity.membership WHERE person_id = '${world.personId(part)}' AND organisation_id IS NOT NULL`,
        );
        await expectAgreement();
      }
    },
  );

  it('also when somebody is excluded from another review at the moment this one takes its step', async () => {
    const [here, there] = [await startedReview(world), await startedReview(world)];
    for (const { reviewId } of [here, there]) {
      await assignedAndClear(world, reviewId, 'lead', 'lead');
      await assignedAndClear(world, reviewId, 'first', 'reviewer');
    }
    await world.superuser.query(
      `ALTER TABLE reviews.review DISABLE TRIGGER ALL; ALTER TABLE reviews.review ENABLE TRIGGER "people are engaged";
       ALTER TABLE reviews.interest_decision DISABLE TRIGGER ALL;
       ALTER TABLE reviews.interest_decision ENABLE TRIGGER "standing elsewhere is settled"`,
    );
    const excluding = `INSERT INTO reviews.interest_decision (id, revision, declaration_id, person_id, review_id, outcome, conflict, reason, post,
        decided_by, decided_on) SELECT gen_random_uuid(), 1, d.id, d.person_id, d.review_id, 'exclude', 'So.', 'So.', 'Director',
        '${world.personId('lead')}', '2026-11-23' FROM reviews.interest_declaration d
      WHERE d.review_id = '${there.reviewId}' AND d.person_id = '${world.personId('first')}'`;
    const stepping = `UPDATE reviews.review SET submitted_on = acknowledged_on WHERE id = '${here.reviewId}'`;
    for (const [one, other] of [
      [excluding, stepping],
      [stepping, excluding],
    ] as const) {
      await inStep(one, other);
      expect((await world.as('first')).engagedIn('barred').includes(here.reviewId)).toBe(true);
      expect((await world.as('first')).engagedIn('review').includes(here.reviewId)).toBe(false);
      await world.superuser.query(
        `DELETE FROM reviews.interest_decision; UPDATE reviews.review SET submitted_on = NULL; SELECT access.settle_everything()`,
      );
    }
  });

  it('and verification names whoever was given a part, or robbed of one, past the records', async () => {
    const { reviewId } = await startedReview(world);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    const findings = async () => {
      const { discrepancies } = await world.service(Verification).run();
      return discrepancies.flatMap(({ about, finding }) =>
        about.kind === 'engagement' ? [[about.id, finding]] : [],
      );
    };
    expect(await findings()).toEqual([]);
    await world.superuser.query('INSERT INTO access.engagement VALUES ($1, $2, $3, $3)', [
      world.personId('stranger'),
      'led',
      reviewId,
    ]);
    await world.superuser.query('DELETE FROM access.engagement WHERE person_id = $1 AND kind = $2', [
      world.personId('lead'),
      'led',
    ]);
    expect(await findings()).toEqual([
      [
        world.personId('stranger'),
        `The person is let take the part "led" in ${reviewId}, and no record gives it to them.`,
      ],
      [
        world.personId('lead'),
        `The records give the person the part "led" in ${reviewId}, and they are not let take it.`,
      ],
    ]);
    await world.superuser.query('SELECT access.settle_everything()');
    expect(await findings()).toEqual([]);
  });

  const PANEL = [
    ['first', 'reviewer'],
    ['second', 'reviewer'],
    ['lived', 'lived-experience'],
  ] as const;

  async function parts(part: Part): Promise<string[]> {
    await expectAgreement();
    const { rows } = await world.superuser.query<{ kind: string }>(
      'SELECT DISTINCT kind FROM access.engagement WHERE person_id = $1 ORDER BY 1',
      [world.personId(part)],
    );
    return rows.map(({ kind }) => kind);
  }

  async function expectAgreement(): Promise<void> {
    const { rows } = await world.superuser.query('SELECT * FROM access.engagement_differences()');
    expect(rows).toEqual([]);
  }

  async function answersSeenBy(actor: Actor): Promise<number> {
    const counted = select({ count: sql<number>('count(*)::int') }).from('reviews.self_answer');
    return (await world.service(Database).row(scopeOf(actor), counted))?.count ?? 0;
  }

  async function allLocked(reviewId: Uuid, criteria: readonly string[]): Promise<void> {
    const scoring = world.service(ScoringService);
    for (const [part] of PANEL) await scoring.scoreAll(await world.as(part), reviewId, scoresFor(criteria));
    for (const [part] of PANEL) await scoring.lock(await world.as(part), reviewId);
  }

  async function excluded(part: Part, reviewId: Uuid): Promise<void> {
    const reviewers = world.service(ReviewersService);
    const id = await reviewers.declare(await world.as(part), reviewId, declarationOf('EMPLOYED'));
    await reviewers.decide(await world.as('lead'), id, {
      outcome: 'exclude',
      reason: 'Too near.',
      post: 'Director of reviews',
    });
  }

  async function endedPart(part: Part, reviewId: Uuid): Promise<void> {
    const { rows } = await world.superuser.query<{ id: Uuid }>(
      'SELECT id FROM reviews.assignment WHERE person_id = $1 AND review_id = $2',
      [world.personId(part), reviewId],
    );
    await world.service(ReviewersService).end(await world.as('lead'), {
      reviewId,
      assignmentId: rows[0]?.id ?? '',
      reason: 'Another task.',
    });
  }

  /** Leaves the tables that engage people with the trigger that keeps engagements and no other rule. */
  async function withoutOtherTriggers(): Promise<void> {
    for (const table of ['reviews.review', 'reviews.interest_declaration', 'identity.membership'])
      await world.superuser.query(
        `ALTER TABLE ${table} DISABLE TRIGGER ALL; ALTER TABLE ${table} ENABLE TRIGGER "people are engaged"`,
      );
  }

  /** Two transactions at once: the second begins before the first has ended, and waits for it if it must. */
  async function inStep(one: string, other: string): Promise<void> {
    const second = new Client({ connectionString: world.database.superuserUrl });
    await second.connect();
    try {
      await world.superuser.query(`BEGIN; ${one}`);
      const following = second.query(`BEGIN; ${other}; COMMIT`);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await world.superuser.query('COMMIT');
      await following;
    } finally {
      await second.end();
    }
  }
});

const CLEAR_AND_OPEN = ['assigned', 'compare', 'deployment-under-review', 'open-scores', 'review', 'scoring'];

async function declaredByFirst(world: ReviewWorld, reviewId: Uuid): Promise<string> {
  const assignmentId = newId();
  const person = world.personId('first');
  await pastTheLedger(
    world.superuser,
    `INSERT INTO reviews.assignment (id, revision, review_id, round_id, deployment_id, organisation_id, person_id, capacity,
       outside_nhs_england, order_seed, assigned_on)
     SELECT '${assignmentId}', 1, id, round_id, deployment_id, organisation_id, '${person}', 'reviewer', false, 1, started_on
     FROM reviews.review WHERE id = '${reviewId}'`,
  );
  await world.superuser.query('SELECT access.settle_everything()');
  return `INSERT INTO reviews.interest_declaration (id, revision, assignment_id, review_id, person_id, seq, standing, answers, declared_on)
    VALUES ('${newId()}', 1, '${assignmentId}', '${reviewId}', '${person}', 1, 'none', '[]', '2026-11-23')`;
}

function joinedByStranger(world: ReviewWorld): Promise<string> {
  return Promise.resolve(`INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
    VALUES ('${newId()}', 1, '${world.personId('stranger')}', 'TRUST_SUBMITTER', '${world.trustId}', '2026-11-23')`);
}
