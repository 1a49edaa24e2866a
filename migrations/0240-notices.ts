import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people are told: a notice for each event that starts or ends the time somebody has. Everything is derived from records
 * by the worker, so that no feature has to remember to tell. A notice holds which event, never a word of what was said in it.
 */
export class Notices1764000000240 implements MigrationInterface {
  name = 'Notices1764000000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(READERS);
    await runner.query(HAPPENED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP SCHEMA notices CASCADE;
      DROP POLICY "the worker knows what everyone takes part in" ON access.engagement;
      REVOKE SELECT ON access.engagement FROM candour_operator;
    `);
  }
}

const KINDS = `
  ASKED ASSIGNED READY_TO_SCORE AGREEMENT_WAITS SECOND_WAITS INFORMATION_ASKED PARTNER_ASKED
  SCHEME_NAMED REPLY_OPEN STATEMENTS_OPEN STATEMENTS_CLOSING SCORED INTERESTS_DECIDED REPLY_DECIDED
  SETTLED INFORMATION_ANSWERED PARTNER_RETURNED NIL_CHALLENGED NIL_SET_ASIDE NAMING_ANSWERED
  NAMING_DECIDED PANEL_ACCEPTED DATE_MOVED VOIDED PUBLISHED WITHDRAWN NOT_PUBLISHED ANSWER_REMINDER
  SCORES_REMINDER ACKNOWLEDGEMENT_SOON ANSWER_SOON SCORES_SOON AGREEMENT_SOON REPLY_SOON STATEMENT_SOON
  INFORMATION_SOON PARTNER_RETURN_SOON PUBLICATION_SOON ACKNOWLEDGEMENT_OVERDUE ANSWER_OVERDUE
  SCORES_OVERDUE INFORMATION_OVERDUE PARTNER_RETURN_OVERDUE PUBLICATION_OVERDUE AWAITED_ANSWER_OVERDUE
  AWAITED_INFORMATION_OVERDUE AWAITED_RETURN_OVERDUE`
  .trim()
  .split(/\s+/);
const NOBODY = "'00000000-0000-0000-0000-000000000000'::uuid";

const TABLES = `
  CREATE SCHEMA notices;
  GRANT USAGE ON SCHEMA notices TO candour_member, candour_operator;
  CREATE TABLE notices.notice (
    id uuid CONSTRAINT "a notice has one id" PRIMARY KEY DEFAULT gen_random_uuid(),
    person_id uuid NOT NULL CONSTRAINT "a notice is to a person" REFERENCES identity.person,
    kind text NOT NULL CONSTRAINT "a notice is of a kind that there is" CHECK (kind IN (${KINDS.map((kind) => `'${kind}'`).join(', ')})),
    about_id uuid NOT NULL,
    happened_on date NOT NULL,
    due_on date,
    round_id uuid,
    review_id uuid,
    organisation_id uuid,
    told_at timestamptz NOT NULL,
    read_at timestamptz,
    CONSTRAINT "nobody is told twice of one event" UNIQUE (person_id, kind, about_id, happened_on)
  );
  CREATE INDEX "notices of a person newest first" ON notices.notice (person_id, told_at DESC, id DESC);
  CREATE INDEX "notices that a person has not read" ON notices.notice (person_id) WHERE read_at IS NULL;
  ALTER TABLE notices.notice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, UPDATE (read_at) ON notices.notice TO candour_member;
  GRANT SELECT, INSERT, DELETE ON notices.notice TO candour_operator;
  CREATE POLICY "people read their own notices" ON notices.notice FOR SELECT TO candour_member
    USING (person_id = (SELECT access.person()));
  CREATE POLICY "people mark their own notices" ON notices.notice FOR UPDATE TO candour_member
    USING (person_id = (SELECT access.person()));
  CREATE POLICY "the worker tells" ON notices.notice FOR ALL TO candour_operator USING (true);

  -- Since when this installation tells: whatever happened before is told in the product and goes nowhere by mail.
  CREATE TABLE notices.beginning (
    one boolean CONSTRAINT "telling began once" PRIMARY KEY DEFAULT true
      CONSTRAINT "telling has one beginning" CHECK (one),
    began_on date NOT NULL
  );
  ALTER TABLE notices.beginning ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON notices.beginning TO candour_operator;
  CREATE POLICY "the worker knows when telling began" ON notices.beginning FOR ALL TO candour_operator USING (true);

  GRANT SELECT ON access.engagement TO candour_operator;
  CREATE POLICY "the worker knows what everyone takes part in" ON access.engagement FOR SELECT TO candour_operator USING (true);
`;

const READERS = `
  -- Who belongs to an audience, and since which day: of what happened before it nobody in it is told.
  CREATE VIEW notices.reader WITH (security_invoker = true) AS
    WITH held AS NOT MATERIALIZED (
      SELECT m.person_id, m.role, m.organisation_id, m.granted_on FROM identity.membership m
        JOIN identity.person p ON p.id = m.person_id AND p.suspended_on IS NULL WHERE m.ended_on IS NULL),
    reviewing AS NOT MATERIALIZED (
      SELECT a.id, a.review_id, a.person_id, a.capacity, greatest(a.assigned_on, min(h.granted_on)) AS since
        FROM reviews.assignment a JOIN held h ON h.person_id = a.person_id
          AND h.role IN ('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER')
        WHERE a.ended_on IS NULL GROUP BY a.id),
    belonging AS (
      SELECT 'posts' AS audience, h.organisation_id AS whom, h.person_id, h.granted_on AS since FROM held h
        WHERE h.role IN ('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')
      UNION ALL SELECT 'trust', h.organisation_id, h.person_id, h.granted_on FROM held h
        WHERE h.role IN ('TRUST_SUBMITTER', 'EXECUTIVE_APPROVER')
      UNION ALL SELECT 'agency', h.organisation_id, h.person_id, h.granted_on FROM held h
        WHERE h.role IN ('POLICE_PARTNER', 'COMMISSIONER', 'EXECUTIVE_APPROVER')
      UNION ALL SELECT 'group', h.organisation_id, h.person_id, h.granted_on FROM held h WHERE h.role = 'USER_GROUP_MEMBER'
      UNION ALL SELECT 'groups', ${NOBODY}, h.person_id, h.granted_on FROM held h WHERE h.role = 'USER_GROUP_MEMBER'
      UNION ALL SELECT 'leads', ${NOBODY}, h.person_id, h.granted_on FROM held h WHERE h.role = 'LEAD_REVIEWER'
      UNION ALL SELECT 'assignee', r.id, r.person_id, r.since FROM reviewing r
      UNION ALL SELECT 'assigned', r.review_id, r.person_id, r.since FROM reviewing r
      -- Whoever scores, while they may: under this assignment, which is clear and of a review that was submitted.
      UNION ALL SELECT 'scorer', r.id, r.person_id, r.since FROM reviewing r JOIN access.engagement e
        ON e.person_id = r.person_id AND e.kind = 'scoring' AND e.record_id = r.id
      UNION ALL SELECT 'leading', r.review_id, r.person_id, r.since FROM reviewing r JOIN access.engagement e
        ON e.person_id = r.person_id AND e.kind = 'led' AND e.record_id = r.review_id
      UNION ALL SELECT 'panel', r.review_id, r.person_id, r.since FROM reviewing r JOIN access.engagement e
        ON e.person_id = r.person_id AND e.kind = 'review' AND e.record_id = r.review_id
      -- Whoever compares: only after scores are open, and only those who locked before.
      UNION ALL SELECT 'comparing', r.review_id, r.person_id, r.since FROM reviewing r JOIN access.engagement e
        ON e.person_id = r.person_id AND e.kind = 'compare' AND e.record_id = r.review_id)
    SELECT b.audience, b.whom, b.person_id, min(b.since) AS since FROM belonging b GROUP BY 1, 2, 3;
  GRANT SELECT ON notices.reader TO candour_operator;
`;

const CURRENT_SCOPE = `(SELECT DISTINCT ON (w.round_id, w.organisation_id) w.id, w.round_id, w.organisation_id, w.decision, w.decided_on
  FROM reviews.scope_decision w ORDER BY w.round_id, w.organisation_id, w.turn DESC)`;

/** An event: its kind, the record that makes it, its day, the day that it sets, what it is about, and who is told. */
const HAPPENED = `
  CREATE VIEW notices.happened WITH (security_invoker = true) AS
    WITH standing AS NOT MATERIALIZED (
      SELECT n.* FROM reviews.round n WHERE NOT EXISTS (SELECT FROM reviews.round_voiding v WHERE v.round_id = n.id)),
    review AS NOT MATERIALIZED (
      SELECT r.*, n.self_review_due, n.scoring_due FROM reviews.review r JOIN standing n ON n.id = r.round_id),
    -- User-led groups that spoke about a scheme under review, or were asked to.
    spoke AS NOT MATERIALIZED (
      SELECT s.review_id, s.organisation_id FROM reviews.statement s
      UNION SELECT r.id, t.group_id FROM co_production.attestation t JOIN reviews.review r ON r.deployment_id = t.deployment_id
        WHERE t.withdrawn_on IS NULL)
    SELECT 'ASKED' AS kind, r.id AS about_id, r.started_on AS happened_on, r.self_review_due AS due_on, r.round_id,
        r.id AS review_id, r.organisation_id, 'posts' AS audience, r.organisation_id AS whom FROM review r
    UNION ALL SELECT 'ASKED', w.id, w.decided_on, n.self_review_due, w.round_id, NULL, w.organisation_id, 'posts', w.organisation_id
      FROM ${CURRENT_SCOPE} AS w JOIN standing n ON n.id = w.round_id WHERE w.decision = 'ASKED'
    UNION ALL SELECT 'ASSIGNED', a.id, a.assigned_on, r.scoring_due, r.round_id, r.id, r.organisation_id, 'assignee', a.id
      FROM reviews.assignment a JOIN review r ON r.id = a.review_id
    UNION ALL SELECT 'READY_TO_SCORE', a.id, r.submitted_on, r.scoring_due, r.round_id, r.id, r.organisation_id, 'scorer', a.id
      FROM reviews.assignment a JOIN review r ON r.id = a.review_id WHERE r.submitted_on IS NOT NULL
    UNION ALL SELECT 'SCORED', r.id, r.scores_opened_on, NULL, r.round_id, r.id, r.organisation_id, 'comparing', r.id
      FROM review r WHERE r.scores_opened_on IS NOT NULL
    UNION ALL SELECT 'INTERESTS_DECIDED', d.id, d.decided_on, NULL, r.round_id, r.id, r.organisation_id, 'assignee', i.assignment_id
      FROM reviews.interest_decision d JOIN reviews.interest_declaration i ON i.id = d.declaration_id JOIN review r ON r.id = d.review_id
    UNION ALL SELECT 'AGREEMENT_WAITS', p.id, p.proposed_on, p.confirm_by, r.round_id, r.id, r.organisation_id, 'assignee', a.id
      FROM reviews.score_proposal p JOIN review r ON r.id = p.review_id
        JOIN reviews.assignment a ON a.review_id = r.id AND a.capacity <> 'lead'
        JOIN access.engagement e ON e.person_id = a.person_id AND e.kind = 'compare' AND e.record_id = r.id
    UNION ALL SELECT 'SECOND_WAITS', p.id, p.proposed_on, p.proposed_on + 28, CASE WHEN p.review_id IS NULL THEN n.id ELSE r.round_id END,
        p.review_id, r.organisation_id, CASE WHEN p.review_id IS NULL THEN 'leads' ELSE 'leading' END, coalesce(p.review_id, ${NOBODY})
      FROM reviews.proposal p LEFT JOIN reviews.review r ON r.id = p.review_id LEFT JOIN reviews.round n ON n.id = p.subject_id
      WHERE NOT EXISTS (SELECT FROM reviews.agreed_proposal g WHERE g.proposal_id = p.id)
        AND NOT EXISTS (SELECT FROM reviews.proposal_end x WHERE x.proposal_id = p.id)
    UNION ALL SELECT 'REPLY_OPEN', r.id, r.moderation_closed_on, r.reply_due_on, r.round_id, r.id, r.organisation_id, 'posts', r.organisation_id
      FROM review r WHERE r.moderation_closed_on IS NOT NULL
    UNION ALL SELECT DISTINCT 'REPLY_OPEN', r.id, r.moderation_closed_on, r.reply_due_on, r.round_id, r.id, r.organisation_id, 'group',
        s.organisation_id FROM review r JOIN reviews.statement s ON s.review_id = r.id WHERE r.moderation_closed_on IS NOT NULL
    UNION ALL SELECT 'STATEMENTS_OPEN', n.id, n.opened_on, NULL, n.id, NULL, NULL, 'groups', ${NOBODY} FROM standing n
    UNION ALL SELECT 'STATEMENTS_CLOSING', r.id, r.moderation_closed_on, r.reply_due_on, r.round_id, r.id, r.organisation_id, 'group',
        s.organisation_id FROM review r JOIN spoke s ON s.review_id = r.id WHERE r.moderation_closed_on IS NOT NULL
        AND NOT EXISTS (SELECT FROM reviews.statement t WHERE t.review_id = r.id AND t.organisation_id = s.organisation_id)
    UNION ALL SELECT DISTINCT 'REPLY_DECIDED', r.id, d.decided_on, NULL::date, r.round_id, r.id, r.organisation_id,
        CASE WHEN d.organisation_id = r.organisation_id THEN 'posts' ELSE 'group' END, d.organisation_id
      FROM reviews.reply_decision d JOIN review r ON r.id = d.review_id
    UNION ALL SELECT 'SETTLED', r.id, r.reply_closed_on, NULL, r.round_id, r.id, r.organisation_id, 'posts', r.organisation_id
      FROM review r WHERE r.reply_closed_on IS NOT NULL
    UNION ALL SELECT DISTINCT 'SETTLED', r.id, r.reply_closed_on, NULL::date, r.round_id, r.id, r.organisation_id, 'group', s.organisation_id
      FROM review r JOIN reviews.statement s ON s.review_id = r.id WHERE r.reply_closed_on IS NOT NULL
    UNION ALL SELECT 'SETTLED', r.id, r.reply_closed_on, NULL, r.round_id, r.id, r.organisation_id, 'comparing', r.id
      FROM review r WHERE r.reply_closed_on IS NOT NULL
    UNION ALL SELECT 'INFORMATION_ASKED', q.id, q.asked_on, q.due_on, r.round_id, r.id, r.organisation_id, 'trust', r.organisation_id
      FROM reviews.information_request q JOIN review r ON r.id = q.review_id
    UNION ALL SELECT 'INFORMATION_ANSWERED', q.id, a.answered_on, NULL, r.round_id, r.id, r.organisation_id, 'panel', r.id
      FROM reviews.information_answer a JOIN reviews.information_request q ON q.id = a.request_id JOIN review r ON r.id = a.review_id
    UNION ALL SELECT 'PARTNER_ASKED', q.id, q.asked_on, q.due_on, q.round_id, NULL, q.organisation_id, 'agency', q.organisation_id
      FROM reviews.partner_request q JOIN standing n ON n.id = q.round_id
    UNION ALL SELECT 'PARTNER_RETURNED', q.id, s.signed_on, NULL, q.round_id, NULL, q.organisation_id, 'leads', ${NOBODY}
      FROM reviews.partner_return s JOIN reviews.partner_request q ON q.id = s.request_id JOIN standing n ON n.id = q.round_id
    UNION ALL SELECT 'NIL_CHALLENGED', c.id, c.challenged_on, NULL, l.round_id, NULL, l.organisation_id, 'trust', l.organisation_id
      FROM reviews.nil_challenge c JOIN reviews.nil_return l ON l.id = c.nil_return_id
    UNION ALL SELECT 'NIL_CHALLENGED', c.id, c.challenged_on, NULL, l.round_id, NULL, l.organisation_id, 'leads', ${NOBODY}
      FROM reviews.nil_challenge c JOIN reviews.nil_return l ON l.id = c.nil_return_id
    UNION ALL SELECT 'NIL_SET_ASIDE', x.id, x.set_aside_on, NULL, l.round_id, NULL, l.organisation_id, 'trust', l.organisation_id
      FROM reviews.nil_setting_aside x JOIN reviews.nil_return l ON l.id = x.nil_return_id
    UNION ALL SELECT 'SCHEME_NAMED', m.id, m.named_on, NULL, m.round_id, NULL, m.organisation_id, 'trust', m.organisation_id
      FROM reviews.scheme_naming m JOIN standing n ON n.id = m.round_id
    UNION ALL SELECT 'NAMING_ANSWERED', m.id, w.answered_on, NULL, m.round_id, NULL, m.organisation_id, 'leads', ${NOBODY}
      FROM reviews.naming_answer w JOIN reviews.scheme_naming m ON m.id = w.naming_id
    UNION ALL SELECT 'NAMING_DECIDED', m.id, y.decided_on, NULL, m.round_id, NULL, m.organisation_id, 'trust', m.organisation_id
      FROM reviews.naming_decision y JOIN reviews.scheme_naming m ON m.id = y.naming_id
    UNION ALL SELECT 'DATE_MOVED', c.id, c.decided_on, c.becomes, c.round_id, r.id, r.organisation_id, t.audience,
        CASE t.audience WHEN 'posts' THEN r.organisation_id ELSE r.id END
      FROM reviews.round_date_change c JOIN review r ON r.round_id = c.round_id, (VALUES ('posts'), ('assigned')) AS t (audience)
    UNION ALL SELECT 'DATE_MOVED', c.id, c.decided_on, c.becomes, c.round_id, NULL, w.organisation_id, 'posts', w.organisation_id
      FROM reviews.round_date_change c JOIN ${CURRENT_SCOPE} AS w ON w.round_id = c.round_id AND w.decision = 'ASKED'
    UNION ALL SELECT 'VOIDED', v.id, v.voided_on, NULL, v.round_id, r.id, r.organisation_id, t.audience,
        CASE t.audience WHEN 'posts' THEN r.organisation_id ELSE r.id END
      FROM reviews.round_voiding v JOIN reviews.review r ON r.round_id = v.round_id, (VALUES ('posts'), ('assigned')) AS t (audience)
    UNION ALL SELECT 'VOIDED', v.id, v.voided_on, NULL, v.round_id, NULL, w.organisation_id, 'posts', w.organisation_id
      FROM reviews.round_voiding v JOIN ${CURRENT_SCOPE} AS w ON w.round_id = v.round_id AND w.decision = 'ASKED'
    UNION ALL SELECT o.kind, o.id, o.on_day, NULL, r.round_id, r.id, r.organisation_id, t.audience,
        CASE t.audience WHEN 'posts' THEN r.organisation_id ELSE r.id END
      FROM (SELECT 'PUBLISHED' AS kind, l.id, l.published_on AS on_day, l.review_id FROM publication.release l
        UNION ALL SELECT 'WITHDRAWN', d.id, d.withdrawn_on, d.review_id FROM publication.withdrawal d
        UNION ALL SELECT 'NOT_PUBLISHED', f.id, f.refused_on, f.review_id FROM publication.refusal f) AS o
        JOIN reviews.review r ON r.id = o.review_id, (VALUES ('posts'), ('assigned')) AS t (audience)
    UNION ALL SELECT 'PUBLISHED', l.id, l.published_on, NULL, r.round_id, r.id, r.organisation_id, 'group', s.organisation_id
      FROM publication.release l JOIN reviews.review r ON r.id = l.review_id JOIN spoke s ON s.review_id = r.id;
  GRANT SELECT ON notices.happened TO candour_operator;
`;
