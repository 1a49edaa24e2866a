import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the codes of sources stand for: everyone reads it, and it changes only with a load of the register's files. */
export class Sources1764000000191 implements MigrationInterface {
  name = 'Sources1764000000191';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evidence.source (
        id uuid CONSTRAINT "a source has one id" PRIMARY KEY,
        revision integer NOT NULL,
        ref text NOT NULL CONSTRAINT "a source has a code of its own" UNIQUE
          CONSTRAINT "the code of a source is short" CHECK (ref ~ '^[A-Z0-9][A-Za-z0-9-]{0,19}$'),
        also_cited_as text[] NOT NULL,
        title text NOT NULL CONSTRAINT "a source has a title" CHECK (title ~ '\\S'),
        publisher text NOT NULL CONSTRAINT "a source has a publisher" CHECK (publisher ~ '\\S'),
        published text CONSTRAINT "a source is dated as closely as it says it" CHECK (published ~ '^\\d{4}(-(\\d{2}(-\\d{2})?|spring|summer|autumn|winter))?$'),
        published_confidence text NOT NULL
          CONSTRAINT "the date of a source was seen, is being checked or is inferred" CHECK (published_confidence IN ('A', 'B', 'inference')),
        urls text[] NOT NULL,
        note text,
        CONSTRAINT "a source has an address, or a note that says why not" CHECK (cardinality(urls) > 0 OR note IS NOT NULL),
        searched text GENERATED ALWAYS AS (search.folded(ARRAY[ref, title, publisher, note] || also_cited_as)) STORED
      );
      CALL ledger.record_changes_of('evidence.source', 'source');
      CALL ledger.keep_changes_of('evidence.source', 'source', 'source', 'id', ARRAY[]::text[], true);
      ALTER TABLE evidence.source ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT ON evidence.source TO candour_public, candour_member, candour_receipt, candour_operator;
      GRANT INSERT, UPDATE ON evidence.source TO candour_member, candour_operator;
      CREATE POLICY "everyone reads what sources are" ON evidence.source FOR SELECT USING (true);
      CREATE POLICY "administrators load sources" ON evidence.source FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')));
      CREATE POLICY "administrators correct sources" ON evidence.source FOR UPDATE TO candour_member
        USING ((SELECT access.holds('ADMIN')));
      CREATE POLICY "the operator loads sources" ON evidence.source FOR INSERT TO candour_operator WITH CHECK (true);
      CREATE POLICY "the operator corrects sources" ON evidence.source FOR UPDATE TO candour_operator USING (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence.source');
  }
}
