import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConcernReleasingService } from '../../src/concerns/handling/concern-releasing.service.js';
import { CorrespondenceService } from '../../src/concerns/correspondence/correspondence.service.js';
import { ErasureService } from '../../src/concerns/erasing/erasure.service.js';
import { exchangeReaderKeyFiles, makeReaderKeyFiles } from '../../src/concerns/envelopes/keys/key-files.js';
import { OpeningKeys } from '../../src/concerns/envelopes/keys/opening-keys.js';
import { FilingService } from '../../src/concerns/filing/filing.service.js';
import { HandlingService } from '../../src/concerns/handling/handling.service.js';
import { KeyExchangeService } from '../../src/concerns/key-exchange/key-exchange.service.js';
import { SealedTextsQueries } from '../../src/concerns/key-exchange/sealed-texts.queries.js';
import { ReadingService, type OpenConcern } from '../../src/concerns/reading/reading.service.js';
import { receiptHolder, VISITOR, type Actor } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { Settings } from '../../src/platform/settings/settings.js';
import { runConsole, type Ran } from '../support/console.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { aDeployment, aTrust, someAnswers, somebody } from './support.js';

describe('When the operator exchanges the keys of the readers', () => {
  let candour: RunningCandour;
  let keys: string;
  let handler: Actor;
  let trust: Uuid;
  let scheme: Uuid;
  let concernId: Uuid;

  beforeAll(async () => {
    candour = await runningCandour();
    keys = join(candour.app.get(Settings).folder, 'keys');
    const world = { ...candour, candour: candour.app };
    handler = await somebody(world, 'CONCERN_HANDLER');
    trust = await aTrust(world);
    scheme = await aDeployment(world);
    concernId = await said();
  }, 60_000);

  afterAll(() => candour.close());

  it('what is said from then on is sealed to the new keys without a new start, a job seals what was said before, and the old keys are needed for nothing', async () => {
    const before = await keysInUse();
    const words = await read(concernId);
    const rotated = await console('keys', 'rotate');
    expect([rotated.complaint, rotated.exitCode, rotated.json['texts']]).toEqual(['', 0, 5]);
    expect(await read(await said())).toEqual(words);
    await untilJobsAreDone();
    const after = await keysInUse();
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    expect(idsOf(rotated, 'now')).toEqual(after);
    expect(idsOf(rotated, 'before')).toEqual(before);
    for (const name of keptKeys()) renameSync(join(keys, name), join(keys, `${name}.away`));
    forgetKeysInMemory();
    expect(await read(concernId)).toEqual(words);
    for (const name of keptKeys('.away')) renameSync(join(keys, name), join(keys, name.replace('.away', '')));
    const { discrepancies } = await candour.app.get(Verification).run();
    const kinds = new Set(['envelope', 'message', 'concern-release']);
    expect(discrepancies.filter(({ about }) => kinds.has(about.kind))).toEqual([]);
  }, 120_000);

  it('and is broken off between two files, everything opens, and the next time completes it', async () => {
    const words = await read(concernId);
    const old = readFileSync(join(keys, 'reader-narrative.pub'));
    const aside = join(keys, 'aside');
    mkdirSync(aside);
    copyFileSync(join(keys, 'reader-narrative.pub'), join(aside, 'reader-narrative.pub'));
    await exchangeReaderKeyFiles(keys);
    renameSync(join(aside, 'reader-narrative.pub'), join(keys, 'reader-narrative.pub'));
    rmSync(aside, { recursive: true });
    expect(readFileSync(join(keys, 'reader-narrative.pub'))).toEqual(old);
    forgetKeysInMemory();
    const meanwhile = await said();
    expect(await read(meanwhile)).toEqual(words);
    expect((await console('keys', 'rotate')).exitCode).toBe(0);
    await untilJobsAreDone();
    expect(await read(meanwhile)).toEqual(words);
  }, 120_000);

  it('and they did not reach this machine yet, the job says so and seals nothing', async () => {
    const before = await keysInUse();
    const elsewhere = join(keys, 'elsewhere');
    await makeReaderKeyFiles(elsewhere);
    const made = await exchangeReaderKeyFiles(elsewhere);
    await candour.app.get(KeyExchangeService).ask(made.map(({ now }) => now));
    expect(await untilJobsAreDone()).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('The new keys are not on this machine') as string,
    });
    expect(await keysInUse()).toEqual(before);
  }, 60_000);

  it('one text whose key is lost keeps none of the others waiting, and what was erased needs no key', async () => {
    const lost = await said();
    const erased = await said();
    await candour.app.get(ErasureService).erase(erased, 'The person asked for it.');
    await behindTheScenes(
      `UPDATE concerns.envelope SET key_id = 'lost' WHERE concern_id IN ('${lost}', '${erased}')`,
    );
    const rotated = await console('keys', 'rotate');
    await untilJobsAreDone();
    expect(await keysInUse()).toEqual([...idsOf(rotated, 'now'), 'lost'].sort());
    expect(await candour.app.get(SealedTextsQueries).keysInUse()).toContainEqual({ keyId: 'lost', texts: 2 });
  }, 60_000);

  it.each([
    ['is not here', 'key', null, 'reader-message.key is missing'],
    ['is cut off', 'key', 'AAAA', 'reader-message.key is missing'],
    ['is damaged', 'key', 'AAAA\nAAAA\n', 'reader-message.key does not open what is sealed to'],
    ['is not what is sealed to', 'pub', 'A'.repeat(43), 'reader-message.key does not open what is sealed to'],
    ['has nothing that seals to it', 'pub', null, 'reader-message.pub is missing'],
  ])(
    'where one %s, nothing is exchanged',
    async (_, kind, content, said) => {
      const path = join(keys, `reader-message.${kind}`);
      renameSync(path, `${path}.gone`);
      if (content !== null) writeFileSync(path, content);
      const before = contentsOf(keys);
      const refused = await console('keys', 'rotate');
      const after = contentsOf(keys);
      renameSync(`${path}.gone`, path);
      expect([refused.exitCode, String(refused.json['error'])]).toEqual([
        2,
        expect.stringContaining(`Nothing was exchanged. ${said}`) as string,
      ]);
      expect(after).toEqual(before);
    },
    60_000,
  );

  /** A concern with everything that is sealed. */
  async function said(): Promise<Uuid> {
    const { id } = await candour.app
      .get(FilingService)
      .file(VISITOR, someAnswers({ consents: ['trust-words'] }));
    await candour.app.get(HandlingService).triage(handler, id, ['OTHER']);
    await candour.app.get(CorrespondenceService).write(handler, id, 'Can you tell us more?');
    await candour.app.get(CorrespondenceService).write(receiptHolder(id), id, 'No.');
    const text = { organisationId: trust, deploymentId: scheme, text: 'Care was refused.' };
    await candour.app.get(ConcernReleasingService).release(handler, id, text);
    return id;
  }

  async function read(id: Uuid): Promise<readonly (string | null | undefined)[]> {
    const open: OpenConcern = await candour.app.get(ReadingService).forHandler(handler, id);
    return [
      open.narrative?.words,
      ...open.messages.map(({ text }) => text),
      ...open.releases.map(({ text }) => text),
    ];
  }

  async function keysInUse(): Promise<readonly string[]> {
    return (await candour.app.get(SealedTextsQueries).keysInUse()).map(({ keyId }) => keyId);
  }

  /** A process that starts now has no keys in its memory. */
  function forgetKeysInMemory(): void {
    const held: unknown = Reflect.get(candour.app.get(OpeningKeys), 'keys');
    if (held instanceof Map) held.clear();
  }

  function keptKeys(ending = ''): readonly string[] {
    return readdirSync(keys).filter(
      (name) => /^reader-\w+\.[0-9a-f]{16}\.key/.test(name) && name.endsWith(`.key${ending}`),
    );
  }

  function contentsOf(folder: string): readonly (readonly [string, string])[] {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]);
  }

  function idsOf({ json }: Ran, which: 'before' | 'now'): readonly string[] {
    const exchanged = json['keys'] as readonly { readonly before: string; readonly now: string }[];
    return exchanged.map((key) => key[which]).sort();
  }

  /** Waits until no job is left to do, and returns what became of the last one. */
  async function untilJobsAreDone(): Promise<{ readonly state: string; readonly sentence: string }> {
    const newest = 'SELECT state, sentence FROM work.job ORDER BY id DESC LIMIT 1';
    for (;;) {
      const { rows } = await candour.superuser.query<{ state: string; sentence: string }>(newest);
      const [job] = rows;
      if (job && job.state !== 'waiting' && job.state !== 'running') return job;
      await pause(100);
    }
  }

  async function behindTheScenes(statement: string): Promise<void> {
    await candour.superuser.query(
      `SET session_replication_role = 'replica'; ${statement}; RESET session_replication_role`,
    );
  }

  function console(...words: readonly string[]): Promise<Ran> {
    const { folder, secret } = candour.app.get(Settings);
    const { variables } = candour.database;
    return runConsole({ CANDOUR_FOLDER: folder, CANDOUR_SECRET: secret, ...variables }, ...words);
  }
});
