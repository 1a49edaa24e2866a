import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever signed a nil return as its second person, answered for a trust what a review asked it, or signed for an agency what
 * it says of the scheme, did so for good: they are not independent in a review of it, nor do they speak for a group there.
 */
export class SignersAreKnown1764000000234 implements MigrationInterface {
  name = 'SignersAreKnown1764000000234';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL check_function_bodies = off;
      GRANT SELECT ON reviews.nil_signature TO candour_definer;
      CREATE POLICY "functions of the database read it" ON reviews.nil_signature FOR SELECT TO candour_definer USING (true);`);
    for (const judging of JUDGED_BY) await runner.query(judging((text) => text));
    await runner.query('CALL access.hand_to_definer(); SELECT access.settle_everything();');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL check_function_bodies = off');
    for (const judging of JUDGED_BY) await runner.query(judging(() => ''));
    await runner.query(`DROP POLICY "functions of the database read it" ON reviews.nil_signature;
      REVOKE SELECT ON reviews.nil_signature FROM candour_definer;
      CALL access.hand_to_definer(); SELECT access.settle_everything();`);
  }
}

/** Puts in what this migration adds; going back, nothing. */
type Also = (text: string) => string;

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const JUDGED_BY = [knownFacts, wordsOfFault, faultsIn, answeredIn] as const;

/** What somebody did is known from the day on which they did it. */
function knownFacts(also: Also): string {
  return `
  CREATE OR REPLACE FUNCTION reviews.known_facts(of_person uuid, of_review uuid)
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
      WHERE n.signed_by = of_person AND n.organisation_id IN (SELECT id FROM trust)${also(`
    UNION ALL SELECT 'nil-return', g.signed_on, NULL, NULL FROM reviews.nil_signature g
      WHERE g.signed_by = of_person AND g.organisation_id IN (SELECT id FROM trust)
    UNION ALL SELECT 'informed', a.answered_on, NULL, NULL FROM reviews.information_answer a
      WHERE a.answered_by = of_person AND a.organisation_id IN (SELECT id FROM trust)
    UNION ALL SELECT 'informed', a.answered_on, NULL, NULL FROM reviews.naming_answer a
      WHERE a.answered_by = of_person AND a.organisation_id IN (SELECT id FROM trust)
    UNION ALL SELECT 'partner-return', p.signed_on, NULL, NULL FROM reviewed r
      JOIN reviews.partner_request q ON q.deployment_id = r.deployment_id
      JOIN reviews.partner_return p ON p.request_id = q.id AND p.signed_by = of_person`)}
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
        SELECT FROM reviews.interest_declaration later WHERE later.assignment_id = d.assignment_id AND later.seq > d.seq)
    UNION ALL SELECT 'excluded', coalesce(e.second_on, e.decided_on), NULL, NULL FROM reviewed r
      JOIN reviews.review other ON other.id <> r.id
        AND (other.deployment_id = r.deployment_id OR other.organisation_id IN (SELECT id FROM trust))
      JOIN reviews.exclusion e ON e.review_id = other.id AND e.person_id = of_person WHERE e.in_force $$;`;
}

function wordsOfFault(also: Also): string {
  return `
  CREATE OR REPLACE FUNCTION reviews.words_of_fault(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
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
${also(`      WHEN 'INFORMED' THEN 'the person answered for the trust under review what a review asked it'
      WHEN 'PARTNER_RETURN' THEN 'the person signed the return of an agency about the scheme under review'
`)}      WHEN 'REPLIED' THEN 'the person replied to findings in this review'
      WHEN 'STATED' THEN 'the person sent the statement of a user-led group into this review'
      WHEN 'NOT_OUTSIDE' THEN
        'the person is named as from outside NHS England, and has had a role in it or in a body that took over from it in the last 5 years'
      WHEN 'DECLARED_ELSEWHERE' THEN
        'in another review of this trust or scheme the person declared an interest that is not declared and decided here'
      WHEN 'EXCLUDED_ELSEWHERE' THEN
        'in another review of this trust or scheme the person was excluded for a conflict, which was not declared and decided here since' END $$;`;
}

/** It judges as src/review-method/independence does. */
function faultsIn(also: Also): string {
  return `
  CREATE OR REPLACE FUNCTION reviews.faults_in(standing jsonb) RETURNS TABLE (code text, words text, since date, to_declare text)
    LANGUAGE sql STABLE AS $$
    WITH stands AS (SELECT * FROM jsonb_to_record(standing) AS s("assignedOn" date, "reviewStartedOn" date, "endedOn" date,
        "outsideNhsEngland" boolean, facts jsonb, declared jsonb, "declaredOn" date, "mayContinue" boolean)),
      known AS (
        SELECT f.*, s."assignedOn" AS assigned, (s."assignedOn" - interval '5 years')::date AS before, s."reviewStartedOn" AS started,
            s."outsideNhsEngland" AS outside, s."mayContinue" AND s.declared ? CASE f.kind WHEN 'declared' THEN coalesce(f.question, 'OTHER')
              WHEN 'group-role' THEN 'OTHER' WHEN 'excluded' THEN 'OTHER' ELSE 'EMPLOYED' END
              AND (f.kind <> 'excluded' OR s."declaredOn" >= f.since) AS decided
          FROM stands s, jsonb_to_recordset(s.facts) AS f(kind text, since date, until date, question text)
          WHERE s."endedOn" IS NULL OR f.since < s."endedOn" OR f.kind = 'excluded'),
      judged AS (
        SELECT k.since, k.question, CASE
            WHEN k.kind IN ('trust-role', 'partner-role', 'group-role') AND (k.until IS NULL OR k.until > k.assigned)
              THEN CASE k.kind WHEN 'trust-role' THEN 'ACTS_FOR_TRUST' WHEN 'partner-role' THEN 'ACTS_FOR_PARTNER' ELSE 'SPEAKS_FOR_GROUP' END
            WHEN k.kind IN ('trust-role', 'partner-role', 'group-role') AND k.until > k.before AND k.decided IS NOT TRUE
              THEN CASE k.kind WHEN 'trust-role' THEN 'ACTED_FOR_TRUST' WHEN 'partner-role' THEN 'ACTED_FOR_PARTNER' ELSE 'SPOKE_FOR_GROUP' END
            WHEN k.kind = 'auditor-role' AND (k.until IS NULL OR k.until > k.started) THEN 'AUDITS'
            WHEN k.kind = 'nhs-england-role' AND k.outside AND (k.until IS NULL OR k.until > k.before) THEN 'NOT_OUTSIDE'
            WHEN k.kind = 'declared' AND k.decided IS NOT TRUE THEN 'DECLARED_ELSEWHERE'
            WHEN k.kind = 'excluded' AND k.decided IS NOT TRUE THEN 'EXCLUDED_ELSEWHERE'
            WHEN k.kind IN ('signed', 'submitted', 'answered', 'offered', 'flow', 'nil-return', ${also(`'informed', 'partner-return', `)}'replied', 'stated')
              THEN upper(replace(k.kind, '-', '_')) END AS code
          FROM known k),
      named AS (
        SELECT j.code, j.since, CASE j.code WHEN 'DECLARED_ELSEWHERE' THEN coalesce(j.question, 'OTHER')
            WHEN 'SPOKE_FOR_GROUP' THEN 'OTHER' WHEN 'EXCLUDED_ELSEWHERE' THEN 'OTHER' WHEN 'ACTED_FOR_TRUST' THEN 'EMPLOYED' WHEN 'ACTED_FOR_PARTNER' THEN 'EMPLOYED' END AS asks
          FROM judged j WHERE j.code IS NOT NULL)
    SELECT n.code, reviews.words_of_fault(n.code), min(n.since), n.asks FROM named n
      GROUP BY n.code, n.asks ORDER BY n.code COLLATE "C", n.asks COLLATE "C" $$;`;
}

/** True when the person signed, submitted or answered what this review is about. */
function answeredIn(also: Also): string {
  return `
  CREATE OR REPLACE FUNCTION memberships.answered_in(who uuid, of_review uuid) RETURNS boolean
    LANGUAGE sql STABLE ${DEFINER} AS $$
      SELECT EXISTS (SELECT FROM reviews.submission s WHERE s.review_id = of_review AND s.submitted_by = who)
        OR EXISTS (SELECT FROM reviews.attestation a WHERE a.review_id = of_review AND a.signed_by = who)
        OR EXISTS (SELECT FROM reviews.nil_return n JOIN reviews.review r
          ON r.round_id = n.round_id AND r.organisation_id = n.organisation_id WHERE r.id = of_review AND n.signed_by = who)${also(`
        OR EXISTS (SELECT FROM reviews.nil_signature g JOIN reviews.nil_return n ON n.id = g.nil_return_id JOIN reviews.review r
          ON r.round_id = n.round_id AND r.organisation_id = n.organisation_id WHERE r.id = of_review AND g.signed_by = who)
        OR EXISTS (SELECT FROM reviews.information_answer a WHERE a.review_id = of_review AND a.answered_by = who)
        OR EXISTS (SELECT FROM reviews.review r JOIN reviews.partner_request q ON q.deployment_id = r.deployment_id
          JOIN reviews.partner_return p ON p.request_id = q.id WHERE r.id = of_review AND p.signed_by = who)`)} $$;`;
}
