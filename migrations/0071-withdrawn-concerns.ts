import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the few concerns that were withdrawn without reading the others, every night. */
export class WithdrawnConcerns1764000000071 implements MigrationInterface {
  name = 'WithdrawnConcerns1764000000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX "withdrawn concerns" ON concerns.concern (id) WHERE withdrawn_on IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX concerns."withdrawn concerns"');
  }
}
