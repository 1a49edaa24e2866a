import { OPERATOR } from '../../src/identity/actor.js';
import { OutOfTurn } from '../../src/kernel/refusal.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { adding, addingOnce, changing } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Organisation } from '../../src/organisations/organisation.entity.js';
import { columns, select, sql } from '../../src/platform/database/selection.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { anOrganisation } from '../support/organisations.js';

const NAMED = select(columns(Organisation, 'o', 'name'));
const COUNTED = select({ count: sql<number>('count(*)::int') });

describe('What is decided inside a transaction', () => {
  let world: CandourOnDatabase;
  let ledger: Ledger;

  beforeAll(async () => {
    world = await candourOnDatabase();
    ledger = world.candour.get(Ledger);
  });

  afterAll(() => world.close());

  it('sees what was just done, says what follows, and answers what was decided', async () => {
    const trust = anOrganisation({ name: 'Before' });
    const seen = await ledger.decide(OPERATOR, async ({ look, perform }) => {
      await perform(adding('register', Organisation, trust));
      const [found] = await look(NAMED.from('organisations.organisation o WHERE o.id = $1', [trust.id]));
      await perform(renaming(trust.id, 'After'));
      return found?.name;
    });
    expect(seen).toBe('Before');
    expect(await traces(trust.id)).toEqual({ records: 1, events: 2 });
  });

  it('is undone whole when it ends in a refusal', async () => {
    const trust = anOrganisation();
    const refused = ledger.decide(OPERATOR, async ({ perform }) => {
      await perform(adding('register', Organisation, trust));
      throw new OutOfTurn('Not today.');
    });
    await expect(refused).rejects.toThrow('Not today.');
    expect(await traces(trust.id)).toEqual({ records: 0, events: 0 });
  });

  it('adds what is sent again only once, with nothing of what was sent with it', async () => {
    const [first, again, beside] = [anOrganisation(), anOrganisation({ name: 'Again' }), anOrganisation()];
    again.id = first.id;
    expect(await ledger.perform(OPERATOR, addingOnce('register', Organisation, first))).toBe('done');
    const repeated = await ledger.perform(
      OPERATOR,
      addingOnce('register', Organisation, again),
      adding('register', Organisation, beside),
    );
    expect(repeated).toBe('repeated');
    expect(await traces(first.id)).toEqual({ records: 1, events: 1 });
    expect(await traces(beside.id)).toEqual({ records: 0, events: 0 });
  });

  it('adds once though twenty send at the same moment', async () => {
    const id = anOrganisation().id;
    const sent = Array.from({ length: 20 }, () => Object.assign(anOrganisation(), { id }));
    const outcomes = await Promise.all(
      sent.map((one) => ledger.perform(OPERATOR, addingOnce('register', Organisation, one))),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await traces(id)).toEqual({ records: 1, events: 1 });
  });

  it('still refuses what is added once when it breaks another rule than its id', async () => {
    const first = anOrganisation();
    await ledger.perform(OPERATOR, adding('register', Organisation, first));
    const twin = anOrganisation({ key: first.key });
    await expect(ledger.perform(OPERATOR, addingOnce('register', Organisation, twin))).rejects.toThrow(
      "because an organisation's key is its own",
    );
  });

  function renaming(id: Uuid, name: string) {
    return changing('correct', Organisation, id, {
      change: (one) => {
        one.name = name;
      },
    });
  }

  async function traces(id: Uuid): Promise<object> {
    return ledger.decide(OPERATOR, async ({ look }) => {
      const [records] = await look(COUNTED.from('organisations.organisation o WHERE o.id = $1', [id]));
      const { rows } = await world.superuser.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM ledger.event WHERE subject_id = $1',
        [id],
      );
      return { records: records?.count, events: rows[0]?.count };
    });
  }
});
