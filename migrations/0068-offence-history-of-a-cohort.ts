import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether the people on a scheme have a history of offences, as its trust says of them all together. Deployments that
 * were recorded before have said nothing; a trust's rights over its own deployment already cover the new columns.
 */
export class OffenceHistoryOfACohort1764000000068 implements MigrationInterface {
  name = 'OffenceHistoryOfACohort1764000000068';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deployments.deployment
        ADD COLUMN offence_history text CONSTRAINT "a cohort has a history of offences, none, or in part"
          CHECK (offence_history IN ('NONE', 'SOME', 'ALL', 'NOT_KNOWN')),
        ADD COLUMN offence_history_on date,
        ADD CONSTRAINT "what is said of a cohort is dated" CHECK ((offence_history IS NULL) = (offence_history_on IS NULL)),
        ADD CONSTRAINT "only a trust says who is on its scheme" CHECK (offence_history IS NULL OR taken_up);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE deployments.deployment DROP COLUMN offence_history, DROP COLUMN offence_history_on',
    );
  }
}
