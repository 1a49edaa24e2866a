import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a trust answers after its silence was published is taken, as late, and published in a second release. Before, a
 * review that was published could not be submitted any more.
 */
export class LateAnswers1764000000142 implements MigrationInterface {
  name = 'LateAnswers1764000000142';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reviews.review
        DROP CONSTRAINT "what was submitted is published after its replies",
        ADD CONSTRAINT "what was submitted is published after its replies" CHECK (
          published_on IS NULL OR submitted_on IS NULL OR reply_closed_on IS NOT NULL OR submitted_on >= published_on);

      CREATE FUNCTION reviews.publishing_follows_replies() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
        BEGIN
          IF NEW.published_on IS NOT NULL AND OLD.published_on IS NULL
            AND NEW.submitted_on IS NOT NULL AND NEW.reply_closed_on IS NULL
          THEN CALL reviews.refuse('what was submitted is published after its replies'); END IF;
          IF NEW.submitted_on < OLD.published_on THEN
            CALL reviews.refuse('what is submitted after silence was published is dated after it'); END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER "publishing follows replies" BEFORE UPDATE ON reviews.review
        FOR EACH ROW EXECUTE FUNCTION reviews.publishing_follows_replies();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "publishing follows replies" ON reviews.review;
      DROP FUNCTION reviews.publishing_follows_replies;
      ALTER TABLE reviews.review
        DROP CONSTRAINT "what was submitted is published after its replies",
        ADD CONSTRAINT "what was submitted is published after its replies" CHECK (
          published_on IS NULL OR submitted_on IS NULL OR reply_closed_on IS NOT NULL);
    `);
  }
}
