import type { Client } from 'pg';

/** The setting by which the owner asks, in one transaction, to see every row: a backup is no use without some of them. */
export const EVERY_ROW = "SELECT set_config('candour.every_row', 'yes', true)";

/**
 * Lets the owner of every walled table see its rows while `EVERY_ROW` holds, and at no other time. Row-level security binds
 * the owner too, and an ordinary owner cannot step past it; whoever makes a table need not think of this.
 */
export async function letOwnerKeepRows(owner: Client): Promise<void> {
  await owner.query(`DO $$
    DECLARE walled regclass;
    BEGIN
      FOR walled IN SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND c.relforcerowsecurity
          AND pg_has_role(c.relowner, 'MEMBER')
          AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'the owner keeps every row')
      LOOP
        EXECUTE format('CREATE POLICY "the owner keeps every row" ON %s FOR SELECT TO CURRENT_USER
          USING (current_setting(''candour.every_row'', true) = ''yes'')', walled);
      END LOOP;
    END $$`);
}
