import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests of the past are found by who asked whom for what, and by what sources say of them and of answers. */
export class PastRequestsFound1764000000216 implements MigrationInterface {
  name = 'PastRequestsFound1764000000216';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE past_requests.request
        ADD COLUMN found_by text GENERATED ALWAYS AS (search.folded(
          ARRAY[title, asked_by, asked_of, subject, due_note, made_on, readings #>> '{}', counts #>> '{}'] || aims || cautions)) STORED;
      ALTER TABLE past_requests.answer
        ADD COLUMN found_by text GENERATED ALWAYS AS (search.folded(ARRAY[statement, sources #>> '{}'] || cautions)) STORED;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE past_requests.answer DROP COLUMN found_by;
      ALTER TABLE past_requests.request DROP COLUMN found_by;
    `);
  }
}
