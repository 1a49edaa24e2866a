import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agencies that may have taken part in a scheme are asked for a short return of their own, in public, and so is their silence.
 * What one says stands beside what the trust's record says; neither is merged into the other.
 */
export class PartnerReturns1764000000233 implements MigrationInterface {
  name = 'PartnerReturns1764000000233';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reviews.partner_return, reviews.partner_request;
      DROP FUNCTION reviews.partners_are_asked_from_outside, reviews.partners_sign_for_themselves, reviews.acts_for_scheme;
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";
const TRUST = "('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')";
const BOTH = ['partner_request', 'partner_return'];

const TABLES = `
  CREATE TABLE reviews.partner_request (
    id uuid CONSTRAINT "a request to a partner has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a request to a partner never changes" CHECK (revision = 1),
    round_id uuid NOT NULL CONSTRAINT "a partner is asked in a round" REFERENCES reviews.round,
    deployment_id uuid NOT NULL CONSTRAINT "a partner is asked about a scheme" REFERENCES deployments.deployment,
    organisation_id uuid NOT NULL CONSTRAINT "a partner is an organisation" REFERENCES organisations.organisation,
    reason text NOT NULL CONSTRAINT "a request to a partner has a reason" CHECK (reason ~ '\\S'),
    post text NOT NULL CONSTRAINT "a post answers for a request to a partner" CHECK (post ~ '\\S'),
    due_on date NOT NULL,
    asked_on date NOT NULL,
    CONSTRAINT "a partner is asked about a scheme once in a round" UNIQUE (round_id, deployment_id, organisation_id),
    CONSTRAINT "a request is to one partner" UNIQUE (id, round_id, organisation_id)
  );
  CREATE INDEX "requests to partners by organisation" ON reviews.partner_request (organisation_id, round_id);
  CREATE INDEX "requests to partners by scheme" ON reviews.partner_request (deployment_id);
  CREATE TABLE reviews.partner_return (
    id uuid CONSTRAINT "a partner's return has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a partner's return never changes" CHECK (revision = 1),
    request_id uuid NOT NULL CONSTRAINT "a partner returns once" UNIQUE,
    round_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    took_part text NOT NULL CONSTRAINT "a partner took part, did not, or does not know" CHECK (took_part IN ('YES', 'NO', 'NOT_KNOWN')),
    since text,
    until text,
    staff text,
    records text,
    basis text,
    people integer CONSTRAINT "a partner's number of people is rounded" CHECK (people >= 0 AND people % 5 = 0),
    complaints integer CONSTRAINT "a partner's number of complaints is rounded" CHECK (complaints >= 0 AND complaints % 5 = 0),
    stopped text,
    searched text NOT NULL CONSTRAINT "a partner says what it looked at" CHECK (searched ~ '\\S'),
    post text NOT NULL CONSTRAINT "a post signs a partner's return" CHECK (post ~ '\\S'),
    signed_by uuid NOT NULL CONSTRAINT "a person signs a partner's return" REFERENCES identity.person,
    signed_on date NOT NULL,
    CONSTRAINT "the partner that was asked returns" FOREIGN KEY (request_id, round_id, organisation_id)
      REFERENCES reviews.partner_request (id, round_id, organisation_id),
    CONSTRAINT "whoever took part says how" CHECK (took_part <> 'YES'
      OR coalesce(staff ~ '\\S' AND records ~ '\\S' AND basis ~ '\\S' AND stopped ~ '\\S', false))
  );
  CALL ledger.record_changes_of('reviews.partner_request', 'partner-request');
  CALL ledger.record_changes_of('reviews.partner_return', 'partner-return');
  CALL publication.freeze('reviews.partner_request');
  CALL publication.freeze('reviews.partner_return');
`;

const RULES = `
  -- Whether whoever acts holds a post in the trust that answers for this scheme in the round.
  CREATE FUNCTION reviews.acts_for_scheme(of_round uuid, of_deployment uuid) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT EXISTS (SELECT FROM reviews.kin_of(reviews.answering_trust(of_round, of_deployment)) AS k
      WHERE k = ANY ((access.organisations_as${TRUST})::uuid[])) $$;
  REVOKE EXECUTE ON FUNCTION reviews.acts_for_scheme FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.acts_for_scheme TO candour_member;

  CREATE FUNCTION reviews.partners_are_asked_from_outside() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM deployments.deployment d WHERE d.id = NEW.deployment_id AND d.published) THEN
        CALL reviews.refuse('a partner is asked about a scheme of the public register'); END IF;
      IF NEW.organisation_id IN (SELECT * FROM reviews.kin_of(reviews.answering_trust(NEW.round_id, NEW.deployment_id))) THEN
        CALL reviews.refuse('the trust that answers for a scheme is no partner of it'); END IF;
      IF reviews.acts_for_scheme(NEW.round_id, NEW.deployment_id) THEN
        CALL reviews.refuse('nobody who holds a post in the trust asks its partners'); END IF;
      IF reviews.weekdays_between(NEW.asked_on, NEW.due_on) < 10 THEN
        CALL reviews.refuse('a partner has ten working days at least'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "partners are asked from outside" BEFORE INSERT ON reviews.partner_request
    FOR EACH ROW EXECUTE FUNCTION reviews.partners_are_asked_from_outside();

  CREATE FUNCTION reviews.partners_sign_for_themselves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF (SELECT reviews.acts_for_scheme(q.round_id, q.deployment_id) FROM reviews.partner_request q WHERE q.id = NEW.request_id) THEN
        CALL reviews.refuse('whoever holds a post in the trust signs for no partner of it'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "partners sign for themselves" BEFORE INSERT ON reviews.partner_return
    FOR EACH ROW EXECUTE FUNCTION reviews.partners_sign_for_themselves();
  ${BOTH.map(
    (table) => `
  CREATE TRIGGER "what was voided goes no further" BEFORE INSERT ON reviews.${table}
    FOR EACH ROW EXECUTE FUNCTION reviews.its_round_stands();`,
  ).join('')}
`;

const RIGHTS = `
  ${BOTH.map(
    (table) => `
  ALTER TABLE reviews.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT ON reviews.${table} TO candour_public, candour_member, candour_receipt, candour_operator, candour_definer;
  GRANT INSERT ON reviews.${table} TO candour_member;
  CREATE POLICY "everyone reads what partners are asked and say" ON reviews.${table} FOR SELECT USING (true);
  CREATE POLICY "functions of the database read it" ON reviews.${table} FOR SELECT TO candour_definer USING (true);`,
  ).join('')}
  CREATE POLICY "lead reviewers ask partners" ON reviews.partner_request FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')));
  CREATE POLICY "partners sign their returns" ON reviews.partner_return FOR INSERT TO candour_member WITH CHECK (
    organisation_id = ANY ((SELECT access.organisations_as('POLICE_PARTNER', 'COMMISSIONER', 'EXECUTIVE_APPROVER'))::uuid[])
    AND signed_by = (SELECT access.person()));
`;
