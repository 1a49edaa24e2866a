import { recordedClasses, recordedKind, tableOf } from '../../src/platform/database/recorded.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';

const SCOPES = "('candour_public', 'candour_member', 'candour_receipt', 'candour_operator')";

describe('What a public record said before is kept', () => {
  let world: CandourOnDatabase;

  beforeAll(async () => {
    world = await candourOnDatabase();
  });

  afterAll(() => world.close());

  it('for every table of which everyone reads rows that anybody may change', async () => {
    const open = await strings(`SELECT DISTINCT c.oid::regclass::text AS value FROM pg_class c
      JOIN pg_policy p ON p.polrelid = c.oid AND p.polcmd IN ('r', '*')
        AND (p.polroles = '{0}' OR 'candour_public'::regrole = ANY (p.polroles))
      WHERE c.relkind = 'r' AND has_any_column_privilege('candour_public', c.oid, 'SELECT')
        AND EXISTS (SELECT FROM pg_attribute a, pg_roles r WHERE a.attrelid = c.oid AND a.attnum > 0 AND r.rolname IN ${SCOPES}
          AND a.attname NOT IN ('id', 'revision', 'published') AND has_column_privilege(r.oid, c.oid, a.attnum, 'UPDATE'))`);
    const recorded = new Set(recordedClasses().map(tableOf));
    const wanted = open.filter((table) => recorded.has(table));
    expect(wanted.length).toBeGreaterThan(8);
    const kept = await keeping();
    expect(wanted.filter((table) => !kept.has(table))).toEqual([]);
  });

  it('and under the kind by which its events are known', async () => {
    const kinds = new Map(recordedClasses().map((kind) => [tableOf(kind), recordedKind(kind).kind]));
    for (const [table, terms] of await keeping())
      expect([table, terms.kind]).toEqual([table, kinds.get(table)]);
  });

  it('by PostgreSQL alone: no scope writes, changes or removes it', async () => {
    const rights = await strings(`SELECT grantee || ' ' || privilege_type AS value
      FROM information_schema.table_privileges WHERE table_schema = 'ledger' AND table_name = 'change'
        AND grantee IN ${SCOPES} AND privilege_type <> 'SELECT'`);
    expect(rights).toEqual([]);
  });

  async function keeping(): Promise<Map<string, { readonly kind: string }>> {
    const { rows } = await world.superuser.query<{ table: string; terms: string }>(
      `SELECT tgrelid::regclass::text AS table, encode(tgargs, 'escape') AS terms FROM pg_trigger
       WHERE tgname = 'what it said before is kept' AND tgenabled = 'O' AND tgdeferrable AND tginitdeferred`,
    );
    return new Map(
      rows.map(({ table, terms }) => [table, JSON.parse(terms.replace(/\\000$/, '')) as { kind: string }]),
    );
  }

  async function strings(text: string): Promise<string[]> {
    const { rows } = await world.superuser.query<{ value: string }>(text);
    return rows.map(({ value }) => value);
  }
});
