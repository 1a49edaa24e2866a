import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An order to halt may come from outside the trust: from who commissions the scheme, NHS England, or who leads a review in
 * which a red line was settled at 0 or 1. What is shown of it since is a chain of steps that are only ever added.
 */
export class HaltsWithEffect1764000000209 implements MigrationInterface {
  name = 'HaltsWithEffect1764000000209';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORDERS);
    await runner.query(WHO_MAY_ORDER);
    await runner.query(STEPS);
    await runner.query(STEPS_IN_TURN);
    await runner.query(RIGHTS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(AS_IT_WAS);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";
const TRUST = "('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')";

const ORDERS = `
  ALTER TABLE deployments.halt
    ADD COLUMN outside text CONSTRAINT "an order from outside comes from a commissioner, NHS England or a reviewer"
      CHECK (outside IN ('COMMISSIONER', 'NHS_ENGLAND', 'REVIEWER')),
    ADD COLUMN organisation_id uuid CONSTRAINT "an order is given for a registered body" REFERENCES organisations.organisation,
    ADD COLUMN review_id uuid CONSTRAINT "an order names a review that there is" REFERENCES reviews.review,
    ADD COLUMN scope text CONSTRAINT "an order of a part says which" CHECK (scope ~ '\\S'),
    ADD COLUMN document text CONSTRAINT "a document is named" CHECK (document ~ '\\S'),
    ADD COLUMN ordered_by_person uuid,
    ADD COLUMN recorded_on date CONSTRAINT "an order is recorded after it was given" CHECK (recorded_on >= ordered_on),
    ADD CONSTRAINT "an order from outside names the body or the review" CHECK (
      (outside IS NOT DISTINCT FROM 'REVIEWER') = (review_id IS NOT NULL)
      AND (coalesce(outside, 'REVIEWER') <> 'REVIEWER') = (organisation_id IS NOT NULL)),
    ADD CONSTRAINT "an order from outside is given by somebody about a public scheme" CHECK (
      outside IS NULL OR (published AND ordered_by_person IS NOT NULL AND recorded_on IS NOT NULL));
  CREATE INDEX "halts by their day" ON deployments.halt (effective_on, id);
`;

const WHO_MAY_ORDER = `
  -- As what a body may order this scheme to halt; null where it may not. No trust is outside its own scheme.
  CREATE FUNCTION deployments.may_halt(of_deployment uuid, of_organisation uuid) RETURNS text LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT CASE
        WHEN d.lead_organisation_id IS NOT NULL AND o.id IN (SELECT * FROM reviews.kin_of(d.lead_organisation_id)) THEN NULL
        WHEN o.type IN ('NHSE_NATIONAL', 'NHSE_REGION') THEN 'NHS_ENGLAND'
        WHEN EXISTS (SELECT FROM deployments.deployment_agency a WHERE a.deployment_id = d.id AND a.organisation_id = o.id
          AND a.part IN ('COMMISSIONER', 'FUNDER') AND a.withdrawn_on IS NULL) THEN 'COMMISSIONER' END
      FROM deployments.deployment d, organisations.organisation o
      WHERE d.id = of_deployment AND o.id = of_organisation AND d.published $$;
  REVOKE EXECUTE ON FUNCTION deployments.may_halt FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION deployments.may_halt TO candour_member;

  -- The red lines that this review settled at 0 or 1 (src/review-method/rating/red-line-failed.ts), for whoever leads it.
  CREATE FUNCTION deployments.red_lines_failed(of_review uuid) RETURNS SETOF text LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT c.criterion FROM reviews.review r, reviews.rated_criteria(r.id) AS c
      WHERE r.id = of_review AND r.moderation_closed_on IS NOT NULL AND r.id IN (SELECT * FROM reviews.led())
        AND c.gravity = 'RED_LINE' AND c.counted IN ('0', '1') ORDER BY c.criterion $$;
  REVOKE EXECUTE ON FUNCTION deployments.red_lines_failed FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION deployments.red_lines_failed TO candour_member;

  CREATE FUNCTION deployments.orders_are_given_by_who_may() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      IF NEW.ordered_by_person IS DISTINCT FROM access.person() THEN
        CALL reviews.refuse('an order is given by whoever acts'); END IF;
      IF NEW.outside IN ('COMMISSIONER', 'NHS_ENGLAND')
          AND deployments.may_halt(NEW.deployment_id, NEW.organisation_id) IS DISTINCT FROM NEW.outside THEN
        CALL reviews.refuse('this body neither commissions nor pays for the scheme, and is not NHS England'); END IF;
      IF NEW.outside = 'REVIEWER' AND NOT EXISTS (SELECT FROM reviews.review r
          WHERE r.id = NEW.review_id AND r.deployment_id = NEW.deployment_id) THEN
        CALL reviews.refuse('the review is about another scheme'); END IF;
      IF NEW.outside = 'REVIEWER' AND NOT EXISTS (SELECT FROM deployments.red_lines_failed(NEW.review_id)) THEN
        CALL reviews.refuse('no red line was settled at 0 or 1 in this review'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "an order is given by who may" BEFORE INSERT ON deployments.halt
    FOR EACH ROW EXECUTE FUNCTION deployments.orders_are_given_by_who_may();
`;

const STEPS = `
  CREATE TABLE deployments.halt_step (
    id uuid CONSTRAINT "a step about a halt has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a step about a halt never changes" CHECK (revision = 1),
    halt_id uuid NOT NULL CONSTRAINT "a step is about a halt" REFERENCES deployments.halt,
    deployment_id uuid NOT NULL,
    lead_organisation_id uuid,
    outside text CONSTRAINT "a step is about an order of its trust, a commissioner, NHS England or a reviewer"
      CHECK (outside IN ('COMMISSIONER', 'NHS_ENGLAND', 'REVIEWER')),
    ordered_for uuid,
    review_id uuid,
    seq integer NOT NULL CONSTRAINT "steps about a halt count from one" CHECK (seq > 0),
    kind text NOT NULL CONSTRAINT "a step acknowledges, counts, says that it stopped, checks or lifts"
      CHECK (kind IN ('acknowledged', 'stepped-down', 'stopped', 'checked', 'lifted')),
    side text NOT NULL CONSTRAINT "a step is taken for the trust, a commissioner, NHS England or reviewers"
      CHECK (side IN ('TRUST', 'COMMISSIONER', 'NHS_ENGLAND', 'REVIEWER')),
    organisation_id uuid CONSTRAINT "a step is taken for a registered body" REFERENCES organisations.organisation,
    post text NOT NULL CONSTRAINT "a step names the post of who takes it" CHECK (post ~ '\\S'),
    happened_on date NOT NULL,
    text text NOT NULL CONSTRAINT "a step gives its evidence or its reasons" CHECK (text ~ '\\S'),
    document text CONSTRAINT "a document is named" CHECK (document ~ '\\S'),
    finding text CONSTRAINT "a check finds it in effect, not in effect, or cannot tell"
      CHECK (finding IN ('in-effect', 'not-in-effect', 'cannot-tell')),
    without_plan text CONSTRAINT "open cases without a plan are told as a band" CHECK (without_plan IN ('0', '1-4', '5-9', '10+')),
    with_plan text CONSTRAINT "open cases with a plan are told as a band" CHECK (with_plan IN ('0', '1-4', '5-9', '10+')),
    closed_since text CONSTRAINT "closed cases are told as a band" CHECK (closed_since IN ('0', '1-4', '5-9', '10+')),
    taken_by uuid NOT NULL CONSTRAINT "a step about a halt is taken by a person" REFERENCES identity.person,
    taken_on date NOT NULL,
    CONSTRAINT "what a step says happened before it was taken" CHECK (happened_on <= taken_on),
    CONSTRAINT "a check says what it found, and nothing else does" CHECK ((kind = 'checked') = (finding IS NOT NULL)),
    CONSTRAINT "a step-down counts every case, and nothing else does" CHECK ((kind = 'stepped-down') = (without_plan IS NOT NULL)
      AND (kind = 'stepped-down') = (with_plan IS NOT NULL) AND (kind = 'stepped-down') = (closed_since IS NOT NULL)),
    CONSTRAINT "the trust answers for what the trust did" CHECK (side = 'TRUST' OR kind IN ('checked', 'lifted')),
    CONSTRAINT "a step names the body it is taken for" CHECK (CASE side WHEN 'REVIEWER' THEN organisation_id IS NULL
      WHEN 'TRUST' THEN organisation_id IS NOT DISTINCT FROM lead_organisation_id ELSE organisation_id IS NOT NULL END),
    CONSTRAINT "only whoever ordered a halt lifts it" CHECK (kind <> 'lifted' OR (side = coalesce(outside, 'TRUST')
      AND (outside IS NULL OR organisation_id IS NOT DISTINCT FROM ordered_for))),
    CONSTRAINT "nobody else took a step about it meanwhile" UNIQUE (halt_id, seq)
  );
  CALL ledger.record_changes_of('deployments.halt_step', 'halt-step');
  CALL publication.freeze('deployments.halt_step');
`;

const STEPS_IN_TURN = `
  CREATE FUNCTION deployments.halt_steps_are_in_turn() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE of_halt deployments.halt; answers text[] := '{acknowledged,stepped-down,stopped}';
    BEGIN
      SELECT * INTO of_halt FROM deployments.halt h WHERE h.id = NEW.halt_id FOR UPDATE;
      IF NOT of_halt.published THEN CALL reviews.refuse('the scheme is not public yet'); END IF;
      IF (of_halt.deployment_id, of_halt.lead_organisation_id, of_halt.outside, of_halt.organisation_id, of_halt.review_id)
          IS DISTINCT FROM (NEW.deployment_id, NEW.lead_organisation_id, NEW.outside, NEW.ordered_for, NEW.review_id) THEN
        CALL reviews.refuse('the step says otherwise of the order than the order itself'); END IF;
      IF NEW.seq <> 1 + (SELECT count(*) FROM deployments.halt_step s WHERE s.halt_id = NEW.halt_id) THEN
        CALL reviews.refuse('somebody else took a step about it meanwhile'); END IF;
      IF EXISTS (SELECT FROM deployments.halt_step s WHERE s.halt_id = NEW.halt_id AND s.kind = 'lifted') THEN
        CALL reviews.refuse('the order was lifted before'); END IF;
      IF NEW.kind = 'acknowledged' AND EXISTS (SELECT FROM deployments.halt_step s
          WHERE s.halt_id = NEW.halt_id AND s.kind = 'acknowledged') THEN
        CALL reviews.refuse('the order was acknowledged before'); END IF;
      IF NEW.happened_on < of_halt.ordered_on THEN
        CALL reviews.refuse('nothing about a halt is dated before its order'); END IF;
      IF NEW.side IN ('COMMISSIONER', 'NHS_ENGLAND') AND NEW.kind = 'checked'
          AND (NEW.side, NEW.organisation_id) IS DISTINCT FROM (of_halt.outside, of_halt.organisation_id)
          AND deployments.may_halt(NEW.deployment_id, NEW.organisation_id) IS DISTINCT FROM NEW.side THEN
        CALL reviews.refuse('this body neither commissions nor pays for the scheme, and is not NHS England'); END IF;
      IF NEW.kind = 'checked' AND (NEW.taken_by = of_halt.ordered_by_person OR EXISTS (SELECT FROM deployments.halt_step s
          WHERE s.halt_id = NEW.halt_id AND s.taken_by = NEW.taken_by AND s.kind = ANY (answers))) THEN
        CALL reviews.refuse('nobody checks a halt that they ordered, acknowledged, counted or said to have stopped'); END IF;
      IF NEW.kind = ANY (answers) AND EXISTS (SELECT FROM deployments.halt_step s
          WHERE s.halt_id = NEW.halt_id AND s.taken_by = NEW.taken_by AND s.kind = 'checked') THEN
        CALL reviews.refuse('whoever checked a halt does not answer for it'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "steps about a halt are in turn" BEFORE INSERT ON deployments.halt_step
    FOR EACH ROW EXECUTE FUNCTION deployments.halt_steps_are_in_turn();
`;

const RIGHTS = `
  -- Who gave an order stays with those who must know; everyone else reads the post and the body.
  REVOKE SELECT ON deployments.halt FROM candour_public, candour_receipt;
  GRANT SELECT (id, revision, deployment_id, lead_organisation_id, published, ordered_by, ordered_on, effective_on, reason, outside,
    organisation_id, review_id, scope, document, recorded_on) ON deployments.halt TO candour_public, candour_receipt;
  REVOKE INSERT ON deployments.halt FROM candour_operator;
  DROP POLICY "its trust adds it" ON deployments.halt;
  CREATE POLICY "its trust adds it" ON deployments.halt FOR INSERT TO candour_member
    WITH CHECK (outside IS NULL AND lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
  CREATE POLICY "who commissions or leads its review orders it" ON deployments.halt FOR INSERT TO candour_member
    WITH CHECK (published AND ordered_by_person = (SELECT access.person()) AND (
      (outside IN ('COMMISSIONER', 'NHS_ENGLAND') AND organisation_id = ANY ((SELECT access.organisations_as('COMMISSIONER'))::uuid[]))
      OR (outside = 'REVIEWER' AND review_id IN (SELECT * FROM reviews.led() AS mine))));

  ALTER TABLE deployments.halt_step ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT (id, revision, halt_id, deployment_id, lead_organisation_id, outside, ordered_for, review_id, seq, kind, side,
    organisation_id, post, happened_on, text, document, finding, without_plan, with_plan, closed_since, taken_on)
    ON deployments.halt_step TO candour_public, candour_member, candour_receipt;
  GRANT SELECT ON deployments.halt_step TO candour_operator;
  GRANT INSERT ON deployments.halt_step TO candour_member;
  CREATE POLICY "everyone reads it" ON deployments.halt_step FOR SELECT USING (true);
  CREATE POLICY "the trust answers, others check, and who ordered lifts" ON deployments.halt_step FOR INSERT TO candour_member
    WITH CHECK (taken_by = (SELECT access.person()) AND (
      (side = 'TRUST' AND kind IN ('acknowledged', 'stepped-down', 'stopped')
        AND lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]))
      OR (side = 'TRUST' AND kind = 'checked' AND lead_organisation_id = ANY ((SELECT access.organisations_as${TRUST})::uuid[]))
      OR (side = 'TRUST' AND kind = 'lifted' AND outside IS NULL
        AND lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]))
      OR (side IN ('COMMISSIONER', 'NHS_ENGLAND') AND kind = 'checked'
        AND organisation_id = ANY ((SELECT access.organisations_as('COMMISSIONER'))::uuid[]))
      OR (side IN ('COMMISSIONER', 'NHS_ENGLAND') AND kind = 'lifted' AND outside = side
        AND ordered_for = ANY ((SELECT access.organisations_as('COMMISSIONER'))::uuid[]))
      OR (side = 'REVIEWER' AND kind = 'checked' AND deployment_id IN (SELECT * FROM reviews.reviewed('deployment-under-review') AS mine))
      OR (side = 'REVIEWER' AND kind = 'lifted' AND outside = 'REVIEWER' AND review_id IN (SELECT * FROM reviews.led() AS mine))));

  GRANT SELECT, UPDATE (id) ON deployments.halt TO candour_definer;
  GRANT SELECT ON deployments.halt_step TO candour_definer;
  CREATE POLICY "functions of the database read it" ON deployments.halt FOR SELECT TO candour_definer USING (true);
  CREATE POLICY "functions of the database lock it" ON deployments.halt FOR UPDATE TO candour_definer USING (true);
  CREATE POLICY "functions of the database read it" ON deployments.halt_step FOR SELECT TO candour_definer USING (true);
`;

const AS_IT_WAS = `
  DROP TABLE deployments.halt_step;
  DROP FUNCTION deployments.halt_steps_are_in_turn;
  DROP TRIGGER "an order is given by who may" ON deployments.halt;
  DROP FUNCTION deployments.orders_are_given_by_who_may, deployments.red_lines_failed, deployments.may_halt;
  DROP POLICY "functions of the database read it" ON deployments.halt;
  DROP POLICY "functions of the database lock it" ON deployments.halt;
  DROP POLICY "who commissions or leads its review orders it" ON deployments.halt;
  DROP POLICY "its trust adds it" ON deployments.halt;
  CREATE POLICY "its trust adds it" ON deployments.halt FOR INSERT TO candour_member
    WITH CHECK (lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
  REVOKE ALL ON deployments.halt FROM candour_definer;
  REVOKE SELECT (id, revision, deployment_id, lead_organisation_id, published, ordered_by, ordered_on, effective_on, reason, outside,
    organisation_id, review_id, scope, document, recorded_on) ON deployments.halt FROM candour_public, candour_receipt;
  GRANT SELECT ON deployments.halt TO candour_public, candour_receipt;
  GRANT INSERT ON deployments.halt TO candour_operator;
  DROP INDEX deployments."halts by their day";
  ALTER TABLE deployments.halt
    DROP CONSTRAINT "an order from outside names the body or the review",
    DROP CONSTRAINT "an order from outside is given by somebody about a public scheme",
    DROP COLUMN outside, DROP COLUMN organisation_id, DROP COLUMN review_id, DROP COLUMN scope, DROP COLUMN document,
    DROP COLUMN ordered_by_person, DROP COLUMN recorded_on;
`;
