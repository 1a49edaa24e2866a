import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organisation was called before, as closely as it is known from when and until when, and who says so. */
export class FormerNames1764000000098 implements MigrationInterface {
  name = 'FormerNames1764000000098';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisations.organisation ADD COLUMN former_names jsonb
        CONSTRAINT "former names are a list" CHECK (jsonb_typeof(former_names) = 'array');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisations.organisation DROP COLUMN former_names');
  }
}
