import type { Actor } from '../../src/identity/actor.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { londonDay } from '../../src/kernel/days/london-day.js';
import { AttestationsService } from '../../src/co-production/attestations/attestations.service.js';
import { AccountRequestsService } from '../../src/memberships/countersigning/account-requests.service.js';
import { GroupsQueries } from '../../src/memberships/groups/groups.queries.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import type { OrganisationType } from '../../src/organisations/organisation-type.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import {
  DISAGREES,
  askedFor,
  atOnce,
  contactOf,
  ended,
  grantOf,
  GroupStage,
  MEMBER,
  requestOf,
  told,
} from '../support/groups.js';
import { PageReader } from '../support/page-reader.js';
import {
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  type ServedReviewWorld,
} from '../support/reviews.js';
import { signedIn } from '../support/signed-in.js';

const POSTS = [
  'TRUST_SUBMITTER',
  'CALDICOTT_GUARDIAN',
  'DATA_PROTECTION_OFFICER',
  'EXECUTIVE_APPROVER',
  'POLICE_PARTNER',
  'COMMISSIONER',
] as const;

describe('A group’s voice is the group’s, whoever wants it', () => {
  let world: ServedReviewWorld;
  let stage: GroupStage;
  let admin: Actor;
  let otherAdmin: Actor;
  let people: PeopleService;

  beforeAll(async () => {
    world = await servedReviewWorld();
    stage = await GroupStage.in(world);
    ({ admin, otherAdmin } = stage);
    people = world.service(PeopleService);
  });
  afterAll(() => world.close());

  describe('an administrator who has an interest', () => {
    it.each<OrganisationType>(['NHS_MH_TRUST', 'POLICE_FORCE', 'ICB', 'CHARITY'])(
      'gives the role for no other body: %s',
      async (type) => {
        const body = await stage.organisation(type);
        const whom = await stage.somebody();
        await expect(stage.letIn(admin, whom, body)).rejects.toMatchObject({
          status: 422,
          issues: [{ text: expect.stringContaining('only a user-led group has members here') as string }],
        });
        for (const scope of [admin, OPERATOR])
          expect(
            await stage.tried(scope, told(body.id, 'first-member', whom), grantOf(whom, MEMBER, body.id)),
          ).toContain('only a user-led group has members here');
        await expect(stage.contact(admin, body)).rejects.toMatchObject({ status: 409 });
      },
    );

    it('makes no group of another body, nor another body of a group', async () => {
      for (const [from, to] of [
        ['NHS_MH_TRUST', 'USER_LED_GROUP'],
        ['USER_LED_GROUP', 'CHARITY'],
      ] as const) {
        const { id } = await stage.organisation(from);
        const text = 'UPDATE organisations.organisation SET type = $2 WHERE id = $1';
        for (const scope of [admin, OPERATOR])
          expect(await stage.tried(scope, { text, values: [id, to] })).toContain(
            'from the beginning or never',
          );
      }
    });

    it('lets in the first only where another has recorded whom the group named, who is told; and everyone sees that', async () => {
      const group = await stage.organisation();
      const whom = await stage.somebody();
      await expect(stage.letIn(admin, whom, group)).rejects.toMatchObject({ status: 422 });
      expect(
        await stage.tried(admin, told(group.id, 'first-member', whom), grantOf(whom, MEMBER, group.id)),
      ).toContain('nobody else has recorded whom at the group to tell');
      await stage.contact(admin, group, 'mine@example.org');
      await expect(stage.letIn(admin, whom, group)).rejects.toMatchObject({ status: 409 });
      await stage.contact(otherAdmin, group, 'theirs@example.org');
      expect(await stage.tried(admin, grantOf(whom, MEMBER, group.id))).toContain('the group is not told');
      const unwritten = [told(group.id, 'first-member', whom), grantOf(whom, MEMBER, group.id)];
      const kept = atOnce('memberships', 'a notice to a group is written');
      expect(await stage.tried(admin, ...unwritten, kept)).toContain(
        'whom the group named is not written to',
      );
      await stage.letIn(admin, whom, group);
      expect(await stage.lettersTo('theirs@example.org')).toEqual([
        expect.stringContaining('has let Somebody in as the first to speak for your group') as string,
      ]);
      expect(await stage.lettersTo('mine@example.org')).toHaveLength(2);
      expect(await stage.noticesOf(group)).toEqual(['first-member', 'contact-added', 'contact-added']);
      const seen = await new PageReader(world.address).open(`/groups/${group.key}`);
      expect(seen.text).toContain('An administrator let in the first member');
      expect(seen.text).not.toContain('example.org');
      expect(seen.text).not.toContain('Somebody');
    });

    it('lets in nobody beside those who speak for it: not by page, by program, at the console or past the application', async () => {
      const { group } = await stage.groupOfOne();
      const whom = await stage.somebody();
      await expect(stage.letIn(admin, whom, group)).rejects.toMatchObject({ status: 422 });
      await expect(stage.letIn(OPERATOR, whom, group)).rejects.toMatchObject({ status: 422 });
      for (const scope of [admin, OPERATOR])
        expect(
          await stage.tried(scope, told(group.id, 'first-member', whom), grantOf(whom, MEMBER, group.id)),
        ).toContain('only they say who else speaks for it');
      const { page, token } = await signedIn({ ...world, app: world.candour }, 'ADMIN');
      await page.open(`/people/${whom}/grant`);
      await page.select('Role', 'User-led group member').fill('Organisation', group.key).press('Give role');
      expect(page.issues).toEqual([
        'The group has members. They say who else speaks for it, on their own page',
      ]);
      const answer = await post(`/api/v1/groups/${group.key}/first-member`, token, { personId: whom });
      expect(answer.status).toBe(422);
      expect(await stage.tried(admin, requestOf(group.id, whom, admin.personId))).toContain(
        'row-level security',
      );
    });

    it('ends nobody’s part and no contact, and shuts somebody out only so that the group is told', async () => {
      const { group, one, two } = await stage.groupOfTwo();
      const held = await stage.membershipOf(one);
      await expect(people.end(admin, held)).rejects.toMatchObject({ status: 409 });
      const { page } = await signedIn({ ...world, app: world.candour }, 'ADMIN');
      await page.open(`/people/${one}`);
      expect(page.text).toContain('An administrator cannot end this role');
      expect(page.find('main form[action$="/end"]')).toHaveLength(0);
      await stage.tried(admin, ended(held));
      await stage.tried(admin, {
        text: 'UPDATE memberships.group_contact SET ended_on = current_date',
        values: [],
      });
      expect(await stage.membersOf(group)).toEqual([one, two].sort());
      expect((await world.service(GroupsQueries).contacts(admin, group.id)).length).toBe(1);

      const suspending = {
        text: 'UPDATE identity.person SET suspended_on = current_date WHERE id = $1',
        values: [one],
      };
      expect(
        await stage.tried(
          admin,
          suspending,
          atOnce('identity', 'a group is told when its member is suspended'),
        ),
      ).toContain('a group is told when the account');
      await people.suspend(admin, one);
      expect((await stage.noticesOf(group))[0]).toBe('suspended');
      expect(await stage.lettersTo(contactOf(group))).toContainEqual(
        expect.stringContaining('has suspended the account of Somebody') as string,
      );
      expect(await stage.lettersTo(`${two}@example.org`)).toContainEqual(
        expect.stringContaining('has suspended the account of Somebody') as string,
      );
      expect(await stage.membersOf(group)).toEqual([one, two].sort());
      await people.readmit(admin, one);
      expect((await stage.noticesOf(group))[0]).toBe('readmitted');
    });

    it('opens nobody’s account so that the group does not hear of it', async () => {
      const { group, one } = await stage.groupOfOne();
      const requests = world.service(AccountRequestsService);
      const id = await requests.ask(admin, {
        personId: one,
        asks: 'new-joining-code',
        reason: 'They lost it',
      });
      await requests.countersign(otherAdmin, id);
      expect((await stage.noticesOf(group))[0]).toBe('account-opened');
    });
  });

  describe('whoever holds a post in a trust or police force', () => {
    it.each(POSTS)('speaks for no group, now or in the five years after: %s', async (post) => {
      const { group, one } = await stage.groupOfOne();
      const whom = await stage.somebody([post, world.trustId]);
      await expect(stage.propose(one, group, whom)).rejects.toMatchObject({
        status: 422,
        issues: [
          {
            text: expect.stringContaining('holds a post in a trust, police force or commissioner') as string,
          },
        ],
      });
      const empty = await stage.organisation();
      await stage.contact(otherAdmin, empty);
      await expect(stage.letIn(admin, whom, empty)).rejects.toMatchObject({ status: 422 });
      expect(
        await stage.tried(admin, told(empty.id, 'first-member', whom), grantOf(whom, MEMBER, empty.id)),
      ).toContain('holds a post in a trust');
      const leftOn = (day: string) =>
        pastTheLedger(
          world.superuser,
          `UPDATE identity.membership SET granted_on = '2010-01-01', ended_on = ${day} WHERE person_id = '${whom}'`,
        );
      const fiveYearsAgo = `(DATE '${londonDay(world.clock.now())}' - interval '5 years')::date`;
      await leftOn(`${fiveYearsAgo} + 1`);
      await expect(stage.letIn(admin, whom, empty)).rejects.toMatchObject({
        status: 422,
        issues: [{ text: expect.stringContaining('in the last 5 years') as string }],
      });
      await leftOn(fiveYearsAgo);
      await stage.letIn(admin, whom, empty);
    });

    it.each([...POSTS, 'ADMIN'] as const)(
      'and whoever speaks for a group is given none: %s',
      async (post) => {
        const { one } = await stage.groupOfOne();
        const of = post === 'ADMIN' ? null : world.trustId;
        const grant = { personId: one, role: post, organisationId: of, reason: 'They asked for it.' };
        await expect(people.grant(admin, grant)).rejects.toMatchObject({
          status: 422,
          issues: [{ text: expect.stringContaining('they leave their group first') as string }],
        });
        await expect(people.grant(OPERATOR, grant)).rejects.toMatchObject({ status: 422 });
        expect(await stage.tried(OPERATOR, grantOf(one, post, of))).toContain('they leave their group first');
        if (post === 'TRUST_SUBMITTER')
          expect(await stage.tried(admin, grantOf(one, post, of))).toContain('they leave their group first');
        else
          expect(await stage.tried(admin, askedFor(one, post, of, admin.personId))).toContain(
            'they leave their group first',
          );
      },
    );

    it('and no administrator speaks for a group', async () => {
      const { group, one } = await stage.groupOfOne();
      await expect(stage.propose(one, group, otherAdmin.personId ?? '')).rejects.toMatchObject({
        status: 422,
      });
    });

    it('nor does whoever signed or submitted in a review in which the group speaks, however long ago', async () => {
      const { reviewId } = await startedReview(world);
      const { group, one } = await stage.groupOfOne();
      const whom = await stage.somebody();
      await pastTheLedger(
        world.superuser,
        `INSERT INTO reviews.attestation (id, revision, review_id, organisation_id, capacity, seq, stance, dissent, answers_hash, signed_by, signed_on)
          VALUES (gen_random_uuid(), 1, '${reviewId}', '${world.trustId}', 'EXECUTIVE_APPROVER', 1, 'attest', '', repeat('0', 64), '${whom}', '2010-01-01')`,
      );
      const state = { text: 'We were there.' };
      const speaking = { ...state, organisationId: group.id };
      await world.service(RepliesService).state(await stage.actor(one), reviewId, speaking);
      await expect(stage.propose(one, group, whom)).rejects.toMatchObject({
        issues: [
          {
            text: expect.stringContaining(
              'signed or submitted an answer in a review in which the group speaks',
            ) as string,
          },
        ],
      });
    });

    it('and if the role was theirs from before, no word of theirs is taken for the group’s', async () => {
      const { reviewId } = await startedReview(world);
      const submitter = world.personId('submitter');
      await pastTheLedger(
        world.superuser,
        `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
          VALUES (gen_random_uuid(), 1, '${submitter}', '${MEMBER}', '${world.groupId}', '2020-01-01')`,
      );
      const attestations = world.service(AttestationsService);
      const said = await attestations.offer(await world.as('group'), world.deploymentId, {
        ...{ groupId: world.groupId, stage: 'START', answer: DISAGREES },
      });
      const both = await stage.actor(submitter);
      const refused = { status: 409, detail: expect.stringContaining('holds a post in a trust') as string };
      await expect(attestations.withdraw(both, said, 'Never mind')).rejects.toMatchObject(refused);
      await expect(
        attestations.offer(both, world.deploymentId, {
          ...{ groupId: world.groupId, stage: 'DURING', answer: { ...DISAGREES, statement: 'agree' } },
        }),
      ).rejects.toMatchObject(refused);
      await expect(
        world.service(RepliesService).state(both, reviewId, { text: 'All is well.' }),
      ).rejects.toMatchObject(refused);
      expect(
        await stage.tried(both, {
          text: "UPDATE co_production.attestation SET withdrawn_on = current_date, withdrawn_because = 'x' WHERE id = $1",
          values: [said],
        }),
      ).toContain('holds a post in a trust');
      await pastTheLedger(
        world.superuser,
        `DELETE FROM identity.membership WHERE person_id = '${submitter}' AND role = '${MEMBER}'`,
      );
    });
  });

  it('the operator ends somebody’s part only so that the group is told', async () => {
    const { group, one } = await stage.groupOfOne();
    const held = await stage.membershipOf(one);
    expect(await stage.tried(OPERATOR, ended(held))).toContain('only a group itself ends who speaks for it');
    await people.end(OPERATOR, held, 'They cannot be reached');
    expect((await stage.noticesOf(group))[0]).toBe('ended-by-operator');
    expect(await stage.lettersTo(contactOf(group))).toContainEqual(
      expect.stringContaining('The operator has ended the role of Somebody') as string,
    );
    expect(
      await stage.tried(OPERATOR, {
        text: 'UPDATE identity.membership SET ended_on = NULL WHERE id = $1',
        values: [held],
      }),
    ).toContain('a role that has ended stays ended');
  });

  async function post(path: string, token: string, body: object): Promise<Response> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return fetch(world.address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }
});
