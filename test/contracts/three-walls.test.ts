import fc from 'fast-check';
import type { Client } from 'pg';
import type { INestApplicationContext } from '@nestjs/common';
import { Access } from '../../src/access/access.js';
import { Actor, OPERATOR, receiptHolder, VISITOR } from '../../src/identity/actor.js';
import { Engagements, type Engagement } from '../../src/identity/engagements.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { ROLE_CODES, ROLES } from '../../src/identity/roles.js';
import { newTimelessId, type Uuid } from '../../src/kernel/identifiers.js';
import { Database } from '../../src/platform/database/database.js';
import {
  recordedClasses,
  recordedKind,
  tableOf,
  type RecordedClass,
  type RecordedEntity,
  type Stored,
} from '../../src/platform/database/recorded.js';
import { everyColumn, recordOf, select } from '../../src/platform/database/selection.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { fillWithRandomRows } from '../support/random-rows.js';

const CASES_WANTED = 10_000;
const ROWS_PER_KIND = 40;
const ENGAGEMENT_KINDS = [
  'assigned',
  'barred',
  'review',
  'scoring',
  'led',
  'compare',
  'open-scores',
  'replied-scores',
  'reply',
  'audited',
  'deployment-under-review',
];

describe('Both walls and the WHERE between them let the same rows through', () => {
  let world: CandourOnDatabase;
  let superuser: Client;
  let candour: INestApplicationContext;
  const pool: readonly Uuid[] = Array.from({ length: 6 }, newTimelessId);

  beforeAll(async () => {
    world = await candourOnDatabase();
    ({ superuser, candour } = world);
    await superuser.query("SET session_replication_role = 'replica'");
  });

  afterAll(() => world.close());

  it('for every kind of record and every sort of person, over ten thousand cases', async () => {
    let cases = 0;
    const kinds = recordedClasses();
    const actorsPerKind = Math.ceil(CASES_WANTED / (kinds.length * ROWS_PER_KIND)) + 60;
    for (const [index, kind] of kinds.entries()) {
      const kept = await fillWithRandomRows(superuser, tableOf(kind), {
        pool,
        seed: 2026 + index,
        count: ROWS_PER_KIND,
      });
      expect({ kind: kind.name, rows: kept > 0 }).toEqual({ kind: kind.name, rows: true });
      const { text } = select(everyColumn(kind, 'r')).from(`${tableOf(kind)} r`);
      const { rows } = await superuser.query<Stored<RecordedEntity>>(text);
      const records = rows.map((row) => recordOf(kind, row));
      for (const { actor, engaged } of fc.sample(anybody(pool), {
        numRuns: actorsPerKind,
        seed: 11 + index,
      })) {
        await engage(engaged);
        const seen = await visibleIds(kind, actor, records);
        const who = described(actor, engaged);
        expect({ kind: recordedKind(kind).kind, who, ...seen }).toEqual({
          kind: recordedKind(kind).kind,
          who,
          inMemory: seen.inMemory,
          inSql: seen.inMemory,
          byRowSecurity: seen.inMemory,
        });
        cases += records.length;
      }
    }
    expect(cases).toBeGreaterThanOrEqual(CASES_WANTED);
  });

  /** Makes these the only engagements that the database knows of. */
  async function engage(people: readonly EngagedPerson[]): Promise<void> {
    await superuser.query('DELETE FROM access.engagement');
    await superuser.query(
      `INSERT INTO access.engagement (person_id, kind, record_id, via)
       SELECT e."personId", e.kind, e."recordId", e."recordId"
       FROM jsonb_to_recordset($1) AS e("personId" uuid, kind text, "recordId" uuid) ON CONFLICT DO NOTHING`,
      [JSON.stringify(people)],
    );
  }

  async function visibleIds(kind: RecordedClass, actor: Actor, records: readonly { id: Uuid }[]) {
    const access = candour.get(Access);
    const where = access.where(actor, 'read', kind, { alias: 'r', after: 0 });
    const inSql = await superuser.query<{ id: Uuid }>(
      `SELECT id FROM ${tableOf(kind)} r WHERE ${where.text}`,
      [...where.values],
    );
    return {
      inMemory: records
        .filter((record) => access.can(actor, 'read', record))
        .map(({ id }) => id)
        .sort(),
      inSql: inSql.rows.map(({ id }) => id).sort(),
      byRowSecurity: await idsByRowSecurity(candour.get(Database), kind, actor),
    };
  }
});

/** What row-level security alone shows; a role with no right to the table at all sees no row of it. */
async function idsByRowSecurity(database: Database, kind: RecordedClass, actor: Actor): Promise<Uuid[]> {
  try {
    const rows = await database.rows<{ id: Uuid }>(scopeOf(actor), {
      text: `SELECT id FROM ${tableOf(kind)}`,
    });
    return rows.map(({ id }) => id).sort();
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === '42501') return [];
    throw fault;
  }
}

interface EngagedPerson extends Engagement {
  readonly personId: Uuid;
}

/** Somebody who acts, and what they and other people take part in. */
interface Somebody {
  readonly actor: Actor;
  readonly engaged: readonly EngagedPerson[];
}

/** Anybody at all; what a person takes part in is in the actor, and in the database among what others take part in. */
function anybody(pool: readonly Uuid[]): fc.Arbitrary<Somebody> {
  const heldRole = fc
    .constantFrom(...ROLE_CODES)
    .chain((role) =>
      fc
        .constantFrom(...pool)
        .map((id) => ({ role, organisationId: ROLES[role].ofOrganisation ? id : null })),
    );
  const engagement = fc.record({
    kind: fc.constantFrom(...ENGAGEMENT_KINDS),
    recordId: fc.constantFrom(...pool),
  });
  const person = fc
    .record({
      personId: fc.constantFrom(...pool),
      heldRoles: fc.array(heldRole, { maxLength: 2 }),
      engagements: fc.array(engagement, { maxLength: 3 }),
    })
    .map(({ engagements, ...facts }) => ({
      actor: new Actor({
        standing: 'person',
        name: 'Somebody',
        ...facts,
        engagements: Engagements.of(engagements),
      }),
      engaged: engagements.map((each) => ({ ...each, personId: facts.personId })),
    }));
  const nobodyEngaged = (actor: Actor): Somebody => ({ actor, engaged: [] });
  const someone = fc.oneof(
    { weight: 12, arbitrary: person },
    { weight: 1, arbitrary: fc.constant(nobodyEngaged(VISITOR)) },
    { weight: 1, arbitrary: fc.constant(nobodyEngaged(OPERATOR)) },
    { weight: 2, arbitrary: fc.constantFrom(...pool).map((id) => nobodyEngaged(receiptHolder(id))) },
  );
  const other = fc.tuple(engagement, fc.constantFrom(...pool));
  return fc.tuple(someone, fc.array(other, { maxLength: 4 })).map(([{ actor, engaged }, others]) => ({
    actor,
    engaged: [
      ...engaged,
      ...others.flatMap(([each, personId]) => (personId === actor.personId ? [] : [{ ...each, personId }])),
    ],
  }));
}

function described(actor: Actor, engaged: readonly EngagedPerson[]): string {
  const roles = actor.heldRoles.map(({ role, organisationId }) => `${role}@${organisationId ?? ''}`);
  const parts = engaged.map(({ personId, kind, recordId }) => `${personId} takes part: ${kind}@${recordId}`);
  return [actor.standing, actor.personId, actor.receiptFor, ...roles, ...parts].join(' ');
}
