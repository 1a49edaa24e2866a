import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A report says of which parts of the register its rules looked at only some. Reports made before say nothing: no part
 * of the register held more than was compared.
 */
export class ReportsThatSawPartOfTheRegister1764000000081 implements MigrationInterface {
  name = 'ReportsThatSawPartOfTheRegister1764000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_sharing.rule_report
        ADD COLUMN read_in_part text[] CONSTRAINT "a report names parts of the register that there are"
          CHECK (read_in_part <@ ARRAY['closed-schemes', 'own-flows', 'flows-elsewhere']),
        ADD CONSTRAINT "a report that saw everything names no part" CHECK (cardinality(read_in_part) > 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE data_sharing.rule_report DROP COLUMN read_in_part');
  }
}
