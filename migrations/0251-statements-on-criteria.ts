import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A user-led group states about one criterion or the whole scheme, at most three times each, until the time for reply has
 * ended. Before, a statement was taken for ever, also where no release could carry it; a release says now on what each is.
 */
export class StatementsOnCriteria1764000000251 implements MigrationInterface {
  name = 'StatementsOnCriteria1764000000251';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reviews.statement ADD COLUMN criterion text');
    await runner.query(TURN);
    await runner.query(released({ recorded: ', t.criterion', published: ", x -> 'criterion'" }));
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER "a statement comes in its turn" ON reviews.statement;
      DROP FUNCTION reviews.statements_are_in_turn;`);
    await runner.query(released({ recorded: '', published: '' }));
    await runner.query('ALTER TABLE reviews.statement DROP COLUMN criterion');
    await runner.query('CALL access.hand_to_definer()');
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const TURN = `
  CREATE FUNCTION reviews.statements_are_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE reviewed record;
    BEGIN
      -- One at a time for each group, before any row is held: two at once are counted both, and neither waits for the other for ever.
      PERFORM pg_advisory_xact_lock(hashtextextended('statements ' || NEW.review_id || NEW.organisation_id, 0));
      -- What was sent twice is the same statement, whenever it comes again.
      IF EXISTS (SELECT FROM reviews.statement s WHERE s.id = NEW.id) THEN RETURN NEW; END IF;
      SELECT r.submitted_on, r.reply_due_on, r.reply_closed_on, r.published_on, n.criteria INTO reviewed
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id FOR SHARE OF r;
      IF reviewed.reply_closed_on IS NOT NULL OR NEW.stated_on > reviewed.reply_due_on
        OR (reviewed.published_on IS NOT NULL AND reviewed.submitted_on IS NULL)
      THEN CALL reviews.refuse('the time for statements has ended: raise a concern, or speak in the next round'); END IF;
      IF NEW.criterion <> ALL (reviewed.criteria) THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      IF (SELECT count(*) FROM reviews.statement s WHERE s.review_id = NEW.review_id
        AND s.organisation_id = NEW.organisation_id AND s.criterion IS NOT DISTINCT FROM NEW.criterion) >= 3
      THEN CALL reviews.refuse('a group states about one criterion, or about the whole scheme, at most three times'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a statement comes in its turn" BEFORE INSERT ON reviews.statement
    FOR EACH ROW EXECUTE FUNCTION reviews.statements_are_in_turn();
`;

/** Replies, statements and signatures as they are recorded, and as a result lists them: with or without what each is about. */
function released({
  recorded,
  published,
}: {
  readonly recorded: string;
  readonly published: string;
}): string {
  const listed = `
  SELECT 'replies' AS kind, jsonb_build_array(x -> 'organisation', x -> 'criterion', x -> 'kind', x -> 'repliedOn', x -> 'accepted',
      x -> 'decidedOn') AS facts, x ->> 'text' AS words, x ->> 'reasons' AS reasons FROM jsonb_array_elements(content -> 'replies') AS x
  UNION ALL SELECT 'statements', jsonb_build_array(x -> 'organisation', x -> 'statedOn'${published}), x ->> 'text', NULL
    FROM jsonb_array_elements(content -> 'statements') AS x
  UNION ALL SELECT 'signatures', jsonb_build_array(x -> 'stance', x -> 'signedOn'), x ->> 'dissent', NULL
    FROM jsonb_array_elements(content -> 'signatures') AS x`;
  return `
  CREATE OR REPLACE FUNCTION reviews.recorded_replies(of_review uuid)
    RETURNS TABLE (kind text, facts jsonb, words text, reasons text) LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT 'replies', jsonb_build_array(o.name, p.criterion, p.kind, p.replied_on, d.accepted, d.decided_on), p.text, d.reasons
      FROM reviews.reply p JOIN organisations.organisation o ON o.id = p.organisation_id
        LEFT JOIN reviews.reply_decision d ON d.reply_id = p.id WHERE p.review_id = of_review
    UNION ALL SELECT 'statements', jsonb_build_array(o.name, t.stated_on${recorded}), t.text, NULL
      FROM reviews.statement t JOIN organisations.organisation o ON o.id = t.organisation_id WHERE t.review_id = of_review
    UNION ALL SELECT 'signatures', jsonb_build_array(g.stance, g.signed_on), g.dissent, NULL FROM (
      SELECT DISTINCT ON (a.capacity) a.* FROM reviews.attestation a JOIN reviews.review r ON r.id = a.review_id
        WHERE a.review_id = of_review AND r.submitted_on IS NOT NULL ORDER BY a.capacity, a.seq DESC) AS g $$;
  CREATE OR REPLACE PROCEDURE publication.voices_follow_from_records(of_review uuid, content jsonb) LANGUAGE plpgsql SET search_path = '' AS $$
    DECLARE withholds boolean := jsonb_typeof(content -> 'withheld') = 'object';
    BEGIN
      IF EXISTS (
        WITH published AS (${listed}),
        recorded AS (SELECT * FROM reviews.recorded_replies(of_review))
        (SELECT kind, facts FROM recorded EXCEPT ALL SELECT kind, facts FROM published)
        UNION ALL (SELECT kind, facts FROM published EXCEPT ALL SELECT kind, facts FROM recorded))
        OR EXISTS (
        WITH published AS (${listed}),
        recorded AS (SELECT * FROM reviews.recorded_replies(of_review))
        SELECT FROM recorded r WHERE NOT EXISTS (SELECT FROM published p WHERE (p.kind, p.facts) = (r.kind, r.facts)
          AND publication.says(p.words, r.words, withholds) AND publication.says(p.reasons, r.reasons, withholds))
        UNION ALL SELECT FROM published p WHERE NOT EXISTS (SELECT FROM recorded r WHERE (p.kind, p.facts) = (r.kind, r.facts)
          AND publication.says(p.words, r.words, withholds) AND publication.says(p.reasons, r.reasons, withholds)))
      THEN CALL reviews.refuse('a result says of every reply, statement and signature what was sent'); END IF;
    END $$;
`;
}
