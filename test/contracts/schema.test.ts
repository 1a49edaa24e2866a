import { getMetadataArgsStorage } from 'typeorm';
import { columnsOf, recordedClasses, recordedKind } from '../../src/platform/database/recorded.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';

/** Tables that hold working state and no record, each with the reason why a change to it leaves no event. */
const WORKING_STATE: Readonly<Record<string, string>> = {
  'identity.session': 'a session is a proof of who somebody is; what a person does in it is recorded',
  'identity.security_note':
    'counts attempts that failed, and forgets them; what is done to an account is recorded',
  'identity.spent_code': 'remembers that a sign-in code was used, so that it works once',
  'work.job': 'the progress of long work; what the work changes is recorded',
  'work.mail': 'an outbox; the act that wrote a mail is recorded',
  'ledger.event': 'the log itself',
  'ledger.opening': 'belongs to the log',
  'ledger.sending':
    'remembers as hashes what came under a token, so that it is done once; what it did is recorded',
  'ledger.queue': 'belongs to the log',
  'ledger.change':
    'what public records said before; PostgreSQL keeps it in the act that changes them, and nobody writes it',
  'public.schema_migration': 'which migrations ran',
  'access.engagement':
    'who takes part in what; PostgreSQL derives it from records in the act that changes them',
  'access.engaged_person': 'tells when what a person takes part in was derived anew',
  'succession.feature':
    'what schemes may share; PostgreSQL notes it from records in the act that changes them, and nobody writes it',
  'notices.notice': 'what people were told; the worker derives it from records and nobody writes it',
  'notices.beginning': 'the day on which telling began here',
  'concerns.draft': 'sealed answers that nobody has sent yet',
  'concerns.ended_key':
    'random ids of what browsers gave back; who left, and what they read, is told to nobody',
};

const NAMING_FILES = ['evidence.item'];

describe('The schema keeps what the code promises', () => {
  let world: CandourOnDatabase;

  beforeAll(async () => {
    world = await candourOnDatabase();
  });

  afterAll(() => world.close());

  it('knows of every table whether it is recorded or working state, and why', async () => {
    const tables =
      await strings(`SELECT table_schema || '.' || table_name AS value FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'graphile_worker')`);
    const unknown = tables.filter((table) => !recordedTables().has(table) && !(table in WORKING_STATE));
    expect(unknown).toEqual([]);
  });

  it('refuses an eventless change to every recorded table', async () => {
    const guarded =
      await strings(`SELECT tgrelid::regclass::text || ' ' || encode(tgargs, 'escape') AS value FROM pg_trigger
      WHERE tgname = 'no change without its event' AND tgdeferrable AND tginitdeferred AND tgenabled = 'O'`);
    const wanted = [...recordedTables()].map(([table, kind]) => `${table} ${kind}\\000`);
    expect([...guarded].sort()).toEqual(wanted.sort());
  });

  it('stands row-level security behind every recorded table, for its owner too', async () => {
    const open = await strings(`SELECT oid::regclass::text AS value FROM pg_class
      WHERE relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)`);
    expect(open.filter((table) => recordedTables().has(table))).toEqual([]);
  });

  it('has the same columns as the entities, no more and no fewer', async () => {
    for (const kind of recordedClasses()) {
      const columns = await strings(
        "SELECT attname AS value FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
        [tableOf(kind)],
      );
      expect({ kind: kind.name, columns: [...columns].sort() }).toEqual({
        kind: kind.name,
        columns: [...columnsOf(kind).values()].sort(),
      });
    }
  });

  it('calls a column sha256 only where it names a kept file, which a backup takes along', async () => {
    const tables =
      await strings(`SELECT table_schema || '.' || table_name AS value FROM information_schema.columns
      WHERE column_name = 'sha256' ORDER BY 1`);
    expect(tables).toEqual(NAMING_FILES);
  });

  it('gives no scope a right to change the log, nor to delete a record', async () => {
    const rights =
      await strings(`SELECT grantee || ' may ' || privilege_type || ' ' || table_schema || '.' || table_name AS value
      FROM information_schema.table_privileges JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_type = 'BASE TABLE' AND grantee LIKE 'candour\\_%' AND (
        (table_schema = 'ledger' AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE'))
        OR privilege_type = 'TRUNCATE' AND table_schema <> 'graphile_worker')`);
    expect(rights).toEqual([]);
    const deletable = await strings(`SELECT DISTINCT table_schema || '.' || table_name AS value
      FROM information_schema.table_privileges WHERE grantee LIKE 'candour\\_%' AND privilege_type = 'DELETE'`);
    expect(deletable.filter((table) => recordedTables().has(table))).toEqual([]);
  });

  it('gives the login itself no right to anything', async () => {
    const rights = await strings(`SELECT privilege_type || ' ' || table_name AS value
      FROM information_schema.table_privileges WHERE grantee = 'candour_app'`);
    expect(rights).toEqual([]);
  });

  it('names every constraint, and every index that admits a value once, as a sentence that a person can read', async () => {
    const nameless = await strings(
      `SELECT conrelid::regclass::text || ': ' || conname AS value FROM pg_constraint
       WHERE contype IN ('c', 'u', 'x', 'f', 'p') AND conname NOT LIKE '% %'
         AND connamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'graphile_worker', 'public')
       UNION ALL SELECT i.indrelid::regclass::text || ': ' || c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       WHERE i.indisunique AND c.relname NOT LIKE '% %'
         AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'graphile_worker', 'public', 'pg_toast')`,
    );
    expect(nameless).toEqual([]);
  });

  async function strings(text: string, values: unknown[] = []): Promise<string[]> {
    const { rows } = await world.superuser.query<{ value: string }>(text, values);
    return rows.map(({ value }) => value.replaceAll('"', ''));
  }
});

function recordedTables(): Map<string, string> {
  return new Map(recordedClasses().map((kind) => [tableOf(kind), recordedKind(kind).kind]));
}

function tableOf(kind: unknown): string {
  return getMetadataArgsStorage().tables.find(({ target }) => target === kind)?.name ?? '';
}
