import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Only what is submitted after silence was published has to be dated after it. The rule refused every later change of a
 * review whose answer had been published, and with it the exclusion of a reviewer whose conflict was found after that.
 */
export class AnsweredBeforePublication1764000000159 implements MigrationInterface {
  name = 'AnsweredBeforePublication1764000000159';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rule('OLD.submitted_on IS NULL AND NEW.submitted_on < OLD.published_on'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rule('NEW.submitted_on < OLD.published_on'));
  }
}

const rule = (late: string): string => `
  CREATE OR REPLACE FUNCTION reviews.publishing_follows_replies() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF NEW.published_on IS NOT NULL AND OLD.published_on IS NULL
        AND NEW.submitted_on IS NOT NULL AND NEW.reply_closed_on IS NULL
      THEN CALL reviews.refuse('what was submitted is published after its replies'); END IF;
      IF ${late} THEN
        CALL reviews.refuse('what is submitted after silence was published is dated after it'); END IF;
      RETURN NEW;
    END $$;
`;
