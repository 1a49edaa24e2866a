import fc from 'fast-check';
import { OPERATOR } from '../../src/identity/actor.js';
import { Membership } from '../../src/identity/people/membership.entity.js';
import type { Role } from '../../src/identity/roles.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../src/kernel/refusal.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { adding } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { Database } from '../../src/platform/database/database.js';
import { made } from '../../src/platform/database/recorded.js';
import { select, sql } from '../../src/platform/database/selection.js';
import { independenceFaults } from '../../src/review-method/independence/independence-faults.js';
import { FACT_KINDS, type KnownStanding } from '../../src/review-method/independence/known-standing.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ExcludingService } from '../../src/reviews/excluding/excluding.service.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import { anOrganisation } from '../support/organisations.js';
import { registered } from '../support/deployments.js';
import {
  assignedAndClear,
  declarationOf,
  pastTheLedger,
  reviewWorld,
  rolesHeld,
  scoresFor,
  servedReviewWorld,
  startedReview,
  submitted,
  withPanel,
  type Part,
  type ReviewWorld,
} from '../support/reviews.js';
import { scoredAndLocked, SCORERS } from '../support/scoring.js';

const DECLARED = select({ declared: sql<unknown>("s.standing -> 'declared'") });
const DAYS = [
  '2020-02-29',
  '2021-11-23',
  '2021-11-24',
  '2026-01-01',
  '2026-11-22',
  '2026-11-23',
  '2026-12-01',
];
const QUESTIONS = ['EMPLOYED', 'OTHER', 'VENDOR'];
const day = fc.constantFrom(...DAYS);

const standings: fc.Arbitrary<KnownStanding> = fc.record({
  assignedOn: fc.constantFrom('2025-02-28', '2026-11-23', '2026-11-24'),
  reviewStartedOn: day,
  endedOn: fc.option(day),
  outsideNhsEngland: fc.boolean(),
  facts: fc.array(
    fc.record({
      kind: fc.constantFrom(...FACT_KINDS),
      since: day,
      until: fc.option(day),
      question: fc.option(fc.constantFrom(...QUESTIONS)),
    }),
    { maxLength: 6 },
  ),
  declared: fc.option(fc.subarray(QUESTIONS)),
  declaredOn: fc.option(day),
  mayContinue: fc.boolean(),
});

describe('Whoever takes part in a review stays independent', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await reviewWorld();
  });

  afterAll(() => world.close());

  it('and PostgreSQL judges what is known as the method does, over 3,000 generated people', async () => {
    const given = fc.sample(standings, 3000);
    const { rows } = await world.superuser.query<{ faults: unknown }>(
      `SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'words', f.words, 'since', f.since, 'toDeclare', f.to_declare)), '[]')
         FROM reviews.faults_in(s) AS f) AS faults
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS g(s, place) ORDER BY place`,
      [JSON.stringify(given)],
    );
    const judged = given.map((standing) => independenceFaults(standing));
    expect(rows.map(({ faults }) => faults)).toEqual(judged);
    expect(new Set(judged.flat().map(({ code }) => code)).size).toBe(20);
  });

  it('so a grant that would end it is refused with the reason, until the person has left the review', async () => {
    const { reviewId } = await startedReview(world);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    const assignmentId = await assignedAndClear(world, reviewId, 'first', 'reviewer');
    const given = { personId: world.personId('first'), reason: 'A new post.' };
    const submitter = { ...given, role: 'TRUST_SUBMITTER', organisationId: world.trustId } as const;
    const grants = world.service(PeopleService);

    const refused = await refusalOf(grants.grant(await world.as('admin'), submitter));
    expect(refused).toContain('the person holds a role in the trust under review');
    expect(refused).toContain('Their part in that review must end first');
    expect(
      await refusalOf(grants.grant(OPERATOR, { ...given, role: 'AUDITOR', organisationId: null })),
    ).toContain('auditors read what reviewers must not see');
    expect(await refusalOf(grantedPastTheService('first', 'TRUST_SUBMITTER', world.trustId))).toContain(
      'it would end the person’s independence in a review in which they take part: the person holds a role in the trust',
    );
    expect(await rolesHeld(world, 'first')).toEqual(['REVIEWER']);

    await world
      .service(ReviewersService)
      .end(await world.as('lead'), { reviewId, assignmentId, reason: 'They take a post in the trust.' });
    await grants.grant(await world.as('admin'), submitter);
    expect(await rolesHeld(world, 'first')).toEqual(['REVIEWER', 'TRUST_SUBMITTER']);
  });

  it('and whoever signed or submitted for the trust never reviews it, whatever they hold today', async () => {
    const { reviewId, criteria } = await startedReview(world);
    await submitted(world, reviewId, criteria);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    await changedRoles('executive', `ended_on = '2026-11-22'`, 'REVIEWER');
    expect(await refusalOf(assigned(reviewId, 'executive', true))).toContain(
      'the person signed a self-review of the trust under review',
    );
    expect(await partsOf('executive', reviewId)).toBe(0);
  });

  it('and a post that ended within five years is declared, and decided by somebody else', async () => {
    const { reviewId } = await startedReview(world);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on, ended_on)
       VALUES (gen_random_uuid(), 1, '${world.personId('stranger')}', 'CALDICOTT_GUARDIAN', '${world.trustId}', '2019-01-01', '2022-01-01')`,
    );
    await assigned(reviewId, 'stranger', false);
    const reviewers = world.service(ReviewersService);
    const me = await world.as('stranger');
    const unsaid = await reviewers.declare(me, reviewId, declarationOf()).catch((fault: unknown) => fault);
    expect(unsaid).toBeInstanceOf(Unprocessable);
    expect((unsaid as Unprocessable).issues.map(({ field }) => field)).toEqual(['EMPLOYED']);
    const declarationId = await reviewers.declare(me, reviewId, declarationOf('EMPLOYED'));
    await reviewers.decide(await world.as('lead'), declarationId, {
      outcome: 'continue',
      reason: 'It was four years ago, in another part of the trust.',
    });
    expect((await world.as('stranger')).engagedIn('barred').includes(reviewId)).toBe(false);
  });

  it('and nobody is “from outside NHS England” who had a role in it, or in a body that took over from it', async () => {
    const { reviewId } = await startedReview(world);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    const [england, heir] = await registered(
      world.candour,
      anOrganisation({ name: 'Example England', type: 'NHSE_NATIONAL' }),
      anOrganisation({ name: 'Example Department', type: 'DHSC' }),
    );
    await pastTheLedger(
      world.superuser,
      `INSERT INTO organisations.succession (id, revision, predecessor_id, successor_id, source, confidence)
       VALUES (gen_random_uuid(), 1, '${england?.id ?? ''}', '${heir?.id ?? ''}', 'test', 'A');
       INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on, ended_on)
       VALUES (gen_random_uuid(), 1, '${world.personId('second')}', 'DATA_PROTECTION_OFFICER', '${heir?.id ?? ''}', '2023-01-01', '2024-01-01')`,
    );
    expect(await refusalOf(assigned(reviewId, 'second', true))).toContain(
      'has had a role in it or in a body that took over from it in the last 5 years',
    );
    await assigned(reviewId, 'second', false);
    expect(await partsOf('second', reviewId)).toBe(1);
  });

  it('and what somebody declared is for whoever leads that review, and for nobody else who sees how they stand', async () => {
    const fresh = await reviewWorld();
    try {
      const { reviewId } = await startedReview(fresh);
      await withPanel(fresh, reviewId);
      await fresh
        .service(ReviewersService)
        .declare(await fresh.as('first'), reviewId, declarationOf('TREATED'));
      const told = async (part: Part): Promise<unknown[]> => {
        const rows = await fresh
          .service(Database)
          .rows(
            scopeOf(await fresh.as(part)),
            DECLARED.from('reviews.standings_seen($1, NULL) s', [fresh.personId('first')]),
          );
        return rows.map(({ declared }) => declared);
      };
      expect(await told('lead')).toEqual([['TREATED']]);
      expect(await told('first')).toEqual([['TREATED']]);
      expect(await told('otherLead')).toEqual([null]);
      expect(await told('admin')).toEqual([null]);
      for (const part of ['second', 'submitter', 'auditor', 'group'] as const)
        expect(await told(part)).toEqual([]);
    } finally {
      await fresh.close();
    }
  });

  it('and who becomes conflicted by what others do is barred and named, and nothing goes on before it is decided', async () => {
    const fresh = await servedReviewWorld();
    try {
      const { reviewId, criteria } = await startedReview(fresh);
      await withPanel(fresh, reviewId);
      const assignmentId = await assignedAndClear(fresh, reviewId, 'stranger', 'reviewer');
      await submitted(fresh, reviewId, criteria);
      await pastTheLedger(
        fresh.superuser,
        `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
         VALUES (gen_random_uuid(), 1, '${fresh.personId('stranger')}', 'USER_GROUP_MEMBER', '${fresh.groupId}', '2026-11-23')`,
      );
      const scoring = fresh.service(ScoringService);
      await scoring.scoreAll(await fresh.as('stranger'), reviewId, scoresFor(criteria));
      await fresh
        .service(RepliesService)
        .state(await fresh.as('group'), reviewId, { text: 'We were in the room.' });

      expect((await fresh.as('stranger')).engagedIn('barred').includes(reviewId)).toBe(true);
      await expect(scoring.lock(await fresh.as('stranger'), reviewId)).rejects.toThrow(NotFound);
      const page = await (await fresh.reader('stranger')).open(`/reviews/${reviewId}`);
      expect(page.status).toBe(404);
      const lead = await (await fresh.reader('lead')).open(`/reviews/${reviewId}/panel`);
      expect(lead.text).toContain('Known conflict');
      await lead.follow('The stranger');
      expect(lead.text).toContain(
        'Since 23 November 2026: the person holds a role in a user-led group that speaks in this review.',
      );
      for (const part of SCORERS) {
        const locked = await scoredAndLocked(fresh, part, reviewId, scoresFor(criteria));
        expect(locked).toMatchObject({ opened: false });
      }
      await fresh
        .service(ReviewersService)
        .end(await fresh.as('lead'), { reviewId, assignmentId, reason: 'They speak for a group.' });
      const { scoresOpenedOn } = await fresh.service(ReviewsQueries).header(await fresh.as('lead'), reviewId);
      expect(scoresOpenedOn).toBe('2026-11-23');
      const { rows } = await fresh.superuser.query('SELECT * FROM access.engagement_differences()');
      expect(rows).toEqual([]);
    } finally {
      await fresh.close();
    }
  });

  it('and whoever becomes conflicted after the scores were opened is excluded by two, or nothing is closed', async () => {
    const fresh = await reviewWorld();
    try {
      const { reviewId, criteria } = await startedReview(fresh);
      await withPanel(fresh, reviewId);
      await assignedAndClear(fresh, reviewId, 'otherLead', 'lead');
      const assignmentId = await assignedAndClear(fresh, reviewId, 'stranger', 'reviewer');
      await submitted(fresh, reviewId, criteria);
      for (const part of ['stranger', 'first', 'second', 'lived'] as const) {
        await scoredAndLocked(fresh, part, reviewId, scoresFor(criteria));
      }
      await pastTheLedger(
        fresh.superuser,
        `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
         VALUES (gen_random_uuid(), 1, '${fresh.personId('stranger')}', 'USER_GROUP_MEMBER', '${fresh.groupId}', '2026-01-01')`,
      );
      await fresh
        .service(RepliesService)
        .state(await fresh.as('group'), reviewId, { text: 'We were there.' });
      const close = async (): Promise<unknown> =>
        fresh.service(ModerationService).close(await fresh.as('lead'), reviewId);
      const words = 'the person holds a role in a user-led group that speaks in this review';
      const waits = `it is not decided what becomes of somebody on the panel: ${words}`;
      expect(await refusalOf(close())).toContain(waits);
      await fresh
        .service(ReviewersService)
        .end(await fresh.as('lead'), { reviewId, assignmentId, reason: 'They speak for a group.' });
      expect(await refusalOf(close())).toContain(waits);

      const excluding = fresh.service(ExcludingService);
      const decided = { reviewId, assignmentId, reason: 'They speak in this review.', post: 'Lead reviewer' };
      await excluding.exclude(await fresh.as('lead'), { ...decided, conflict: 'They speak for a group.' });
      expect(await refusalOf(close())).toContain('not decided');
      await excluding.confirm(await fresh.as('otherLead'), { ...decided, agrees: true });
      await expect(close()).resolves.toBeDefined();
    } finally {
      await fresh.close();
    }
  });

  it('and an administrator is told so on the page, where one alone could make a reviewer the submitter', async () => {
    const served = await servedReviewWorld();
    try {
      const { reviewId } = await startedReview(served);
      await assignedAndClear(served, reviewId, 'lead', 'lead');
      await assignedAndClear(served, reviewId, 'first', 'reviewer');
      const { rows } = await served.superuser.query<{ key: string }>(
        'SELECT coalesce(ods_code, key) AS key FROM organisations.organisation WHERE id = $1',
        [served.trustId],
      );
      const admin = await (await served.reader('admin')).open(`/people/${served.personId('first')}/grant`);
      admin
        .select('Role', 'Trust submitter')
        .fill('Organisation', rows[0]?.key ?? '')
        .fill('Reason', 'A new post.');
      await admin.press('Give role');
      expect(admin.status).toBe(422);
      expect(admin.text).toContain('it would end the person’s independence in a review');
      expect(admin.text).toContain('Their part in that review must end first');
      expect(admin.value('Reason')).toBe('A new post.');
    } finally {
      await served.close();
    }
  });

  async function refusalOf(tried: Promise<unknown>): Promise<string> {
    const fault = await tried.then(
      () => null,
      (refusal: unknown) => refusal,
    );
    if (fault instanceof Unprocessable) return fault.issues.map(({ text }) => text).join(' ');
    expect(fault).toBeInstanceOf(OutOfTurn);
    return fault instanceof OutOfTurn ? fault.detail : '';
  }

  async function assigned(reviewId: Uuid, part: Part, outsideNhsEngland: boolean): Promise<Uuid> {
    return world.service(ReviewersService).assign(await world.as('lead'), {
      ...{ reviewId, personId: world.personId(part), capacity: 'reviewer', outsideNhsEngland },
    });
  }

  /** Grants by the ledger alone, as an administrator who passes the service by. */
  async function grantedPastTheService(part: Part, role: Role, organisationId: Uuid): Promise<void> {
    const membership = made(Membership, {
      ...{ id: newId(), personId: world.personId(part), role, organisationId },
      ...{ grantedOn: '2026-11-23', endedOn: null },
    });
    await world.service(Ledger).perform(await world.as('admin'), adding('grant', Membership, membership));
  }

  async function changedRoles(part: Part, change: string, role: Role): Promise<void> {
    await pastTheLedger(
      world.superuser,
      `UPDATE identity.membership SET ${change} WHERE person_id = '${world.personId(part)}';
       INSERT INTO identity.membership (id, revision, person_id, role, granted_on)
       VALUES (gen_random_uuid(), 1, '${world.personId(part)}', '${role}', '2026-11-22')`,
    );
  }

  async function partsOf(part: Part, reviewId: Uuid): Promise<number> {
    const { rowCount } = await world.superuser.query(
      'SELECT FROM reviews.assignment WHERE person_id = $1 AND review_id = $2',
      [world.personId(part), reviewId],
    );
    return rowCount ?? 0;
  }
});
