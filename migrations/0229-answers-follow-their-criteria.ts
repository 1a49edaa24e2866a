import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No answer is touched when its round moves to another edition. Where each stands now follows from the trail of the move,
 * which PostgreSQL works out itself from the two editions; what was submitted never moves.
 */
export class AnswersFollowTheirCriteria1764000000229 implements MigrationInterface {
  name = 'AnswersFollowTheirCriteria1764000000229';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRAIL);
    await runner.query(RULES);
    for (const [name, before, after] of REWRITTEN) await runner.query(rewritten(name, before, after));
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, before, after] of REWRITTEN) await runner.query(rewritten(name, after, before));
    await runner.query(`
      DROP TRIGGER "a round asks what it was moved to" ON reviews.round;
      DROP TRIGGER "editions move by two" ON reviews.edition_move;
      DROP TRIGGER "what was proposed still stands" ON reviews.edition_move;
      DROP TRIGGER "what was voided goes no further" ON reviews.edition_move;
      DROP TRIGGER "a move to an edition is made" ON reviews.edition_move;
      DROP FUNCTION reviews.is_too_late_to_move, reviews.placed_answers, reviews.editions_move_by_two, reviews.moves_of_edition_are_made,
        reviews.no_edition_moves_in_silence, reviews.trail_of, reviews.followed_criteria, reviews.asked_on;
      CALL access.hand_to_definer();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const TRAIL = `
  -- The criteria of an edition that apply on a day, in the order of the edition: src/frameworks/edition/criteria-in-force.ts.
  CREATE FUNCTION reviews.asked_on(of_edition uuid, on_day date) RETURNS text[] LANGUAGE sql STABLE SET search_path = '' SET row_security = on AS $$
    SELECT coalesce(array_agg(c ->> 'id' ORDER BY place), '{}') FROM frameworks.edition e,
      jsonb_array_elements(e.content -> 'criteria') WITH ORDINALITY AS t (c, place)
    WHERE e.id = of_edition AND c ->> 'appliesFrom' <= on_day::text AND (c ->> 'appliesTo' IS NULL OR on_day::text < c ->> 'appliesTo') $$;

  -- Which criterion each becomes: the one of its code; else the first that names it as formerly; else the first that is
  -- asked in its words, where only one is left that has them. src/frameworks/edition/comparing/predecessors.ts.
  CREATE FUNCTION reviews.followed_criteria(before jsonb, after jsonb) RETURNS TABLE (was text, becomes text)
    LANGUAGE plpgsql IMMUTABLE SET search_path = '' AS $$
    DECLARE
      same text[] := ARRAY(SELECT b ->> 'id' FROM jsonb_array_elements(before) AS b
        JOIN jsonb_array_elements(after) AS a ON a ->> 'id' = b ->> 'id');
      free text[] := ARRAY(SELECT b ->> 'id' FROM jsonb_array_elements(before) AS b EXCEPT SELECT unnest(same));
      moved_was text[] := '{}';
      moved_to text[] := '{}';
      named text;
      one record;
    BEGIN
      FOR one IN SELECT a ->> 'id' AS id, a -> 'formerly' AS formerly FROM jsonb_array_elements(after) WITH ORDINALITY AS t (a, place)
        WHERE a ? 'formerly' AND NOT EXISTS (SELECT FROM unnest(same) AS s WHERE s = a ->> 'id') ORDER BY place
      LOOP
        SELECT f INTO named FROM jsonb_array_elements_text(one.formerly) WITH ORDINALITY AS t (f, place)
          WHERE f = ANY (free) ORDER BY place LIMIT 1;
        IF named IS NOT NULL THEN
          free := array_remove(free, named);
          moved_was := moved_was || named;
          moved_to := moved_to || one.id;
        END IF;
      END LOOP;
      RETURN QUERY SELECT s, s FROM unnest(same) AS s
        UNION ALL SELECT m.w, m.t FROM unnest(moved_was, moved_to) AS m (w, t)
        UNION ALL (SELECT DISTINCT ON (alone.id) alone.id, a ->> 'id'
          FROM (SELECT min(b ->> 'id') AS id, b ->> 'requirement' AS requirement FROM jsonb_array_elements(before) AS b
            JOIN unnest(free) AS f ON f = b ->> 'id' GROUP BY b ->> 'requirement' HAVING count(*) = 1) AS alone
          JOIN jsonb_array_elements(after) WITH ORDINALITY AS t (a, place) ON a ->> 'requirement' = alone.requirement
          LEFT JOIN unnest(same || moved_to) AS taken ON taken = a ->> 'id'
          WHERE taken IS NULL ORDER BY alone.id, place);
    END $$;

  -- Where every answer of a round stands after it moves to an edition: src/reviews/changing-edition/trail.ts.
  CREATE FUNCTION reviews.trail_of(of_round uuid, to_edition uuid) RETURNS jsonb LANGUAGE sql STABLE ${DEFINER} AS $$
    WITH RECURSIVE held AS (SELECT n.edition_move_id AS stint, n.edition_id, n.criteria, n.as_at FROM reviews.round n WHERE n.id = of_round),
    stints AS (
      SELECT h.stint, h.edition_id, h.criteria, 0 AS back FROM held h
      UNION ALL SELECT m.follows_id, m.from_edition_id, m.criteria_before, s.back + 1 FROM stints s JOIN reviews.edition_move m ON m.id = s.stint),
    placed AS (
      SELECT coalesce(h.stint::text, 'first') AS under, c AS code, c AS label FROM held h, unnest(h.criteria) AS c
      UNION ALL SELECT k.key, c.key, c.value FROM held h JOIN reviews.edition_move m ON m.id = h.stint,
        jsonb_each(m.trail) AS k, jsonb_each_text(k.value) AS c),
    known AS (SELECT DISTINCT ON (c) c AS label, s.edition_id FROM stints s, unnest(s.criteria) AS c ORDER BY c, s.back),
    said AS (SELECT e.id AS edition_id, c ->> 'id' AS code, c ->> 'requirement' AS requirement
      FROM frameworks.edition e, jsonb_array_elements(e.content -> 'criteria') AS c WHERE e.id IN (SELECT edition_id FROM stints)),
    before AS (SELECT jsonb_agg(jsonb_build_object('id', s.code, 'requirement', s.requirement)) AS criteria
      FROM (SELECT DISTINCT label FROM placed) AS p JOIN known k ON k.label = p.label
        JOIN said s ON s.edition_id = k.edition_id AND s.code = k.label),
    after AS (SELECT jsonb_agg(c ORDER BY place) AS criteria FROM held h JOIN frameworks.edition e ON e.id = to_edition,
      jsonb_array_elements(e.content -> 'criteria') WITH ORDINALITY AS t (c, place)
      WHERE EXISTS (SELECT FROM unnest(reviews.asked_on(to_edition, h.as_at)) AS asked WHERE asked = c ->> 'id')),
    followed AS MATERIALIZED (SELECT f.was, f.becomes FROM before b, after a, reviews.followed_criteria(b.criteria, a.criteria) AS f),
    told AS (
      SELECT p.under, jsonb_object_agg(p.code, coalesce(f.becomes, p.label)) AS codes
        FROM placed p LEFT JOIN followed f ON f.was = p.label GROUP BY p.under
      UNION ALL SELECT x.id::text, jsonb_object_agg(c, c) FROM held h JOIN reviews.edition_move x ON x.round_id = of_round
          AND x.follows_id IS NOT DISTINCT FROM h.stint AND x.to_edition_id = to_edition AND x.stands_id = x.id, unnest(x.criteria) AS c
        GROUP BY x.id)
    SELECT jsonb_object_agg(under, codes) FROM told $$;

  -- Every answer of a review that the reader may read, with the criterion under which it stands now; null for one that was
  -- given to an edition which the round has left again. Only where the round asks that criterion does it count.
  CREATE FUNCTION reviews.placed_answers(of_review uuid)
    RETURNS TABLE (answer_id uuid, seq integer, criterion text, asked boolean) LANGUAGE sql STABLE SET search_path = '' SET row_security = on AS $$
    SELECT p.id, p.seq, p.criterion, coalesce(p.criterion = ANY (p.criteria), false) FROM (
      SELECT a.id, a.seq, n.criteria, CASE WHEN a.edition_move_id IS NOT DISTINCT FROM n.edition_move_id THEN a.criterion
        ELSE m.trail #>> ARRAY[coalesce(a.edition_move_id::text, 'first'), a.criterion] END AS criterion
      FROM reviews.self_answer a JOIN reviews.review r ON r.id = a.review_id JOIN reviews.round n ON n.id = r.round_id
        LEFT JOIN reviews.edition_move m ON m.id = n.edition_move_id
      WHERE a.review_id = of_review) AS p $$;

  -- Whoever may propose a move is told so before they write why.
  CREATE FUNCTION reviews.is_too_late_to_move(of_round uuid) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT EXISTS (SELECT FROM reviews.review r WHERE r.round_id = of_round AND (r.submitted_on IS NOT NULL OR r.published_on IS NOT NULL)) $$;
  REVOKE EXECUTE ON FUNCTION reviews.trail_of, reviews.is_too_late_to_move FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.is_too_late_to_move TO candour_public, candour_member, candour_receipt, candour_operator;
`;

const RULES = `
  CREATE FUNCTION reviews.editions_move_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      proposed reviews.proposal;
      held record;
      left_behind record;
      newest frameworks.edition;
      present frameworks.edition;
    BEGIN
      PERFORM FROM reviews.round n WHERE n.id = NEW.round_id FOR UPDATE;
      SELECT n.edition_id, n.edition_move_id, n.criteria, n.as_at, n.self_review_due INTO held FROM reviews.round n WHERE n.id = NEW.round_id;
      SELECT * INTO proposed FROM reviews.proposal p WHERE p.id = NEW.proposal_id;
      IF proposed.asks IS DISTINCT FROM 'move-edition' OR (proposed.from_edition_id, proposed.to_edition_id, proposed.reason)
        IS DISTINCT FROM (NEW.from_edition_id, NEW.to_edition_id, NEW.reason)
      THEN CALL reviews.refuse('a round moves to another edition as one person proposed and another agreed'); END IF;
      IF EXISTS (SELECT FROM reviews.review r WHERE r.round_id = NEW.round_id AND (r.submitted_on IS NOT NULL OR r.published_on IS NOT NULL))
      THEN CALL reviews.refuse('what was submitted or published never moves: somebody in this round has answered by its edition'); END IF;
      IF (NEW.from_edition_id, NEW.criteria_before, NEW.follows_id)
          IS DISTINCT FROM (held.edition_id, held.criteria, held.edition_move_id)
        OR NEW.seq <> 1 + (SELECT count(*) FROM reviews.edition_move m WHERE m.round_id = NEW.round_id)
      THEN CALL reviews.refuse('the round has moved since this was proposed; propose it anew'); END IF;
      SELECT m.follows_id, m.from_edition_id, m.criteria_before INTO left_behind FROM reviews.edition_move m WHERE m.id = held.edition_move_id;
      IF NEW.to_edition_id = left_behind.from_edition_id THEN
        IF (NEW.stands_id, NEW.criteria, NEW.trail) IS DISTINCT FROM (left_behind.follows_id, left_behind.criteria_before, '{}'::jsonb)
        THEN CALL reviews.refuse('a round goes back to exactly what it asked before'); END IF;
        RETURN NEW;
      END IF;
      SELECT * INTO newest FROM frameworks.edition e WHERE e.id = NEW.to_edition_id;
      SELECT * INTO present FROM frameworks.edition e WHERE e.id = held.edition_id;
      IF (newest.as_at, newest.version) <= (present.as_at, present.version)
      THEN CALL reviews.refuse('a round moves to a newer edition, or back to the one it came from'); END IF;
      IF reviews.weekdays_between(NEW.decided_on, held.self_review_due) < 10
      THEN CALL reviews.refuse('a round moves to a newer edition while its trusts have time to answer it'); END IF;
      IF cardinality(NEW.criteria) = 0 OR NEW.criteria <> reviews.asked_on(NEW.to_edition_id, held.as_at)
        OR NEW.stands_id IS DISTINCT FROM NEW.id OR NEW.trail IS DISTINCT FROM reviews.trail_of(NEW.round_id, NEW.to_edition_id)
      THEN CALL reviews.refuse('where each answer stands after a move follows from the two editions'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "editions move by two" BEFORE INSERT ON reviews.edition_move
    FOR EACH ROW EXECUTE FUNCTION reviews.editions_move_by_two();
  CREATE TRIGGER "what was proposed still stands" BEFORE INSERT ON reviews.edition_move
    FOR EACH ROW EXECUTE FUNCTION reviews.what_was_proposed_stands('decided_on');
  CREATE TRIGGER "what was voided goes no further" BEFORE INSERT ON reviews.edition_move
    FOR EACH ROW EXECUTE FUNCTION reviews.its_round_stands();

  CREATE FUNCTION reviews.moves_of_edition_are_made() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF EXISTS (SELECT FROM reviews.round n WHERE n.id = NEW.round_id
        AND (n.edition_id, n.criteria, n.edition_move_id) IS DISTINCT FROM (NEW.to_edition_id, NEW.criteria, NEW.stands_id))
      THEN CALL reviews.refuse('a move to an edition moves the round'); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "a move to an edition is made" AFTER INSERT ON reviews.edition_move
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.moves_of_edition_are_made();

  CREATE FUNCTION reviews.no_edition_moves_in_silence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE made reviews.edition_move;
    BEGIN
      SELECT * INTO made FROM reviews.edition_move m WHERE m.round_id = NEW.id ORDER BY m.seq DESC LIMIT 1;
      IF (made.from_edition_id, made.criteria_before, made.follows_id, made.to_edition_id, made.criteria, made.stands_id)
        IS DISTINCT FROM (OLD.edition_id, OLD.criteria, OLD.edition_move_id, NEW.edition_id, NEW.criteria, NEW.edition_move_id)
      THEN CALL reviews.refuse('what a round asks is fixed: it changes only as two agree to move it to another edition'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a round asks what it was moved to" BEFORE UPDATE ON reviews.round FOR EACH ROW
    WHEN ((OLD.edition_id, OLD.criteria, OLD.edition_move_id) IS DISTINCT FROM (NEW.edition_id, NEW.criteria, NEW.edition_move_id))
    EXECUTE FUNCTION reviews.no_edition_moves_in_silence();
`;

/** Functions that asked which answer is the newest, each with its words before and after. */
const REWRITTEN = [
  [
    'reviews.rated_criteria',
    `LEFT JOIN LATERAL (SELECT b.score FROM reviews.self_answer w LEFT JOIN reviews.self_score b ON b.answer_id = w.id
        WHERE w.review_id = of_review AND w.criterion = a.criterion ORDER BY w.seq DESC LIMIT 1) AS s ON a.submitted`,
    `LEFT JOIN (SELECT DISTINCT ON (p.criterion) p.criterion, b.score FROM reviews.placed_answers(of_review) AS p
        LEFT JOIN reviews.self_score b ON b.answer_id = p.answer_id ORDER BY p.criterion, p.seq DESC) AS s ON a.submitted AND s.criterion = a.criterion`,
  ],
  [
    'reviews.recorded_criteria',
    `LEFT JOIN LATERAL (SELECT CASE WHEN b.id IS NOT NULL THEN w.reason END AS reason
        FROM reviews.self_answer w LEFT JOIN reviews.self_score b ON b.answer_id = w.id
        WHERE w.review_id = of_review AND w.criterion = c ->> 'id' ORDER BY w.seq DESC LIMIT 1) AS s ON true`,
    `LEFT JOIN (SELECT DISTINCT ON (p.criterion) p.criterion, CASE WHEN b.id IS NOT NULL THEN w.reason END AS reason
        FROM reviews.placed_answers(of_review) AS p JOIN reviews.self_answer w ON w.id = p.answer_id
        LEFT JOIN reviews.self_score b ON b.answer_id = w.id ORDER BY p.criterion, p.seq DESC) AS s ON s.criterion = c ->> 'id'`,
  ],
  [
    'reviews.answers_are_in_turn',
    `IF NOT reviewed.asked THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;`,
    `IF NOT reviewed.asked THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      IF NEW.edition_move_id IS DISTINCT FROM (SELECT n.edition_move_id FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id
        WHERE r.id = NEW.review_id)
      THEN CALL reviews.refuse('the round asks by another edition now; read the criterion again'); END IF;`,
  ],
  [
    'reviews.signatures_are_in_turn',
    `IF EXISTS (SELECT FROM reviews.attestation a
        WHERE`,
    `IF NEW.edition_move_id IS DISTINCT FROM (SELECT n.edition_move_id FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id
        WHERE r.id = NEW.review_id)
      THEN CALL reviews.refuse('the round asks by another edition now; read the answers again'); END IF;
      IF EXISTS (SELECT FROM reviews.attestation a
        WHERE`,
  ],
  [
    'reviews.submissions_are_signed',
    `count(*) FILTER (WHERE a.answers_hash = NEW.answers_hash) AS of_these`,
    `count(*) FILTER (WHERE a.answers_hash = NEW.answers_hash AND a.edition_move_id IS NOT DISTINCT FROM (SELECT n.edition_move_id
          FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id)) AS of_these`,
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
