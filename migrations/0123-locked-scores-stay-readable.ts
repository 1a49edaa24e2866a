import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who reads locked scores: from the opening on everybody who compares reads all of them, whatever became of their author,
 * and nobody reads what is not locked. Whoever joins later sees nothing of the others before they have locked.
 */
export class LockedScoresStayReadable1764000000123 implements MigrationInterface {
  name = 'LockedScoresStayReadable1764000000123';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENGAGED);
    await runner.query(RIGHTS);
    await runner.query(PANEL);
    await runner.query('CALL access.hand_to_definer(); SELECT access.settle_everything();');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL check_function_bodies = off;
      DROP FUNCTION reviews.panel_of(uuid);
      DROP TRIGGER "people are engaged" ON reviews.score_lock;
      DROP TRIGGER "people are engaged" ON reviews.interest_confirmation;
      ${RIGHTS_AS_THEY_WERE}
      ${ENGAGED_AS_IT_WAS}
      ${TAKING_PART}
      GRANT EXECUTE ON FUNCTION reviews.taking_part TO PUBLIC;
      CALL access.hand_to_definer();
      SELECT access.settle_everything();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const ENGAGED = `
  -- What a function says is looked at when it runs, as the role that it runs as.
  SET LOCAL check_function_bodies = off;

  CREATE OR REPLACE VIEW reviews.engagement AS
    WITH part AS NOT MATERIALIZED (
      SELECT c.person_id, c.review_id, c.assignment_id, c.capacity, r.deployment_id, r.submitted_on, r.scores_opened_on,
        c.cleared, c.cleared AND r.scores_opened_on IS NOT NULL AND (c.capacity = 'lead'
          OR EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = c.assignment_id)) AS compares
      FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id),
    replier AS NOT MATERIALIZED (
      SELECT m.person_id, r.id AS review_id
        FROM identity.membership m JOIN reviews.review r ON r.organisation_id = m.organisation_id
        WHERE m.ended_on IS NULL AND r.moderation_closed_on IS NOT NULL
          AND m.role IN ('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')
      UNION SELECT m.person_id, r.id
        FROM identity.membership m JOIN reviews.statement s ON s.organisation_id = m.organisation_id
          JOIN reviews.review r ON r.id = s.review_id
        WHERE m.ended_on IS NULL AND m.role = 'USER_GROUP_MEMBER' AND r.moderation_closed_on IS NOT NULL)
    -- May declare interests.
    SELECT p.person_id, 'assigned' AS kind, p.assignment_id AS record_id, p.review_id AS via FROM part p
    -- Reads nothing of the review: not declared, not decided, or excluded even after leaving.
    UNION ALL SELECT p.person_id, 'barred', p.review_id, p.review_id FROM part p WHERE NOT p.cleared
    UNION ALL SELECT x.person_id, 'barred', x.review_id, x.review_id FROM reviews.exclusion x WHERE x.in_force
    -- Runs the review.
    UNION ALL SELECT p.person_id, 'led', p.review_id, p.review_id FROM part p WHERE p.cleared AND p.capacity = 'lead'
    -- Reads what the trust submitted.
    UNION ALL SELECT p.person_id, 'review', p.review_id, p.review_id FROM part p WHERE p.cleared AND p.submitted_on IS NOT NULL
    -- Reads what is shown to reviewers of the scheme: concerns people agreed to, data flows, evidence that is not privileged.
    UNION ALL SELECT p.person_id, 'deployment-under-review', p.deployment_id, p.review_id
      FROM part p WHERE p.cleared AND p.submitted_on IS NOT NULL
    -- Scores under this assignment.
    UNION ALL SELECT p.person_id, 'scoring', p.assignment_id, p.review_id
      FROM part p WHERE p.cleared AND p.capacity <> 'lead' AND p.submitted_on IS NOT NULL
    -- Compares: leads it, or has locked; whoever joined later sees nothing of the others before.
    UNION ALL SELECT p.person_id, 'compare', p.review_id, p.review_id FROM part p WHERE p.compares
    -- Reads these locked scores, whatever became of them and of whoever gave them.
    UNION ALL SELECT p.person_id, 'open-scores', l.assignment_id, p.review_id
      FROM part p JOIN reviews.score_lock l ON l.review_id = p.review_id WHERE p.compares
    -- Reads the findings and may reply to them.
    UNION ALL SELECT t.person_id, 'reply', t.review_id, t.review_id FROM replier t
    -- Reads the locked scores on which the findings rest.
    UNION ALL SELECT t.person_id, 'replied-scores', l.assignment_id, t.review_id
      FROM replier t JOIN reviews.score_lock l ON l.review_id = t.review_id;

  CREATE TRIGGER "people are engaged" AFTER INSERT OR UPDATE OR DELETE ON reviews.score_lock
    FOR EACH ROW EXECUTE FUNCTION reviews.engage_people_of_changed('review_id');
  CREATE TRIGGER "people are engaged" AFTER INSERT OR UPDATE OR DELETE ON reviews.interest_confirmation
    FOR EACH ROW EXECUTE FUNCTION reviews.engage_people_of_changed('review_id');
`;

const RIGHTS = `
  -- The assignments whose locked scores whoever may reply reads.
  CREATE FUNCTION reviews.replied_scores() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT e FROM access.engaged('replied-scores') AS e WHERE (SELECT access.holds('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN',
      'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER', 'USER_GROUP_MEMBER')) $$;

  DROP POLICY "reviewers see each other's when all have locked" ON reviews.score;
  DROP POLICY "reviewers see each other's when all have locked" ON reviews.score_lock;
  DROP POLICY "who may reply reads the scores" ON reviews.score;
  CREATE POLICY "who compares reads what is locked" ON reviews.score FOR SELECT TO candour_member
    USING (assignment_id IN (SELECT * FROM reviews.reviewed('open-scores') AS mine));
  CREATE POLICY "who compares reads what is locked" ON reviews.score_lock FOR SELECT TO candour_member
    USING (assignment_id IN (SELECT * FROM reviews.reviewed('open-scores') AS mine));
  CREATE POLICY "who may reply reads the scores" ON reviews.score FOR SELECT TO candour_member
    USING (assignment_id IN (SELECT * FROM reviews.replied_scores() AS mine));

  -- The assignments whose scores count: meetings ask for them by this name.
  CREATE OR REPLACE FUNCTION reviews.taking_part(of_review uuid) RETURNS uuid[] LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT reviews.counting(of_review) $$;
  REVOKE EXECUTE ON FUNCTION reviews.taking_part FROM PUBLIC;
`;

const PANEL = `
  -- Who scored a review, without a name, and what became of their scores: for whoever reads those scores. Who leads it and
  -- auditors see the others who take part, too.
  CREATE FUNCTION reviews.panel_of(of_review uuid) RETURNS TABLE (assignment_id uuid, capacity text, outside_nhs_england boolean,
      given_later boolean, clearance text, assigned_on date, locked_on date, ended_on date, end_reason text, exclusion jsonb)
    LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT a.id, a.capacity, a.outside_nhs_england, a.scores_opened_on IS NOT NULL, reviews.clearance_of(a.id), a.assigned_on,
        l.locked_on, a.ended_on, a.end_reason, (
          SELECT jsonb_build_object('conflict', e.conflict, 'because', e.reason, 'post', coalesce(e.post, 'Lead reviewer'),
            'decidedOn', e.decided_on, 'second', CASE WHEN e.second_on IS NOT NULL THEN jsonb_build_object(
              'post', e.second_post, 'because', e.second_reason, 'decidedOn', e.second_on) END)
          FROM reviews.exclusion e WHERE e.assignment_id = a.id AND e.in_force ORDER BY e.decided_on, e.id LIMIT 1)
      FROM reviews.assignment a LEFT JOIN reviews.score_lock l ON l.assignment_id = a.id
      WHERE a.review_id = of_review AND (access.holds('AUDITOR') OR of_review IN (SELECT * FROM reviews.led())
        OR l.id IS NOT NULL AND (a.id IN (SELECT * FROM reviews.reviewed('open-scores'))
          OR a.id IN (SELECT * FROM reviews.replied_scores())))
      ORDER BY a.id $$;
  REVOKE EXECUTE ON FUNCTION reviews.panel_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.panel_of TO candour_member;
`;

const RIGHTS_AS_THEY_WERE = `
  DROP POLICY "who compares reads what is locked" ON reviews.score;
  DROP POLICY "who compares reads what is locked" ON reviews.score_lock;
  DROP POLICY "who may reply reads the scores" ON reviews.score;
  DROP FUNCTION reviews.replied_scores();
  CREATE POLICY "reviewers see each other's when all have locked" ON reviews.score FOR SELECT TO candour_member
    USING (review_id IN (SELECT * FROM reviews.reviewed('compare') AS mine));
  CREATE POLICY "reviewers see each other's when all have locked" ON reviews.score_lock FOR SELECT TO candour_member
    USING (review_id IN (SELECT * FROM reviews.reviewed('compare') AS mine));
  CREATE POLICY "who may reply reads the scores" ON reviews.score FOR SELECT TO candour_member
    USING (review_id IN (SELECT * FROM reviews.replied_to() AS mine));
`;

const TAKING_PART = `
  CREATE OR REPLACE FUNCTION reviews.taking_part(of_review uuid) RETURNS uuid[] LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT coalesce(array_agg(a.id), '{}') FROM reviews.assignment a WHERE a.review_id = of_review AND a.ended_on IS NULL $$;
`;

const ENGAGED_AS_IT_WAS = `
  CREATE OR REPLACE VIEW reviews.engagement AS
    WITH part AS NOT MATERIALIZED (
      SELECT c.person_id, c.review_id, c.assignment_id, c.capacity, r.deployment_id, r.submitted_on, r.scores_opened_on,
        c.cleared AND NOT EXISTS (SELECT FROM reviews.interest_decision x
          WHERE x.person_id = c.person_id AND x.review_id = c.review_id AND x.outcome = 'exclude') AS cleared
      FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id)
    -- May declare interests.
    SELECT p.person_id, 'assigned' AS kind, p.assignment_id AS record_id, p.review_id AS via FROM part p
    -- Reads nothing of the review: not declared, not decided, or excluded even after leaving.
    UNION ALL SELECT p.person_id, 'barred', p.review_id, p.review_id FROM part p WHERE NOT p.cleared
    UNION ALL SELECT x.person_id, 'barred', x.review_id, x.review_id FROM reviews.interest_decision x WHERE x.outcome = 'exclude'
    -- Runs the review.
    UNION ALL SELECT p.person_id, 'led', p.review_id, p.review_id FROM part p WHERE p.cleared AND p.capacity = 'lead'
    -- Reads what the trust submitted.
    UNION ALL SELECT p.person_id, 'review', p.review_id, p.review_id FROM part p WHERE p.cleared AND p.submitted_on IS NOT NULL
    -- Reads what is shown to reviewers of the scheme: concerns people agreed to, data flows, evidence that is not privileged.
    UNION ALL SELECT p.person_id, 'deployment-under-review', p.deployment_id, p.review_id
      FROM part p WHERE p.cleared AND p.submitted_on IS NOT NULL
    -- Scores under this assignment.
    UNION ALL SELECT p.person_id, 'scoring', p.assignment_id, p.review_id
      FROM part p WHERE p.cleared AND p.capacity <> 'lead' AND p.submitted_on IS NOT NULL
    -- Reads everybody's scores.
    UNION ALL SELECT p.person_id, 'compare', p.review_id, p.review_id
      FROM part p WHERE p.cleared AND p.scores_opened_on IS NOT NULL
    -- Reads the findings and may reply to them.
    UNION ALL SELECT m.person_id, 'reply', r.id, r.id
      FROM identity.membership m JOIN reviews.review r ON r.organisation_id = m.organisation_id
      WHERE m.ended_on IS NULL AND r.moderation_closed_on IS NOT NULL
        AND m.role IN ('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')
    UNION ALL SELECT m.person_id, 'reply', r.id, r.id
      FROM identity.membership m JOIN reviews.statement s ON s.organisation_id = m.organisation_id
      JOIN reviews.review r ON r.id = s.review_id
      WHERE m.ended_on IS NULL AND m.role = 'USER_GROUP_MEMBER' AND r.moderation_closed_on IS NOT NULL;
`;
