import { ConcernsQueries } from '../../src/concerns/concerns.queries.js';
import { ConsentsService } from '../../src/concerns/following/consents.service.js';
import { CorrespondenceService } from '../../src/concerns/correspondence/correspondence.service.js';
import { FilingService, type FiledConcern } from '../../src/concerns/filing/filing.service.js';
import { HandlingService } from '../../src/concerns/handling/handling.service.js';
import { ReadingService } from '../../src/concerns/reading/reading.service.js';
import { ReleasedQueries } from '../../src/concerns/reading/released.queries.js';
import { ConcernReleasingService } from '../../src/concerns/handling/concern-releasing.service.js';
import type { ConsentUse } from '../../src/concerns/consent-use.js';
import { receiptHolder, VISITOR, type Actor } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import type { Role } from '../../src/identity/roles.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { NotFound, NotPermitted, OutOfTurn } from '../../src/kernel/refusal.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { Database } from '../../src/platform/database/database.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { aDeployment, aTrust, someAnswers, somebody } from './support.js';

const TABLES = ['concern', 'envelope', 'receipt', 'consent', 'message', 'link', 'release', 'reading'];
const FIRST = { limit: 25, after: null };

describe('What each person may do with a concern', () => {
  let world: CandourOnDatabase;
  let trust: Uuid;
  let scheme: Uuid;
  let handler: Actor;
  let submitter: Actor;
  let otherTrust: Actor;
  let reviewer: Actor;
  let filed: FiledConcern;

  beforeAll(async () => {
    world = await candourOnDatabase();
    trust = await aTrust(world);
    scheme = await aDeployment(world);
    handler = await somebody(world, 'CONCERN_HANDLER');
    submitter = await somebody(world, 'TRUST_SUBMITTER', { organisationId: trust });
    otherTrust = await somebody(world, 'TRUST_SUBMITTER', { organisationId: await aTrust(world) });
    reviewer = await somebody(world, 'REVIEWER', {
      engagements: [{ kind: 'deployment-under-review', recordId: scheme }],
    });
  });

  afterAll(() => world.close());

  beforeEach(async () => {
    filed = await file([]);
  });

  describe('before the person has agreed to anything', () => {
    it.each(['CONCERN_HANDLER', 'AUDITOR'] as const)('%s sees that it exists', async (role) => {
      expect(
        await world.candour.get(ConcernsQueries).one(await somebody(world, role), filed.id),
      ).not.toBeNull();
    });

    it.each(everybodyElse())('%s sees nothing of it, on PostgreSQL itself', async (role) => {
      const actor = await somebody(world, role, ofTrust(role));
      for (const table of TABLES.filter((name) => name !== 'reading' && name !== 'receipt'))
        expect(await rowsSeen(actor, table)).toBe(0);
      await expect(world.candour.get(ReadingService).forHandler(actor, filed.id)).rejects.toThrow(NotFound);
    });

    it('a visitor may add a concern and read none, not even their own', async () => {
      for (const table of TABLES)
        await expect(rowsSeen(VISITOR, table)).rejects.toMatchObject({ code: '42501' });
    });

    it('an auditor sees the steps and none of the words', async () => {
      const auditor = await somebody(world, 'AUDITOR');
      for (const table of ['envelope', 'message', 'release']) expect(await rowsSeen(auditor, table)).toBe(0);
      await expect(world.candour.get(ReadingService).forHandler(auditor, filed.id)).rejects.toThrow(NotFound);
    });

    it('the verifier of a receipt is seen by nobody who signs in', async () => {
      for (const actor of [handler, submitter, await somebody(world, 'ADMIN')])
        await expect(rowsSeen(actor, 'receipt')).rejects.toMatchObject({ code: '42501' });
    });

    it('nothing can be released', async () => {
      await triaged();
      await expect(released()).rejects.toThrow('The person has not agreed');
    });
  });

  describe('who may act', () => {
    it.each(everybodyElse())('%s may not triage, link, answer or release', async (role) => {
      const actor = await somebody(world, role, ofTrust(role));
      const target = { organisationId: trust, deploymentId: scheme, criteria: [] };
      const acts = [
        world.candour.get(HandlingService).triage(actor, filed.id, ['OTHER']),
        world.candour.get(HandlingService).link(actor, filed.id, target),
        world.candour.get(CorrespondenceService).answer(actor, filed.id, 'No.'),
        world.candour.get(ConcernReleasingService).release(actor, filed.id, { ...target, text: 'No.' }),
      ];
      for (const act of await Promise.allSettled(acts)) {
        const reason: unknown = act.status === 'rejected' ? act.reason : 'it was done';
        expect(reason instanceof NotFound || reason instanceof NotPermitted).toBe(true);
      }
    });

    it('a visitor may not either, and is not told that it exists', async () => {
      await expect(world.candour.get(HandlingService).triage(VISITOR, filed.id, ['OTHER'])).rejects.toThrow(
        NotPermitted,
      );
    });

    it('the holder of one receipt reaches no other concern', async () => {
      const stranger = receiptHolder((await file([])).id);
      for (const table of ['concern', 'envelope', 'message', 'consent'])
        expect(await ofConcern(stranger, table, filed.id)).toBe(0);
      await expect(world.candour.get(CorrespondenceService).write(stranger, filed.id, 'x')).rejects.toThrow(
        NotFound,
      );
    });

    it('the application cannot change a consent, a receipt or a reading at all', async () => {
      const database = world.candour.get(Database);
      for (const actor of [handler, receiptHolder(filed.id), VISITOR])
        for (const table of ['consent', 'receipt', 'reading'])
          await expect(
            database.write(scopeOf(actor), (manager) =>
              manager.query(`UPDATE concerns.${table} SET revision = 9`),
            ),
          ).rejects.toThrow('permission denied');
    });
  });

  describe('a handler', () => {
    it('reads the words, and leaves a reading that the person sees without a name', async () => {
      const open = await world.candour.get(ReadingService).forHandler(handler, filed.id);
      expect(open.narrative?.words).toBe(someAnswers().words);
      await world.candour.get(ReadingService).forHandler(handler, filed.id);
      const own = await world.candour.get(ReadingService).forHolder(receiptHolder(filed.id));
      expect(own.readings).toEqual([{ part: 'concern', post: 'CONCERN_HANDLER', day: expect.any(String) }]);
    });

    it('opens nothing whose reading could not be noted', async () => {
      await world.superuser.query('REVOKE INSERT ON concerns.reading FROM candour_member');
      await expect(world.candour.get(ReadingService).forHandler(handler, filed.id)).rejects.toThrow(
        NotPermitted,
      );
      await world.superuser.query('GRANT INSERT ON concerns.reading TO candour_member');
    });

    it('triages, links, answers and closes, in that order only', async () => {
      const handling = world.candour.get(HandlingService);
      const target = { organisationId: trust, deploymentId: scheme, criteria: ['SIM-POL-01'] };
      await expect(handling.link(handler, filed.id, target)).rejects.toThrow(OutOfTurn);
      await expect(handling.close(handler, filed.id)).rejects.toThrow(OutOfTurn);
      await triaged();
      await handling.link(handler, filed.id, target);
      await world.candour.get(CorrespondenceService).answer(handler, filed.id, 'This is what we found.');
      await handling.close(handler, filed.id);
      const own = await world.candour.get(ReadingService).forHolder(receiptHolder(filed.id));
      expect(own.concern.state).toBe('closed');
      expect(own.messages.map(({ text, answers }) => ({ text, answers }))).toEqual([
        { text: 'This is what we found.', answers: true },
      ]);
      expect(own.links).toMatchObject([{ organisation: 'Example Trust', deployment: 'Example scheme' }]);
    });
  });

  describe('with consent', () => {
    it('the trust sees themes only where only themes were agreed', async () => {
      const releaseId = await afterConsent(['trust-themes']);
      const [row] = await releasesOf(submitter);
      expect(row).toMatchObject({ id: releaseId, themes: ['PLAN_WITHHELD_CARE'] });
      expect(await world.candour.get(ReadingService).release(submitter, releaseId)).toMatchObject({
        text: null,
      });
    });

    it('the trust reads the summary where its words were agreed, and no day of it', async () => {
      const releaseId = await afterConsent(['trust-words']);
      const seen = await world.candour.get(ReadingService).release(submitter, releaseId);
      expect(seen).toMatchObject({
        text: 'Care was refused.',
        month: expect.stringMatching(/^\d{4}-\d{2}$/),
      });
      expect(JSON.stringify(seen)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
      expect(JSON.stringify(seen)).not.toContain(filed.id);
      expect(JSON.stringify(seen)).not.toContain(filed.reference);
    });

    it('another trust, and reviewers who were not agreed to, see nothing', async () => {
      const releaseId = await afterConsent(['trust-words']);
      for (const actor of [otherTrust, reviewer]) {
        expect((await releasesOf(actor)).map(({ id }) => id)).not.toContain(releaseId);
        await expect(world.candour.get(ReadingService).release(actor, releaseId)).rejects.toThrow(NotFound);
      }
    });

    it('reviewers of the scheme read the summary where they were agreed to, and the trust does not', async () => {
      const releaseId = await afterConsent(['reviewers']);
      expect(await world.candour.get(ReadingService).release(reviewer, releaseId)).toMatchObject({
        text: 'Care was refused.',
      });
      await expect(world.candour.get(ReadingService).release(submitter, releaseId)).rejects.toThrow(NotFound);
    });

    it('taking consent back hides it at once, as if it had never been', async () => {
      const releaseId = await afterConsent(['trust-words', 'reviewers']);
      await world.candour.get(ConsentsService).decide(receiptHolder(filed.id), new Set(['reviewers']));
      await expect(world.candour.get(ReadingService).release(submitter, releaseId)).rejects.toThrow(NotFound);
      await world.candour.get(ConsentsService).withdraw(receiptHolder(filed.id));
      await expect(world.candour.get(ReadingService).release(reviewer, releaseId)).rejects.toThrow(NotFound);
      expect((await releasesOf(submitter)).map(({ id }) => id)).not.toContain(releaseId);
    });

    it('a withdrawn concern can no longer be worked on, and its person can still read it', async () => {
      await world.candour.get(ConsentsService).withdraw(receiptHolder(filed.id));
      await expect(triaged()).rejects.toThrow('withdrawn');
      await expect(world.candour.get(ConsentsService).withdraw(receiptHolder(filed.id))).rejects.toThrow(
        OutOfTurn,
      );
      const own = await world.candour.get(ReadingService).forHolder(receiptHolder(filed.id));
      expect(own).toMatchObject({
        concern: { state: 'withdrawn' },
        narrative: { words: someAnswers().words },
      });
    });
  });

  it('two who write at the same moment both get their turn, and the log verifies', async () => {
    const correspondence = world.candour.get(CorrespondenceService);
    const texts = ['one', 'two', 'three', 'four'];
    await Promise.all(
      texts.map((text, at) =>
        correspondence.write(at % 2 === 0 ? handler : receiptHolder(filed.id), filed.id, text),
      ),
    );
    const own = await world.candour.get(ReadingService).forHolder(receiptHolder(filed.id));
    expect(own.messages.map(({ turn }) => turn)).toEqual([1, 2, 3, 4]);
    expect(own.messages.map(({ text }) => text).sort()).toEqual([...texts].sort());
    const { discrepancies } = await world.candour.get(Verification).run();
    expect(
      discrepancies.filter(({ about }) => about.kind.startsWith('concern') || about.kind === 'message'),
    ).toEqual([]);
  });

  async function file(consents: readonly ConsentUse[]): Promise<FiledConcern> {
    return world.candour.get(FilingService).file(VISITOR, someAnswers({ consents }));
  }

  async function triaged(): Promise<void> {
    await world.candour.get(HandlingService).triage(handler, filed.id, ['PLAN_WITHHELD_CARE']);
  }

  async function released(): Promise<Uuid> {
    const text = { organisationId: trust, deploymentId: scheme, text: 'Care was refused.' };
    return world.candour.get(ConcernReleasingService).release(handler, filed.id, text);
  }

  async function afterConsent(consents: readonly ConsentUse[]): Promise<Uuid> {
    filed = await file(consents);
    await triaged();
    return released();
  }

  async function releasesOf(actor: Actor) {
    return (await world.candour.get(ReleasedQueries).list(actor, FIRST)).items;
  }

  async function rowsSeen(actor: Actor, table: string): Promise<number> {
    const rows = await world.candour
      .get(Database)
      .rows(scopeOf(actor), { text: `SELECT id FROM concerns.${table}` });
    return rows.length;
  }

  async function ofConcern(actor: Actor, table: string, id: Uuid): Promise<number> {
    const column = table === 'concern' ? 'id' : 'concern_id';
    const rows = await world.candour
      .get(Database)
      .rows(scopeOf(actor), { text: `SELECT id FROM concerns.${table} WHERE ${column} = $1`, values: [id] });
    return rows.length;
  }

  function ofTrust(role: Role) {
    return role === 'TRUST_SUBMITTER' || role === 'CALDICOTT_GUARDIAN' ? { organisationId: trust } : {};
  }
});

function everybodyElse(): Role[] {
  return [
    'ADMIN',
    'TRUST_SUBMITTER',
    'CALDICOTT_GUARDIAN',
    'REVIEWER',
    'LIVED_EXPERIENCE_REVIEWER',
    'LEAD_REVIEWER',
    'USER_GROUP_MEMBER',
  ];
}
