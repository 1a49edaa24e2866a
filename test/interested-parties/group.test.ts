import type { Uuid } from '../../src/kernel/identifiers.js';
import { grantOf, GroupStage, MEMBER, requestOf, told, type Group } from '../support/groups.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, startedReview, type ServedReviewWorld } from '../support/reviews.js';
import { sentByAnyone, sentByProgram } from '../support/sent-by-program.js';

const AGREES = {
  stage: 'START',
  statement: 'agree',
  text: 'We were in the room from the first day.',
  publishConsent: true,
  userControlled: true,
  funded: false,
  paidBy: 'nobody',
} as const;

describe('A user-led group that says more than is its own to say', () => {
  let world: ServedReviewWorld;
  let stage: GroupStage;
  let reviewId: Uuid;
  let group: Group;
  let said: Uuid;
  let speaking: string;

  beforeAll(async () => {
    world = await servedReviewWorld();
    stage = await GroupStage.in(world);
    ({ reviewId } = await startedReview(world));
    const { rows } = await world.superuser.query<{ key: string }>(
      'SELECT key FROM organisations.organisation WHERE id = $1',
      [world.groupId],
    );
    speaking = `deployments/${world.deploymentId}/co-production/attestations`;
    group = { id: world.groupId, key: rows[0]?.key ?? '' };
  }, 60_000);

  afterAll(() => world.close());

  it('is heard on a scheme of which the trust says nothing, and its agreement makes no level, not even of a stage', async () => {
    expect((await coProduction()).maturity.level).toBeNull();
    const answer = await sentByProgram(world, 'group', speaking, {
      ...AGREES,
      group: group.id,
    });
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    said = (JSON.parse(answer.text) as { id: Uuid }).id;
    expect((await coProduction()).maturity).toMatchObject({ level: null, stages: [] });
    const visitor = await new PageReader(world.address).open(
      `/deployments/${world.deploymentId}/co-production`,
    );
    expect(visitor.text).toContain(AGREES.text);
    expect(visitor.text).toContain('so no level is shown');
    expect(visitor.text).not.toMatch(/level \d/i);
  });

  it('takes nothing back unseen: what it said is never written anew, and stays to be read when it is withdrawn', async () => {
    for (const change of [
      "text = 'We disagree.'",
      "statement = 'disagree'",
      'published = false',
      'user_controlled = false',
      "signed_on = '2020-01-01'",
      "stage = 'EVALUATION'",
    ]) {
      const text = `UPDATE co_production.attestation SET ${change}, revision = revision + 1 WHERE id = '${said}'`;
      expect([change, await asMember(text)]).toEqual([
        change,
        expect.stringMatching(/never|permission|no event/),
      ]);
    }
    expect(await asMember(`DELETE FROM co_production.attestation WHERE id = '${said}'`)).toContain(
      'permission denied',
    );
    const other = await sentByProgram(world, 'group', speaking, {
      ...AGREES,
      stage: 'DURING',
      group: group.id,
    });
    const { id } = JSON.parse(other.text) as { id: Uuid };
    const reason = 'We were told more since.';
    const withdrawn = await sentByProgram(world, 'group', `attestations/${id}/withdrawal`, { reason });
    expect(withdrawn.status).toBe(200);
    expect((await coProduction()).attestations).toContainEqual(
      expect.objectContaining({ id, withdrawnOn: '2026-11-23', withdrawnBecause: reason }),
    );
  });

  it('speaks for no other group, by program or past the application', async () => {
    const { group: theirs } = await stage.groupOfOne();
    const answer = await sentByProgram(world, 'group', speaking, { ...AGREES, group: theirs.id });
    expect([403, 404, 422]).toContain(answer.status);
    const { rowCount } = await world.superuser.query(
      'SELECT FROM co_production.attestation WHERE group_id = $1',
      [theirs.id],
    );
    expect(rowCount).toBe(0);
  });

  it('makes nobody of the trust one of its own', async () => {
    const page = await (await world.reader('group')).open(`/groups/${group.key}`);
    await page.follow('Propose somebody to speak for the group');
    const submitter = world.personId('submitter');
    page.fill('The email address of their account', `${submitter}@example.org`);
    page.fill('Why?', 'They know the scheme.');
    await page.press();
    expect(page.text).toContain('holds a post in a trust, police force or commissioner');
    for (const statement of [
      requestOf(group.id, submitter, world.personId('group')),
      grantOf(submitter, MEMBER, group.id),
    ])
      expect(await stage.tried(await world.as('group'), statement)).toMatch(
        /holds a post in a trust|row-level security/,
      );
    expect(await stage.membersOf(group)).toEqual([world.personId('group')]);
  });

  it('decides nothing in the review, and reads no score before moderation is closed', async () => {
    for (const [path, sent] of [
      ['scores', { items: [] }],
      ['answers', { items: [] }],
      ['moderation-close', {}],
      ['proposals', { items: [] }],
    ] as const)
      expect([
        path,
        (await sentByProgram(world, 'group', `reviews/${reviewId}/${path}`, sent)).status,
      ]).toEqual([path, 403]);
    const asked = await sentByProgram(world, 'group', `reviews/${reviewId}/meeting-requests`, {
      criterion: 'SIM-POL-01',
      ground: 'survivors',
      reason: 'They told us.',
    });
    expect([asked.status, asked.text]).toEqual([
      409,
      expect.stringContaining('the reviewers have not all locked their scores'),
    ]);
    expect((await sentByProgram(world, 'group', `reviews/${reviewId}/meetings`)).status).toBe(404);
  });

  describe('when its last member leaves', () => {
    beforeAll(async () => {
      const page = await (await world.reader('group')).open(`/groups/${group.key}/leaving`);
      expect(page.text).toContain('You are the only one who speaks for Example Voices here');
      await page.press('Leave');
    });

    it('its words stay the group’s, and everyone sees that nobody speaks for it now', async () => {
      expect(await stage.membersOf(group)).toEqual([]);
      const visitor = await new PageReader(world.address).open(`/groups/${group.key}`);
      expect(visitor.text).toContain('Nobody speaks for this group here now');
      await visitor.open(`/deployments/${world.deploymentId}/co-production`);
      expect(visitor.text).toContain(AGREES.text);
      expect((await coProduction()).maturity.level).toBeNull();
    });

    it.each(['group', 'admin', 'submitter', 'lead'] as const)('nobody takes them back: %s', async (part) => {
      const reason = { reason: 'It was a mistake.' };
      const answer = await sentByProgram(world, part, `attestations/${said}/withdrawal`, reason);
      expect([403, 404]).toContain(answer.status);
      await stage.tried(await world.as(part), {
        text: `UPDATE co_production.attestation SET withdrawn_on = current_date, withdrawn_because = 'x' WHERE id = $1`,
        values: [said],
      });
      expect((await coProduction()).attestations).toContainEqual(
        expect.objectContaining({ id: said, withdrawnOn: null, text: AGREES.text }),
      );
    });

    it('the member who left speaks no more', async () => {
      expect((await sentByProgram(world, 'group', speaking, { ...AGREES, group: group.id })).status).toBe(
        403,
      );
      const back = grantOf(world.personId('group'), MEMBER, group.id);
      expect(await stage.tried(await world.as('group'), back)).toContain(
        'nobody else has recorded whom at the group to tell',
      );
    });

    it('and no administrator picks who is next, unless the group has named whom to tell', async () => {
      const whom = await stage.somebody();
      await expect(stage.letIn(stage.admin, whom, group)).rejects.toMatchObject({ status: 422 });
      const first = told(group.id, 'first-member', whom);
      expect(await stage.tried(stage.admin, first, grantOf(whom, MEMBER, group.id))).toContain(
        'nobody else has recorded whom at the group to tell',
      );
      expect(await stage.membersOf(group)).toEqual([]);
    });
  });

  async function asMember(text: string): Promise<string> {
    return stage.tried(await world.as('group'), { text, values: [] });
  }

  async function coProduction(): Promise<Told> {
    const { text } = await sentByAnyone(world, `deployments/${world.deploymentId}/co-production`);
    return JSON.parse(text) as Told;
  }
});

/** As much of what everyone is told of co-production as these tests ask. */
interface Told {
  readonly maturity: { readonly level: number | null; readonly stages: readonly unknown[] };
  readonly attestations: readonly unknown[];
}
