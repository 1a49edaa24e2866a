import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which editions of the published file of trusts were imported: an older one than the newest is refused. */
export class EditionsOfTrusts1764000000107 implements MigrationInterface {
  name = 'EditionsOfTrusts1764000000107';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations.ods_edition (
        id uuid CONSTRAINT "an imported edition has one id" PRIMARY KEY,
        revision integer NOT NULL,
        edition text NOT NULL CONSTRAINT "an edition is of a year, a month or a day" CHECK (edition ~ '^[12]\\d{3}(-\\d{2}){0,2}$'),
        file_name text NOT NULL,
        file_hash text NOT NULL CONSTRAINT "the hash of a file of trusts has 64 digits" CHECK (file_hash ~ '^[0-9a-f]{64}$'),
        imported_on date NOT NULL,
        CONSTRAINT "a file is imported once as an edition" UNIQUE (edition, file_hash)
      );
      CALL ledger.record_changes_of('organisations.ods_edition', 'ods-edition');

      ALTER TABLE organisations.ods_edition ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT ON organisations.ods_edition TO candour_member, candour_operator;
      CREATE POLICY "administrators and auditors see editions" ON organisations.ods_edition FOR SELECT TO candour_member
        USING ((SELECT access.holds('ADMIN', 'AUDITOR')));
      CREATE POLICY "administrators import editions" ON organisations.ods_edition FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')));
      CREATE POLICY "the operator sees editions" ON organisations.ods_edition FOR SELECT TO candour_operator USING (true);
      CREATE POLICY "the operator imports editions" ON organisations.ods_edition FOR INSERT TO candour_operator WITH CHECK (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisations.ods_edition');
  }
}
