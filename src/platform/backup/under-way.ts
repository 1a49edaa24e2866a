import type { Client } from 'pg';
import { StartFault } from '../start-fault.js';

/** The table that stands in a database from the beginning of a restore until all of its rows are there. */
const UNDER_WAY = 'public.restore_under_way';
const RESTORE_LOCK = 72_391_844;

/** True when a restore into this database is under way, or was broken off. */
export async function isRestoreUnderWay(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('${UNDER_WAY}') IS NOT NULL AS there`,
  );
  return rows[0]?.there === true;
}

/** One at a time: until the connection ends, nobody else restores here. @throws StartFault when somebody does. */
export async function takeTurn(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
    RESTORE_LOCK,
  ]);
  if (rows[0]?.taken !== true) throw new StartFault('Another restore into this database is under way.');
}

/** From here on the database is not served and not migrated by anybody else; what stood in it before is remembered. */
export async function beginRestore(owner: Client): Promise<void> {
  await owner.query(`CREATE TABLE ${UNDER_WAY} AS SELECT nspname AS schema FROM pg_namespace`);
}

/** All rows are there. It belongs into the transaction that brought them. */
export async function endRestore(owner: Client): Promise<void> {
  await owner.query(`DROP TABLE ${UNDER_WAY}`);
}

/** Takes away everything that a restore made, so that the database is as empty as it was when that began. */
export async function undoRestore(owner: Client): Promise<void> {
  await owner.query(`SET lock_timeout = '1min'`);
  await owner.query(`DO $$
    DECLARE made text;
    BEGIN
      FOR made IN SELECT nspname FROM pg_namespace
        WHERE nspname !~ '^pg_' AND nspname NOT IN (SELECT schema FROM ${UNDER_WAY})
      LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', made);
      END LOOP;
      DROP TABLE IF EXISTS public.schema_migration;
      DROP TABLE ${UNDER_WAY};
    END $$`);
}
