import { ConcernReleasingService } from '../../src/concerns/handling/concern-releasing.service.js';
import { ConsentsService } from '../../src/concerns/following/consents.service.js';
import { CorrespondenceService } from '../../src/concerns/correspondence/correspondence.service.js';
import { ErasureService } from '../../src/concerns/erasing/erasure.service.js';
import { FilingService, type FiledConcern } from '../../src/concerns/filing/filing.service.js';
import { HandlingService } from '../../src/concerns/handling/handling.service.js';
import { ReadingService } from '../../src/concerns/reading/reading.service.js';
import { receiptHolder, VISITOR, type Actor } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { NotFound } from '../../src/kernel/refusal.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { aDeployment, aTrust, someAnswers, somebody } from './support.js';

const REASON = 'The person asked for it.';

describe('A concern that is erased', () => {
  let world: CandourOnDatabase;
  let trust: Uuid;
  let scheme: Uuid;
  let handler: Actor;
  let submitter: Actor;
  let filed: FiledConcern;
  let releaseId: Uuid;

  beforeAll(async () => {
    world = await candourOnDatabase();
    trust = await aTrust(world);
    scheme = await aDeployment(world);
    handler = await somebody(world, 'CONCERN_HANDLER');
    submitter = await somebody(world, 'TRUST_SUBMITTER', { organisationId: trust });
  });

  afterAll(() => world.close());

  beforeEach(async () => {
    filed = await world.candour.get(FilingService).file(VISITOR, someAnswers({ consents: ['trust-words'] }));
    await world.candour.get(HandlingService).triage(handler, filed.id, ['OTHER']);
    await world.candour.get(CorrespondenceService).write(handler, filed.id, 'Can you tell us more?');
    await world.candour.get(CorrespondenceService).write(receiptHolder(filed.id), filed.id, 'No.');
    releaseId = await release();
  });

  it('has lost the keys and the words of what was filed, written both ways and released', async () => {
    expect(await erase()).toEqual({ envelopes: 2, messages: 2, releases: 1 });
    for (const table of ['envelope', 'message', 'release']) {
      const { rows } = await world.superuser.query<object>(
        `SELECT DISTINCT sealed_key, sealed_text FROM concerns.${table} WHERE concern_id = $1`,
        [filed.id],
      );
      expect({ table, rows }).toEqual({ table, rows: [{ sealed_key: null, sealed_text: null }] });
    }
    const open = await world.candour.get(ReadingService).forHandler(handler, filed.id);
    expect([open.narrative, open.identity, ...open.messages.map(({ text }) => text)]).toEqual([
      ...[null, null],
      ...[null, null],
    ]);
  });

  it('is closed to the trust it was released to, and no later consent opens it again', async () => {
    const reading = world.candour.get(ReadingService);
    expect(await reading.release(submitter, releaseId)).toMatchObject({ text: 'Care was refused.' });
    await erase();
    await expect(reading.release(submitter, releaseId)).rejects.toThrow(NotFound);
    const consents = world.candour.get(ConsentsService);
    await consents.decide(receiptHolder(filed.id), new Set(['trust-words', 'cqc']));
    await expect(reading.release(submitter, releaseId)).rejects.toThrow(NotFound);
    expect(await release()).toBe(releaseId);
    expect(await reading.release(submitter, releaseId)).toMatchObject({ text: 'Care was refused.' });
  });

  it('leaves its events with the reason, and a log that verifies; once more it changes nothing', async () => {
    await erase();
    expect(await events()).toEqual([
      { kind: 'concern-release', times: 1 },
      { kind: 'envelope', times: 2 },
      { kind: 'message', times: 2 },
    ]);
    expect(await erase()).toEqual({ envelopes: 0, messages: 0, releases: 0 });
    expect((await events()).map(({ times }) => times)).toEqual([1, 2, 2]);
    const { discrepancies } = await world.candour.get(Verification).run();
    const kinds = new Set(['envelope', 'message', 'concern-release', 'concern']);
    expect(discrepancies.filter(({ about }) => kinds.has(about.kind))).toEqual([]);
  });

  function erase() {
    return world.candour.get(ErasureService).erase(filed.id, REASON);
  }

  function release(): Promise<Uuid> {
    const text = { organisationId: trust, deploymentId: scheme, text: 'Care was refused.' };
    return world.candour.get(ConcernReleasingService).release(handler, filed.id, text);
  }

  async function events() {
    const { rows } = await world.superuser.query<{ kind: string; times: number }>(
      `SELECT subject_kind AS kind, count(*)::integer AS times FROM ledger.event
       WHERE action = 'erase' AND leaf::jsonb ->> 'reason' = $2 AND subject_id IN (
         SELECT id FROM concerns.envelope WHERE concern_id = $1
         UNION ALL SELECT id FROM concerns.message WHERE concern_id = $1
         UNION ALL SELECT id FROM concerns.release WHERE concern_id = $1)
       GROUP BY subject_kind ORDER BY subject_kind`,
      [filed.id, REASON],
    );
    return rows;
  }
});
