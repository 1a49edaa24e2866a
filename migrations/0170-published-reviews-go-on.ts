import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Only a submission that comes after silence was published is held to its day. Before, no step at all could follow in a
 * review that was submitted and then published, so that an exclusion found late could not take effect.
 */
export class PublishedReviewsGoOn1764000000170 implements MigrationInterface {
  name = 'PublishedReviewsGoOn1764000000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(following('OLD.submitted_on IS NULL AND NEW.submitted_on < OLD.published_on'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(following('NEW.submitted_on < OLD.published_on'));
  }
}

function following(isBeforeItsTime: string): string {
  return `
    CREATE OR REPLACE FUNCTION reviews.publishing_follows_replies() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
      BEGIN
        IF NEW.published_on IS NOT NULL AND OLD.published_on IS NULL
          AND NEW.submitted_on IS NOT NULL AND NEW.reply_closed_on IS NULL
        THEN CALL reviews.refuse('what was submitted is published after its replies'); END IF;
        IF ${isBeforeItsTime} THEN
          CALL reviews.refuse('what is submitted after silence was published is dated after it'); END IF;
        RETURN NEW;
      END $$;
  `;
}
