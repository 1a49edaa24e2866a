import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever joins once scores are open brings what the panel lacks. Everybody who has joined already is reckoned with, declared
 * or not: otherwise whoever leads could add people without end before the first of them has declared.
 */
export class WhoJoinsMendsThePanel1764000000180 implements MigrationInterface {
  name = 'WhoJoinsMendsThePanel1764000000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULE);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "who joins mends the panel" ON reviews.assignment;
      DROP FUNCTION reviews.who_joins_mends_the_panel, reviews.joining_mends;
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const RULE = `
  SET LOCAL check_function_bodies = off;

  -- Whether somebody of this capacity brings what those lack whose scores count and those who are still to score.
  CREATE FUNCTION reviews.joining_mends(of_review uuid, as_capacity text, from_outside boolean) RETURNS boolean
    LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT count(*) < 2 OR (from_outside AND bool_or(a.outside_nhs_england) IS NOT TRUE)
        OR (as_capacity = 'lived-experience' AND bool_or(a.capacity = 'lived-experience') IS NOT TRUE)
      FROM reviews.assignment a WHERE a.review_id = of_review AND a.capacity <> 'lead'
        AND (a.id = ANY (reviews.counting(of_review)) OR (a.ended_on IS NULL AND reviews.clearance_of(a.id) <> 'excluded')) $$;

  CREATE FUNCTION reviews.who_joins_mends_the_panel() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND (OLD.ended_on IS NULL OR NEW.ended_on IS NOT NULL) THEN RETURN NEW; END IF;
      IF NEW.capacity <> 'lead' AND NEW.scores_opened_on IS NOT NULL
        AND NOT EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = NEW.id)
        AND NOT reviews.joining_mends(NEW.review_id, NEW.capacity, NEW.outside_nhs_england)
      THEN CALL reviews.refuse('whoever joins after the scores were opened brings what the panel lacks, and everybody who has joined is reckoned with'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "who joins mends the panel" BEFORE INSERT OR UPDATE OF ended_on ON reviews.assignment
    FOR EACH ROW EXECUTE FUNCTION reviews.who_joins_mends_the_panel();

  REVOKE EXECUTE ON FUNCTION reviews.joining_mends, reviews.who_joins_mends_the_panel FROM PUBLIC;
`;
