import { OPERATOR } from '../../src/identity/actor.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { GroupsService } from '../../src/memberships/groups/groups.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { atOnce, decided, ended, grantOf, GroupStage, MEMBER, told, type Sql } from '../support/groups.js';
import { anOrganisation } from '../support/organisations.js';
import { registered } from '../support/deployments.js';
import {
  assignedAndClear,
  pastTheLedger,
  reviewWorld,
  startedReview,
  type ReviewWorld,
} from '../support/reviews.js';

const NOBODY_DOES_BOTH =
  'They cannot speak for the group, because it would end the person’s independence in a review in which they take part: ' +
  'the person holds a role in a user-led group that speaks in this review. Their part in that review must end first';

describe('A role is asked for, given and ended in the open:', () => {
  let world: ReviewWorld;
  let stage: GroupStage;

  beforeAll(async () => {
    world = await reviewWorld();
    stage = await GroupStage.in(world);
  });
  afterAll(() => world.close());

  it('what PostgreSQL says of a role before it is given is what is known of the person once they hold it', async () => {
    const { reviewId } = await startedReview(world);
    const { places } = await placesAround();
    await world
      .service(RepliesService)
      .state(await world.as('group'), reviewId, { text: 'We were there.', organisationId: world.groupId });
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    await assignedAndClear(world, reviewId, 'lived', 'lived-experience');
    const asked: readonly (readonly [string, Uuid | null])[] = [
      ['AUDITOR', null],
      ['LEAD_REVIEWER', null],
      ...places.map((place) => ['TRUST_SUBMITTER', place] as const),
      [MEMBER, world.groupId],
    ];
    const said: (string | null)[] = [];
    for (const [role, of] of asked) {
      const { before, after } = await beforeAndAfter(world.personId('lived'), reviewId, role, of);
      expect([role, of, before]).toEqual([role, of, after && (expect.stringContaining(after) as string)]);
      said.push(after);
    }
    expect(said.filter((words) => words === null)).toHaveLength(2);
    expect(new Set(said).size).toBe(6);
  });

  it('but nobody learns by asking who reviews, unless the role is theirs to give', async () => {
    const { reviewId } = await startedReview(world);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    await assignedAndClear(world, reviewId, 'first', 'reviewer');
    const asking: Sql = {
      text: `SELECT 1 / (CASE WHEN memberships.why_not_held($1, 'TRUST_SUBMITTER', $2, current_date) IS NULL THEN 1 ELSE 0 END)`,
      values: [world.personId('first'), world.trustId],
    };
    expect(await stage.tried(await world.as('submitter'), asking)).toBe('done');
    expect(await stage.tried(stage.admin, asking)).toContain('division by zero');
  });

  it('a group takes in nobody who reviews a scheme of which it speaks, and reads why at once and when it agrees', async () => {
    const { reviewId } = await startedReview(world);
    const { group, one, two } = await stage.groupOfTwo();
    const whom = world.personId('stranger');
    const { requestId } = await stage.propose(one, group, whom);
    const speaking = { text: 'We were in the room.', organisationId: group.id };
    await world.service(RepliesService).state(await stage.actor(one), reviewId, speaking);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    await assignedAndClear(world, reviewId, 'stranger', 'reviewer');
    await expect(world.service(GroupsService).agree(await stage.actor(two), requestId)).rejects.toMatchObject(
      {
        status: 409,
        detail: NOBODY_DOES_BOTH,
      },
    );
    await world.service(GroupsService).withdraw(await stage.actor(one), requestId);
    await expect(stage.propose(one, group, whom)).rejects.toMatchObject({
      status: 422,
      issues: [{ field: 'address', text: NOBODY_DOES_BOTH }],
    });
    expect(await stage.membersOf(group)).toEqual([one, two].sort());
  });

  it('a group is told who comes and who goes, or it does not happen', async () => {
    const { group, one, two } = await stage.groupOfTwo();
    const three = await stage.somebody();
    const { requestId } = await stage.propose(one, group, three);
    const second = await stage.actor(two);
    const agreed = decided(requestId, two);
    const taken = grantOf(three, MEMBER, group.id);
    expect(await stage.tried(second, agreed, taken)).toContain(
      'the group is not told who else speaks for it',
    );
    expect(await stage.tried(second, agreed, told(group.id, 'member-left', three), taken)).toContain(
      'the group is not told who else speaks for it',
    );
    const mine = ended(await stage.membershipOf(two));
    expect(await stage.tried(second, mine)).toContain('the group is not told who no longer speaks for it');
    expect(await stage.tried(second, told(group.id, 'member-ended', two), mine)).toContain(
      'the group is not told who no longer speaks for it',
    );
    await world.service(GroupsService).leave(second, group.id);
    expect((await stage.noticesOf(group))[0]).toBe('member-left');
  });

  it('a group is told of every way into the account of somebody who speaks for it, or it is not made', async () => {
    const { group, one } = await stage.groupOfOne();
    const code = joiningCodeFor(one);
    const rule = atOnce('identity', 'a group is told of a way into an account');
    const words = 'a group is told of a new way into the account of somebody who speaks for it';
    for (const scope of [stage.admin, OPERATOR]) {
      expect(await stage.tried(scope, code, rule)).toContain(words);
      expect(await stage.tried(scope, told(group.id, 'suspended', one), code, rule)).toContain(words);
    }
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.credential (id, revision, person_id, method, secret, enrolled_on)
       VALUES (gen_random_uuid(), 1, '${one}', 'totp', 'a generator', '2026-01-01')`,
    );
    const removed: Sql = {
      text: `UPDATE identity.credential SET ended_on = current_date WHERE person_id = $1 AND method = 'totp'`,
      values: [one],
    };
    expect(await stage.tried(OPERATOR, removed, rule)).toContain(words);
    expect(await stage.tried(OPERATOR, joiningCodeFor(world.personId('first')), rule)).toContain(
      'has no event',
    );
  });

  it('a role ends on the day on which it is ended: nobody dates it back past the five years, nor gives one that is over', async () => {
    const rule = '"a role ends when it is ended"';
    await world.superuser.query(`ALTER TABLE identity.membership ENABLE TRIGGER ${rule}`);
    const whom = await stage.somebody(['TRUST_SUBMITTER', world.trustId]);
    const held = await stage.membershipOf(whom);
    const endedOn = (day: string): Sql => ({
      text: `UPDATE identity.membership SET ended_on = ${day} WHERE id = $1`,
      values: [held],
    });
    for (const scope of [stage.admin, OPERATOR])
      for (const day of ["'2020-06-01'", 'current_date - 2'])
        expect(await stage.tried(scope, endedOn(day))).toContain(
          'a role ends on the day on which it is ended, and not before',
        );
    expect(await stage.tried(stage.admin, endedOn('current_date'))).toContain('has no event');
    const over: Sql = {
      text: `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on, ended_on)
        VALUES ($1, 1, $2, 'TRUST_SUBMITTER', $3, '2015-01-01', '2016-01-01')`,
      values: [newId(), whom, world.trustId],
    };
    expect(await stage.tried(stage.admin, over)).toContain('a role is given before it ends');
    await world.superuser.query(`ALTER TABLE identity.membership DISABLE TRIGGER ${rule}`);
  });

  it('what sort of body an organisation is settles at once who may go on reviewing', async () => {
    const [body] = await registered(world.candour, anOrganisation({ name: 'A board', type: 'ICB' }));
    const { reviewId } = await startedReview(world);
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    await assignedAndClear(world, reviewId, 'lived', 'lived-experience');
    const who = world.personId('lived');
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
         VALUES (gen_random_uuid(), 1, '${who}', 'POLICE_PARTNER', '${body?.id ?? ''}', '2026-01-01');
       UPDATE reviews.assignment SET outside_nhs_england = true WHERE person_id = '${who}'`,
    );
    const barred = async () => (await world.as('lived')).engagedIn('barred').includes(reviewId);
    expect(await barred()).toBe(false);
    await world.superuser.query(
      'ALTER TABLE organisations.organisation DISABLE TRIGGER "no change without its event"',
    );
    await world.superuser.query("UPDATE organisations.organisation SET type = 'NHSE_REGION' WHERE id = $1", [
      body?.id,
    ]);
    expect(await barred()).toBe(true);
    const { rows } = await world.superuser.query('SELECT * FROM access.engagement_differences()');
    expect(rows).toEqual([]);
  });

  /** The trust, what came before it, a partner, a region of NHS England, what took over from that, and a body that is nothing of it. */
  async function placesAround(): Promise<{ places: readonly Uuid[] }> {
    const kinds = ['NHS_MH_TRUST', 'POLICE_FORCE', 'NHSE_REGION', 'ICB', 'CHARITY'] as const;
    const bodies = await registered(
      world.candour,
      ...kinds.map((type) => anOrganisation({ name: `A ${type}`, type })),
    );
    const [before, partner, region, after, other] = bodies.map(({ id }) => id);
    if (!before || !partner || !region || !after || !other) throw new Error('Bodies were not registered.');
    await pastTheLedger(
      world.superuser,
      `INSERT INTO organisations.succession (id, revision, predecessor_id, successor_id, source, confidence)
         SELECT gen_random_uuid(), 1, p, s, 'A source', 'A'
           FROM (VALUES ('${before}'::uuid, '${world.trustId}'::uuid), ('${region}', '${after}')) AS g (p, s);
       INSERT INTO deployments.deployment_agency (id, revision, deployment_id, published, organisation_id, part)
         VALUES (gen_random_uuid(), 1, '${world.deploymentId}', true, '${partner}', 'POLICE')`,
    );
    return { places: [world.trustId, before, partner, region, after, other] };
  }

  async function beforeAndAfter(whom: Uuid, reviewId: Uuid, role: string, of: Uuid | null) {
    const answer = async (text: string, values: readonly unknown[]): Promise<string | null> => {
      const { rows } = await world.superuser.query<{ said: string | null }>(text, [...values]);
      return rows[0]?.said ?? null;
    };
    const before = await answer('SELECT memberships.why_not_independent($1, $2, $3) AS said', [
      whom,
      role,
      of,
    ]);
    const id = newId();
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
       VALUES ('${id}', 1, '${whom}', '${role}', ${of === null ? 'NULL' : `'${of}'`}, '2026-11-23')`,
    );
    const after = await answer(
      'SELECT f.words AS said FROM reviews.independence_faults($1, $2) f ORDER BY f.code COLLATE "C" LIMIT 1',
      [whom, reviewId],
    );
    await pastTheLedger(world.superuser, `DELETE FROM identity.membership WHERE id = '${id}'`);
    return { before, after };
  }
});

/** A joining code that somebody makes for a person. */
function joiningCodeFor(personId: Uuid): Sql {
  return {
    text: `INSERT INTO identity.credential (id, revision, person_id, method, secret, enrolled_on)
      VALUES ($1, 1, $2, 'joining-code', 'a code', current_date)`,
    values: [newId(), personId],
  };
}
