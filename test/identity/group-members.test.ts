import { OPERATOR, VISITOR } from '../../src/identity/actor.js';
import { AttestationsService } from '../../src/co-production/attestations/attestations.service.js';
import { GroupsQueries } from '../../src/memberships/groups/groups.queries.js';
import { GroupsService } from '../../src/memberships/groups/groups.service.js';
import { atOnce, decided, DISAGREES, ended, grantOf, GroupStage, MEMBER, told } from '../support/groups.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

describe('Those who speak for a user-led group', () => {
  let world: ServedReviewWorld;
  let stage: GroupStage;
  let groups: GroupsService;

  beforeAll(async () => {
    world = await servedReviewWorld();
    stage = await GroupStage.in(world);
    groups = world.service(GroupsService);
  });
  afterAll(() => world.close());

  it('take somebody in and end somebody’s part when two of them agree, and neither alone', async () => {
    const { group, one, two } = await stage.groupOfTwo();
    const three = await stage.somebody();
    const { requestId, done } = await stage.propose(one, group, three);
    expect(done).toBe(false);
    await expect(groups.agree(await stage.actor(one), requestId)).rejects.toMatchObject({ status: 409 });
    expect(
      await stage.tried(await stage.actor(one), decided(requestId, one), grantOf(three, MEMBER, group.id)),
    ).toContain('another member of the group agrees');
    expect(await stage.tried(await stage.actor(one), grantOf(three, MEMBER, group.id))).toContain(
      'only they say who else speaks for it',
    );
    await groups.agree(await stage.actor(two), requestId);
    expect(await stage.membersOf(group)).toEqual([one, two, three].sort());

    const ending = await groups.propose(await stage.actor(three), group.id, {
      ...{ asks: 'end-member', membershipId: await stage.membershipOf(one), reason: 'They moved' },
    });
    expect(await stage.tried(await stage.actor(three), ended(await stage.membershipOf(one)))).toContain(
      'only a group itself ends who speaks for it',
    );
    await groups.agree(await stage.actor(two), ending.requestId);
    expect(await stage.membersOf(group)).toEqual([two, three].sort());
    expect((await stage.noticesOf(group)).slice(0, 2)).toEqual(['member-ended', 'member-added']);
  });

  it('and nobody of another group, nor a trust, sees or decides what is proposed', async () => {
    const { group, one } = await stage.groupOfTwo();
    const { requestId } = await stage.propose(one, group, await stage.somebody());
    const stranger = await stage.actor((await stage.groupOfOne()).one);
    for (const other of [stranger, stage.admin, await world.as('submitter')])
      await expect(groups.agree(other, requestId)).rejects.toMatchObject({ status: 404 });
    const seen = await world.service(GroupsQueries).requests(stranger, group.id);
    expect([seen, await world.service(GroupsQueries).contacts(stranger, group.id)]).toEqual([[], []]);
  });

  it('hand over, leave and let it be: what was said stays the group’s, and only its members withdraw it', async () => {
    const { group, one } = await stage.groupOfOne();
    const attestations = world.service(AttestationsService);
    const said = await attestations.offer(await stage.actor(one), world.deploymentId, {
      ...{ groupId: group.id, stage: 'EVALUATION', answer: DISAGREES },
    });
    const two = await stage.somebody();
    expect(await stage.propose(one, group, two)).toMatchObject({ done: true });
    await groups.leave(await stage.actor(one), group.id);
    for (const other of [await stage.actor(one), stage.admin, await world.as('submitter')])
      await expect(attestations.withdraw(other, said, 'Never mind')).rejects.toMatchObject({ status: 404 });
    const last = await stage.actor(two);
    await groups.leave(last, group.id);
    expect(await stage.membersOf(group)).toEqual([]);
    expect((await world.service(GroupsQueries).one(VISITOR, group.key))?.speaks).toBe(false);
    const again = await stage.somebody();
    await stage.letIn(stage.admin, again, group);
    await attestations.withdraw(await stage.actor(again), said, 'We were shown more.');
  });

  it('end its voice for good, and then nobody lets anybody in', async () => {
    const { group, one, two } = await stage.groupOfTwo();
    const { requestId } = await groups.propose(await stage.actor(one), group.id, {
      asks: 'end-group',
      reason: 'We stop',
    });
    expect(
      await stage.tried(
        await stage.actor(two),
        decided(requestId, two),
        atOnce('memberships', 'a group that ended has no members left'),
      ),
    ).toContain('a group that ended has no members left');
    await groups.agree(await stage.actor(two), requestId);
    expect(await stage.membersOf(group)).toEqual([]);
    const whom = await stage.somebody();
    await expect(stage.letIn(stage.admin, whom, group)).rejects.toMatchObject({
      detail: expect.stringContaining('has ended its voice here for good') as string,
    });
    expect(
      await stage.tried(OPERATOR, told(group.id, 'first-member', whom), grantOf(whom, MEMBER, group.id)),
    ).toContain('has ended its voice here for good');
  });
});
