import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index of what was released to a trust stands in the order in which its list reads it, so that no page is sorted. */
export class ReleasesInOrder1764000000065 implements MigrationInterface {
  name = 'ReleasesInOrder1764000000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX concerns."releases to a trust";
      CREATE INDEX "releases to a trust" ON concerns.release (organisation_id, month DESC, id DESC) WHERE trust_may_read;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX concerns."releases to a trust";
      CREATE INDEX "releases to a trust" ON concerns.release (organisation_id, month DESC, id) WHERE trust_may_read;
    `);
  }
}
