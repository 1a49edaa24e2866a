import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nobody can agree any more to a proposal of which the ground has moved: the date became another, the round was voided or
 * its scores were opened, the same was done by another proposal. Whoever reads the proposal is told which, and since when.
 */
export class OvertakenProposals1764000000198 implements MigrationInterface {
  name = 'OvertakenProposals1764000000198';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW reviews.overtaken_proposal AS
        SELECT p.id AS proposal_id, o.overtaken_on, o.overtaken_by
        FROM reviews.proposal p CROSS JOIN LATERAL (
          SELECT newest.decided_on AS overtaken_on, 'date-moved' AS overtaken_by FROM (
            SELECT c.decided_on, c.becomes, c.proposal_id FROM reviews.round_date_change c
              WHERE c.round_id = p.subject_id AND c.which = p.which AND c.id > p.id ORDER BY c.id DESC LIMIT 1) AS newest
            WHERE p.asks = 'move-date' AND newest.becomes <> p.was AND newest.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT v.voided_on, 'round-voided' FROM reviews.round_voiding v
            WHERE p.asks IN ('move-date', 'void-round') AND v.round_id = p.subject_id AND v.proposal_id <> p.id
          UNION ALL SELECT min(least(r.scores_opened_on, r.published_on)), 'too-late-to-void' FROM reviews.review r
            WHERE p.asks = 'void-round' AND r.round_id = p.subject_id HAVING min(least(r.scores_opened_on, r.published_on)) IS NOT NULL
          UNION ALL SELECT w.withdrawn_on, 'withdrawn' FROM publication.withdrawal w
            WHERE p.asks = 'withdraw-release' AND w.release_id = p.subject_id AND w.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT x.refused_on, 'refused' FROM publication.refusal x
            WHERE p.asks = 'refuse-to-publish' AND x.review_id = p.subject_id AND x.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT l.published_on, 'published' FROM publication.release l
            WHERE p.asks = 'refuse-to-publish' AND l.review_id = p.subject_id
          ORDER BY 1 LIMIT 1) AS o;
      GRANT SELECT ON reviews.overtaken_proposal TO candour_member, candour_operator;

      -- Whoever may propose it is told so before they write why.
      CREATE FUNCTION reviews.is_too_late_to_void(of_round uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
        SELECT EXISTS (SELECT FROM reviews.review r
          WHERE r.round_id = of_round AND (r.scores_opened_on IS NOT NULL OR r.published_on IS NOT NULL)) $$;
      REVOKE EXECUTE ON FUNCTION reviews.is_too_late_to_void FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION reviews.is_too_late_to_void TO candour_member;
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reviews.overtaken_proposal;
      DROP FUNCTION reviews.is_too_late_to_void;
    `);
  }
}
