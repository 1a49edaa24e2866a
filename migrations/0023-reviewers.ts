import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who reviews what, their declarations of interests, and what somebody else decided about them. Until a person has
 * declared and is clear, an assignment opens nothing but the declaration itself.
 */
export class Reviewers1764000000023 implements MigrationInterface {
  name = 'Reviewers1764000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reviews.clearance;
      DROP TABLE reviews.interest_decision, reviews.interest_declaration, reviews.assignment;
      DROP FUNCTION reviews.panels_are_independent, reviews.declarations_are_own, reviews.decisions_answer_declarations;
      DROP POLICY "the owner looks at memberships for its views" ON identity.membership;
    `);
  }
}

const TABLES = `
  CREATE TABLE reviews.assignment (
    id uuid CONSTRAINT "an assignment has one id" PRIMARY KEY,
    revision integer NOT NULL,
    review_id uuid NOT NULL CONSTRAINT "an assignment is to a review" REFERENCES reviews.review,
    round_id uuid NOT NULL CONSTRAINT "an assignment is in a round" REFERENCES reviews.round,
    deployment_id uuid NOT NULL CONSTRAINT "an assignment is about a deployment" REFERENCES deployments.deployment,
    organisation_id uuid NOT NULL,
    person_id uuid NOT NULL CONSTRAINT "an assignment is a person's" REFERENCES identity.person,
    capacity text NOT NULL CONSTRAINT "a person is a reviewer, has lived experience or leads"
      CHECK (capacity IN ('reviewer', 'lived-experience', 'lead')),
    outside_nhs_england boolean NOT NULL,
    order_seed integer NOT NULL,
    assigned_on date NOT NULL,
    ended_on date CONSTRAINT "an assignment ends after it began" CHECK (ended_on >= assigned_on),
    end_reason text,
    CONSTRAINT "an assignment that ends says why" CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
    CONSTRAINT "a person takes one part in a review" UNIQUE (review_id, person_id),
    CONSTRAINT "an assignment belongs to one review" UNIQUE (id, review_id),
    CONSTRAINT "an assignment is to a review of its trust" FOREIGN KEY (review_id, organisation_id)
      REFERENCES reviews.review (id, organisation_id)
  );
  CREATE INDEX "assignments of a person" ON reviews.assignment (person_id);

  CREATE TABLE reviews.interest_declaration (
    id uuid CONSTRAINT "a declaration has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a declaration is never changed, only followed" CHECK (revision = 1),
    assignment_id uuid NOT NULL,
    review_id uuid NOT NULL,
    person_id uuid NOT NULL CONSTRAINT "a declaration is a person's" REFERENCES identity.person,
    seq integer NOT NULL CONSTRAINT "declarations count from one" CHECK (seq > 0),
    standing text NOT NULL CONSTRAINT "interests are declared, or that there are none" CHECK (standing IN ('none', 'declared')),
    answers jsonb NOT NULL,
    declared_on date NOT NULL,
    CONSTRAINT "a declaration belongs to an assignment" FOREIGN KEY (assignment_id, review_id)
      REFERENCES reviews.assignment (id, review_id),
    CONSTRAINT "one declaration follows another" UNIQUE (assignment_id, seq),
    CONSTRAINT "a declaration is of one person in one review" UNIQUE (id, person_id, review_id)
  );
  CREATE INDEX "declarations of a person" ON reviews.interest_declaration (person_id);

  CREATE TABLE reviews.interest_decision (
    id uuid CONSTRAINT "a decision on interests has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a decision on interests is never changed" CHECK (revision = 1),
    declaration_id uuid NOT NULL CONSTRAINT "a declaration is decided once" UNIQUE,
    person_id uuid NOT NULL,
    review_id uuid NOT NULL,
    outcome text NOT NULL CONSTRAINT "a person may continue or is excluded" CHECK (outcome IN ('continue', 'exclude')),
    reason text NOT NULL CONSTRAINT "a decision on interests has a reason" CHECK (reason ~ '\\S'),
    decided_by uuid NOT NULL CONSTRAINT "a decision on interests is a person's" REFERENCES identity.person,
    decided_on date NOT NULL,
    CONSTRAINT "a decision is about a declaration" FOREIGN KEY (declaration_id, person_id, review_id)
      REFERENCES reviews.interest_declaration (id, person_id, review_id),
    CONSTRAINT "nobody decides about the interests they declared themselves" CHECK (decided_by <> person_id)
  );

  CALL ledger.record_changes_of('reviews.assignment', 'assignment');
  CALL ledger.record_changes_of('reviews.interest_declaration', 'interest-declaration');
  CALL ledger.record_changes_of('reviews.interest_decision', 'interest-decision');
`;

const RULES = `
  -- Every assignment that has not ended, and whether the newest declaration leaves the person free to take part.
  CREATE VIEW reviews.clearance AS
    SELECT a.id AS assignment_id, a.review_id, a.person_id, a.capacity, a.outside_nhs_england,
      coalesce((
        SELECT d.standing = 'none' OR x.outcome = 'continue'
        FROM reviews.interest_declaration d LEFT JOIN reviews.interest_decision x ON x.declaration_id = d.id
        WHERE d.assignment_id = a.id ORDER BY d.seq DESC LIMIT 1), false) AS cleared
    FROM reviews.assignment a WHERE a.ended_on IS NULL;

  CREATE FUNCTION reviews.panels_are_independent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE reviewed record;
    BEGIN
      SELECT * INTO reviewed FROM reviews.review r WHERE r.id = NEW.review_id FOR UPDATE;
      IF reviewed.scores_opened_on IS NOT NULL AND NEW.capacity <> 'lead' THEN
        CALL reviews.refuse('nobody joins the reviewers after the scores were opened');
      END IF;
      IF reviewed.round_id <> NEW.round_id OR reviewed.deployment_id <> NEW.deployment_id THEN
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
  CREATE TRIGGER "panels are independent" BEFORE INSERT ON reviews.assignment
    FOR EACH ROW EXECUTE FUNCTION reviews.panels_are_independent();

  CREATE FUNCTION reviews.declarations_are_own() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM reviews.assignment a
        WHERE a.id = NEW.assignment_id AND a.person_id = NEW.person_id AND a.ended_on IS NULL)
      THEN CALL reviews.refuse('people declare their own interests, for a review they are assigned to'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "declarations are people's own" BEFORE INSERT ON reviews.interest_declaration
    FOR EACH ROW EXECUTE FUNCTION reviews.declarations_are_own();

  CREATE FUNCTION reviews.decisions_answer_declarations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM reviews.interest_declaration d
        WHERE d.id = NEW.declaration_id AND d.standing = 'declared')
      THEN CALL reviews.refuse('there is no declared interest to decide about'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "decisions answer declarations" BEFORE INSERT ON reviews.interest_decision
    FOR EACH ROW EXECUTE FUNCTION reviews.decisions_answer_declarations();
`;

const RIGHTS =
  ['assignment', 'interest_declaration', 'interest_decision']
    .map(
      (table) => `
  ALTER TABLE reviews.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON reviews.${table} TO candour_member;
  GRANT SELECT ON reviews.${table} TO candour_operator;
  CREATE POLICY "the operator reads it" ON reviews.${table} FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "the owner looks at it for its functions" ON reviews.${table} FOR ALL TO CURRENT_USER USING (true);
  CREATE POLICY "auditors and who leads the review read it" ON reviews.${table} FOR SELECT TO candour_member USING (
    (SELECT access.holds('AUDITOR')) OR review_id = ANY ((SELECT reviews.as_lead())::uuid[]));
  CREATE POLICY "people see their own" ON reviews.${table} FOR SELECT TO candour_member
    USING (person_id = (SELECT access.person()));
`,
    )
    .join('') +
  `
  CREATE POLICY "the owner looks at memberships for its views" ON identity.membership FOR SELECT TO CURRENT_USER USING (true);

  GRANT UPDATE (revision, ended_on, end_reason) ON reviews.assignment TO candour_member;
  CREATE POLICY "lead reviewers assign" ON reviews.assignment FOR INSERT TO candour_member WITH CHECK (
    ((SELECT access.holds('LEAD_REVIEWER')) AND capacity = 'lead')
    OR review_id = ANY ((SELECT reviews.as_lead())::uuid[]));
  CREATE POLICY "who leads the review ends an assignment" ON reviews.assignment FOR UPDATE TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_lead())::uuid[]));

  CREATE POLICY "people declare for reviews they are assigned to" ON reviews.interest_declaration FOR INSERT TO candour_member
    WITH CHECK (person_id = (SELECT access.person()) AND assignment_id = ANY ((SELECT reviews.as_reviewer('assigned'))::uuid[]));
  CREATE POLICY "who leads the review decides about interests" ON reviews.interest_decision FOR INSERT TO candour_member
    WITH CHECK (decided_by = (SELECT access.person()) AND review_id = ANY ((SELECT reviews.as_lead())::uuid[]));
`;
