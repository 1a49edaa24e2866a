import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a record be added once, however often and however fast it is sent. */
export class AddingOnce1764000000070 implements MigrationInterface {
  name = 'AddingOnce1764000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- True when there is an event about this record. Whoever asks about the same record meanwhile waits until this
      -- transaction has ended, and then sees what it did. It tells nothing but that the id is taken.
      CREATE FUNCTION ledger.is_recorded(of_kind text, of_id uuid) RETURNS boolean
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
        AS $$ BEGIN
          PERFORM pg_advisory_xact_lock(hashtextextended(of_kind || ' ' || of_id::text, 0));
          RETURN EXISTS (SELECT FROM ledger.event e WHERE e.subject_kind = of_kind AND e.subject_id = of_id);
        END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION ledger.is_recorded(text, uuid)');
  }
}
