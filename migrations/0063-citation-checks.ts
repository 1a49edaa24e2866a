import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who verified the reference of a rule, when, against what, and whether it holds. */
export class CitationChecks1764000000063 implements MigrationInterface {
  name = 'CitationChecks1764000000063';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_sharing.citation_check (
        id uuid CONSTRAINT "a check of a reference has one id" PRIMARY KEY,
        revision integer NOT NULL,
        rule text NOT NULL CONSTRAINT "a check is of a rule" CHECK (rule ~ '\\S'),
        rule_version integer NOT NULL,
        citation text NOT NULL CONSTRAINT "a check is of the words of a reference" CHECK (citation ~ '\\S'),
        checked_by text NOT NULL CONSTRAINT "a check names a post" CHECK (checked_by ~ '\\S'),
        checked_on date NOT NULL,
        against text NOT NULL CONSTRAINT "a reference is checked against something" CHECK (against ~ '\\S'),
        holds boolean NOT NULL,
        note text,
        recorded_on date NOT NULL,
        CONSTRAINT "a check is recorded after it was made" CHECK (recorded_on >= checked_on)
      );
      CREATE INDEX "checks of a reference" ON data_sharing.citation_check (rule, citation, id);
      CALL ledger.record_changes_of('data_sharing.citation_check', 'citation-check');

      ALTER TABLE data_sharing.citation_check ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT ON data_sharing.citation_check
        TO candour_public, candour_member, candour_receipt, candour_operator;
      GRANT INSERT ON data_sharing.citation_check TO candour_member;
      CREATE POLICY "everyone reads what was checked" ON data_sharing.citation_check FOR SELECT USING (true);
      CREATE POLICY "administrators record checks" ON data_sharing.citation_check FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_sharing.citation_check');
  }
}
