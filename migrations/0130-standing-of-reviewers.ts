import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Independence is kept, not checked once: what the records know of a person with regard to one review is gathered in one
 * place and judged by one function.
 */
export class StandingOfReviewers1764000000130 implements MigrationInterface {
  name = 'StandingOfReviewers1764000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RIGHTS);
    await runner.query(FACTS);
    await runner.query(JUDGING);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION reviews.standings_seen(uuid, uuid),
        reviews.independence_faults(uuid, uuid), reviews.faults_in(jsonb), reviews.words_of_fault(text),
        reviews.standing_of(uuid, uuid), reviews.known_facts(uuid, uuid), reviews.kin_of(uuid),
        reviews.follows_nhs_england(uuid);
      ${RIGHTS_TAKEN}
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

/** What the functions look at and no function looked at before. */
const NEWLY_READ = [
  'reviews.nil_return',
  'deployments.deployment_agency',
  'co_production.attestation',
  'organisations.organisation',
  'organisations.succession',
];

const RIGHTS = `
  -- What a function says is looked at when it runs, as the role that it runs as.
  SET LOCAL check_function_bodies = off;
  GRANT USAGE ON SCHEMA organisations, co_production TO candour_definer;
  ${NEWLY_READ.map(
    (table) => `
  GRANT SELECT ON ${table} TO candour_definer;
  CREATE POLICY "what is known of people is read by functions" ON ${table} FOR SELECT TO candour_definer USING (true);`,
  ).join('')}
`;

const RIGHTS_TAKEN = `
  ${NEWLY_READ.map((table) => `DROP POLICY "what is known of people is read by functions" ON ${table};`).join('\n')}
  REVOKE SELECT ON ${NEWLY_READ.join(', ')} FROM candour_definer;
  REVOKE USAGE ON SCHEMA organisations, co_production FROM candour_definer;
`;

const FACTS = `
  -- The organisation, all that became it and all that it became.
  CREATE FUNCTION reviews.kin_of(organisation uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$
    WITH RECURSIVE before AS (
        SELECT $1 AS id UNION SELECT s.predecessor_id FROM organisations.succession s
        JOIN before b ON s.successor_id = b.id AND s.withdrawn_on IS NULL),
      after AS (
        SELECT $1 AS id UNION SELECT s.successor_id FROM organisations.succession s
        JOIN after a ON s.predecessor_id = a.id AND s.withdrawn_on IS NULL)
    SELECT id FROM before UNION SELECT id FROM after $$;

  -- NHS England, its regions, and every body that took over from one of them.
  CREATE FUNCTION reviews.follows_nhs_england(organisation uuid) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
    WITH RECURSIVE before AS (
      SELECT $1 AS id UNION SELECT s.predecessor_id FROM organisations.succession s
        JOIN before b ON s.successor_id = b.id AND s.withdrawn_on IS NULL)
    SELECT EXISTS (SELECT FROM before b JOIN organisations.organisation o ON o.id = b.id
      WHERE o.type IN ('NHSE_NATIONAL', 'NHSE_REGION')) $$;

  -- All that the records know of a person with regard to one review: roles with their days, and what was done on a day.
  CREATE FUNCTION reviews.known_facts(of_person uuid, of_review uuid)
    RETURNS TABLE (kind text, since date, until date, question text) LANGUAGE sql STABLE ${DEFINER} AS $$
    WITH reviewed AS (SELECT r.* FROM reviews.review r WHERE r.id = of_review),
      trust AS (SELECT k AS id FROM reviewed r, reviews.kin_of(r.organisation_id) AS k),
      partner AS (
        SELECT k AS id FROM reviewed r JOIN deployments.deployment_agency g ON g.deployment_id = r.deployment_id,
          reviews.kin_of(g.organisation_id) AS k WHERE g.organisation_id IS NOT NULL
        EXCEPT SELECT id FROM trust),
      speaking AS (
        SELECT s.organisation_id AS id FROM reviews.statement s WHERE s.review_id = of_review
        UNION SELECT a.group_id FROM reviewed r JOIN co_production.attestation a ON a.deployment_id = r.deployment_id
          WHERE a.statement IS NOT NULL AND a.statement <> 'decline')
    SELECT CASE WHEN m.role = 'AUDITOR' THEN 'auditor-role' WHEN m.organisation_id IN (SELECT id FROM trust) THEN 'trust-role'
          WHEN m.organisation_id IN (SELECT id FROM speaking) THEN 'group-role'
          WHEN m.organisation_id IN (SELECT id FROM partner) THEN 'partner-role' END AS kind, m.granted_on, m.ended_on, NULL::text
      FROM identity.membership m WHERE m.person_id = of_person AND (m.role = 'AUDITOR'
        OR m.organisation_id IN (SELECT id FROM trust UNION SELECT id FROM speaking UNION SELECT id FROM partner))
    UNION ALL SELECT 'nhs-england-role', m.granted_on, m.ended_on, NULL FROM identity.membership m
      WHERE m.person_id = of_person AND m.organisation_id IS NOT NULL AND reviews.follows_nhs_england(m.organisation_id)
    UNION ALL SELECT 'signed', a.signed_on, NULL, NULL FROM reviews.attestation a
      WHERE a.signed_by = of_person AND a.organisation_id IN (SELECT id FROM trust)
    UNION ALL SELECT 'submitted', s.submitted_on, NULL, NULL FROM reviews.submission s
      WHERE s.submitted_by = of_person AND s.organisation_id IN (SELECT id FROM trust)
    UNION ALL SELECT 'answered', s.answered_on, NULL, NULL FROM reviews.self_answer s
      WHERE s.answered_by = of_person AND s.organisation_id IN (SELECT id FROM trust)
    UNION ALL SELECT 'nil-return', n.signed_on, NULL, NULL FROM reviews.nil_return n
      WHERE n.signed_by = of_person AND n.organisation_id IN (SELECT id FROM trust)
    UNION ALL SELECT 'offered', e.received_on, NULL, NULL FROM evidence.item e
      WHERE e.offered_by = of_person AND e.organisation_id IN (SELECT id FROM trust)
    UNION ALL SELECT 'flow', f.submitted_on, NULL, NULL FROM data_sharing.data_flow f
      WHERE f.submitted_by = of_person AND f.submitted_on IS NOT NULL AND f.organisation_id IN (SELECT id FROM trust)
    UNION ALL SELECT 'flow', o.signed_on, NULL, NULL FROM data_sharing.flow_sign_off o
      JOIN data_sharing.data_flow f ON f.id = o.flow_id
      WHERE o.signed_by = of_person AND f.organisation_id IN (SELECT id FROM trust)
    UNION ALL SELECT 'replied', p.replied_on, NULL, NULL FROM reviews.reply p
      WHERE p.replied_by = of_person AND p.review_id = of_review
    UNION ALL SELECT 'stated', s.stated_on, NULL, NULL FROM reviews.statement s
      WHERE s.stated_by = of_person AND s.review_id = of_review
    UNION ALL SELECT 'declared', d.declared_on, NULL, said ->> 'code' FROM reviewed r
      JOIN reviews.review other ON other.id <> r.id
        AND (other.deployment_id = r.deployment_id OR other.organisation_id IN (SELECT id FROM trust))
      JOIN reviews.interest_declaration d ON d.review_id = other.id AND d.person_id = of_person,
      jsonb_array_elements(d.answers) AS said
      WHERE said ->> 'answer' = 'yes' AND said ->> 'code' <> 'TREATED' AND NOT EXISTS (
        SELECT FROM reviews.interest_declaration later WHERE later.assignment_id = d.assignment_id AND later.seq > d.seq) $$;

  -- The same as one value with what the person declared for this review, as both walls judge it.
  CREATE FUNCTION reviews.standing_of(of_person uuid, of_review uuid) RETURNS jsonb LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT jsonb_build_object('assignedOn', coalesce(a.assigned_on, current_date), 'reviewStartedOn', r.started_on,
      'endedOn', a.ended_on, 'outsideNhsEngland', coalesce(a.outside_nhs_england, false),
      'facts', (SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') FROM reviews.known_facts(of_person, of_review) AS f),
      'declared', (SELECT coalesce(jsonb_agg(said ->> 'code') FILTER (WHERE said ->> 'answer' = 'yes'), '[]')
        FROM jsonb_array_elements(d.answers) AS said WHERE d.id IS NOT NULL HAVING d.id IS NOT NULL),
      'mayContinue', EXISTS (SELECT FROM reviews.interest_decision x WHERE x.declaration_id = d.id AND x.outcome = 'continue'))
    FROM reviews.review r LEFT JOIN reviews.assignment a ON a.review_id = r.id AND a.person_id = of_person
      LEFT JOIN LATERAL (SELECT n.id, n.answers FROM reviews.interest_declaration n WHERE n.assignment_id = a.id
        ORDER BY n.seq DESC LIMIT 1) AS d ON true
    WHERE r.id = of_review $$;
`;

const JUDGING = `
  CREATE FUNCTION reviews.words_of_fault(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE code
      WHEN 'ACTS_FOR_TRUST' THEN 'the person holds a role in the trust under review'
      WHEN 'ACTED_FOR_TRUST' THEN
        'the person held a role in the trust under review in the 5 years before, and it is not declared and decided'
      WHEN 'ACTS_FOR_PARTNER' THEN 'the person holds a role in an agency that takes part in the scheme under review'
      WHEN 'ACTED_FOR_PARTNER' THEN
        'the person held a role in an agency that takes part in the scheme in the 5 years before, and it is not declared and decided'
      WHEN 'SPEAKS_FOR_GROUP' THEN 'the person holds a role in a user-led group that speaks in this review'
      WHEN 'SPOKE_FOR_GROUP' THEN
        'the person held a role in a user-led group that speaks in this review in the 5 years before, and it is not declared and decided'
      WHEN 'AUDITS' THEN 'auditors read what reviewers must not see, and the person is or was one while this review runs'
      WHEN 'SIGNED' THEN 'the person signed a self-review of the trust under review'
      WHEN 'SUBMITTED' THEN 'the person submitted a self-review of the trust under review'
      WHEN 'ANSWERED' THEN 'the person answered a self-review of the trust under review'
      WHEN 'OFFERED' THEN 'the person offered evidence for the trust under review'
      WHEN 'FLOW' THEN 'the person submitted or signed a data flow of the trust under review'
      WHEN 'NIL_RETURN' THEN 'the person signed a nil return of the trust under review'
      WHEN 'REPLIED' THEN 'the person replied to findings in this review'
      WHEN 'STATED' THEN 'the person sent the statement of a user-led group into this review'
      WHEN 'NOT_OUTSIDE' THEN
        'the person is named as from outside NHS England, and has had a role in it or in a body that took over from it in the last 5 years'
      WHEN 'DECLARED_ELSEWHERE' THEN
        'in another review of this trust or scheme the person declared an interest that is not declared and decided here' END $$;

  -- What keeps somebody who stands so from being independent. It judges as src/review-method/independence does.
  CREATE FUNCTION reviews.faults_in(standing jsonb) RETURNS TABLE (code text, words text, since date, to_declare text)
    LANGUAGE sql STABLE AS $$
    WITH stands AS (SELECT * FROM jsonb_to_record(standing) AS s("assignedOn" date, "reviewStartedOn" date, "endedOn" date,
        "outsideNhsEngland" boolean, facts jsonb, declared jsonb, "mayContinue" boolean)),
      known AS (
        SELECT f.*, s."assignedOn" AS assigned, (s."assignedOn" - interval '5 years')::date AS before, s."reviewStartedOn" AS started,
            s."outsideNhsEngland" AS outside, s."mayContinue" AND s.declared ? CASE f.kind WHEN 'declared' THEN coalesce(f.question, 'OTHER')
              WHEN 'group-role' THEN 'OTHER' ELSE 'EMPLOYED' END AS decided
          FROM stands s, jsonb_to_recordset(s.facts) AS f(kind text, since date, until date, question text)
          WHERE s."endedOn" IS NULL OR f.since < s."endedOn"),
      judged AS (
        SELECT k.since, k.question, CASE
            WHEN k.kind IN ('trust-role', 'partner-role', 'group-role') AND (k.until IS NULL OR k.until > k.assigned)
              THEN CASE k.kind WHEN 'trust-role' THEN 'ACTS_FOR_TRUST' WHEN 'partner-role' THEN 'ACTS_FOR_PARTNER' ELSE 'SPEAKS_FOR_GROUP' END
            WHEN k.kind IN ('trust-role', 'partner-role', 'group-role') AND k.until > k.before AND k.decided IS NOT TRUE
              THEN CASE k.kind WHEN 'trust-role' THEN 'ACTED_FOR_TRUST' WHEN 'partner-role' THEN 'ACTED_FOR_PARTNER' ELSE 'SPOKE_FOR_GROUP' END
            WHEN k.kind = 'auditor-role' AND (k.until IS NULL OR k.until > k.started) THEN 'AUDITS'
            WHEN k.kind = 'nhs-england-role' AND k.outside AND (k.until IS NULL OR k.until > k.before) THEN 'NOT_OUTSIDE'
            WHEN k.kind = 'declared' AND k.decided IS NOT TRUE THEN 'DECLARED_ELSEWHERE'
            WHEN k.kind IN ('signed', 'submitted', 'answered', 'offered', 'flow', 'nil-return', 'replied', 'stated')
              THEN upper(replace(k.kind, '-', '_')) END AS code
          FROM known k),
      named AS (
        SELECT j.code, j.since, CASE j.code WHEN 'DECLARED_ELSEWHERE' THEN coalesce(j.question, 'OTHER')
            WHEN 'SPOKE_FOR_GROUP' THEN 'OTHER' WHEN 'ACTED_FOR_TRUST' THEN 'EMPLOYED' WHEN 'ACTED_FOR_PARTNER' THEN 'EMPLOYED' END AS asks
          FROM judged j WHERE j.code IS NOT NULL)
    SELECT n.code, reviews.words_of_fault(n.code), min(n.since), n.asks FROM named n
      GROUP BY n.code, n.asks ORDER BY n.code COLLATE "C", n.asks COLLATE "C" $$;

  CREATE FUNCTION reviews.independence_faults(of_person uuid, of_review uuid)
    RETURNS TABLE (code text, words text, since date, to_declare text) LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT * FROM reviews.faults_in(reviews.standing_of(of_person, of_review)) $$;

  -- How people stand towards the reviews in which they have or had a part, for whoever may know it. All of it is for
  -- themselves and for whoever leads that review; what somebody declared, there or elsewhere, is kept from other lead
  -- reviewers, administrators and the operator.
  CREATE FUNCTION reviews.standings_seen(of_person uuid, of_review uuid)
    RETURNS TABLE (assignment_id uuid, person_id uuid, review_id uuid, ended_on date, standing jsonb)
    LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT a.id, a.person_id, a.review_id, a.ended_on,
        CASE WHEN a.person_id = access.person() OR a.review_id IN (SELECT * FROM reviews.led()) THEN s
          ELSE s || jsonb_build_object('declared', NULL, 'mayContinue', false,
            'facts', jsonb_path_query_array(s, '$.facts[*] ? (@.kind != "declared")')) END
      FROM reviews.assignment a, reviews.standing_of(a.person_id, a.review_id) AS s
      WHERE a.person_id = coalesce(of_person, a.person_id) AND a.review_id = coalesce(of_review, a.review_id)
        AND (a.person_id = access.person() OR access.holds('LEAD_REVIEWER', 'ADMIN') OR access.person() IS NULL) $$;

  REVOKE EXECUTE ON FUNCTION reviews.kin_of, reviews.follows_nhs_england, reviews.known_facts, reviews.standing_of,
    reviews.independence_faults, reviews.standings_seen FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.standings_seen TO candour_member, candour_operator;
`;
