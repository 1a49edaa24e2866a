import { Actor, OPERATOR, VISITOR } from '../../src/identity/actor.js';
import {
  ChangedMeanwhile,
  NotFound,
  OutOfTurn,
  SignInNeeded,
  Unprocessable,
} from '../../src/kernel/refusal.js';
import { newId } from '../../src/kernel/identifiers.js';
import { adding, changing, checking, type Act } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Organisation } from '../../src/organisations/organisation.entity.js';
import { Database } from '../../src/platform/database/database.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { anOrganisation } from '../support/organisations.js';
import { aPerson } from '../support/people.js';

describe('The one door for writes', () => {
  let world: CandourOnDatabase;
  let ledger: Ledger;

  beforeAll(async () => {
    world = await candourOnDatabase();
    ledger = world.candour.get(Ledger);
  });

  afterAll(() => world.close());

  it('leaves one event for each revision, each naming the one before it', async () => {
    const trust = anOrganisation();
    await ledger.perform(OPERATOR, adding('register', Organisation, trust));
    await ledger.perform(
      OPERATOR,
      renaming(trust.id, 'Example Trust North'),
      renaming(trust.id, 'Example Trust South'),
    );
    const { rows } = await world.superuser.query<{
      revision: number;
      action: string;
      follows: boolean | null;
    }>(
      `SELECT revision, action, leaf::jsonb ->> 'previous' = encode(lag(leaf_hash) OVER (ORDER BY revision), 'hex') AS follows
       FROM ledger.event WHERE subject_id = $1 ORDER BY revision`,
      [trust.id],
    );
    expect(rows).toEqual([
      { revision: 1, action: 'register', follows: null },
      { revision: 2, action: 'correct', follows: true },
      { revision: 3, action: 'correct', follows: true },
    ]);
  });

  it.each([[['AUDITOR', 'ADMIN']], [['ADMIN', 'AUDITOR']]] as const)(
    'names the post in which somebody acted, whichever of %j they were given first',
    async (roles) => {
      const posts: string[] = [];
      ledger.onDone(({ post }) => posts.push(post));
      const { id: personId } = await aPerson(world.candour);
      const heldRoles = roles.map((role) => ({ role, organisationId: null }));
      const trust = anOrganisation();
      await ledger.perform(
        new Actor({ standing: 'person', personId, heldRoles }),
        adding('register', Organisation, trust),
        renaming(trust.id, 'Example Trust East'),
      );
      const { rows } = await world.superuser.query<{ post: string }>(
        `SELECT leaf::jsonb -> 'actor' ->> 'post' AS post FROM ledger.event WHERE subject_id = $1`,
        [trust.id],
      );
      expect(rows.map(({ post }) => post)).toEqual(['ADMIN', 'ADMIN']);
      expect(posts.slice(-2)).toEqual(['ADMIN', 'ADMIN']);
    },
  );

  it('does all the acts or none', async () => {
    const trust = anOrganisation();
    const refusing = checking(() => Promise.reject(new OutOfTurn('Not today.')));
    await expect(ledger.perform(OPERATOR, adding('register', Organisation, trust), refusing)).rejects.toThrow(
      'Not today.',
    );
    expect(await traces(trust.id)).toEqual({ records: 0, events: 0 });
  });

  it('refuses a visitor, and leaves no trace of it', async () => {
    const trust = anOrganisation();
    await expect(ledger.perform(VISITOR, adding('register', Organisation, trust))).rejects.toThrow(
      SignInNeeded,
    );
    expect(await traces(trust.id)).toEqual({ records: 0, events: 0 });
  });

  it('says that a record is not there, whether it never was or may not be seen', async () => {
    await expect(ledger.perform(OPERATOR, renaming(newId(), 'Nobody'))).rejects.toThrow(NotFound);
  });

  it('refuses a change to a revision that is no longer the newest', async () => {
    const trust = anOrganisation();
    await ledger.perform(OPERATOR, adding('register', Organisation, trust));
    await ledger.perform(OPERATOR, renaming(trust.id, 'First', 1));
    await expect(ledger.perform(OPERATOR, renaming(trust.id, 'Second', 1))).rejects.toThrow(ChangedMeanwhile);
  });

  it('lets one of many writers at a time change a record, and counts every change', async () => {
    const trust = anOrganisation();
    await ledger.perform(OPERATOR, adding('register', Organisation, trust));
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => ledger.perform(OPERATOR, renaming(trust.id, `Name ${at}`))),
    );
    expect(await traces(trust.id)).toEqual({ records: 1, events: 21 });
  });

  it('answers a broken rule of the database with the rule itself', async () => {
    const trust = anOrganisation();
    await ledger.perform(OPERATOR, adding('register', Organisation, trust));
    const twin = anOrganisation({ key: trust.key });
    await expect(ledger.perform(OPERATOR, adding('register', Organisation, twin))).rejects.toThrow(
      "This was not saved, because an organisation's key is its own.",
    );
  });

  it('refuses text that PostgreSQL cannot hold, as a mistake that can be mended', async () => {
    const trust = anOrganisation({ name: 'a\0b' });
    await expect(ledger.perform(OPERATOR, adding('register', Organisation, trust))).rejects.toThrow(
      Unprocessable,
    );
  });

  it('is the only door: PostgreSQL refuses a change without its event, even from the operator', async () => {
    const trust = anOrganisation();
    await ledger.perform(OPERATOR, adding('register', Organisation, trust));
    const past = world.candour
      .get(Database)
      .write(scopeOf(OPERATOR), (manager) =>
        manager.query("UPDATE organisations.organisation SET name = 'Quietly' WHERE id = $1", [trust.id]),
      );
    await expect(past).rejects.toThrow('has no event in its transaction');
  });

  it.each([
    'UPDATE ledger.event SET action = action',
    'DELETE FROM ledger.event',
    'DELETE FROM ledger.opening',
    'TRUNCATE ledger.queue',
  ])('cannot be undone by the application: %s', async (statement) => {
    const attempt = world.candour
      .get(Database)
      .write(scopeOf(OPERATOR), (manager) => manager.query(statement));
    await expect(attempt).rejects.toThrow('permission denied');
  });

  function renaming(id: string, name: string, expected: number | null = null): Act {
    return changing('correct', Organisation, id, {
      expected,
      change: (organisation) => {
        organisation.name = name;
      },
    });
  }

  async function traces(id: string): Promise<{ records: number; events: number }> {
    const { rows } = await world.superuser.query<{ records: number; events: number }>(
      `SELECT (SELECT count(*)::int FROM organisations.organisation WHERE id = $1) AS records,
         (SELECT count(*)::int FROM ledger.event WHERE subject_id = $1) AS events`,
      [id],
    );
    return rows[0] ?? { records: -1, events: -1 };
  }
});
