import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is owed or waited for, and the telling itself. The worker says which days are near, because working days are counted in
 * one place and not here; PostgreSQL holds that nobody but the worker tells, and that nobody is told twice.
 */
export class Telling1764000000241 implements MigrationInterface {
  name = 'Telling1764000000241';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PENDING);
    await runner.query(TELLING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION notices.tell, notices.panels_accepted, notices.clocks;
      DROP VIEW notices.pending;
    `);
  }
}

const NOBODY = "'00000000-0000-0000-0000-000000000000'::uuid";
const CURRENT_SCOPE = `(SELECT DISTINCT ON (w.round_id, w.organisation_id) w.id, w.round_id, w.organisation_id, w.decision, w.decided_on
  FROM reviews.scope_decision w ORDER BY w.round_id, w.organisation_id, w.turn DESC)`;

/** What is owed or waited for now: the step, the record, the day it is due or counted from, and whose it is. */
const PENDING = `
  CREATE VIEW notices.pending WITH (security_invoker = true) AS
    WITH standing AS NOT MATERIALIZED (
      SELECT n.*, f.self_review_due AS first_self_review_due FROM reviews.round n JOIN reviews.first_promise f ON f.round_id = n.id
        WHERE NOT EXISTS (SELECT FROM reviews.round_voiding v WHERE v.round_id = n.id)),
    review AS NOT MATERIALIZED (
      SELECT r.*, n.self_review_due, n.scoring_due, n.publication_date, n.first_self_review_due
        FROM reviews.review r JOIN standing n ON n.id = r.round_id),
    scoped AS NOT MATERIALIZED (
      SELECT w.*, n.self_review_due, n.first_self_review_due FROM ${CURRENT_SCOPE} AS w JOIN standing n ON n.id = w.round_id
        WHERE w.decision = 'ASKED'
          AND NOT EXISTS (SELECT FROM reviews.review r WHERE r.round_id = w.round_id AND r.organisation_id = w.organisation_id)
          AND NOT EXISTS (SELECT FROM reviews.nil_return l JOIN reviews.nil_signature g ON g.nil_return_id = l.id
            WHERE l.round_id = w.round_id AND l.organisation_id = w.organisation_id AND NOT reviews.is_passed_over(l.id)
              AND NOT EXISTS (SELECT FROM reviews.nil_setting_aside x WHERE x.nil_return_id = l.id)))
    SELECT 'ACKNOWLEDGEMENT' AS step, r.id AS about_id, r.started_on AS counted_from, r.first_self_review_due AS due_on, r.round_id,
        r.id AS review_id, r.organisation_id, 'posts' AS audience, r.organisation_id AS whom
      FROM review r WHERE r.acknowledged_on IS NULL AND r.submitted_on IS NULL
    UNION ALL SELECT 'ACKNOWLEDGEMENT', w.id, w.decided_on, w.first_self_review_due, w.round_id, NULL, w.organisation_id, 'posts', w.organisation_id
      FROM scoped w WHERE NOT EXISTS (SELECT FROM reviews.scope_acknowledgement a
        WHERE a.round_id = w.round_id AND a.organisation_id = w.organisation_id)
    UNION ALL SELECT 'ANSWER', r.id, NULL, r.self_review_due, r.round_id, r.id, r.organisation_id, 'posts', r.organisation_id
      FROM review r WHERE r.submitted_on IS NULL
    UNION ALL SELECT 'ANSWER', w.id, NULL, w.self_review_due, w.round_id, NULL, w.organisation_id, 'posts', w.organisation_id FROM scoped w
    UNION ALL SELECT 'AWAITED_ANSWER', r.id, NULL, r.self_review_due, r.round_id, r.id, r.organisation_id, 'leading', r.id
      FROM review r WHERE r.submitted_on IS NULL
    UNION ALL SELECT 'SCORES', a.id, NULL, r.scoring_due, r.round_id, r.id, r.organisation_id, 'scorer', a.id
      FROM reviews.assignment a JOIN review r ON r.id = a.review_id WHERE r.scores_opened_on IS NULL
        AND NOT EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = a.id)
    UNION ALL SELECT 'AGREEMENT', p.id, NULL, p.confirm_by, r.round_id, r.id, r.organisation_id, 'assignee', a.id
      FROM reviews.score_proposal p JOIN review r ON r.id = p.review_id AND r.moderation_closed_on IS NULL
        JOIN reviews.assignment a ON a.review_id = r.id AND a.capacity <> 'lead'
        JOIN access.engagement e ON e.person_id = a.person_id AND e.kind = 'compare' AND e.record_id = r.id
      WHERE NOT EXISTS (SELECT FROM reviews.proposal_answer w WHERE w.proposal_id = p.id AND w.assignment_id = a.id)
        AND NOT EXISTS (SELECT FROM reviews.score_proposal q WHERE q.review_id = p.review_id AND q.criterion = p.criterion AND q.seq > p.seq)
    UNION ALL SELECT 'REPLY', r.id, NULL, r.reply_due_on, r.round_id, r.id, r.organisation_id, 'posts', r.organisation_id
      FROM review r WHERE r.reply_due_on IS NOT NULL AND r.reply_closed_on IS NULL
    UNION ALL SELECT DISTINCT 'REPLY', r.id, NULL::date, r.reply_due_on, r.round_id, r.id, r.organisation_id, 'group', s.organisation_id
      FROM review r JOIN reviews.statement s ON s.review_id = r.id WHERE r.reply_due_on IS NOT NULL AND r.reply_closed_on IS NULL
    UNION ALL SELECT DISTINCT 'STATEMENT', r.id, NULL::date, r.reply_due_on, r.round_id, r.id, r.organisation_id, 'group', t.group_id
      FROM review r JOIN co_production.attestation t ON t.deployment_id = r.deployment_id AND t.withdrawn_on IS NULL
      WHERE r.reply_due_on IS NOT NULL AND r.reply_closed_on IS NULL
        AND NOT EXISTS (SELECT FROM reviews.statement s WHERE s.review_id = r.id AND s.organisation_id = t.group_id)
    UNION ALL SELECT o.step, q.id, NULL, q.due_on, r.round_id, r.id, r.organisation_id, o.audience,
        CASE o.audience WHEN 'trust' THEN r.organisation_id ELSE r.id END
      FROM reviews.information_request q JOIN review r ON r.id = q.review_id,
        (VALUES ('INFORMATION', 'trust'), ('AWAITED_INFORMATION', 'panel')) AS o (step, audience)
      WHERE r.reply_closed_on IS NULL AND NOT EXISTS (SELECT FROM reviews.information_answer a WHERE a.request_id = q.id)
    UNION ALL SELECT o.step, q.id, NULL, q.due_on, q.round_id, NULL, q.organisation_id, o.audience,
        CASE o.audience WHEN 'agency' THEN q.organisation_id ELSE ${NOBODY} END
      FROM reviews.partner_request q JOIN standing n ON n.id = q.round_id,
        (VALUES ('PARTNER_RETURN', 'agency'), ('AWAITED_RETURN', 'leads')) AS o (step, audience)
      WHERE NOT EXISTS (SELECT FROM reviews.partner_return s WHERE s.request_id = q.id)
    UNION ALL SELECT o.step, r.id, NULL, r.publication_date, r.round_id, r.id, r.organisation_id, o.audience,
        CASE o.audience WHEN 'posts' THEN r.organisation_id ELSE r.id END
      FROM review r, (VALUES ('PUBLICATION', 'leading'), ('AWAITED_RESULT', 'posts'), ('AWAITED_RESULT', 'panel')) AS o (step, audience)
      WHERE r.published_on IS NULL AND NOT EXISTS (SELECT FROM publication.refusal f WHERE f.review_id = r.id);
  GRANT SELECT ON notices.pending TO candour_operator;
`;

const TELLING = `
  -- What a function says is looked at when it runs, as the role that it runs as.
  SET LOCAL check_function_bodies = off;

  -- What of the pending is near or past on a day. Working days are not counted here: \`near\` says of each due day since when so many
  -- working days are left, and \`acknowledge\` until when something of that day is acknowledged.
  CREATE FUNCTION notices.clocks(today date, near jsonb, acknowledge jsonb) RETURNS TABLE (kind text, about_id uuid, happened_on date,
      due_on date, round_id uuid, review_id uuid, organisation_id uuid, audience text, whom uuid)
    LANGUAGE sql STABLE AS $$
    WITH owed AS (
      SELECT p.step, p.about_id, CASE WHEN p.counted_from IS NULL THEN p.due_on ELSE least(p.due_on, k.due) END AS due_on, p.round_id,
          p.review_id, p.organisation_id, p.audience, p.whom
        FROM notices.pending p LEFT JOIN jsonb_to_recordset(acknowledge) AS k (counted_from date, due date) ON k.counted_from = p.counted_from)
    SELECT o.step || '_' || n.moment, o.about_id, n.since, o.due_on, o.round_id, o.review_id, o.organisation_id, o.audience, o.whom
      FROM owed o JOIN jsonb_to_recordset(near) AS n (moment text, due date, since date) ON n.due = o.due_on
      WHERE n.moment = 'SOON' AND o.step NOT LIKE 'AWAITED%' OR n.moment = 'REMINDER' AND o.step IN ('ANSWER', 'SCORES')
    UNION ALL SELECT o.step || '_OVERDUE', o.about_id, o.due_on + 1, o.due_on, o.round_id, o.review_id, o.organisation_id, o.audience, o.whom
      FROM owed o WHERE o.due_on < today AND o.step NOT IN ('AGREEMENT', 'REPLY', 'STATEMENT', 'AWAITED_RESULT') $$;

  -- Panels are accepted in a table that a later migration makes, so that this is looked up when it runs.
  CREATE FUNCTION notices.panels_accepted() RETURNS SETOF notices.happened LANGUAGE plpgsql STABLE SET search_path = '' AS $$
    BEGIN
      RETURN QUERY SELECT 'PANEL_ACCEPTED', x.id, x.accepted_on, NULL::date, x.round_id, NULL::uuid, NULL::uuid, 'leads', ${NOBODY}
        FROM reviews.panel_acceptance x;
    END $$;

  -- Tells whoever was not told: what happened within sixty days and is not after today. Whoever joined an audience after the day
  -- of an event is not told of it. Two workers take turns, and the second finds that everything was told.
  CREATE FUNCTION notices.tell(today date, moment timestamptz, near jsonb, acknowledge jsonb)
    RETURNS TABLE (person_id uuid, kind text, is_news boolean)
    LANGUAGE plpgsql SET search_path = '' AS $$
    #variable_conflict use_column
    DECLARE began date;
    BEGIN
      IF NOT pg_has_role(current_user, 'candour_operator', 'MEMBER') THEN
        RAISE insufficient_privilege USING MESSAGE = 'only the worker tells'; END IF;
      PERFORM pg_advisory_xact_lock(hashtextextended('notices', 0));
      INSERT INTO notices.beginning (began_on) VALUES (today) ON CONFLICT DO NOTHING;
      SELECT b.began_on INTO began FROM notices.beginning b;
      RETURN QUERY WITH event AS MATERIALIZED (
          SELECT h.* FROM notices.happened h WHERE h.happened_on BETWEEN today - 60 AND today
          UNION ALL SELECT a.* FROM notices.panels_accepted() a WHERE a.happened_on BETWEEN today - 60 AND today
          UNION ALL SELECT c.* FROM notices.clocks(today, near, acknowledge) c WHERE c.happened_on BETWEEN today - 60 AND today),
        told AS (
          INSERT INTO notices.notice (person_id, kind, about_id, happened_on, due_on, round_id, review_id, organisation_id, told_at)
            SELECT r.person_id, e.kind, e.about_id, e.happened_on, min(e.due_on), min(e.round_id::text)::uuid,
                min(e.review_id::text)::uuid, min(e.organisation_id::text)::uuid, moment
              FROM event e JOIN notices.reader r ON r.audience = e.audience AND r.whom = e.whom AND r.since <= e.happened_on
              WHERE NOT EXISTS (SELECT FROM notices.notice n WHERE n.person_id = r.person_id AND n.kind = e.kind
                AND n.about_id = e.about_id AND n.happened_on = e.happened_on)
                AND NOT (e.kind = 'SECOND_WAITS' AND EXISTS (SELECT FROM reviews.proposal p WHERE p.id = e.about_id AND p.proposed_by = r.person_id))
                AND NOT (e.kind = 'PANEL_ACCEPTED' AND EXISTS (SELECT FROM reviews.panel_acceptance x WHERE x.id = e.about_id AND x.accepted_by = r.person_id))
              GROUP BY 1, 2, 3, 4
            ON CONFLICT ON CONSTRAINT "nobody is told twice of one event" DO NOTHING
            RETURNING person_id, kind, happened_on)
        SELECT t.person_id, t.kind, t.happened_on >= greatest(began, today - 2) FROM told t;
    END $$;
  REVOKE EXECUTE ON FUNCTION notices.tell, notices.clocks, notices.panels_accepted FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION notices.tell, notices.clocks, notices.panels_accepted TO candour_operator;
`;
