import type { Client } from 'pg';
import type { Uuid } from '../src/kernel/identifiers.js';

/**
 * Fills the database with concerns that were released to trusts, past the ledger, because only their number matters
 * here: spread over the trusts of the register and ten years of months, all open to their trust.
 */
export async function fillWithConcerns(superuser: Client, count: number, trustId: Uuid): Promise<void> {
  await superuser.query("SET session_replication_role = 'replica'");
  const columns = await superuser.query<{ name: string; value: string }>(
    `SELECT attname AS name, CASE
        WHEN attname = 'id' THEN 'gen_random_uuid()'
        WHEN attname = 'revision' OR attname = 'version' THEN '1'
        WHEN attname = 'concern_id' THEN 'gen_random_uuid()'
        WHEN attname = 'organisation_id' THEN '(CASE WHEN n % 250 = 0 THEN $1::uuid ELSE trusts.ids[1 + n % array_length(trusts.ids, 1)] END)'
        WHEN attname = 'themes' THEN '''{POLICE_IN_CARE}'''
        WHEN attname = 'month' THEN 'to_char(date ''2016-01-01'' + (n % 120) * interval ''1 month'', ''YYYY-MM'')'
        WHEN attname = 'key_id' THEN '''bench'''
        WHEN format_type(atttypid, NULL) = 'boolean' THEN 'true'
        ELSE 'NULL' END AS value
     FROM pg_attribute WHERE attrelid = 'concerns.release'::regclass AND attnum > 0 AND NOT attisdropped`,
  );
  const names = columns.rows.map(({ name }) => name).join(', ');
  const values = columns.rows.map(({ value }) => value).join(', ');
  await superuser.query(
    `INSERT INTO concerns.release (${names})
     SELECT ${values} FROM generate_series(1, $2::integer) AS n,
       (SELECT array_agg(id) AS ids FROM organisations.organisation WHERE ods_code IS NOT NULL) AS trusts`,
    [trustId, count],
  );
  await superuser.query("SET session_replication_role = 'origin'");
  await superuser.query('ANALYZE concerns.release');
}
