import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A result is prepared and released only as it follows from the records: PostgreSQL compares its scores, requirements,
 * words of meetings and agreement with what is recorded, and works its ratings out again. Before, whoever led a review
 * and wrote past the application could prepare a result that the records do not bear, and a second person release it.
 */
export class ResultsFollowFromRecords1764000000169 implements MigrationInterface {
  name = 'ResultsFollowFromRecords1764000000169';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RATINGS);
    await runner.query(RECORDED);
    await runner.query(COMPARED);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${HOLDING_AS_IT_WAS}
      DROP PROCEDURE publication.follows_from_records(uuid, jsonb);
      DROP FUNCTION reviews.recorded_words, reviews.recorded_scores, reviews.domain_ratings, reviews.rated_criteria;
      CALL access.hand_to_definer();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const RATINGS = `
  -- Every criterion of a review with what counts for it and what failing it means: src/review-method/rating/rated-criterion.ts.
  CREATE FUNCTION reviews.rated_criteria(of_review uuid)
    RETURNS TABLE (criterion text, domain text, gravity text, self text, moderated text, grade text, settled_by text, counted text,
      not_agreed boolean)
    LANGUAGE sql STABLE ${DEFINER} AS $$
    WITH asked AS MATERIALIZED (
      SELECT c ->> 'id' AS criterion, c ->> 'domain' AS domain, reviews.gravity_of(of_review, c ->> 'id') AS gravity,
          r.submitted_on IS NOT NULL AS submitted
      FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id JOIN frameworks.edition e ON e.id = n.edition_id,
        jsonb_array_elements(e.content -> 'criteria') AS c
      WHERE r.id = of_review AND c ->> 'id' = ANY (n.criteria))
    SELECT a.criterion, a.domain, a.gravity, s.score, m.score, m.grade, m.settled_by, reviews.carried(m.score, m.grade),
      a.gravity IN ('RED_LINE', 'KNOCK_OUT') AND coalesce(reviews.carried(m.score, m.grade) IN ('N', 'U'), false)
        AND CASE WHEN m.score = 'N' THEN m.settled_by = 'agreement'
          ELSE EXISTS (SELECT FROM reviews.weighed_scores(of_review, a.criterion) AS w WHERE w.given = 'N') END
    FROM asked a
      LEFT JOIN LATERAL (SELECT f.score, f.grade, f.settled_by FROM reviews.moderated_score f
        WHERE f.review_id = of_review AND f.criterion = a.criterion ORDER BY f.seq DESC LIMIT 1) AS m ON true
      LEFT JOIN LATERAL (SELECT b.score FROM reviews.self_answer w LEFT JOIN reviews.self_score b ON b.answer_id = w.id
        WHERE w.review_id = of_review AND w.criterion = a.criterion ORDER BY w.seq DESC LIMIT 1) AS s ON a.submitted $$;

  -- The rating of each domain: src/review-method/rating/rate-domain.ts. Null where nothing in it applies.
  CREATE FUNCTION reviews.domain_ratings(of_review uuid) RETURNS TABLE (domain text, rating text)
    LANGUAGE sql STABLE ${DEFINER} AS $$
    WITH rated AS (
      SELECT c.domain, c.gravity, c.gravity IN ('RED_LINE', 'KNOCK_OUT') AS stops, c.counted,
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

const RECORDED = `
  -- Every locked score of a review under the lock that stands for whoever gave it.
  CREATE FUNCTION reviews.recorded_scores(of_review uuid)
    RETURNS TABLE (lock text, criterion text, seq integer, score text, grade text, confidence text)
    LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT DISTINCT ON (s.assignment_id, s.criterion) l.content_hash, s.criterion, s.seq, s.score, s.grade, s.confidence
      FROM reviews.score s JOIN reviews.score_lock l ON l.assignment_id = s.assignment_id
      WHERE l.review_id = of_review ORDER BY s.assignment_id, s.criterion, s.seq DESC $$;

  -- Everything that was proposed in a review, in turn, with who said what to it.
  CREATE FUNCTION reviews.recorded_words(of_review uuid)
    RETURNS TABLE (criterion text, place bigint, score text, grade text, after_reply boolean, seconded boolean, said text[])
    LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT p.criterion, row_number() OVER (PARTITION BY p.criterion ORDER BY p.seq), p.score, p.grade,
      p.reply_decision_id IS NOT NULL, EXISTS (SELECT FROM reviews.proposal_second s WHERE s.proposal_id = p.id),
      ARRAY(SELECT w.stance || ' ' || l.content_hash FROM reviews.proposal_answer w
        JOIN reviews.score_lock l ON l.assignment_id = w.assignment_id WHERE w.proposal_id = p.id ORDER BY 1)
    FROM reviews.score_proposal p WHERE p.review_id = of_review $$;

  REVOKE EXECUTE ON FUNCTION reviews.rated_criteria, reviews.domain_ratings, reviews.recorded_scores, reviews.recorded_words
    FROM PUBLIC;
`;

const SAYS_OTHERWISE = "CALL reviews.refuse('a result says of";

const FOLLOWING = `
  -- Refuses a result that says anything else than the records of its review. The words of people may be withheld, and stand
  -- in the way of nothing here.
  CREATE PROCEDURE publication.follows_from_records(of_review uuid, content jsonb) LANGUAGE plpgsql SET search_path = '' AS $$
    DECLARE
      opened boolean := EXISTS (SELECT FROM reviews.review r WHERE r.id = of_review AND r.scores_opened_on IS NOT NULL);
      letters jsonb := (SELECT jsonb_object_agg(s ->> 'reviewer', s #>> '{lock,contentHash}')
        FROM jsonb_array_elements(content #> '{panel,scored}') AS s);
    BEGIN
      IF EXISTS (
        (SELECT c.criterion, c.domain, c.gravity, c.self, c.moderated, c.grade, c.settled_by, c.counted
          FROM reviews.rated_criteria(of_review) AS c
        EXCEPT ALL
        SELECT c ->> 'code', c ->> 'domain', c ->> 'gravity', c #>> '{self,score}', c #>> '{counted,moderated}', c #>> '{counted,grade}',
            c #>> '{counted,settledBy}', c #>> '{counted,score}' FROM jsonb_array_elements(content -> 'criteria') AS c))
        OR jsonb_array_length(content -> 'criteria') <> (SELECT count(*) FROM reviews.rated_criteria(of_review))
      THEN ${SAYS_OTHERWISE} every criterion what it requires, what the trust said and what counts, as it is recorded'); END IF;
      IF EXISTS (
        (SELECT d.domain, d.rating FROM reviews.domain_ratings(of_review) AS d
        EXCEPT ALL SELECT d ->> 'code', d ->> 'rating' FROM jsonb_array_elements(content -> 'domains') AS d)
        UNION ALL
        (SELECT d ->> 'code', d ->> 'rating' FROM jsonb_array_elements(content -> 'domains') AS d
        EXCEPT ALL SELECT d.domain, d.rating FROM reviews.domain_ratings(of_review) AS d))
        OR content #>> '{rating,overall}' IS DISTINCT FROM coalesce((SELECT d.rating FROM reviews.domain_ratings(of_review) AS d
          WHERE d.rating IS NOT NULL ORDER BY array_position(
            ARRAY['CEASE', 'SERIOUS_CONCERN', 'UNVERIFIED', 'IMPROVEMENT_REQUIRED', 'ASSURED'], d.rating) LIMIT 1), 'UNVERIFIED')
      THEN ${SAYS_OTHERWISE} a scheme no other rating than its scores come to'); END IF;
      IF NOT opened THEN RETURN; END IF;
      IF EXISTS (
        SELECT s.lock, s.criterion, s.seq, s.score, s.grade, s.confidence FROM reviews.recorded_scores(of_review) AS s
        EXCEPT ALL
        SELECT letters ->> (i ->> 'reviewer'), c ->> 'code', (i ->> 'seq')::integer, i ->> 'score', i ->> 'grade', i ->> 'confidence'
          FROM jsonb_array_elements(content -> 'criteria') AS c, jsonb_array_elements(c -> 'independent') AS i)
      THEN ${SAYS_OTHERWISE} every reviewer what they locked'); END IF;
      IF EXISTS (
        WITH published AS (
          SELECT c ->> 'code', p.place, p.value ->> 'score', p.value ->> 'grade', (p.value ->> 'afterReply')::boolean,
            p.value ->> 'secondedBecause' IS NOT NULL, ARRAY(SELECT (w ->> 'stance') || ' ' || (letters ->> (w ->> 'reviewer'))
              FROM jsonb_array_elements(p.value -> 'said') AS w ORDER BY 1)
          FROM jsonb_array_elements(content -> 'criteria') AS c, LATERAL jsonb_array_elements(
            CASE jsonb_typeof(c -> 'meeting') WHEN 'object' THEN c #> '{meeting,proposals}' ELSE '[]' END)
            WITH ORDINALITY AS p (value, place)),
        recorded AS (SELECT * FROM reviews.recorded_words(of_review))
        (TABLE recorded EXCEPT ALL TABLE published) UNION ALL (TABLE published EXCEPT ALL TABLE recorded))
      THEN ${SAYS_OTHERWISE} every meeting what was proposed and who said what to it'); END IF;
      IF (content #>> '{agreement,ordinalAlpha}')::double precision IS DISTINCT FROM reviews.ordinal_alpha(of_review)
        AND coalesce(abs((content #>> '{agreement,ordinalAlpha}')::double precision - reviews.ordinal_alpha(of_review)) > 1e-9, true)
      THEN ${SAYS_OTHERWISE} how far reviewers agreed what their locked scores come to'); END IF;
    END $$;
`;

/** What every result is held to: with what follows from the records, or as it was before. */
function holding(follows: string): string {
  return `
  CREATE OR REPLACE PROCEDURE publication.holds_every_score(of_review uuid, content jsonb) LANGUAGE plpgsql SET search_path = '' AS $$
    DECLARE fault text;
    BEGIN
      IF NOT EXISTS (SELECT FROM reviews.review r WHERE r.id = of_review AND r.scores_opened_on IS NOT NULL)
      THEN ${follows} RETURN; END IF;
      fault := reviews.panel_fault(of_review);
      IF fault IS NOT NULL THEN CALL reviews.refuse(fault); END IF;
      IF (SELECT count(*) FROM reviews.score_lock l WHERE l.review_id = of_review)
          <> (SELECT count(*) FROM jsonb_array_elements(content #> '{panel,scored}'))
        OR EXISTS (SELECT FROM reviews.score_lock l WHERE l.review_id = of_review AND NOT EXISTS (
          SELECT FROM jsonb_array_elements(content #> '{panel,scored}') AS s
          WHERE s #>> '{lock,contentHash}' = l.content_hash AND s ->> 'became' = reviews.fate_of(l.assignment_id)))
        OR EXISTS (SELECT FROM jsonb_array_elements(content -> 'criteria') AS c
          WHERE jsonb_array_length(c -> 'independent') <> jsonb_array_length(content #> '{panel,scored}'))
      THEN CALL reviews.refuse('every locked score is published, with its lock and what became of it'); END IF;
      ${follows}
    END $$;
  `;
}

const COMPARED = FOLLOWING + holding('CALL publication.follows_from_records(of_review, content);');
const HOLDING_AS_IT_WAS = holding('');
