import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is prepared and released rests on an independent panel and holds every locked score of the review, each with its
 * lock and with what became of it. A lock keeps a salt of its own, so that it can be checked although words are withheld.
 */
export class EveryLockedScoreIsPublished1764000000124 implements MigrationInterface {
  name = 'EveryLockedScoreIsPublished1764000000124';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reviews.score_lock ADD COLUMN salt text
        CONSTRAINT "a lock has a salt of 32 hexadecimal digits" CHECK (salt ~ '^[0-9a-f]{32}$');
      ${HOLDING}
      ${releasing(HOLDS_EVERY_SCORE)}
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${releasing('')}
      DROP TRIGGER "preparations hold every score" ON publication.preparation;
      DROP FUNCTION publication.preparations_hold_every_score;
      DROP PROCEDURE publication.holds_every_score(uuid, jsonb);
      ALTER TABLE reviews.score_lock DROP COLUMN salt;
      CALL access.hand_to_definer();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const HOLDING = `
  -- Refuses a result that does not rest on the panel as it is, or leaves out a locked score or what became of it.
  CREATE PROCEDURE publication.holds_every_score(of_review uuid, content jsonb) LANGUAGE plpgsql SET search_path = '' AS $$
    DECLARE fault text;
    BEGIN
      IF NOT EXISTS (SELECT FROM reviews.review r WHERE r.id = of_review AND r.scores_opened_on IS NOT NULL) THEN RETURN; END IF;
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
    END $$;

  CREATE FUNCTION publication.preparations_hold_every_score() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      CALL publication.holds_every_score(NEW.review_id, NEW.content::jsonb);
      RETURN NEW;
    END $$;
  CREATE TRIGGER "preparations hold every score" BEFORE INSERT ON publication.preparation
    FOR EACH ROW EXECUTE FUNCTION publication.preparations_hold_every_score();
`;

/** Releases in their turn; the last rule looks at what is released. */
function releasing(lastRule: string): string {
  return `
  CREATE OR REPLACE FUNCTION publication.releases_are_in_turn() RETURNS trigger LANGUAGE plpgsql
    ${DEFINER} AS $$
    DECLARE reviewed record;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('publication.release'));
      IF NEW.serial <> 1 + (SELECT coalesce(max(serial), 0) FROM publication.release) THEN
        CALL reviews.refuse('another result was released at the same moment; send it again'); END IF;
      IF NEW.number <> 1 + (SELECT count(*) FROM publication.release r WHERE r.review_id = NEW.review_id) THEN
        CALL reviews.refuse('this review was released meanwhile; prepare it again'); END IF;
      SELECT r.submitted_on, r.reply_closed_on, n.self_review_due INTO reviewed
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id FOR SHARE OF r;
      IF reviewed.submitted_on IS NOT NULL AND reviewed.reply_closed_on IS NULL THEN
        CALL reviews.refuse('the findings are not settled'); END IF;
      IF reviewed.submitted_on IS NULL AND NEW.published_on <= reviewed.self_review_due THEN
        CALL reviews.refuse('the trust still has time to answer'); END IF;
${lastRule}      RETURN NEW;
    END $$;
`;
}

const HOLDS_EVERY_SCORE = '      CALL publication.holds_every_score(NEW.review_id, NEW.content::jsonb);\n';
