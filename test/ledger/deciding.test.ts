import { OPERATOR, VISITOR, type Actor } from '../../src/identity/actor.js';
import { OutOfTurn, SentOtherwise } from '../../src/kernel/refusal.js';
import { newId, newTimelessId, type Uuid } from '../../src/kernel/identifiers.js';
import { adding, addingOnce, changing, type SaidOnce } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Sendings } from '../../src/ledger/sendings.js';
import { Organisation } from '../../src/organisations/organisation.entity.js';
import { columns, select, sql } from '../../src/platform/database/selection.js';
import { testSettings } from '../support/settings.js';
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

  describe('what comes under a token', () => {
    const WORDS = { name: 'The Lantern', about: ['a', 'b'], left: undefined };

    it('is done once where the same is sent again, with nothing of what was sent with it', async () => {
      const [first, again, beside] = [anOrganisation(), anOrganisation(), anOrganisation()];
      again.id = first.id;
      expect(await ledger.perform(OPERATOR, sent(first, WORDS))).toBe('done');
      const same = { about: ['a', 'b'], name: 'The Lantern' };
      const besides = adding('register', Organisation, beside);
      expect(await ledger.perform(OPERATOR, sent(again, same), besides)).toBe('repeated');
      expect(await traces(first.id)).toEqual({ records: 1, events: 1 });
      expect(await traces(beside.id)).toEqual({ records: 0, events: 0 });
    });

    it.each<[string, Partial<SaidOnce> & { readonly by?: Actor; readonly verb?: string }]>([
      ['says something else', { said: { ...WORDS, name: 'Other' } }],
      ['says less', { said: { name: 'The Lantern' } }],
      ['is about something else', { about: newId() }],
      ['is sent by somebody else', { by: VISITOR }],
      ['is another act', { verb: 'close' }],
    ])(
      'is refused, and leaves nothing, where it %s',
      async (_what, { by = OPERATOR, verb = 'register', ...other }) => {
        const [first, beside] = [anOrganisation(), anOrganisation()];
        await ledger.perform(OPERATOR, sent(first, WORDS));
        const second = addingOnce(verb, Organisation, Object.assign(anOrganisation(), { id: first.id }), {
          ...{ about: null, said: WORDS },
          ...other,
        });
        const refused = ledger.decide(by, async ({ perform }) => {
          await perform(second, adding('register', Organisation, beside));
        });
        await expect(refused).rejects.toThrow(SentOtherwise);
        expect(await traces(first.id)).toEqual({ records: 1, events: 1 });
        expect(await traces(beside.id)).toEqual({ records: 0, events: 0 });
        expect(await ledger.perform(OPERATOR, sent(first, WORDS))).toBe('repeated');
      },
    );

    it('is the first again where the first was refused', async () => {
      const first = anOrganisation();
      const refused = ledger.decide(OPERATOR, async ({ perform }) => {
        await perform(sent(first, WORDS));
        throw new OutOfTurn('Not today.');
      });
      await expect(refused).rejects.toThrow('Not today.');
      expect(await ledger.perform(OPERATOR, sent(first, { name: 'Mended' }))).toBe('done');
    });

    it('is done once though twenty send at the same moment, and of two that differ one is refused', async () => {
      const id = anOrganisation().id;
      const words = Array.from({ length: 20 }, (_, nth) => ({ name: nth % 2 === 0 ? 'One' : 'Other' }));
      const outcomes = await Promise.all(
        words.map((said) =>
          ledger
            .perform(OPERATOR, sent(Object.assign(anOrganisation(), { id }), said))
            .catch((fault: unknown) => (fault instanceof SentOtherwise ? 'refused' : fault)),
        ),
      );
      const counted = (wanted: string): number => outcomes.filter((one) => one === wanted).length;
      expect([counted('done'), counted('repeated'), counted('refused')]).toEqual([1, 9, 10]);
      expect(await traces(id)).toEqual({ records: 1, events: 1 });
    });

    it('is kept as two hashes that need the token and the key of this service', async () => {
      const token = newTimelessId();
      const noted = (secret: string, of = token): string =>
        new Sendings(testSettings({ CANDOUR_SECRET: secret }))
          .noted(
            { does: 'send', token: of, what: 'file concern', about: null, said: { words: 'No' } },
            VISITOR,
          )
          .digest.toString('hex');
      expect(noted('a'.repeat(40))).toBe(noted('a'.repeat(40)));
      expect(noted('a'.repeat(40))).not.toBe(noted('b'.repeat(40)));
      expect(noted('a'.repeat(40))).not.toBe(noted('a'.repeat(40), newTimelessId()));
      const { rows } = await world.superuser.query<{ kept: string }>(
        'SELECT s::text AS kept FROM ledger.sending s',
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(
        rows.filter(({ kept }) => !/^\("?\\+x[0-9a-f]{64}"?,"?\\+x[0-9a-f]{64}"?\)$/.test(kept)),
      ).toEqual([]);
    });

    it('cannot be read, written or forgotten by any scope but through the one function', async () => {
      const { rows } = await world.superuser.query(
        "SELECT grantee FROM information_schema.table_privileges WHERE table_schema = 'ledger' AND table_name = 'sending' AND grantee LIKE 'candour\\_%' AND grantee <> 'candour_definer'",
      );
      expect(rows).toEqual([]);
    });
  });

  it('still refuses what is added once when it breaks another rule than its id', async () => {
    const first = anOrganisation();
    await ledger.perform(OPERATOR, adding('register', Organisation, first));
    const twin = anOrganisation({ key: first.key });
    await expect(ledger.perform(OPERATOR, sent(twin, {}))).rejects.toThrow(
      "because an organisation's key is its own",
    );
  });

  function sent(record: Organisation, said: object) {
    return addingOnce('register', Organisation, record, { about: null, said });
  }

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
