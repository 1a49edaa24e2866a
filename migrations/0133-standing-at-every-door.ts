import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of a person is judged whenever somebody is granted a role, assigned, declares or is decided about. */
export class StandingAtEveryDoor1764000000133 implements MigrationInterface {
  name = 'StandingAtEveryDoor1764000000133';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL check_function_bodies = off;
      ${RULES}
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a role leaves a part in a review independent" ON identity.membership;
      DROP TRIGGER "who is assigned is independent" ON reviews.assignment;
      DROP TRIGGER "a declaration says what is known" ON reviews.interest_declaration;
      DROP TRIGGER "nobody is let continue past what is known" ON reviews.interest_decision;
      DROP FUNCTION reviews.roles_leave_parts_independent, reviews.assigned_are_independent,
        reviews.declarations_say_what_is_known, reviews.decisions_know_what_is_known;
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const RULES = `
  -- Each waits for the end of the transaction, so that whoever acts is first told by the service, in the same words.
  CREATE FUNCTION reviews.roles_leave_parts_independent() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE fault text;
    BEGIN
      SELECT f.words INTO fault FROM reviews.assignment a, reviews.independence_faults(a.person_id, a.review_id) AS f
        WHERE a.person_id = NEW.person_id AND a.ended_on IS NULL AND NEW.ended_on IS NULL AND CASE NEW.role WHEN 'AUDITOR' THEN f.code = 'AUDITS'
          ELSE NEW.organisation_id IS NOT NULL AND f.code IN ('ACTS_FOR_TRUST', 'ACTS_FOR_PARTNER', 'SPEAKS_FOR_GROUP', 'NOT_OUTSIDE') END
        ORDER BY f.code COLLATE "C" LIMIT 1;
      IF fault IS NOT NULL THEN CALL reviews.refuse('in a review in which the person takes part ' || fault); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "a role leaves a part in a review independent" AFTER INSERT OR UPDATE ON identity.membership
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.roles_leave_parts_independent();

  CREATE FUNCTION reviews.assigned_are_independent() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE fault text;
    BEGIN
      IF NEW.ended_on IS NOT NULL THEN RETURN NULL; END IF;
      SELECT f.words INTO fault FROM reviews.independence_faults(NEW.person_id, NEW.review_id) AS f
        WHERE f.to_declare IS NULL ORDER BY f.code COLLATE "C" LIMIT 1;
      IF fault IS NOT NULL THEN CALL reviews.refuse(fault); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "who is assigned is independent" AFTER INSERT OR UPDATE ON reviews.assignment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.assigned_are_independent();

  CREATE FUNCTION reviews.declarations_say_what_is_known() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE fault text;
    BEGIN
      SELECT f.words INTO fault
        FROM reviews.faults_in(reviews.standing_of(NEW.person_id, NEW.review_id) || '{"mayContinue": true}') AS f
        WHERE NEW.standing = 'none' OR f.to_declare IS NOT NULL ORDER BY f.code COLLATE "C" LIMIT 1;
      IF fault IS NOT NULL THEN CALL reviews.refuse(fault); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "a declaration says what is known" AFTER INSERT ON reviews.interest_declaration
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.declarations_say_what_is_known();

  CREATE FUNCTION reviews.decisions_know_what_is_known() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE fault text;
    BEGIN
      IF NEW.outcome <> 'continue' THEN RETURN NULL; END IF;
      SELECT f.words INTO fault FROM reviews.independence_faults(NEW.person_id, NEW.review_id) AS f
        ORDER BY f.code COLLATE "C" LIMIT 1;
      IF fault IS NOT NULL THEN CALL reviews.refuse(fault); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "nobody is let continue past what is known" AFTER INSERT ON reviews.interest_decision
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.decisions_know_what_is_known();
`;
