import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A review whose result was published opens again when scores are set aside, so that a second release rests on those that
 * count. That publishing follows the replies is held when it is published, by a trigger, and when it is released.
 */
export class ResultsOpenedAgain1764000000156 implements MigrationInterface {
  name = 'ResultsOpenedAgain1764000000156';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE reviews.review DROP CONSTRAINT "what was submitted is published after its replies"',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reviews.review ADD CONSTRAINT "what was submitted is published after its replies" CHECK (
        published_on IS NULL OR submitted_on IS NULL OR reply_closed_on IS NOT NULL OR submitted_on >= published_on);
    `);
  }
}
