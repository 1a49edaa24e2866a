import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is excluded from a review, and by whom. Once scores are open an exclusion sets scores aside, so it rests on a
 * declared interest or a conflict that is stated, names the post of whoever decides, and takes effect only when a second
 * person who leads the review agrees.
 */
export class ExclusionsByTwo1764000000120 implements MigrationInterface {
  name = 'ExclusionsByTwo1764000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${CLEARANCE_AS_IT_WAS}
      DROP TRIGGER "exclusions are confirmed by others" ON reviews.interest_confirmation;
      DROP FUNCTION reviews.clearance_of(uuid);
      DROP VIEW reviews.exclusion;
      DROP TABLE reviews.interest_confirmation;
      DROP FUNCTION reviews.confirmations_are_by_others;
      ${DECISIONS_AS_THEY_WERE}
      DROP INDEX reviews."a declaration is decided once";
      ALTER TABLE reviews.interest_decision
        DROP CONSTRAINT "a decision on interests is of one person in one review",
        DROP COLUMN conflict, DROP COLUMN post, DROP COLUMN scores_opened_on,
        ADD CONSTRAINT "a declaration is decided once" UNIQUE (declaration_id);
    `);
  }
}

const TABLES = `
  -- What a function says is looked at when it runs, as the role that it runs as.
  SET LOCAL check_function_bodies = off;

  ALTER TABLE reviews.interest_decision
    DROP CONSTRAINT "a declaration is decided once",
    ADD COLUMN conflict text CONSTRAINT "a conflict that was found later is stated" CHECK (conflict ~ '\\S'),
    ADD COLUMN post text CONSTRAINT "whoever excludes somebody names their post" CHECK (post ~ '\\S'),
    ADD COLUMN scores_opened_on date,
    ADD CONSTRAINT "a conflict that was found later excludes" CHECK (conflict IS NULL OR outcome = 'exclude'),
    ADD CONSTRAINT "a decision on interests is of one person in one review" UNIQUE (id, person_id, review_id);
  CREATE UNIQUE INDEX "a declaration is decided once" ON reviews.interest_decision (declaration_id) WHERE conflict IS NULL;

  CREATE TABLE reviews.interest_confirmation (
    id uuid CONSTRAINT "a second decision on interests has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a second decision on interests is never changed" CHECK (revision = 1),
    decision_id uuid NOT NULL CONSTRAINT "an exclusion has one second decision" UNIQUE,
    review_id uuid NOT NULL,
    person_id uuid NOT NULL,
    agrees boolean NOT NULL,
    reason text NOT NULL CONSTRAINT "a second decision on interests has a reason" CHECK (reason ~ '\\S'),
    post text NOT NULL CONSTRAINT "whoever decides second names their post" CHECK (post ~ '\\S'),
    decided_by uuid NOT NULL CONSTRAINT "a second decision on interests is a person's" REFERENCES identity.person,
    decided_on date NOT NULL,
    CONSTRAINT "a second decision follows a first" FOREIGN KEY (decision_id, person_id, review_id)
      REFERENCES reviews.interest_decision (id, person_id, review_id),
    CONSTRAINT "nobody decides second about themselves" CHECK (decided_by <> person_id)
  );
  CREATE INDEX "second decisions on interests of a person" ON reviews.interest_confirmation (person_id);
  CALL ledger.record_changes_of('reviews.interest_confirmation', 'interest-confirmation');

  -- Every decision to exclude: in force at once before the scores were open, and with a second person's agreement after.
  CREATE VIEW reviews.exclusion AS
    SELECT x.id, d.assignment_id, x.review_id, x.person_id, x.conflict, x.reason, x.post, x.decided_on,
      c.post AS second_post, c.reason AS second_reason, c.decided_on AS second_on,
      x.scores_opened_on IS NULL OR coalesce(c.agrees, false) AS in_force,
      x.scores_opened_on IS NOT NULL AND c.id IS NULL AS waiting
    FROM reviews.interest_decision x JOIN reviews.interest_declaration d ON d.id = x.declaration_id
      LEFT JOIN reviews.interest_confirmation c ON c.decision_id = x.id
    WHERE x.outcome = 'exclude';

  -- Where somebody stands with their interests. A second person who does not agree lets them continue.
  CREATE FUNCTION reviews.clearance_of(of_assignment uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT CASE WHEN coalesce(bool_or(e.in_force), false) THEN 'excluded' WHEN coalesce(bool_or(e.waiting), false) THEN 'undecided'
      ELSE coalesce((
        SELECT CASE WHEN d.standing = 'none' OR x.id IS NOT NULL THEN 'clear' ELSE 'undecided' END
        FROM reviews.interest_declaration d
          LEFT JOIN reviews.interest_decision x ON x.declaration_id = d.id AND x.conflict IS NULL
        WHERE d.assignment_id = of_assignment ORDER BY d.seq DESC LIMIT 1), 'undeclared') END
      FROM reviews.exclusion e WHERE e.assignment_id = of_assignment $$;

  CREATE OR REPLACE VIEW reviews.clearance AS
    SELECT a.id AS assignment_id, a.review_id, a.person_id, a.capacity, a.outside_nhs_england,
      reviews.clearance_of(a.id) = 'clear' AS cleared
    FROM reviews.assignment a WHERE a.ended_on IS NULL;
`;

const RULES = `
  CREATE OR REPLACE FUNCTION reviews.decisions_answer_declarations() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    DECLARE declared record;
    BEGIN
      SELECT d.assignment_id, d.standing, r.scores_opened_on INTO declared
        FROM reviews.interest_declaration d JOIN reviews.review r ON r.id = d.review_id WHERE d.id = NEW.declaration_id FOR SHARE OF r;
      IF NEW.conflict IS NULL AND declared.standing IS DISTINCT FROM 'declared'
      THEN CALL reviews.refuse('there is no declared interest to decide about'); END IF;
      IF NEW.scores_opened_on IS DISTINCT FROM declared.scores_opened_on
      THEN CALL reviews.refuse('a decision on interests says whether the scores were open'); END IF;
      IF NEW.outcome = 'exclude' AND NEW.post IS NULL
      THEN CALL reviews.refuse('whoever excludes somebody names their post'); END IF;
      IF NEW.conflict IS NOT NULL AND reviews.clearance_of(declared.assignment_id) <> 'clear'
      THEN CALL reviews.refuse('it is being decided, or was decided, about this person already'); END IF;
      RETURN NEW;
    END $$;

  CREATE FUNCTION reviews.confirmations_are_by_others() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE first_decision record;
    BEGIN
      PERFORM FROM reviews.review r WHERE r.id = NEW.review_id FOR UPDATE;
      SELECT * INTO first_decision FROM reviews.interest_decision x WHERE x.id = NEW.decision_id;
      IF first_decision.outcome <> 'exclude' OR first_decision.scores_opened_on IS NULL
      THEN CALL reviews.refuse('only an exclusion after the scores were opened needs a second person'); END IF;
      IF first_decision.decided_by = NEW.decided_by
      THEN CALL reviews.refuse('the second person is not the one who decided first'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "exclusions are confirmed by others" BEFORE INSERT ON reviews.interest_confirmation
    FOR EACH ROW EXECUTE FUNCTION reviews.confirmations_are_by_others();
`;

const RIGHTS = `
  ALTER TABLE reviews.interest_confirmation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON reviews.interest_confirmation TO candour_member;
  GRANT SELECT ON reviews.interest_confirmation TO candour_operator;
  CREATE POLICY "the operator reads it" ON reviews.interest_confirmation FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "auditors and who leads the review read it" ON reviews.interest_confirmation FOR SELECT TO candour_member USING (
    (SELECT access.holds('AUDITOR')) OR review_id IN (SELECT * FROM reviews.led() AS mine));
  CREATE POLICY "people see their own" ON reviews.interest_confirmation FOR SELECT TO candour_member
    USING (person_id = (SELECT access.person()));
  CREATE POLICY "who leads the review decides second about interests" ON reviews.interest_confirmation FOR INSERT TO candour_member
    WITH CHECK (decided_by = (SELECT access.person()) AND review_id IN (SELECT * FROM reviews.led() AS mine));
  GRANT SELECT ON reviews.interest_confirmation TO candour_definer;
  CREATE POLICY "functions of the database read it" ON reviews.interest_confirmation FOR SELECT TO candour_definer USING (true);
  REVOKE EXECUTE ON FUNCTION reviews.clearance_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.clearance_of TO candour_member, candour_operator;
  CALL access.hand_to_definer();
`;

const CLEARANCE_AS_IT_WAS = `
  CREATE OR REPLACE VIEW reviews.clearance AS
    SELECT a.id AS assignment_id, a.review_id, a.person_id, a.capacity, a.outside_nhs_england,
      coalesce((
        SELECT d.standing = 'none' OR x.outcome = 'continue'
        FROM reviews.interest_declaration d LEFT JOIN reviews.interest_decision x ON x.declaration_id = d.id
        WHERE d.assignment_id = a.id ORDER BY d.seq DESC LIMIT 1), false) AS cleared
    FROM reviews.assignment a WHERE a.ended_on IS NULL;
`;

const DECISIONS_AS_THEY_WERE = `
  CREATE OR REPLACE FUNCTION reviews.decisions_answer_declarations() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM reviews.interest_declaration d
        WHERE d.id = NEW.declaration_id AND d.standing = 'declared')
      THEN CALL reviews.refuse('there is no declared interest to decide about'); END IF;
      RETURN NEW;
    END $$;
`;
