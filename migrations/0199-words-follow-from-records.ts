import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A result says in their own words what the framework asks and what trust, reviewers and groups wrote, leaves no reply,
 * statement or signature out, and counts its panel as it is recorded. Before, only scores and ratings were compared, so
 * that two who lead a review could put other words past the application.
 */
export class WordsFollowFromRecords1764000000199 implements MigrationInterface {
  name = 'WordsFollowFromRecords1764000000199';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECORDED);
    await runner.query(COMPARED);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP PROCEDURE publication.follows_from_records(uuid, jsonb);
      ALTER PROCEDURE publication.scores_follow_from_records(uuid, jsonb) RENAME TO follows_from_records;
      DROP PROCEDURE publication.words_follow_from_records(uuid, jsonb), publication.voices_follow_from_records(uuid, jsonb);
      DROP FUNCTION publication.says(text, text, boolean), reviews.recorded_criteria, reviews.recorded_meeting_words,
        reviews.recorded_replies, reviews.panel_in_numbers;
      CALL access.hand_to_definer();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const RECORDED = `
  -- True where a published text is what was recorded; where words are withheld, what stands around them.
  CREATE FUNCTION publication.says(published text, recorded text, withholds boolean) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT published IS NOT DISTINCT FROM recorded OR coalesce(withholds AND strpos(published, '[withheld]') > 0 AND recorded LIKE
      replace(replace(replace(replace(published, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '[withheld]', '%'), false) $$;

  -- Every criterion of a review: what the framework requires, what the trust gave as its reason, and why what counts does.
  CREATE FUNCTION reviews.recorded_criteria(of_review uuid)
    RETURNS TABLE (criterion text, requirement text, self text, counted text, minority text) LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT c ->> 'id', c ->> 'requirement', CASE WHEN r.submitted_on IS NOT NULL THEN s.reason END, m.reason, m.minority_view
    FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id JOIN frameworks.edition e ON e.id = n.edition_id
      CROSS JOIN jsonb_array_elements(e.content -> 'criteria') AS c
      LEFT JOIN LATERAL (SELECT f.reason, f.minority_view FROM reviews.moderated_score f
        WHERE f.review_id = of_review AND f.criterion = c ->> 'id' ORDER BY f.seq DESC LIMIT 1) AS m ON true
      LEFT JOIN LATERAL (SELECT CASE WHEN b.id IS NOT NULL THEN w.reason END AS reason
        FROM reviews.self_answer w LEFT JOIN reviews.self_score b ON b.answer_id = w.id
        WHERE w.review_id = of_review AND w.criterion = c ->> 'id' ORDER BY w.seq DESC LIMIT 1) AS s ON true
    WHERE r.id = of_review AND c ->> 'id' = ANY (n.criteria) $$;

  -- What people wrote about one criterion: reviewers in their scores, and everybody in its meeting. Who says it is a lock or nobody.
  CREATE FUNCTION reviews.recorded_meeting_words(of_review uuid)
    RETURNS TABLE (criterion text, kind text, place bigint, lock text, words text) LANGUAGE sql STABLE ${DEFINER} AS $$
    WITH proposed AS (
      SELECT p.id, p.criterion, p.reason, row_number() OVER (PARTITION BY p.criterion ORDER BY p.seq) AS place
      FROM reviews.score_proposal p WHERE p.review_id = of_review)
    SELECT s.criterion, 'rationale', s.seq::bigint, l.content_hash, s.rationale
      FROM reviews.score s JOIN reviews.score_lock l ON l.assignment_id = s.assignment_id WHERE l.review_id = of_review
    UNION ALL SELECT p.criterion, 'proposal', p.place, NULL, p.reason FROM proposed p
    UNION ALL SELECT p.criterion, 'second', p.place, NULL, x.reason FROM proposed p JOIN reviews.proposal_second x ON x.proposal_id = p.id
    UNION ALL SELECT p.criterion, 'word', p.place, l.content_hash, w.words FROM proposed p
      JOIN reviews.proposal_answer w ON w.proposal_id = p.id JOIN reviews.score_lock l ON l.assignment_id = w.assignment_id
    UNION ALL SELECT q.criterion, 'asked', NULL, NULL, q.reason FROM reviews.meeting_request q WHERE q.review_id = of_review $$;

  -- Replies, statements and signatures: by whom, about what, on which days, and in which words.
  CREATE FUNCTION reviews.recorded_replies(of_review uuid)
    RETURNS TABLE (kind text, facts jsonb, words text, reasons text) LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT 'replies', jsonb_build_array(o.name, p.criterion, p.kind, p.replied_on, d.accepted, d.decided_on), p.text, d.reasons
      FROM reviews.reply p JOIN organisations.organisation o ON o.id = p.organisation_id
        LEFT JOIN reviews.reply_decision d ON d.reply_id = p.id WHERE p.review_id = of_review
    UNION ALL SELECT 'statements', jsonb_build_array(o.name, t.stated_on), t.text, NULL
      FROM reviews.statement t JOIN organisations.organisation o ON o.id = t.organisation_id WHERE t.review_id = of_review
    UNION ALL SELECT 'signatures', jsonb_build_array(g.stance, g.signed_on), g.dissent, NULL FROM (
      SELECT DISTINCT ON (a.capacity) a.* FROM reviews.attestation a JOIN reviews.review r ON r.id = a.review_id
        WHERE a.review_id = of_review AND r.submitted_on IS NOT NULL ORDER BY a.capacity, a.seq DESC) AS g $$;

  -- Whose scores count, in numbers.
  CREATE FUNCTION reviews.panel_in_numbers(of_review uuid) RETURNS jsonb LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT jsonb_build_array(count(*), count(*) FILTER (WHERE a.outside_nhs_england), count(*) FILTER (WHERE a.capacity = 'lived-experience'))
      FROM reviews.assignment a WHERE a.id = ANY (reviews.counting(of_review)) $$;

  REVOKE EXECUTE ON FUNCTION reviews.recorded_criteria, reviews.recorded_meeting_words, reviews.recorded_replies,
    reviews.panel_in_numbers FROM PUBLIC;
`;

const SAYS_OTHERWISE = "CALL reviews.refuse('a result says of";

/** Facts and words of what one part of a result lists, as the records list them. */
const LISTED = `
  SELECT 'replies' AS kind, jsonb_build_array(x -> 'organisation', x -> 'criterion', x -> 'kind', x -> 'repliedOn', x -> 'accepted',
      x -> 'decidedOn') AS facts, x ->> 'text' AS words, x ->> 'reasons' AS reasons FROM jsonb_array_elements(content -> 'replies') AS x
  UNION ALL SELECT 'statements', jsonb_build_array(x -> 'organisation', x -> 'statedOn'), x ->> 'text', NULL
    FROM jsonb_array_elements(content -> 'statements') AS x
  UNION ALL SELECT 'signatures', jsonb_build_array(x -> 'stance', x -> 'signedOn'), x ->> 'dissent', NULL
    FROM jsonb_array_elements(content -> 'signatures') AS x`;

const COMPARED = `
  -- What is listed of people who are not reviewers: all of it, and nothing else.
  CREATE PROCEDURE publication.voices_follow_from_records(of_review uuid, content jsonb) LANGUAGE plpgsql SET search_path = '' AS $$
    DECLARE withholds boolean := jsonb_typeof(content -> 'withheld') = 'object';
    BEGIN
      IF EXISTS (
        WITH published AS (${LISTED}),
        recorded AS (SELECT * FROM reviews.recorded_replies(of_review))
        (SELECT kind, facts FROM recorded EXCEPT ALL SELECT kind, facts FROM published)
        UNION ALL (SELECT kind, facts FROM published EXCEPT ALL SELECT kind, facts FROM recorded))
        OR EXISTS (
        WITH published AS (${LISTED}),
        recorded AS (SELECT * FROM reviews.recorded_replies(of_review))
        SELECT FROM recorded r WHERE NOT EXISTS (SELECT FROM published p WHERE (p.kind, p.facts) = (r.kind, r.facts)
          AND publication.says(p.words, r.words, withholds) AND publication.says(p.reasons, r.reasons, withholds))
        UNION ALL SELECT FROM published p WHERE NOT EXISTS (SELECT FROM recorded r WHERE (p.kind, p.facts) = (r.kind, r.facts)
          AND publication.says(p.words, r.words, withholds) AND publication.says(p.reasons, r.reasons, withholds)))
      THEN ${SAYS_OTHERWISE} every reply, statement and signature what was sent'); END IF;
    END $$;

  CREATE PROCEDURE publication.words_follow_from_records(of_review uuid, content jsonb) LANGUAGE plpgsql SET search_path = '' AS $$
    DECLARE
      withholds boolean := jsonb_typeof(content -> 'withheld') = 'object';
      letters jsonb := (SELECT jsonb_object_agg(s ->> 'reviewer', s #>> '{lock,contentHash}')
        FROM jsonb_array_elements(content #> '{panel,scored}') AS s);
    BEGIN
      IF EXISTS (SELECT FROM jsonb_array_elements(content -> 'criteria') AS c
        JOIN reviews.recorded_criteria(of_review) AS r ON r.criterion = c ->> 'code'
        WHERE c ->> 'requirement' <> r.requirement OR NOT publication.says(c #>> '{self,reason}', r.self, withholds)
          OR NOT publication.says(c #>> '{counted,reason}', r.counted, withholds)
          OR NOT publication.says(c #>> '{counted,minorityView}', r.minority, withholds))
      THEN ${SAYS_OTHERWISE} every criterion in their words what is asked, what the trust said and why what counts does'); END IF;
      CALL publication.voices_follow_from_records(of_review, content);
      IF NOT EXISTS (SELECT FROM reviews.review r WHERE r.id = of_review AND r.scores_opened_on IS NOT NULL) THEN RETURN; END IF;
      IF EXISTS (
        WITH criteria AS (SELECT c ->> 'code' AS criterion, c FROM jsonb_array_elements(content -> 'criteria') AS c),
        proposals AS (SELECT c.criterion, p.place, p.value FROM criteria c, LATERAL jsonb_array_elements(
          CASE jsonb_typeof(c.c -> 'meeting') WHEN 'object' THEN c.c #> '{meeting,proposals}' ELSE '[]' END) WITH ORDINALITY AS p (value, place)),
        published AS (
          SELECT c.criterion, 'rationale' AS kind, (i ->> 'seq')::bigint AS place, letters ->> (i ->> 'reviewer') AS lock, i ->> 'rationale' AS words
            FROM criteria c, jsonb_array_elements(c.c -> 'independent') AS i
          UNION ALL SELECT p.criterion, 'proposal', p.place, NULL, p.value ->> 'reason' FROM proposals p
          UNION ALL SELECT p.criterion, 'second', p.place, NULL, p.value ->> 'secondedBecause' FROM proposals p
            WHERE p.value ->> 'secondedBecause' IS NOT NULL
          UNION ALL SELECT p.criterion, 'word', p.place, letters ->> (w ->> 'reviewer'), w ->> 'words'
            FROM proposals p, jsonb_array_elements(p.value -> 'said') AS w
          UNION ALL SELECT c.criterion, 'asked', NULL, NULL, q ->> 'reason' FROM criteria c, jsonb_array_elements(
            CASE jsonb_typeof(c.c -> 'meeting') WHEN 'object' THEN c.c #> '{meeting,asked}' ELSE '[]' END) AS q)
        SELECT FROM published p WHERE NOT EXISTS (SELECT FROM reviews.recorded_meeting_words(of_review) AS r
          WHERE (r.criterion, r.kind) = (p.criterion, p.kind) AND r.place IS NOT DISTINCT FROM p.place
            AND r.lock IS NOT DISTINCT FROM p.lock AND publication.says(p.words, r.words, withholds)))
      THEN ${SAYS_OTHERWISE} every reviewer and every meeting in their words what was written'); END IF;
      IF jsonb_build_array(content #> '{panel,reviewers}', content #> '{panel,outsideNhsEngland}', content #> '{panel,livedExperience}')
        <> reviews.panel_in_numbers(of_review)
      THEN ${SAYS_OTHERWISE} its panel how many people’s scores count, and whence they are'); END IF;
    END $$;

  ALTER PROCEDURE publication.follows_from_records(uuid, jsonb) RENAME TO scores_follow_from_records;
  CREATE PROCEDURE publication.follows_from_records(of_review uuid, content jsonb) LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      CALL publication.scores_follow_from_records(of_review, content);
      CALL publication.words_follow_from_records(of_review, content);
    END $$;
`;
