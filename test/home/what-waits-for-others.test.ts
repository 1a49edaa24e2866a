import { AttestationsService } from '../../src/co-production/attestations/attestations.service.js';
import { StageAccountsService } from '../../src/co-production/accounts/stage-accounts.service.js';
import { CoProductionService } from '../../src/co-production/publishing/co-production.service.js';
import { FilingService, type FiledConcern } from '../../src/concerns/filing/filing.service.js';
import { HandlingService } from '../../src/concerns/handling/handling.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import type { HomeLine, HomeTask } from '../../src/home/home-part.js';
import type { Role } from '../../src/identity/roles.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { someAnswers } from '../concerns/support.js';
import { registered } from '../support/deployments.js';
import { GroupStage } from '../support/groups.js';
import { interestedParty, programOf, type InterestedParty } from '../support/interested-party.js';
import { anOrganisation } from '../support/organisations.js';
import {
  accessToken,
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';
import { signedIn } from '../support/signed-in.js';

interface Home {
  readonly tasks: readonly (HomeTask & { readonly daysLeft: number | null })[];
  readonly parts: readonly { readonly title: string; readonly lines: readonly HomeLine[] }[];
}

const WORDS = 'They said a plan told them not to see me.';

describe('What waits in the home', () => {
  let world: ServedReviewWorld;
  let [roundId, reviewId, scheme] = ['', '', ''];

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ roundId, reviewId } = await startedReview(world));
    const { rows } = await world.superuser.query<{ key: string }>(
      `SELECT key FROM deployments.deployment WHERE id = '${world.deploymentId}'`,
    );
    scheme = rows[0]?.key ?? '';
  }, 60_000);

  afterAll(() => world.close());

  const party = (part: Part): InterestedParty => interestedParty(world, part);
  const homeOf = async ({ get }: Pick<InterestedParty, 'get'>): Promise<Home> =>
    (await get<Home>('home')).body;
  const tasksTo = (home: Home, href: string): unknown[] => home.tasks.filter((task) => task.href === href);
  const linesOf = (home: Home, title: string): readonly HomeLine[] =>
    home.parts.filter((part) => part.title === title).flatMap(({ lines }) => lines);

  async function agency(role: Role, odsCode: string): Promise<Pick<InterestedParty, 'get' | 'post'>> {
    const [made] = await registered(
      world.candour,
      anOrganisation({ name: `Example agency ${odsCode}`, odsCode, type: 'POLICE_FORCE' }),
    );
    const { token } = await signedIn(
      { app: world.candour, address: world.address, superuser: world.superuser },
      role,
      made?.id ?? null,
    );
    return programOf(world.address, () => Promise.resolve(token));
  }

  describe('of a police force', () => {
    it('is what it was asked to say of a scheme, until the last day or until it signs, and of no other force', async () => {
      const [asked, other] = [await agency('POLICE_PARTNER', 'RP1'), await agency('POLICE_PARTNER', 'RP2')];
      const question = {
        reason: 'Its officers are named.',
        dueOn: '2026-12-14',
        post: 'Head of mental health',
      };
      const made = await party('lead').post(`rounds/${roundId}/partner-returns`, {
        ...{ ...question, scheme, partner: 'RP1' },
      });
      expect(made.status).toBe(201);
      const href = `/rounds/${roundId}/partner-returns/${String(made.body['id'])}`;
      expect(tasksTo(await homeOf(asked), href)).toMatchObject([
        {
          text: 'Say what your organisation did in a scheme',
          due: '2026-12-14',
          daysLeft: 21,
          as: 'POLICE_PARTNER',
        },
      ]);
      expect((await homeOf(other)).tasks).toEqual([]);
      const said = { tookPart: 'NO', searched: 'Command and control.', post: 'Head of mental health' };
      expect((await asked.post(`${href.slice(1)}/signature`, said)).text).not.toContain('problem');
      expect((await homeOf(asked)).tasks).toEqual([]);
    });
  });

  describe('of a user-led group', () => {
    const title = 'Reviews about which your group can state';

    it('is a review from the day its trust was asked until the last day for statements', async () => {
      expect(linesOf(await homeOf(party('group')), title)).toEqual([
        expect.objectContaining({
          href: `/reviews/${reviewId}/statement`,
          state: { text: 'Open, no last day yet' },
        }),
      ]);
      await pastTheLedger(
        world.superuser,
        `UPDATE reviews.review SET submitted_on = '2026-11-23', scores_opened_on = '2026-11-23', moderation_closed_on = '2026-11-23', reply_due_on = '2026-12-07' WHERE id = '${reviewId}'`,
      );
      for (const [today, stands] of [
        ['2026-12-07', [{ text: 'Open until 7 December 2026' }]],
        ['2026-12-08', []],
      ] as const) {
        world.clock.setTo(today);
        expect(linesOf(await homeOf(party('group')), title).map(({ state }) => state)).toEqual(stands);
      }
      world.clock.setTo('2026-11-23');
    });

    it('is what a trust says of it and asks it to confirm, and waits for no other group', async () => {
      const submitter = await world.as('submitter');
      await world.service(StageAccountsService).record(submitter, world.deploymentId, {
        stage: 'START',
        facts: ['reached'],
        told: 'We asked people.',
      });
      await world.service(CoProductionService).publish(submitter, world.deploymentId);
      const asked = { groupId: world.groupId, stage: 'START', replyBy: '2026-12-01' } as const;
      const id = await world.service(AttestationsService).ask(submitter, world.deploymentId, asked);
      expect(tasksTo(await homeOf(party('group')), `/attestations/${id}`)).toMatchObject([
        { due: '2026-12-01', daysLeft: 8, as: 'USER_GROUP_MEMBER' },
      ]);
      const stage = await GroupStage.in(world);
      const { one } = await stage.groupOfOne();
      expect(await tasksOfPerson(one)).toEqual([]);
    });
  });

  describe('of a handler of concerns', () => {
    let filed: FiledConcern;

    beforeAll(async () => {
      filed = await world.service(FilingService).file(VISITOR, someAnswers({ words: WORDS }));
    });

    it('is every concern by its reference and its day, and never a word of it', async () => {
      const home = await homeOf(party('handler'));
      expect(linesOf(home, 'Concerns that wait')).toEqual([
        {
          text: filed.reference,
          href: `/concerns/${filed.id}`,
          note: 'Filed on 23 November 2026',
          state: null,
        },
      ]);
      const page = await party('handler').page('/home');
      expect(page.text).toContain(filed.reference);
      for (const read of [JSON.stringify(home), page.html]) expect(read).not.toContain(WORDS);
    });

    it('is first of all what may be urgent', async () => {
      expect((await homeOf(party('handler'))).tasks).toEqual([]);
      const urgent = await world
        .service(FilingService)
        .file(VISITOR, someAnswers({ words: WORDS, danger: 'yes' }));
      const home = await homeOf(party('handler'));
      expect(tasksTo(home, `/concerns/${urgent.id}`)).toMatchObject([
        { text: 'Read what may be urgent', about: urgent.reference, due: null },
      ]);
      expect(linesOf(home, 'Concerns that wait').map(({ text }) => text)).toEqual([
        urgent.reference,
        filed.reference,
      ]);
    });

    it('is what was passed on and has no answer, until it has one', async () => {
      const asks = await world
        .service(FilingService)
        .file(VISITOR, someAnswers({ words: WORDS, consents: ['ico'] }));
      const { body } = await party('handler').post('referrals', {
        ...{ concernId: asks.id, classCode: 'freedom-of-information', route: 'ico' },
        ...{ receivingBody: 'ICO', personAsked: true },
      });
      const href = `/referrals/${String(body['id'])}`;
      const unanswered = async (): Promise<readonly HomeLine[]> =>
        linesOf(await homeOf(party('handler')), 'Passed on, with no answer yet');
      expect(await unanswered()).toMatchObject([{ href, note: 'Passed on to ICO on 23 November 2026' }]);
      const step = { step: 'answered', day: '2026-11-23', outcome: 'upheld' };
      expect((await party('handler').post(`${href.slice(1)}/steps`, step)).status).toBe(200);
      expect(await unanswered()).toEqual([]);
    });

    it('is known to nobody else’s home', async () => {
      const handler = await world.as('handler');
      await world.service(HandlingService).triage(handler, filed.id, ['PLAN_WITHHELD_CARE']);
      for (const part of ['submitter', 'lead', 'first', 'group', 'auditor', 'admin'] as const) {
        const read = JSON.stringify(await homeOf(party(part)));
        expect([part, read.includes(filed.reference)]).toEqual([part, false]);
      }
    });
  });

  describe('of an administrator', () => {
    it('is what another administrator asked, and not what they asked themselves', async () => {
      const stage = await GroupStage.in(world);
      const personId = await stage.somebody();
      const grant = { personId, role: 'REVIEWER', organisationId: null, reason: 'Joins the panel' } as const;
      const made = await world.service(PeopleService).grant(stage.otherAdmin, grant);
      const href = `/account-requests/${'requestId' in made ? made.requestId : 'none'}`;
      expect(tasksTo(await homeOf(party('admin')), href)).toMatchObject([{ as: 'ADMIN', due: null }]);
      expect(await tasksOfPerson(stage.otherAdmin.personId ?? '')).toEqual([]);
    });

    it('is mail that was not delivered, with why, and no mail that was', async () => {
      const letter = (
        subject: string,
        fate: string,
      ): string => `INSERT INTO work.mail (id, person_id, subject, body, ${fate.split('=')[0] ?? ''})
        VALUES (gen_random_uuid(), '${world.personId('admin')}', '${subject}', 'Nothing.', ${fate.split('=')[1] ?? ''})`;
      await pastTheLedger(world.superuser, letter('A letter that came back', "fault='550 No such box'"));
      await pastTheLedger(world.superuser, letter('A letter that arrived', 'sent_at=now()'));
      const lines = linesOf(await homeOf(party('admin')), 'Mail that was not delivered');
      expect(lines.map(({ text }) => text)).toEqual(['A letter that came back']);
      expect(lines[0]?.note).toContain('550 No such box');
    });
  });

  describe('of an auditor', () => {
    it('is what was recorded last, and results whose day has passed from the first day after it', async () => {
      const overdue = async (): Promise<readonly string[]> =>
        linesOf(await homeOf(party('auditor')), 'Results that were due and are not published').map(
          ({ href }) => href,
        );
      const { rows } = await world.superuser.query<{ day: string; after: string }>(
        `SELECT first_publication_date::text AS day, (first_publication_date + 1)::text AS after
         FROM publication.promise WHERE review_id = '${reviewId}'`,
      );
      world.clock.setTo(rows[0]?.day ?? '');
      expect(await overdue()).toEqual([]);
      world.clock.setTo(rows[0]?.after ?? '');
      expect(await overdue()).toEqual([`/publications/reviews/${reviewId}`]);
      world.clock.setTo('2026-11-23');
      const recorded = linesOf(await homeOf(party('auditor')), 'What was recorded last');
      expect(recorded).toHaveLength(12);
      expect(JSON.stringify(recorded)).not.toContain(WORDS);
    });
  });

  async function tasksOfPerson(personId: Uuid): Promise<Home['tasks']> {
    const token = await accessToken(world.superuser, personId);
    return (await homeOf(programOf(world.address, () => Promise.resolve(token)))).tasks;
  }
});
