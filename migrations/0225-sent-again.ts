import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What came under the token of a page or a program, as two keyed hashes: sent again it is a repetition, and other words
 * under the same token are refused. Before, the token alone decided, and other words were lost.
 */
export class SentAgain1764000000225 implements MigrationInterface {
  name = 'SentAgain1764000000225';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ledger.is_recorded(text, uuid);
      CREATE TABLE ledger.sending (
        place bytea CONSTRAINT "what came under a token is noted once" PRIMARY KEY
          CONSTRAINT "a token is kept as a hash" CHECK (octet_length(place) = 32),
        digest bytea NOT NULL CONSTRAINT "what was sent is kept as a hash" CHECK (octet_length(digest) = 32)
      );
      ALTER TABLE ledger.sending ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT ON ledger.sending TO candour_definer;
      CREATE POLICY "functions of the database keep it" ON ledger.sending TO candour_definer USING (true);

      -- Whoever sends under the same token meanwhile waits until this transaction has ended, and then sees what it did.
      CREATE FUNCTION ledger.turn_of(of_place bytea, of_digest bytea) RETURNS text
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
        AS $$ BEGIN
          INSERT INTO ledger.sending AS s (place, digest) VALUES (of_place, of_digest) ON CONFLICT (place) DO NOTHING;
          IF FOUND THEN RETURN 'first'; END IF;
          RETURN (SELECT CASE WHEN s.digest = of_digest THEN 'again' ELSE 'otherwise' END
            FROM ledger.sending s WHERE s.place = of_place);
        END $$;
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ledger.turn_of(bytea, bytea);
      DROP TABLE ledger.sending;
      CREATE FUNCTION ledger.is_recorded(of_kind text, of_id uuid) RETURNS boolean
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
        AS $$ BEGIN
          PERFORM pg_advisory_xact_lock(hashtextextended(of_kind || ' ' || of_id::text, 0));
          RETURN EXISTS (SELECT FROM ledger.event e WHERE e.subject_kind = of_kind AND e.subject_id = of_id);
        END $$;
      CALL access.hand_to_definer();
    `);
  }
}
