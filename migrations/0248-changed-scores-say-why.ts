import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever changes a score of theirs says why. Before, a 0 could become a 3 between two savings and nobody could ask what
 * was read in between. The reason is part of the score: blind, locked and opened with it.
 */
export class ChangedScoresSayWhy1764000000248 implements MigrationInterface {
  name = 'ChangedScoresSayWhy1764000000248';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reviews.score ADD COLUMN changed_because text
        CONSTRAINT "why a score was changed says something" CHECK (changed_because ~ '\\S'),
        ADD CONSTRAINT "a first score changes nothing" CHECK (seq > 1 OR changed_because IS NULL);

      CREATE FUNCTION reviews.changed_scores_say_why() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        DECLARE before record;
        BEGIN
          SELECT s.score, s.grade, s.confidence INTO before FROM reviews.score s
            WHERE s.assignment_id = NEW.assignment_id AND s.criterion = NEW.criterion AND s.seq < NEW.seq ORDER BY s.seq DESC LIMIT 1;
          IF FOUND AND NEW.changed_because IS NULL
            AND (before.score, before.grade, before.confidence) IS DISTINCT FROM (NEW.score, NEW.grade, NEW.confidence)
          THEN CALL reviews.refuse('whoever changes a score says why'); END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER "a changed score says why" BEFORE INSERT ON reviews.score
        FOR EACH ROW EXECUTE FUNCTION reviews.changed_scores_say_why();
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a changed score says why" ON reviews.score;
      DROP FUNCTION reviews.changed_scores_say_why;
      ALTER TABLE reviews.score DROP COLUMN changed_because, DROP CONSTRAINT IF EXISTS "a first score changes nothing";
      CALL access.hand_to_definer();
    `);
  }
}
