import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a person has typed so far, sealed with a key that only their browser holds, for thirty days at most. A draft is
 * found by an id that only the same browser can make, so that nobody lists, reads or deletes those of others.
 */
export class ConcernDrafts1764000000042 implements MigrationInterface {
  name = 'ConcernDrafts1764000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE concerns.draft (
        id uuid CONSTRAINT "a draft has one id" PRIMARY KEY,
        sealed text NOT NULL,
        expires_on date NOT NULL
      );
      CREATE INDEX "drafts that expire" ON concerns.draft (expires_on);
      ALTER TABLE concerns.draft ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON concerns.draft TO candour_public;
      GRANT SELECT, DELETE ON concerns.draft TO candour_operator;
      CREATE POLICY "a draft is its browser's" ON concerns.draft FOR ALL TO candour_public
        USING (id = (SELECT access.setting('draft')::uuid));
      CREATE POLICY "the operator removes expired drafts" ON concerns.draft FOR ALL TO candour_operator USING (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE concerns.draft');
  }
}
