import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * After scores were opened, what is known of somebody stands in the way of every step until their exclusion is in force.
 * Auditors read what is locked: the scores of whoever joined later are open when they have locked them.
 */
export class StandingAfterOpening1764000000134 implements MigrationInterface {
  name = 'StandingAfterOpening1764000000134';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(standingFault("reviews.clearance_of(a.id) NOT IN ('undeclared', 'excluded')"));
    await runner.query(`
      CREATE OR REPLACE VIEW reviews.auditing AS
        SELECT m.person_id, 'audited' AS kind, l.assignment_id AS record_id, r.id AS via
          FROM identity.membership m JOIN reviews.review r ON r.scores_opened_on IS NOT NULL
            JOIN reviews.score_lock l ON l.review_id = r.id
          WHERE m.role = 'AUDITOR' AND m.ended_on IS NULL;
      ${audited('assignment_id', 'assignmentId')}
      SELECT access.settle_everything();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      standingFault(`EXISTS (SELECT FROM reviews.interest_declaration d WHERE d.assignment_id = a.id)
        AND NOT EXISTS (SELECT FROM reviews.interest_decision x
          WHERE x.review_id = a.review_id AND x.person_id = a.person_id AND x.outcome = 'exclude')`),
    );
    await runner.query(`
      CREATE OR REPLACE VIEW reviews.auditing AS
        SELECT m.person_id, 'audited' AS kind, r.id AS record_id, r.id AS via
          FROM identity.membership m JOIN reviews.review r ON r.scores_opened_on IS NOT NULL
          WHERE m.role = 'AUDITOR' AND m.ended_on IS NULL;
      ${audited('review_id', 'reviewId')}
      SELECT access.settle_everything();
    `);
  }
}

function standingFault(stillToDecide: string): string {
  return `
  CREATE OR REPLACE FUNCTION reviews.standing_fault(of_review uuid) RETURNS text LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    SELECT f.words FROM reviews.assignment a, reviews.independence_faults(a.person_id, a.review_id) AS f
      WHERE a.review_id = of_review
        AND (a.ended_on IS NULL OR EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = a.id))
        AND ${stillToDecide}
      ORDER BY f.code COLLATE "C", f.since LIMIT 1 $$`;
}

/** The rules by which auditors read scores and their events, by what their parts are named after. */
function audited(column: string, property: string): string {
  return `
  ALTER POLICY "auditors read it once scores are open" ON reviews.score
    USING ((SELECT access.holds('AUDITOR')) AND ${column} IN (SELECT * FROM access.engaged('audited') AS mine));
  ALTER POLICY "auditors read it once scores are open" ON reviews.score_lock
    USING ((SELECT access.holds('AUDITOR')) AND ${column} IN (SELECT * FROM access.engaged('audited') AS mine));
  ALTER POLICY "scores are in the log of auditors once they are open" ON ledger.event
    USING (CASE WHEN subject_kind IN ('score', 'score-lock')
      THEN (leaf::jsonb #>> '{record,${property}}')::uuid IN (SELECT * FROM access.engaged('audited') AS mine) ELSE true END);`;
}
