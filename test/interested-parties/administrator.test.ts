import type { Actor } from '../../src/identity/actor.js';
import { AccountRequestsService } from '../../src/memberships/countersigning/account-requests.service.js';
import {
  askedFor,
  ended,
  grantOf,
  GroupStage,
  MEMBER,
  told,
  type Group,
  type Sql,
} from '../support/groups.js';
import type { PageReader } from '../support/page-reader.js';
import { panelOfTwoLeads } from '../support/publication.js';
import {
  rolesHeld,
  servedReviewWorld,
  startedReview,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';
import { sentByProgram } from '../support/sent-by-program.js';

const READS_TOO_MUCH = 'auditors read what reviewers must not see';
const OF_THE_TRUST = 'the person holds a role in the trust under review';
const NO_GROUP = 'only a user-led group has members here';
const HOLDS_A_POST = 'holds a post in a trust, police force or commissioner';
const THEIRS_TO_SAY = 'They say who else speaks for it';

describe('An administrator who wants a review to end well', () => {
  let world: ServedReviewWorld;
  let stage: GroupStage;
  let admin: Actor;
  let page: PageReader;
  let trustKey: string;

  beforeAll(async () => {
    world = await servedReviewWorld();
    stage = await GroupStage.in(world);
    admin = stage.admin;
    const { reviewId } = await startedReview(world);
    await panelOfTwoLeads(world, reviewId);
    page = await world.reader('admin');
    trustKey = await keyOf(world.trustId);
  }, 60_000);

  afterAll(() => world.close());

  describe('gives no reviewer a role that ends their independence', () => {
    it.each(['first', 'lived', 'otherLead'] as const)(
      'nor makes an auditor of %s: it is refused when it is asked for, and when what was asked before is countersigned',
      async (part) => {
        const before = await rolesHeld(world, part);
        await gives(world.personId(part), 'Auditor (takes two administrators)');
        expect([page.status, page.issues]).toEqual([422, [expect.stringContaining(READS_TOO_MUCH)]]);
        expect(page.issues[0]).toContain('Their part in that review must end first');
        const asked = askedFor(world.personId(part), 'AUDITOR', null, admin.personId);
        expect(await tried(asked)).toContain(READS_TOO_MUCH);
        await askedBefore(asked);
        expect(await countersigned(part)).toContain(READS_TOO_MUCH);
        expect(await rolesHeld(world, part)).toEqual(before);
      },
    );

    it.each(['first', 'lived'] as const)(
      'nor makes %s the submitter of the trust under review, for which one administrator is enough',
      async (part) => {
        const before = await rolesHeld(world, part);
        await gives(world.personId(part), 'Trust submitter', trustKey);
        expect(page.text).toContain(OF_THE_TRUST);
        expect(page.text).toContain('Their part in that review must end first');
        expect(await tried(grantOf(world.personId(part), 'TRUST_SUBMITTER', world.trustId))).toContain(
          OF_THE_TRUST,
        );
        expect(await rolesHeld(world, part)).toEqual(before);
      },
    );

    it('nor a post of that trust that takes two', async () => {
      await gives(world.personId('second'), 'Caldicott Guardian (takes two administrators)', trustKey);
      expect(page.issues).toEqual([expect.stringContaining(OF_THE_TRUST)]);
      const [whom, by] = [world.personId('second'), admin.personId];
      await askedBefore(askedFor(whom, 'CALDICOTT_GUARDIAN', world.trustId, by));
      expect(await countersigned('second')).toContain(OF_THE_TRUST);
      expect(await rolesHeld(world, 'second')).toEqual(['REVIEWER']);
    });

    it('nor gives one alone, past the application, what takes two', async () => {
      const whom = world.personId('stranger');
      for (const role of ['AUDITOR', 'LEAD_REVIEWER', 'ADMIN'])
        expect([role, await tried(grantOf(whom, role, null))]).toEqual([
          role,
          expect.stringMatching(/row-level security|two administrators/),
        ]);
      expect(await rolesHeld(world, 'stranger')).toEqual(['REVIEWER']);
    });
  });

  describe('gives no voice of a user-led group away', () => {
    let group: Group;

    beforeAll(async () => {
      group = await stage.organisation();
      await stage.contact(stage.otherAdmin, group);
    });

    it('not to the trust’s submitter: by page, by program, or past the application', async () => {
      const whom = world.personId('submitter');
      await gives(whom, 'User-led group member', group.key);
      expect(page.issues).toEqual([expect.stringContaining(HOLDS_A_POST)]);
      const answer = await sentByProgram(world, 'admin', `groups/${group.key}/first-member`, {
        personId: whom,
      });
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(HOLDS_A_POST)]);
      expect(await tried(told(group.id, 'first-member', whom), grantOf(whom, MEMBER, group.id))).toContain(
        'holds a post in a trust',
      );
      expect(await stage.membersOf(group)).toEqual([]);
    });

    it('nor to themselves', async () => {
      await expect(stage.letIn(admin, admin.personId ?? '', group)).rejects.toMatchObject({ status: 422 });
      expect(await stage.membersOf(group)).toEqual([]);
    });

    it('nor is a group made of an NHS trust, by giving somebody the role for it', async () => {
      const whom = await stage.somebody();
      await gives(whom, 'User-led group member', trustKey);
      expect(page.issues).toEqual([expect.stringContaining(NO_GROUP)]);
      const answer = await sentByProgram(world, 'admin', `groups/${trustKey}/first-member`, {
        personId: whom,
      });
      expect([404, 422]).toContain(answer.status);
      const trust = { id: world.trustId, key: trustKey };
      expect(await tried(told(trust.id, 'first-member', whom), grantOf(whom, MEMBER, trust.id))).toContain(
        NO_GROUP,
      );
      expect(await stage.membersOf(trust)).toEqual([]);
    });

    it('nor adds somebody to a group that has members', async () => {
      const { group: theirs, one } = await stage.groupOfOne();
      const whom = await stage.somebody();
      await gives(whom, 'User-led group member', theirs.key);
      expect(page.issues).toEqual([expect.stringContaining(THEIRS_TO_SAY)]);
      expect(await stage.membersOf(theirs)).toEqual([one]);
    });

    it('nor takes a post that makes a group’s member somebody of the trust', async () => {
      const { one } = await stage.groupOfOne();
      await gives(one, 'Trust submitter', trustKey);
      expect(page.issues).toEqual([expect.stringContaining('they leave their group first')]);
      expect(await tried(askedFor(one, 'EXECUTIVE_APPROVER', world.trustId, admin.personId))).toContain(
        'they leave their group first',
      );
    });
  });

  describe('silences no group', () => {
    it('by ending its member’s role: the page has no button, what it would send is refused, and SQL ends nothing', async () => {
      const { group, one } = await stage.groupOfOne();
      const held = await stage.membershipOf(one);
      await page.open(`/people/${one}`);
      expect(page.text).toContain('An administrator cannot end this role');
      const body = new URLSearchParams({ _csrf: String(page.find('[name="_csrf"]').first().val()) });
      const answer = await fetch(`${world.address}/people/${one}/roles/${held}/end`, {
        method: 'POST',
        headers: { cookie: page.cookies.header(), 'sec-fetch-site': 'same-origin' },
        body,
      });
      expect([answer.status, await answer.text()]).toEqual([
        409,
        expect.stringContaining('An administrator cannot end this role'),
      ]);
      await tried(ended(held));
      expect(await stage.membersOf(group)).toEqual([one]);
    });

    it('by shutting its member out, without the group being told and everyone seeing it', async () => {
      const { group, one } = await stage.groupOfOne();
      await page.open(`/people/${one}`);
      await page.press('Suspend the account');
      expect(await stage.membersOf(group)).toEqual([one]);
      const seen = await sentByProgram(world, 'stranger', `groups/${group.key}`);
      expect(seen.text).toContain('"suspended"');
    });
  });

  it('and reads nothing of the review itself', async () => {
    const before = await sentByProgram(world, 'admin', 'reviews');
    expect(before.text).not.toContain('"items":[{');
    for (const table of ['self_answer', 'score', 'meeting_request', 'score_proposal', 'proposal_answer'])
      expect([table, await tried({ text: `DELETE FROM reviews.${table}`, values: [] })]).toEqual([
        table,
        expect.stringContaining('permission denied'),
      ]);
  });

  /** On the page, as an administrator does it. */
  async function gives(personId: string, role: string, organisation = ''): Promise<void> {
    await page.open(`/people/${personId}/grant`);
    page.select('Role', role).fill('Organisation', organisation).fill('Reason', 'They lead the review.');
    await page.press('Give role');
  }

  /** Arranges that a role was asked for before anything stood against it. */
  async function askedBefore({ text, values }: Sql): Promise<void> {
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query(text, [...values]);
    await world.superuser.query('RESET session_replication_role');
  }

  /** What another administrator is told who agrees to what was asked for this person. */
  async function countersigned(part: Part): Promise<string> {
    const { rows } = await world.superuser.query<{ id: string }>(
      'SELECT id FROM memberships.account_request WHERE person_id = $1 AND outcome IS NULL',
      [world.personId(part)],
    );
    expect(rows).toHaveLength(1);
    const second = world.service(AccountRequestsService).countersign(stage.otherAdmin, rows[0]?.id ?? '');
    return second.then(
      () => 'done',
      (fault: unknown) => JSON.stringify(fault),
    );
  }

  function tried(...statements: readonly Sql[]): Promise<string> {
    return stage.tried(admin, ...statements);
  }

  async function keyOf(id: string): Promise<string> {
    const { rows } = await world.superuser.query<{ key: string }>(
      'SELECT key FROM organisations.organisation WHERE id = $1',
      [id],
    );
    return rows[0]?.key ?? '';
  }
});
