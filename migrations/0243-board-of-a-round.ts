import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts for whoever leads reviews of a round: how many criteria are answered and settled, who is missing on a panel and how
 * many have locked. It says how many, never what, and nothing is counted of a review that the person does not lead. Of those
 * it says whether anybody leads them.
 */
export class BoardOfARound1764000000243 implements MigrationInterface {
  name = 'BoardOfARound1764000000243';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL check_function_bodies = off;
      GRANT SELECT (review_id, number, prepared_by, prepared_on) ON publication.preparation TO candour_definer;
      CREATE POLICY "functions of the database read it" ON publication.preparation FOR SELECT TO candour_definer USING (true);
      CREATE FUNCTION reviews.board_of(of_round uuid) RETURNS TABLE (review_id uuid, led boolean, led_by_others boolean,
          own text, answered integer, settled integer, prepared_on date, prepared_by_reader boolean, seats jsonb)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
        SELECT r.id, c.review_id IS NOT NULL,
          EXISTS (SELECT FROM reviews.assignment a WHERE a.review_id = r.id AND a.capacity = 'lead' AND a.ended_on IS NULL
            AND a.person_id <> access.person()),
          (SELECT reviews.clearance_of(a.id) FROM reviews.assignment a
            WHERE a.review_id = r.id AND a.person_id = access.person() AND a.ended_on IS NULL),
          c.answered, c.settled, c.prepared_on, c.prepared_by_reader, c.seats
        FROM reviews.review r LEFT JOIN (SELECT m.id AS review_id,
            (SELECT count(DISTINCT a.criterion)::integer FROM reviews.self_answer a
              WHERE a.review_id = m.id AND a.criterion = ANY (n.criteria)) AS answered,
            (SELECT count(DISTINCT w.criterion)::integer FROM reviews.moderated_score w
              WHERE w.review_id = m.id AND w.criterion = ANY (n.criteria)) AS settled,
            p.prepared_on, coalesce(p.prepared_by = access.person(), false) AS prepared_by_reader,
            coalesce((SELECT jsonb_agg(jsonb_build_object('capacity', a.capacity, 'outsideNhsEngland', a.outside_nhs_england,
                'clearance', reviews.clearance_of(a.id), 'assignedOn', a.assigned_on, 'lockedOn', l.locked_on,
                'endedOn', a.ended_on) ORDER BY a.id)
              FROM reviews.assignment a LEFT JOIN reviews.score_lock l ON l.assignment_id = a.id
              WHERE a.review_id = m.id), '[]') AS seats
          FROM reviews.led() AS mine JOIN reviews.review m ON m.id = mine JOIN reviews.round n ON n.id = m.round_id
            LEFT JOIN LATERAL (SELECT q.prepared_on, q.prepared_by FROM publication.preparation q WHERE q.review_id = m.id
              AND NOT EXISTS (SELECT FROM publication.release z WHERE z.review_id = q.review_id AND z.number >= q.number)
              ORDER BY q.number DESC LIMIT 1) AS p ON true
          WHERE m.round_id = of_round) AS c ON c.review_id = r.id
        WHERE r.round_id = of_round AND (SELECT access.holds('LEAD_REVIEWER')) $$;
      REVOKE EXECUTE ON FUNCTION reviews.board_of FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION reviews.board_of TO candour_member;
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION reviews.board_of;
      DROP POLICY "functions of the database read it" ON publication.preparation;
      REVOKE SELECT (review_id, number, prepared_by, prepared_on) ON publication.preparation FROM candour_definer;
    `);
  }
}
