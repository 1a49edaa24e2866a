import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a scheme speaks for itself on the web. Schemes that were recorded before have none. */
export class WebsiteOfAScheme1764000000085 implements MigrationInterface {
  name = 'WebsiteOfAScheme1764000000085';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deployments.deployment
        ADD COLUMN website text CONSTRAINT "a website is an address on the web" CHECK (website ~ '^https?://\\S+$');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deployments.deployment DROP COLUMN website');
  }
}
