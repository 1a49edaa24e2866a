import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What counts is worked out by PostgreSQL too: what failing a criterion means, what scores count as, whether reviewers must
 * meet, what becomes of a proposal, and the score that follows. Nobody but rules of PostgreSQL may ask these functions.
 */
export class ScoresSettleThemselves1764000000126 implements MigrationInterface {
  name = 'ScoresSettleThemselves1764000000126';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RIGHTS);
    await runner.query(WEIGHING);
    await runner.query(REASONS);
    await runner.query(OUTCOMES);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION reviews.settled_score, reviews.proposal_outcome, reviews.has_reason_to_meet, reviews.agrees_too_little,
        reviews.ordinal_alpha, reviews.claimed_not_applicable, reviews.weighed_scores, reviews.gravity_of, reviews.carried,
        reviews.place_of;
      ${['frameworks.edition', 'reviews.self_answer', 'reviews.self_score']
        .map((table) => `DROP POLICY "functions of the database read it" ON ${table};`)
        .join('\n')}
      REVOKE SELECT ON frameworks.edition, reviews.self_answer, reviews.self_score FROM candour_definer;
      REVOKE USAGE ON SCHEMA frameworks FROM candour_definer;
    `);
  }
}

const RIGHTS = `
  GRANT USAGE ON SCHEMA frameworks TO candour_definer;
  GRANT SELECT ON frameworks.edition TO candour_definer;
  CREATE POLICY "functions of the database read it" ON frameworks.edition FOR SELECT TO candour_definer USING (true);
  GRANT SELECT ON reviews.self_answer, reviews.self_score TO candour_definer;
  CREATE POLICY "functions of the database read it" ON reviews.self_answer FOR SELECT TO candour_definer USING (true);
  CREATE POLICY "functions of the database read it" ON reviews.self_score FOR SELECT TO candour_definer USING (true);
`;

const WEIGHING = `
  -- From what speaks most against a scheme to what speaks least: src/review-method/moderation/lowest-score.ts.
  CREATE FUNCTION reviews.place_of(score text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT array_position(ARRAY['0', '1', 'X', 'U', '2', '3', 'N'], score) $$;

  -- A score as far as its evidence can carry it.
  CREATE FUNCTION reviews.carried(score text, grade text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN grade IS NULL OR score IN ('U', 'X', 'N') THEN score WHEN grade IN ('D', 'E') THEN 'U'
      WHEN score = '3' AND grade = 'C' THEN '2' ELSE score END $$;

  -- What failing a criterion means on the day under review; references that nobody verified add no gravity.
  CREATE FUNCTION reviews.gravity_of(of_review uuid, of_criterion text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    WITH asked AS (
      SELECT n.as_at, e.content, c AS criterion FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id
        JOIN frameworks.edition e ON e.id = n.edition_id, jsonb_array_elements(e.content -> 'criteria') AS c
        WHERE r.id = of_review AND c ->> 'id' = of_criterion),
    verified AS (
      SELECT g ->> 'kind' AS kind FROM asked a, jsonb_array_elements(a.criterion -> 'sources') AS s,
          jsonb_array_elements(a.content -> 'guidelines') AS g
        WHERE g ->> 'key' = s ->> 'guideline' AND s ->> 'confidence' = 'A' AND (g ->> 'inForceFrom')::date <= a.as_at
          AND coalesce(a.as_at <= (g ->> 'inForceTo')::date, true))
    SELECT CASE
      WHEN a.criterion ->> 'derivation' <> 'direct' OR NOT EXISTS (SELECT FROM verified) THEN 'ORDINARY'
      WHEN (a.criterion -> 'knockOut' ->> 'from')::date <= a.as_at
        THEN CASE WHEN a.criterion -> 'knockOut' ->> 'element' IS NULL THEN 'KNOCK_OUT' ELSE 'RED_LINE' END
      WHEN EXISTS (SELECT FROM verified WHERE kind = 'law') THEN 'STATUTORY' ELSE 'ORDINARY' END
    FROM asked a $$;

  -- The locked scores that count for a criterion, each with what it counts as: nobody alone says that a requirement
  -- which stops a scheme by itself does not apply.
  CREATE FUNCTION reviews.weighed_scores(of_review uuid, of_criterion text)
    RETURNS TABLE (assignment_id uuid, given text, counts text, grade text, confidence text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    SELECT DISTINCT ON (s.assignment_id) s.assignment_id, s.score,
      CASE WHEN s.score = 'N' AND reviews.gravity_of(of_review, of_criterion) IN ('RED_LINE', 'KNOCK_OUT') THEN 'U'
        ELSE reviews.carried(s.score, s.grade) END, s.grade, s.confidence
    FROM reviews.score s JOIN reviews.score_lock l ON l.assignment_id = s.assignment_id
    WHERE s.review_id = of_review AND s.criterion = of_criterion
      AND s.assignment_id = ANY (reviews.taking_part(of_review))
    ORDER BY s.assignment_id, s.seq DESC $$;

  CREATE FUNCTION reviews.claimed_not_applicable(of_review uuid, of_criterion text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    SELECT coalesce((SELECT s.score = 'N' FROM reviews.self_answer a LEFT JOIN reviews.self_score s ON s.answer_id = a.id
      WHERE a.review_id = of_review AND a.criterion = of_criterion ORDER BY a.seq DESC LIMIT 1), false) $$;

  -- Krippendorff's alpha for ordered scores over the numbers as they were locked; null under ten criteria with two numbers.
  CREATE FUNCTION reviews.ordinal_alpha(of_review uuid) RETURNS double precision
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    WITH given AS (
      SELECT criterion, score FROM (
        SELECT DISTINCT ON (s.assignment_id, s.criterion) s.criterion, s.score FROM reviews.score s
          JOIN reviews.score_lock l ON l.assignment_id = s.assignment_id
          WHERE s.review_id = of_review AND s.assignment_id = ANY (reviews.taking_part(of_review))
          ORDER BY s.assignment_id, s.criterion, s.seq DESC) AS newest
        WHERE score IN ('0', '1', '2', '3')),
    counted AS (
      SELECT criterion, score::integer AS score, count(*)::double precision AS times,
        sum(count(*)) OVER (PARTITION BY criterion) AS raters FROM given GROUP BY criterion, score),
    paired AS (SELECT * FROM counted WHERE raters >= 2),
    levels AS (SELECT level, coalesce((SELECT sum(p.times) FROM paired p WHERE p.score = level), 0) AS total
      FROM generate_series(0, 3) AS level),
    apart AS (
      SELECT c.level AS c, k.level AS k, c.total * k.total AS expected, CASE WHEN c.level = k.level THEN 0 ELSE
        ((SELECT sum(b.total) FROM levels b WHERE b.level BETWEEN least(c.level, k.level) AND greatest(c.level, k.level))
          - (c.total + k.total) / 2) ^ 2 END AS distance
      FROM levels c, levels k),
    observed AS (
      SELECT sum(p.times * q.times / (p.raters - 1) * a.distance) AS sum
        FROM paired p JOIN paired q ON q.criterion = p.criterion JOIN apart a ON a.c = p.score AND a.k = q.score)
    SELECT CASE WHEN (SELECT count(DISTINCT p.criterion) FROM paired p) < 10 THEN NULL
      ELSE 1 - ((SELECT sum(total) FROM levels) - 1) * (SELECT o.sum FROM observed o)
        / nullif((SELECT sum(a.expected * a.distance) FROM apart a), 0) END $$;

  CREATE FUNCTION reviews.agrees_too_little(of_review uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on
    AS $$ SELECT coalesce(reviews.ordinal_alpha(of_review) < 0.667, false) $$;
`;

const REASONS = `
  CREATE FUNCTION reviews.has_reason_to_meet(of_review uuid, of_criterion text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      stops boolean := reviews.gravity_of(of_review, of_criterion) IN ('RED_LINE', 'KNOCK_OUT');
      seen record;
    BEGIN
      SELECT count(*) AS reviewers, count(DISTINCT w.counts) AS different,
          count(*) FILTER (WHERE w.counts IN ('U', 'X', 'N')) AS letters,
          coalesce(max(w.counts::integer) FILTER (WHERE w.counts NOT IN ('U', 'X', 'N'))
            - min(w.counts::integer) FILTER (WHERE w.counts NOT IN ('U', 'X', 'N')), 0) AS apart,
          coalesce(bool_or(w.confidence = 'low'), false) AS unsure, coalesce(bool_or(w.given = 'N'), false) AS not_applicable
        INTO seen FROM reviews.weighed_scores(of_review, of_criterion) AS w;
      RETURN seen.reviewers < 2 OR seen.apart >= 2 OR (stops AND seen.different > 1)
        OR (seen.letters > 0 AND seen.different > 1) OR (stops AND seen.unsure)
        OR (stops AND seen.not_applicable AND reviews.claimed_not_applicable(of_review, of_criterion))
        OR EXISTS (SELECT FROM reviews.meeting_request q WHERE q.review_id = of_review AND q.criterion = of_criterion)
        OR (seen.different > 1 AND reviews.agrees_too_little(of_review));
    END $$;
`;

const OUTCOMES = `
  -- What becomes of a proposal on a day: src/review-method/moderation/proposal-outcome.ts says the same for pages.
  CREATE FUNCTION reviews.proposal_outcome(of_proposal uuid, on_day date) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      made record;
      heard record;
      gravity text;
      proposed text;
      raises boolean;
      needs_all boolean;
    BEGIN
      SELECT * INTO made FROM reviews.score_proposal p WHERE p.id = of_proposal;
      gravity := reviews.gravity_of(made.review_id, made.criterion);
      proposed := reviews.carried(made.score, made.grade);
      SELECT count(*) AS reviewers, count(*) FILTER (WHERE a.stance = 'confirm') AS confirmed,
          count(*) FILTER (WHERE a.stance = 'dissent') AS dissented,
          min(reviews.place_of(w.counts)) AS lowest, max(reviews.place_of(w.counts)) AS highest INTO heard
        FROM reviews.weighed_scores(made.review_id, made.criterion) AS w
        LEFT JOIN reviews.proposal_answer a ON a.proposal_id = of_proposal AND a.assignment_id = w.assignment_id;
      IF heard.confirmed + heard.dissented < heard.reviewers AND on_day <= made.confirm_by THEN RETURN 'WAITING'; END IF;
      IF heard.reviewers > 0 AND heard.confirmed = heard.reviewers AND NOT (proposed = 'N'
        AND gravity IN ('RED_LINE', 'KNOCK_OUT') AND NOT reviews.claimed_not_applicable(made.review_id, made.criterion))
      THEN RETURN 'ALL_CONFIRMED'; END IF;
      raises := coalesce(reviews.place_of(proposed) > heard.lowest, true);
      needs_all := proposed = 'N' OR raises AND gravity <> 'ORDINARY'
        OR coalesce(reviews.place_of(proposed) NOT BETWEEN heard.lowest AND heard.highest, true);
      IF needs_all THEN RETURN 'NOT_ALL_CONFIRMED'; END IF;
      IF raises AND heard.confirmed = 0 THEN RETURN 'NOBODY_CONFIRMED'; END IF;
      IF (heard.dissented * 2 > heard.reviewers OR (gravity IN ('RED_LINE', 'KNOCK_OUT') AND heard.dissented > 0))
        AND NOT EXISTS (SELECT FROM reviews.proposal_second s WHERE s.proposal_id = of_proposal)
      THEN RETURN 'NOT_SECONDED'; END IF;
      RETURN 'WITHIN_RANGE';
    END $$;

  -- The score that counts for a criterion once moderation ends on this day, or why there is none yet.
  CREATE FUNCTION reviews.settled_score(of_review uuid, of_criterion text, on_day date)
    RETURNS TABLE (state text, score text, grade text, settled_by text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      proposal record;
      outcome text;
    BEGIN
      settled_by := 'agreement';
      IF reviews.has_reason_to_meet(of_review, of_criterion) THEN
        settled_by := 'meeting';
        SELECT * INTO proposal FROM reviews.score_proposal p WHERE p.review_id = of_review AND p.criterion = of_criterion
          AND p.reply_decision_id IS NULL ORDER BY p.seq DESC LIMIT 1;
        IF NOT FOUND THEN state := 'to-meet'; RETURN NEXT; RETURN; END IF;
        outcome := reviews.proposal_outcome(proposal.id, on_day);
        IF outcome = 'WAITING' THEN state := 'waiting'; RETURN NEXT; RETURN; END IF;
        IF outcome IN ('ALL_CONFIRMED', 'WITHIN_RANGE') THEN
          state := 'settled'; score := reviews.carried(proposal.score, proposal.grade); grade := proposal.grade; RETURN NEXT; RETURN; END IF;
      END IF;
      state := 'settled';
      SELECT w.counts INTO score FROM reviews.weighed_scores(of_review, of_criterion) AS w
        ORDER BY reviews.place_of(w.counts) LIMIT 1;
      score := coalesce(score, 'U');
      SELECT max(w.grade) INTO grade FROM reviews.weighed_scores(of_review, of_criterion) AS w
        WHERE w.counts = settled_score.score;
      RETURN NEXT;
    END $$;

  REVOKE EXECUTE ON FUNCTION reviews.gravity_of, reviews.weighed_scores, reviews.claimed_not_applicable, reviews.ordinal_alpha,
    reviews.agrees_too_little, reviews.has_reason_to_meet, reviews.proposal_outcome, reviews.settled_score FROM PUBLIC;
`;
