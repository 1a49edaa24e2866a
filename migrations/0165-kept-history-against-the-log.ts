import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is kept of what public records said before is compared with what the log tells of the same changes, for whoever
 * verifies: a change that the log tells and nobody kept, one that is kept and never happened, and one that is told otherwise.
 */
export class KeptHistoryAgainstTheLog1764000000165 implements MigrationInterface {
  name = 'KeptHistoryAgainstTheLog1764000000165';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(inLog(true));
    await runner.query(KEEPING);
    await runner.query(`
      DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT * FROM ledger.keeping() LOOP
          INSERT INTO ledger.change SELECT * FROM ledger.changes_in_log(one.recorded, one.terms)
            ON CONFLICT ON CONSTRAINT "a record changes each thing that it says once an act" DO NOTHING;
        END LOOP;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION ledger.change_differences, ledger.keeping');
    await runner.query(inLog(false));
  }
}

/** What a column that is younger than an event held then is nothing; before, such a change was not told. */
function inLog(youngerColumns: boolean): string {
  const was = youngerColumns ? "coalesce(t.was -> p.property, 'null')" : 't.was -> p.property';
  const differs = youngerColumns
    ? "t.was IS NOT NULL AND coalesce(t.was -> p.property, 'null') <> coalesce(t.stands -> p.property, 'null')"
    : 't.was -> p.property IS DISTINCT FROM t.stands -> p.property AND t.was -> p.property IS NOT NULL';
  return `
    CREATE OR REPLACE FUNCTION ledger.changes_in_log(recorded regclass, terms jsonb) RETURNS SETOF ledger.change
      LANGUAGE sql STABLE SET search_path = ''
      AS $$
        WITH told AS (
          SELECT e.subject_id, e.revision, e.leaf::jsonb AS act, e.leaf::jsonb -> 'record' AS stands,
            lag(e.leaf::jsonb -> 'record') OVER (PARTITION BY e.subject_id ORDER BY e.revision) AS was
          FROM ledger.event e WHERE e.subject_kind = terms ->> 'kind')
        SELECT gen_random_uuid(), terms ->> 'kind', t.subject_id, t.revision, p.property, terms ->> 'about_kind',
          coalesce((t.stands ->> ledger.property(terms ->> 'about_column'))::uuid, t.subject_id),
          ${was}, coalesce(t.stands -> p.property, 'null'), t.act ->> 'action', t.act -> 'actor' ->> 'post',
          t.act ->> 'reason', (t.act ->> 'day')::date,
          CASE WHEN terms -> 'searched' ? p.column_name THEN search.folded(ARRAY[t.was ->> p.property]) END
        FROM told t CROSS JOIN ledger.said_in_public(recorded) p
        WHERE coalesce((t.was ->> 'published')::boolean, true) AND ${differs} $$;
  `;
}

const KEEPING = `
  -- The tables that keep what their public rows said before, with the terms on which they do.
  CREATE FUNCTION ledger.keeping() RETURNS TABLE (recorded regclass, terms jsonb) LANGUAGE sql STABLE SET search_path = ''
    AS $$ SELECT t.tgrelid::regclass, convert_from(substring(t.tgargs FROM 1 FOR octet_length(t.tgargs) - 1), 'UTF8')::jsonb
      FROM pg_catalog.pg_trigger t WHERE t.tgname = 'what it said before is kept' $$;

  -- Where what is kept and what the log tells are not the same: kept is null for what nobody kept, told for what the log
  -- does not tell, and differs names what is told otherwise.
  CREATE FUNCTION ledger.change_differences()
    RETURNS TABLE (subject_kind text, subject_id uuid, revision integer, field text, event_id uuid, kept boolean, told boolean, differs text[])
    LANGUAGE sql STABLE SET search_path = ''
    AS $$
      WITH told AS (SELECT c.* FROM ledger.keeping() k CROSS JOIN ledger.changes_in_log(k.recorded, k.terms) c),
      compared AS (
        SELECT subject_kind, subject_id, revision, field, k.id IS NOT NULL AS kept, t.id IS NOT NULL AS told,
          ARRAY(SELECT one.key FROM jsonb_each(to_jsonb(k) - 'id') one
            WHERE one.value IS DISTINCT FROM to_jsonb(t) -> one.key ORDER BY one.key) AS differs
        FROM ledger.change k FULL JOIN told t USING (subject_kind, subject_id, revision, field))
      SELECT c.subject_kind, c.subject_id, c.revision, c.field, e.id, c.kept, c.told, c.differs
      FROM compared c LEFT JOIN ledger.event e
        ON e.subject_kind = c.subject_kind AND e.subject_id = c.subject_id AND e.revision = c.revision
      WHERE NOT c.kept OR NOT c.told OR c.differs <> '{}' $$;

  REVOKE EXECUTE ON FUNCTION ledger.keeping, ledger.change_differences FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION ledger.keeping, ledger.change_differences TO candour_operator;
`;
