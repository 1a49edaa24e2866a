import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What evidence can carry, at which scores a step of the rating bites, which steps are asked, and the least agreement at which
 * scores are relied on belong to the edition. Where it writes out no method everything is as it was.
 */
export class MethodsOfEditions1764000000267 implements MigrationInterface {
  name = 'MethodsOfEditions1764000000267';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(METHOD);
    for (const [name, before, after] of REWRITTEN) await runner.query(rewritten(name, before, after));
    await runner.query(RATINGS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RATINGS_AS_THEY_WERE);
    for (const [name, before, after] of REWRITTEN) await runner.query(rewritten(name, after, before));
    await runner.query(`
      DROP FUNCTION reviews.carried_by, reviews.fails_at, reviews.method_of;
      CALL access.hand_to_definer();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const METHOD = `
  -- The method that the edition of a review writes out; null where it writes out none: src/frameworks/edition/method.
  CREATE FUNCTION reviews.method_of(of_review uuid) RETURNS jsonb LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT e.content -> 'method' FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id
      JOIN frameworks.edition e ON e.id = n.edition_id WHERE r.id = of_review $$;

  -- A score as far as its evidence can carry it by this method.
  CREATE FUNCTION reviews.carried_by(score text, grade text, method jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = '' AS $$
    SELECT CASE WHEN method IS NULL OR grade IS NULL OR score IN ('U', 'X', 'N') THEN reviews.carried(score, grade)
      ELSE coalesce((SELECT least(score, g ->> 'carries') FROM jsonb_array_elements(method -> 'evidenceGrades') AS g
        WHERE g ->> 'grade' = grade AND g ->> 'carries' IS NOT NULL), 'U') END $$;

  -- The highest score at which something of this name counts as failed by this method.
  CREATE FUNCTION reviews.fails_at(method jsonb, what text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = '' AS $$
    SELECT coalesce((method #>> ARRAY['rating', 'failsAt', what])::integer, CASE what WHEN 'duty' THEN 0 ELSE 1 END) $$;

  REVOKE EXECUTE ON FUNCTION reviews.method_of FROM PUBLIC;
`;

/** Functions that held the limits of the first method, each with its words before and after. */
const REWRITTEN = [
  [
    'reviews.weighed_scores',
    'ELSE reviews.carried(s.score, s.grade) END',
    'ELSE reviews.carried_by(s.score, s.grade, (SELECT reviews.method_of(of_review))) END',
  ],
  [
    'reviews.proposal_outcome',
    'reviews.carried(made.score, made.grade)',
    'reviews.carried_by(made.score, made.grade, reviews.method_of(made.review_id))',
  ],
  [
    'reviews.settled_score',
    'reviews.carried(proposal.score, proposal.grade)',
    'reviews.carried_by(proposal.score, proposal.grade, reviews.method_of(of_review))',
  ],
  [
    'reviews.moderation_is_in_turn',
    'reviews.carried(p.score, p.grade)',
    'reviews.carried_by(p.score, p.grade, reviews.method_of(NEW.review_id))',
  ],
  [
    'reviews.rated_criteria',
    'reviews.carried(m.score, m.grade)',
    'reviews.carried_by(m.score, m.grade, (SELECT reviews.method_of(of_review)))',
  ],
  [
    'reviews.agrees_too_little',
    '< 0.667',
    `< coalesce((reviews.method_of(of_review) #>> '{agreement,least}')::double precision, 0.667)`,
  ],
  [
    'deployments.red_lines_failed',
    `c.counted IN ('0', '1')`,
    `c.counted IN ('0', '1', '2', '3') AND c.counted <= reviews.fails_at(reviews.method_of(r.id), 'redLine')::text`,
  ],
  [
    'publication.scores_follow_from_records',
    'IF NOT opened THEN RETURN; END IF;',
    `IF content #> '{framework,method}' IS DISTINCT FROM reviews.method_of(of_review)
      THEN CALL reviews.refuse('a result says the method of its edition, as the edition writes it'); END IF;
      IF NOT opened THEN RETURN; END IF;`,
  ],
] as const;

/** Writes a function anew from its own text; a text that is not there is a fault and no silence. */
function rewritten(name: string, before: string, after: string): string {
  return `
    DO $$ DECLARE text_now text := pg_get_functiondef('${name}'::regproc); BEGIN
      IF strpos(text_now, $from$${before}$from$) = 0 THEN RAISE EXCEPTION 'what % said is not what was expected', '${name}'; END IF;
      EXECUTE replace(text_now, $from$${before}$from$, $to$${after}$to$);
    END $$;`;
}

const RATED = `
      SELECT c.domain, c.gravity, c.gravity IN ('RED_LINE', 'KNOCK_OUT') AS stops, c.counted,`;

const RATINGS = `
  -- The rating of each domain by the steps of the method: src/review-method/rating/rate-domain.ts. Null where nothing in it applies.
  CREATE OR REPLACE FUNCTION reviews.domain_ratings(of_review uuid) RETURNS TABLE (domain text, rating text)
    LANGUAGE sql STABLE ${DEFINER} AS $$
    WITH held AS MATERIALIZED (SELECT m.method, coalesce(m.method #> '{rating,steps}', '["RED_LINE_FAILED", "KNOCK_OUT_FAILED",
        "DUTY_NOT_MET", "RED_LINE_OPEN", "NOT_AGREED_NOT_APPLICABLE", "TOO_MUCH_OPEN", "SOMETHING_FAILED", "SOMETHING_OPEN"]') AS steps,
        coalesce((m.method #>> '{rating,mostOpenInHundred}')::integer, 25) AS most_open
      FROM (SELECT reviews.method_of(of_review) AS method) AS m),
    rated AS (${RATED}
        coalesce(c.counted <> 'N', true) OR c.not_agreed AS applies, c.not_agreed,
        coalesce(c.counted IN ('U', 'X'), true) OR c.not_agreed AS open,
        CASE WHEN c.counted IN ('0', '1', '2', '3') THEN c.counted::integer END AS points
      FROM reviews.rated_criteria(of_review) AS c),
    seen AS (
      SELECT r.domain, count(*) FILTER (WHERE r.applies) AS applying, count(*) FILTER (WHERE r.applies AND r.open) AS open,
        min(r.points) FILTER (WHERE r.gravity = 'RED_LINE') AS red_line, min(r.points) FILTER (WHERE r.gravity = 'KNOCK_OUT') AS knock_out,
        min(r.points) FILTER (WHERE r.gravity = 'STATUTORY') AS duty, min(r.points) AS any_criterion,
        coalesce(bool_or(r.applies AND r.open AND r.stops AND NOT r.not_agreed), false) AS red_line_open, bool_or(r.not_agreed) AS alone
      FROM rated r GROUP BY r.domain)
    SELECT s.domain, CASE
      WHEN s.applying = 0 THEN NULL
      WHEN h.steps @> '"RED_LINE_FAILED"' AND s.red_line <= reviews.fails_at(h.method, 'redLine') THEN 'CEASE'
      WHEN h.steps @> '"KNOCK_OUT_FAILED"' AND s.knock_out <= reviews.fails_at(h.method, 'knockOut')
        OR h.steps @> '"DUTY_NOT_MET"' AND s.duty <= reviews.fails_at(h.method, 'duty') THEN 'SERIOUS_CONCERN'
      WHEN h.steps @> '"RED_LINE_OPEN"' AND s.red_line_open OR h.steps @> '"NOT_AGREED_NOT_APPLICABLE"' AND s.alone
        OR h.steps @> '"TOO_MUCH_OPEN"' AND s.open * 100 > s.applying * h.most_open THEN 'UNVERIFIED'
      WHEN h.steps @> '"SOMETHING_FAILED"' AND s.any_criterion <= reviews.fails_at(h.method, 'anyCriterion')
        OR h.steps @> '"SOMETHING_OPEN"' AND s.open > 0 THEN 'IMPROVEMENT_REQUIRED'
      ELSE 'ASSURED' END
    FROM seen s, held h $$;
`;

const RATINGS_AS_THEY_WERE = `
  CREATE OR REPLACE FUNCTION reviews.domain_ratings(of_review uuid) RETURNS TABLE (domain text, rating text)
    LANGUAGE sql STABLE ${DEFINER} AS $$
    WITH rated AS (${RATED}
        coalesce(c.counted <> 'N', true) OR c.not_agreed AS applies,
        coalesce(c.counted IN ('U', 'X'), true) OR c.not_agreed AS open, coalesce(c.counted IN ('0', '1'), false) AS failed
      FROM reviews.rated_criteria(of_review) AS c)
    SELECT r.domain, CASE
      WHEN count(*) FILTER (WHERE r.applies) = 0 THEN NULL
      WHEN bool_or(r.failed AND r.gravity = 'RED_LINE') THEN 'CEASE'
      WHEN bool_or(r.failed AND r.gravity = 'KNOCK_OUT') OR bool_or(coalesce(r.counted = '0', false) AND r.gravity = 'STATUTORY')
        THEN 'SERIOUS_CONCERN'
      WHEN bool_or(r.applies AND r.open AND r.stops)
        OR count(*) FILTER (WHERE r.applies AND r.open) * 4 > count(*) FILTER (WHERE r.applies) THEN 'UNVERIFIED'
      WHEN bool_or(r.applies AND (r.open OR r.failed)) THEN 'IMPROVEMENT_REQUIRED'
      ELSE 'ASSURED' END
    FROM rated r GROUP BY r.domain $$;
`;
