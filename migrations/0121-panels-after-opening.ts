import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Scores that were opened are final. Whose scores count is one question with one answer, and so is whether a panel is
 * independent. Where it no longer is after the scores were opened, somebody joins blind.
 */
export class PanelsAfterOpening1764000000121 implements MigrationInterface {
  name = 'PanelsAfterOpening1764000000121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(WHO_COUNTS);
    await runner.query(JOINING);
    await runner.query('CALL access.hand_to_definer();');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL check_function_bodies = off;
      ${AS_IT_WAS}
      DROP FUNCTION reviews.panel_fault(uuid), reviews.expected(uuid), reviews.composition_fault(uuid[]), reviews.counting(uuid), reviews.fate_of(uuid);
      REVOKE UPDATE (scores_opened_on) ON reviews.assignment FROM candour_member;
      ALTER TABLE reviews.assignment DROP COLUMN scores_opened_on;
      CALL access.hand_to_definer();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const COLUMNS = `
  -- What a function says is looked at when it runs, as the role that it runs as.
  SET LOCAL check_function_bodies = off;

  -- The day on which the others' scores had been opened when this person joined; null for whoever joined before.
  ALTER TABLE reviews.assignment ADD COLUMN scores_opened_on date;
  GRANT UPDATE (scores_opened_on) ON reviews.assignment TO candour_member;
`;

const WHO_COUNTS = `
  -- What became of the scores that were locked under an assignment. Only an exclusion sets scores aside.
  CREATE FUNCTION reviews.fate_of(of_assignment uuid) RETURNS text LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT CASE WHEN l.id IS NULL THEN NULL WHEN reviews.clearance_of(a.id) = 'excluded' THEN 'set-aside'
        WHEN a.ended_on IS NULL THEN 'counts' ELSE 'left' END
      FROM reviews.assignment a LEFT JOIN reviews.score_lock l ON l.assignment_id = a.id WHERE a.id = of_assignment $$;

  -- The assignments whose scores count, in the order of their ids.
  CREATE FUNCTION reviews.counting(of_review uuid) RETURNS uuid[] LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT coalesce(array_agg(l.assignment_id ORDER BY l.assignment_id), '{}')
      FROM reviews.score_lock l WHERE l.review_id = of_review AND reviews.fate_of(l.assignment_id) <> 'set-aside' $$;

  -- What these lack to be an independent panel; null where they lack nothing.
  CREATE FUNCTION reviews.composition_fault(assignments uuid[]) RETURNS text LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT CASE WHEN count(*) < 2 THEN 'fewer than two reviewers have scores that count'
        WHEN NOT bool_or(a.outside_nhs_england) THEN 'nobody from outside NHS England has scores that count'
        WHEN NOT bool_or(a.capacity = 'lived-experience') THEN 'nobody with lived experience has scores that count' END
      FROM reviews.assignment a WHERE a.id = ANY (assignments) $$;

  -- Those whose scores count, and those who are clear and will lock.
  CREATE FUNCTION reviews.expected(of_review uuid) RETURNS uuid[] LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT reviews.counting(of_review) || coalesce(array_agg(c.assignment_id), '{}')
      FROM reviews.clearance c WHERE c.review_id = of_review AND c.cleared AND c.capacity <> 'lead' $$;

  -- Why a review may not take its next step because of who reviews it; null where nothing stands in the way.
  CREATE FUNCTION reviews.panel_fault(of_review uuid) RETURNS text LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT CASE
        WHEN bool_or(p.clearance = 'undecided' AND (p.ended_on IS NULL OR p.locked))
          THEN 'it is not decided whether somebody with an interest or a conflict takes part'
        WHEN bool_or(p.ended_on IS NULL AND p.capacity <> 'lead' AND p.clearance <> 'excluded' AND NOT p.locked)
          THEN 'not every reviewer has locked their scores'
        ELSE reviews.composition_fault(reviews.counting(of_review)) END
      FROM (SELECT a.ended_on, a.capacity, reviews.clearance_of(a.id) AS clearance,
          EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = a.id) AS locked
        FROM reviews.assignment a WHERE a.review_id = of_review) AS p $$;

  REVOKE EXECUTE ON FUNCTION reviews.fate_of, reviews.counting, reviews.composition_fault, reviews.expected,
    reviews.panel_fault FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.panel_fault TO candour_member;
`;

/** The rules that hold for everybody who joins, before and after this migration; then the trigger is made anew. */
const WHO_MAY_TAKE_PART = `      IF reviewed.round_id <> NEW.round_id OR reviewed.deployment_id <> NEW.deployment_id THEN
        CALL reviews.refuse('an assignment names the round and the deployment of its review');
      END IF;
      IF EXISTS (SELECT FROM identity.membership m WHERE m.person_id = NEW.person_id AND m.ended_on IS NULL
        AND (m.organisation_id = NEW.organisation_id OR m.role = 'AUDITOR'))
      THEN CALL reviews.refuse('nobody reviews their own trust, and nobody who audits reviews takes part in one'); END IF;
      IF NOT EXISTS (SELECT FROM identity.membership m WHERE m.person_id = NEW.person_id AND m.ended_on IS NULL
        AND m.role = CASE NEW.capacity WHEN 'lead' THEN 'LEAD_REVIEWER' WHEN 'reviewer' THEN 'REVIEWER'
          ELSE 'LIVED_EXPERIENCE_REVIEWER' END)
      THEN CALL reviews.refuse('the person does not hold the role that this part in a review needs'); END IF;
      RETURN NEW;
    END $$;
  DROP TRIGGER "panels are independent" ON reviews.assignment;
`;

const JOINING = `
  CREATE OR REPLACE FUNCTION reviews.panels_are_independent() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE
      reviewed record;
      returns boolean := TG_OP = 'UPDATE' AND OLD.ended_on IS NOT NULL AND NEW.ended_on IS NULL;
      scored boolean := EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = NEW.id);
    BEGIN
      IF TG_OP = 'UPDATE' AND (scored OR NOT returns) AND NEW.scores_opened_on IS DISTINCT FROM OLD.scores_opened_on THEN
        CALL reviews.refuse('when somebody joined is not changed'); END IF;
      IF TG_OP = 'UPDATE' AND NOT returns THEN RETURN NEW; END IF;
      SELECT * INTO reviewed FROM reviews.review r WHERE r.id = NEW.review_id FOR UPDATE;
      IF NEW.capacity = 'lead' THEN
        IF NEW.scores_opened_on IS NOT NULL THEN CALL reviews.refuse('only who scores can give scores later'); END IF;
      ELSIF NOT scored THEN
        IF NEW.scores_opened_on IS DISTINCT FROM reviewed.scores_opened_on THEN
          CALL reviews.refuse('an assignment says whether the scores of the others were open'); END IF;
        IF reviewed.moderation_closed_on IS NOT NULL THEN
          CALL reviews.refuse('nobody joins the reviewers once moderation is closed'); END IF;
        IF reviewed.scores_opened_on IS NOT NULL
          AND reviews.composition_fault(reviews.expected(NEW.review_id)) IS NULL
        THEN CALL reviews.refuse('somebody joins after the scores were opened only where the panel is no longer independent'); END IF;
      END IF;
      IF returns AND reviews.clearance_of(NEW.id) = 'excluded' THEN
        CALL reviews.refuse('somebody who was excluded does not come back'); END IF;
${WHO_MAY_TAKE_PART}  CREATE TRIGGER "panels are independent" BEFORE INSERT OR UPDATE OF ended_on, scores_opened_on ON reviews.assignment
    FOR EACH ROW EXECUTE FUNCTION reviews.panels_are_independent();
`;

const AS_IT_WAS = `
  CREATE OR REPLACE FUNCTION reviews.panels_are_independent() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE reviewed record;
    BEGIN
      SELECT * INTO reviewed FROM reviews.review r WHERE r.id = NEW.review_id FOR UPDATE;
      IF reviewed.scores_opened_on IS NOT NULL AND NEW.capacity <> 'lead' THEN
        CALL reviews.refuse('nobody joins the reviewers after the scores were opened');
      END IF;
${WHO_MAY_TAKE_PART}  CREATE TRIGGER "panels are independent" BEFORE INSERT ON reviews.assignment
    FOR EACH ROW EXECUTE FUNCTION reviews.panels_are_independent();
`;
