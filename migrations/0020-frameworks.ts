import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Editions of the review framework. Everyone may read them, the operator publishes them, and nobody changes one. */
export class Frameworks1764000000020 implements MigrationInterface {
  name = 'Frameworks1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA frameworks;
      GRANT USAGE ON SCHEMA frameworks TO candour_public, candour_member, candour_receipt, candour_operator;

      CREATE TABLE frameworks.edition (
        id uuid CONSTRAINT "an edition has one id" PRIMARY KEY,
        revision integer NOT NULL CONSTRAINT "an edition never changes" CHECK (revision = 1),
        key text NOT NULL CONSTRAINT "an edition's key is its own" UNIQUE,
        title text NOT NULL,
        version integer NOT NULL,
        as_at date NOT NULL,
        content jsonb NOT NULL,
        content_hash text NOT NULL CONSTRAINT "an edition is known by a SHA-256 of its content" CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        source_hash text NOT NULL CONSTRAINT "an edition is known by a SHA-256 of its file" CHECK (source_hash ~ '^[0-9a-f]{64}$'),
        published_on date NOT NULL
      );

      CALL ledger.record_changes_of('frameworks.edition', 'framework-edition');

      ALTER TABLE frameworks.edition ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT ON frameworks.edition TO candour_public, candour_member, candour_receipt, candour_operator;
      GRANT INSERT ON frameworks.edition TO candour_operator;
      CREATE POLICY "everyone reads editions" ON frameworks.edition FOR SELECT USING (true);
      CREATE POLICY "the operator publishes editions" ON frameworks.edition FOR INSERT TO candour_operator WITH CHECK (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA frameworks CASCADE');
  }
}
