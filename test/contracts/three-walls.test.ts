import fc from 'fast-check';
import type { Client } from 'pg';
import type { INestApplicationContext } from '@nestjs/common';
import { Access } from '../../src/access/access.js';
import { Actor, OPERATOR, receiptHolder, VISITOR } from '../../src/identity/actor.js';
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
  'reply',
  'evidence',
  'moderate',
  'deployment-under-review',
];

describe('Both walls and the WHERE between them let the same rows through', () => {
  let world: CandourOnDatabase;
  let owner: Client;
  let candour: INestApplicationContext;
  const pool: readonly Uuid[] = Array.from({ length: 6 }, newTimelessId);

  beforeAll(async () => {
    world = await candourOnDatabase();
    ({ owner, candour } = world);
    await owner.query("SET session_replication_role = 'replica'");
  });

  afterAll(() => world.close());

  it('for every kind of record and every sort of person, over ten thousand cases', async () => {
    let cases = 0;
    const kinds = recordedClasses();
    const actorsPerKind = Math.ceil(CASES_WANTED / (kinds.length * ROWS_PER_KIND)) + 60;
    for (const [index, kind] of kinds.entries()) {
      const kept = await fillWithRandomRows(owner, tableOf(kind), {
        pool,
        seed: 2026 + index,
        count: ROWS_PER_KIND,
      });
      expect({ kind: kind.name, rows: kept > 0 }).toEqual({ kind: kind.name, rows: true });
      const { text } = select(everyColumn(kind, 'r')).from(`${tableOf(kind)} r`);
      const { rows } = await owner.query<Stored<RecordedEntity>>(text);
      const records = rows.map((row) => recordOf(kind, row));
      for (const actor of fc.sample(anyActor(pool), { numRuns: actorsPerKind, seed: 11 + index })) {
        const seen = await visibleIds(kind, actor, records);
        expect({ kind: recordedKind(kind).kind, actor: told(actor), ...seen }).toEqual({
          kind: recordedKind(kind).kind,
          actor: told(actor),
          inMemory: seen.inMemory,
          inSql: seen.inMemory,
          byRowSecurity: seen.inMemory,
        });
        cases += records.length;
      }
    }
    expect(cases).toBeGreaterThanOrEqual(CASES_WANTED);
  });

  async function visibleIds(kind: RecordedClass, actor: Actor, records: readonly { id: Uuid }[]) {
    const access = candour.get(Access);
    const where = access.where(actor, 'read', kind, { alias: 'r', after: 0 });
    const inSql = await owner.query<{ id: Uuid }>(`SELECT id FROM ${tableOf(kind)} r WHERE ${where.text}`, [
      ...where.values,
    ]);
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

function anyActor(pool: readonly Uuid[]): fc.Arbitrary<Actor> {
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
    .map((facts) => new Actor({ standing: 'person', name: 'Somebody', ...facts }));
  return fc.oneof(
    { weight: 12, arbitrary: person },
    { weight: 1, arbitrary: fc.constant(VISITOR) },
    { weight: 1, arbitrary: fc.constant(OPERATOR) },
    { weight: 2, arbitrary: fc.constantFrom(...pool).map(receiptHolder) },
  );
}

function told(actor: Actor): string {
  const roles = actor.heldRoles.map(({ role, organisationId }) => `${role}@${organisationId ?? ''}`);
  const engagements = actor.engagements.map(({ kind, recordId }) => `${kind}@${recordId}`);
  return [actor.standing, actor.personId, actor.receiptFor, ...roles, ...engagements].join(' ');
}
