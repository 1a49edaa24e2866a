import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How people were involved in a scheme, as its trust tells it, and what user-led groups say of that account. Accounts are
 * opened by their trust; what a group said is never rewritten, not even by the group.
 */
export class CoProduction1764000000012 implements MigrationInterface {
  name = 'CoProduction1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ATTESTATION);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA co_production CASCADE');
  }
}

const STAGE = `stage text NOT NULL
  CONSTRAINT "a stage is start, during, evaluation or stop or change" CHECK (stage IN ('START', 'DURING', 'EVALUATION', 'STOP_OR_CHANGE'))`;

const TABLES = `
  CREATE SCHEMA co_production;
  GRANT USAGE ON SCHEMA co_production TO candour_public, candour_member, candour_receipt, candour_operator;

  CREATE TABLE co_production.involvement (
    id uuid CONSTRAINT "an involvement has one id" PRIMARY KEY,
    ${belonging('an involvement')},
    ${STAGE},
    from_day date NOT NULL,
    to_day date CONSTRAINT "an involvement ends after it began" CHECK (to_day >= from_day),
    question text NOT NULL CONSTRAINT "people were asked something" CHECK (question <> ''),
    decision_open boolean NOT NULL,
    decided_on date,
    method text NOT NULL,
    led_by text NOT NULL CONSTRAINT "it was led by the service, together or by users"
      CHECK (led_by IN ('service', 'shared', 'user_led')),
    police_present text NOT NULL CONSTRAINT "police were there, partly there or not"
      CHECK (police_present IN ('no', 'partly', 'throughout')),
    access_budget boolean NOT NULL,
    named_people text[] NOT NULL,
    CONSTRAINT "an involvement belongs to one deployment" UNIQUE (id, deployment_id, lead_organisation_id)
  );
  CREATE INDEX "involvements of a deployment" ON co_production.involvement (deployment_id);

  CREATE TABLE co_production.participant_group (
    id uuid CONSTRAINT "a group of participants has one id" PRIMARY KEY,
    involvement_id uuid NOT NULL,
    ${belonging('a group of participants')},
    experience text[] NOT NULL CONSTRAINT "an experience is one of eleven" CHECK (experience <@ ARRAY['pd_diagnosis',
      'self_harm', 'suicidal_crisis', 'been_on_sim', 'police_contact_mh', 'carer', 'bereaved', 'racialised', 'lgbtq',
      'disabled_other', 'other_mh']),
    count text NOT NULL CONSTRAINT "how many is said as a band" CHECK (count IN ('0', '1-4', '5-9', '10+')),
    recruited_via text NOT NULL CONSTRAINT "people were found in a known way"
      CHECK (recruited_via IN ('open_call', 'user_led_group', 'service', 'success_story', 'not_known')),
    counted_as_lived_experience boolean NOT NULL,
    includes_founder boolean NOT NULL,
    role text NOT NULL,
    vote boolean NOT NULL,
    ${ofInvolvement('participants')}
  );

  CREATE TABLE co_production.payment (
    id uuid CONSTRAINT "a payment has one id" PRIMARY KEY,
    involvement_id uuid NOT NULL CONSTRAINT "payment is told once for an involvement" UNIQUE,
    ${belonging('a payment')},
    outcome text NOT NULL CONSTRAINT "people were paid, declined, were not due or were unpaid"
      CHECK (outcome IN ('paid', 'declined', 'not_due', 'unpaid')),
    policy text,
    rate text,
    offered_to_all boolean NOT NULL,
    paid_within_days integer CONSTRAINT "days until payment count from none" CHECK (paid_within_days >= 0),
    benefits_advice_offered boolean NOT NULL,
    ${ofInvolvement('payment')}
  );

  CREATE TABLE co_production.influence (
    id uuid CONSTRAINT "an influence has one id" PRIMARY KEY,
    involvement_id uuid NOT NULL,
    ${belonging('an influence')},
    proposal text NOT NULL CONSTRAINT "a proposal says something" CHECK (proposal <> ''),
    proposed_by text NOT NULL,
    decision text NOT NULL CONSTRAINT "a proposal is accepted, partly accepted or rejected"
      CHECK (decision IN ('accepted', 'partly', 'rejected')),
    reason text NOT NULL CONSTRAINT "a decision has a reason" CHECK (reason <> ''),
    answered_in_writing boolean NOT NULL,
    artefact text,
    before_hash text,
    after_hash text,
    ${ofInvolvement('an influence')}
  );

  CREATE TABLE co_production.stage_account (
    id uuid CONSTRAINT "an account of a stage has one id" PRIMARY KEY,
    ${belonging('an account of a stage')},
    ${STAGE},
    facts text[] NOT NULL,
    told text NOT NULL,
    CONSTRAINT "a stage has one account" UNIQUE (deployment_id, stage)
  );
`;

const ATTESTATION = `
  CREATE TABLE co_production.attestation (
    id uuid CONSTRAINT "an attestation has one id" PRIMARY KEY,
    ${belonging('an attestation')},
    group_id uuid NOT NULL CONSTRAINT "a group is an organisation" REFERENCES organisations.organisation,
    ${STAGE},
    asked_on date,
    reply_by date,
    statement text CONSTRAINT "a group agrees, has reservations, disagrees or declines"
      CHECK (statement IN ('agree', 'agree_with_reservations', 'disagree', 'decline')),
    text text,
    user_controlled boolean,
    funded boolean,
    conflict text,
    paid_by text CONSTRAINT "reading is paid by the operator, the trust or nobody" CHECK (paid_by IN ('operator', 'trust', 'nobody')),
    signed_on date,
    withdrawn_on date,
    withdrawn_because text,
    CONSTRAINT "a group is asked with a day to answer by" CHECK ((asked_on IS NULL) = (reply_by IS NULL)),
    CONSTRAINT "only an answer is published" CHECK (NOT published OR statement IS NOT NULL)
  );
  CREATE UNIQUE INDEX "a group has one answer standing for a stage"
    ON co_production.attestation (deployment_id, group_id, stage) WHERE withdrawn_on IS NULL;
  CREATE INDEX "attestations of a group" ON co_production.attestation (group_id);

  CREATE FUNCTION co_production.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.statement IS NOT NULL AND (OLD.statement, OLD.text, OLD.user_controlled, OLD.funded, OLD.conflict, OLD.paid_by,
        OLD.signed_on, OLD.published, OLD.group_id, OLD.deployment_id, OLD.stage)
      IS DISTINCT FROM (NEW.statement, NEW.text, NEW.user_controlled, NEW.funded, NEW.conflict, NEW.paid_by,
        NEW.signed_on, NEW.published, NEW.group_id, NEW.deployment_id, NEW.stage) THEN
      RAISE EXCEPTION 'What a group said is never rewritten.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'what a group said is never rewritten';
    END IF;
    IF OLD.withdrawn_on IS NOT NULL AND (OLD.withdrawn_on, OLD.withdrawn_because)
      IS DISTINCT FROM (NEW.withdrawn_on, NEW.withdrawn_because) THEN
      RAISE EXCEPTION 'A withdrawal is never rewritten.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a withdrawal is never rewritten';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER "what a group said is never rewritten" BEFORE UPDATE ON co_production.attestation
    FOR EACH ROW EXECUTE FUNCTION co_production.refuse_rewriting();
`;

const KINDS = {
  involvement: 'involvement',
  participant_group: 'participant-group',
  payment: 'involvement-payment',
  influence: 'influence',
  stage_account: 'stage-account',
} as const;

const OWN_PEOPLE = `lead_organisation_id = ANY ((SELECT access.organisations_as(
  'TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER'))::uuid[])`;
const OWN_SUBMITTER = `lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[])`;
const OWN_GROUP = `group_id = ANY ((SELECT access.organisations_as('USER_GROUP_MEMBER'))::uuid[])`;

const RIGHTS = `
  ${Object.entries(KINDS)
    .map(([table, kind]) => rightsOn(table, kind))
    .join('\n')}

  CALL ledger.record_changes_of('co_production.attestation', 'group-attestation');
  ALTER TABLE co_production.attestation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT ON co_production.attestation TO candour_public, candour_receipt, candour_operator;
  GRANT SELECT, INSERT, UPDATE ON co_production.attestation TO candour_member;
  CREATE POLICY "everyone reads what is published" ON co_production.attestation FOR SELECT
    TO candour_public, candour_receipt USING (published);
  CREATE POLICY "the group, the trust and auditors read it" ON co_production.attestation FOR SELECT TO candour_member
    USING (published OR (SELECT access.holds('AUDITOR')) OR ${OWN_PEOPLE} OR ${OWN_GROUP});
  CREATE POLICY "the trust asks and the group speaks" ON co_production.attestation FOR INSERT TO candour_member
    WITH CHECK ((${OWN_SUBMITTER} AND statement IS NULL AND NOT published) OR ${OWN_GROUP});
  CREATE POLICY "the group answers and withdraws" ON co_production.attestation FOR UPDATE TO candour_member USING (${OWN_GROUP});
  CREATE POLICY "the operator reads it" ON co_production.attestation FOR SELECT TO candour_operator USING (true);
`;

function belonging(what: string): string {
  return `revision integer NOT NULL,
    deployment_id uuid NOT NULL,
    lead_organisation_id uuid NOT NULL,
    published boolean NOT NULL,
    CONSTRAINT "${what} is told by the trust of its deployment" FOREIGN KEY (deployment_id, lead_organisation_id)
      REFERENCES deployments.deployment (id, lead_organisation_id)`;
}

function ofInvolvement(what: string): string {
  return `CONSTRAINT "${what} belongs to its involvement" FOREIGN KEY (involvement_id, deployment_id, lead_organisation_id)
      REFERENCES co_production.involvement (id, deployment_id, lead_organisation_id)`;
}

function rightsOn(table: string, kind: string): string {
  const changeable = table === 'stage_account' ? 'UPDATE' : 'UPDATE (published, revision)';
  return `
    CALL ledger.record_changes_of('co_production.${table}', '${kind}');
    ALTER TABLE co_production.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    GRANT SELECT ON co_production.${table} TO candour_public, candour_receipt, candour_operator;
    GRANT SELECT, INSERT, ${changeable} ON co_production.${table} TO candour_member;
    CREATE POLICY "everyone reads what is published" ON co_production.${table} FOR SELECT
      TO candour_public, candour_receipt USING (published);
    CREATE POLICY "its trust's people and auditors read a draft" ON co_production.${table} FOR SELECT TO candour_member
      USING (published OR (SELECT access.holds('AUDITOR')) OR ${OWN_PEOPLE});
    CREATE POLICY "its trust tells it" ON co_production.${table} FOR INSERT TO candour_member WITH CHECK (${OWN_SUBMITTER});
    CREATE POLICY "its trust changes it" ON co_production.${table} FOR UPDATE TO candour_member USING (${OWN_SUBMITTER});
    CREATE POLICY "the operator reads it" ON co_production.${table} FOR SELECT TO candour_operator USING (true);
  `;
}
