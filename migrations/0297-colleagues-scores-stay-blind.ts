import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a changed score says why is asked last, of a score that row-level security has let in. Asked first, the refusal
 * told a reviewer who wrote in a colleague's name whether that colleague had given this very score.
 */
export class ColleaguesScoresStayBlind1764000000297 implements MigrationInterface {
  name = 'ColleaguesScoresStayBlind1764000000297';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a changed score says why" ON reviews.score;
      CREATE TRIGGER "a changed score says why" AFTER INSERT ON reviews.score
        FOR EACH ROW EXECUTE FUNCTION reviews.changed_scores_say_why();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a changed score says why" ON reviews.score;
      CREATE TRIGGER "a changed score says why" BEFORE INSERT ON reviews.score
        FOR EACH ROW EXECUTE FUNCTION reviews.changed_scores_say_why();
    `);
  }
}
