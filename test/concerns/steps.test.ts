import { ConcernsQueries } from '../../src/concerns/concerns.queries.js';
import { CorrespondenceService } from '../../src/concerns/correspondence/correspondence.service.js';
import { FilingService } from '../../src/concerns/filing/filing.service.js';
import { ConsentsService } from '../../src/concerns/following/consents.service.js';
import { HandlingService } from '../../src/concerns/handling/handling.service.js';
import { QueueQueries, type QueuePart } from '../../src/concerns/handling/queue.queries.js';
import { ReadingService } from '../../src/concerns/reading/reading.service.js';
import type { ConsentUse } from '../../src/concerns/consent-use.js';
import { receiptHolder, VISITOR, type Actor } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { OutOfTurn } from '../../src/kernel/refusal.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { someAnswers, somebody } from './support.js';

describe('The steps of a concern', () => {
  let world: CandourOnDatabase;
  let handler: Actor;

  beforeAll(async () => {
    world = await candourOnDatabase();
    handler = await somebody(world, 'CONCERN_HANDLER');
  });

  afterAll(() => world.close());

  it.each([
    ['noted what it is about', (id: Uuid) => handling().triage(handler, id, ['OTHER'])],
    ['taken it in', (id: Uuid) => handling().admit(handler, id)],
  ])('a held concern stands in the queue once a handler has %s', async (_, act) => {
    const { id } = await world.candour.get(FilingService).file(VISITOR, someAnswers(), { held: true });
    expect([await stands(id, 'held'), await stands(id, 'open')]).toEqual([true, false]);
    await act(id);
    expect([await stands(id, 'held'), await stands(id, 'open')]).toEqual([false, true]);
  });

  it('a closed concern is opened by a use that its person newly agrees to', async () => {
    const id = await closed([]);
    await agree(id, ['cqc']);
    expect(await state(id)).toBe('answered');
    expect(await stands(id, 'open')).toBe(true);
  });

  it('a closed concern stays closed when its person takes back one use of two, or all', async () => {
    const id = await closed(['cqc', 'ico']);
    await agree(id, ['ico']);
    expect(await state(id)).toBe('closed');
    await agree(id, []);
    expect(await state(id)).toBe('closed');
  });

  it('a withdrawn concern is not opened by a consent', async () => {
    const id = await closed([]);
    await world.candour.get(ConsentsService).withdraw(receiptHolder(id));
    await expect(agree(id, ['cqc'])).rejects.toThrow(OutOfTurn);
    expect(await state(id)).toBe('withdrawn');
  });

  it('a concern that a handler opens in two windows at once is noted as read once', async () => {
    const { id } = await world.candour.get(FilingService).file(VISITOR, someAnswers());
    const reading = world.candour.get(ReadingService);
    await world.superuser.query('BEGIN; LOCK TABLE concerns.reading IN SHARE MODE');
    const opened = Promise.all([reading.forHandler(handler, id), reading.forHandler(handler, id)]);
    await waitingForLocks(2);
    await world.superuser.query('COMMIT');
    await opened;
    expect((await reading.forHandler(handler, id)).readings).toHaveLength(1);
  });

  it('a message that is sent several times at once under one token is one message', async () => {
    const id = await closed([]);
    const once = '7d9b2c6e-93d7-4d25-8a5e-0c2f5a3b1e78';
    const correspondence = world.candour.get(CorrespondenceService);
    await Promise.all(
      [1, 2, 3, 4].map(() => correspondence.write(receiptHolder(id), id, 'Once more.', once)),
    );
    const { messages, concern } = await world.candour.get(ReadingService).forHandler(handler, id);
    expect(messages.map(({ turn, text }) => [turn, text])).toEqual([
      [1, 'Found.'],
      [2, 'Once more.'],
    ]);
    expect(concern.revision).toBe(5);
  });

  async function waitingForLocks(count: number): Promise<void> {
    const { rows } = await world.superuser.query<{ waiting: number }>(
      `SELECT count(*)::integer AS waiting FROM pg_locks
       WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if ((rows[0]?.waiting ?? 0) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return waitingForLocks(count);
  }

  function handling(): HandlingService {
    return world.candour.get(HandlingService);
  }

  async function closed(consents: readonly ConsentUse[]): Promise<Uuid> {
    const { id } = await world.candour.get(FilingService).file(VISITOR, someAnswers({ consents }));
    await handling().triage(handler, id, ['OTHER']);
    await world.candour.get(CorrespondenceService).answer(handler, id, 'Found.');
    await handling().close(handler, id);
    return id;
  }

  function agree(id: Uuid, uses: readonly ConsentUse[]): Promise<void> {
    return world.candour.get(ConsentsService).decide(receiptHolder(id), new Set(uses));
  }

  async function state(id: Uuid) {
    return (await world.candour.get(ConcernsQueries).one(handler, id))?.state;
  }

  async function stands(id: Uuid, part: QueuePart): Promise<boolean> {
    const { items } = await world.candour.get(QueueQueries).queue(handler, part, { limit: 100, after: null });
    return items.some((item) => item.id === id);
  }
});
