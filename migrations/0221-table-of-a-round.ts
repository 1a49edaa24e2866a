import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What everyone may know of a round: the day of each step of each review, and every signed return that there is no scheme. */
export class TableOfARound1764000000221 implements MigrationInterface {
  name = 'TableOfARound1764000000221';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Days alone: who answered, what, and who scored are told by nothing in it.
      CREATE VIEW reviews.step AS
        SELECT r.id AS review_id, r.round_id, r.organisation_id, r.deployment_id, r.started_on, r.acknowledged_on,
          (SELECT min(a.answered_on) FROM reviews.self_answer a WHERE a.review_id = r.id) AS answered_on,
          r.submitted_on, r.scores_opened_on, r.moderation_closed_on, r.reply_due_on,
          (SELECT min(y.replied_on) FROM reviews.reply y
            WHERE y.review_id = r.id AND y.organisation_id = r.organisation_id) AS replied_on,
          r.reply_closed_on
        FROM reviews.review r;
      GRANT SELECT ON reviews.step TO candour_public, candour_member, candour_receipt, candour_operator;
      DROP POLICY "who may read nil returns" ON reviews.nil_return;
      DROP POLICY "the operator reads nil returns" ON reviews.nil_return;
      GRANT SELECT ON reviews.nil_return TO candour_public, candour_receipt;
      CREATE POLICY "everyone reads nil returns" ON reviews.nil_return FOR SELECT USING (true);
      CREATE INDEX "reviews of a round" ON reviews.review (round_id, organisation_id);
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX reviews."reviews of a round";
      DROP VIEW reviews.step;
      DROP POLICY "everyone reads nil returns" ON reviews.nil_return;
      REVOKE SELECT ON reviews.nil_return FROM candour_public, candour_receipt;
      CREATE POLICY "the operator reads nil returns" ON reviews.nil_return FOR SELECT TO candour_operator USING (true);
      CREATE POLICY "who may read nil returns" ON reviews.nil_return FOR SELECT TO candour_member USING (
        (SELECT access.holds('LEAD_REVIEWER', 'AUDITOR')) OR organisation_id = ANY ((SELECT reviews.trusts())::uuid[]));
    `);
  }
}
