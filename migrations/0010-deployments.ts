import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Deployments with their names, agencies and claims. Everyone reads what is published; a draft is read by its trust's
 * own people, auditors and the operator. A part is always as open as the deployment that it belongs to.
 */
export class Deployments1764000000010 implements MigrationInterface {
  name = 'Deployments1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA deployments CASCADE');
  }
}

const PARTIAL_DATE = String.raw`'^[12]\d{3}(-(spring|summer|autumn|winter|\d{2}(-\d{2})?))?$'`;

const TABLES = `
  CREATE SCHEMA deployments;
  GRANT USAGE ON SCHEMA deployments TO candour_public, candour_member, candour_receipt, candour_operator;

  CREATE TABLE deployments.deployment (
    id uuid CONSTRAINT "a deployment has one id" PRIMARY KEY,
    revision integer NOT NULL,
    key text NOT NULL CONSTRAINT "a deployment's key is its own" UNIQUE
      CONSTRAINT "a deployment's key is small letters, digits and hyphens" CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text NOT NULL CONSTRAINT "a deployment has a title" CHECK (title <> ''),
    area text NOT NULL CONSTRAINT "a deployment has an area" CHECK (area <> ''),
    lead_organisation_id uuid CONSTRAINT "a lead is an organisation" REFERENCES organisations.organisation,
    state_code text NOT NULL CONSTRAINT "a deployment is in a state of its life cycle" CHECK (state_code IN (
      'PROPOSED', 'PLANNED', 'TRAINING', 'LIVE', 'PAUSED', 'HALT_ORDERED', 'STEPPING_DOWN', 'CLOSED', 'DISBANDED',
      'NOT_ADOPTED', 'ALTERNATIVE_ADOPTED', 'UNKNOWN')),
    state_at text CONSTRAINT "a state is dated as closely as known" CHECK (state_at ~ ${PARTIAL_DATE}),
    state_claims text[] NOT NULL,
    state_confidence text NOT NULL
      CONSTRAINT "a state was seen, is being checked or is inferred" CHECK (state_confidence IN ('A', 'B', 'inference')),
    state_note text NOT NULL,
    overlays text[] NOT NULL CONSTRAINT "an overlay is one of three"
      CHECK (overlays <@ ARRAY['UNDER_REVIEW', 'CONTESTED', 'NON_RESPONDER']),
    succeeds_id uuid CONSTRAINT "what it follows is a deployment" REFERENCES deployments.deployment,
    registered_by text NOT NULL
      CONSTRAINT "a deployment comes from sources or from its trust" CHECK (registered_by IN ('sources', 'trust')),
    fictional boolean NOT NULL,
    published boolean NOT NULL,
    taken_up boolean NOT NULL,
    note text,
    CONSTRAINT "no deployment follows itself" CHECK (succeeds_id <> id),
    CONSTRAINT "a trust registers only what it answers for" CHECK (registered_by <> 'trust' OR lead_organisation_id IS NOT NULL),
    CONSTRAINT "a deployment is open or a draft" UNIQUE (id, published),
    CONSTRAINT "a deployment has one lead at most" UNIQUE (id, lead_organisation_id)
  );
  CREATE INDEX "deployments by title" ON deployments.deployment (lower(title), id);
  CREATE INDEX "deployments of a trust" ON deployments.deployment (lead_organisation_id);

  CREATE TABLE deployments.deployment_name (
    id uuid CONSTRAINT "a name of a deployment has one id" PRIMARY KEY,
    revision integer NOT NULL,
    deployment_id uuid NOT NULL,
    lead_organisation_id uuid,
    published boolean NOT NULL,
    name text NOT NULL CONSTRAINT "a name is not empty" CHECK (name <> ''),
    kind text NOT NULL
      CONSTRAINT "a name is local, former, later or reported" CHECK (kind IN ('LOCAL', 'FORMER', 'LATER', 'REPORTED')),
    claim_key text,
    CONSTRAINT "a name is as open as its deployment" FOREIGN KEY (deployment_id, published)
      REFERENCES deployments.deployment (id, published) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "a name is kept by the trust of its deployment" FOREIGN KEY (deployment_id, lead_organisation_id)
      REFERENCES deployments.deployment (id, lead_organisation_id) DEFERRABLE INITIALLY DEFERRED
  );
  CREATE UNIQUE INDEX "a deployment has each name once" ON deployments.deployment_name (deployment_id, lower(name));

  CREATE TABLE deployments.deployment_agency (
    id uuid CONSTRAINT "an agency's part has one id" PRIMARY KEY,
    revision integer NOT NULL,
    deployment_id uuid NOT NULL,
    lead_organisation_id uuid,
    published boolean NOT NULL,
    organisation_id uuid CONSTRAINT "an agency is an organisation" REFERENCES organisations.organisation,
    name text,
    part text NOT NULL CONSTRAINT "an agency plays a known part" CHECK (part IN
      ('TRUST', 'POLICE', 'AMBULANCE', 'VCSE', 'FUNDER', 'TRAINER', 'INNOVATION_NETWORK', 'OTHER')),
    claim_key text,
    CONSTRAINT "an agency is in the register or has a name" CHECK ((organisation_id IS NULL) <> (name IS NULL)),
    CONSTRAINT "an agency is as open as its deployment" FOREIGN KEY (deployment_id, published)
      REFERENCES deployments.deployment (id, published) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "an agency is kept by the trust of its deployment" FOREIGN KEY (deployment_id, lead_organisation_id)
      REFERENCES deployments.deployment (id, lead_organisation_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "an agency plays a part once" UNIQUE NULLS NOT DISTINCT (deployment_id, part, organisation_id, name)
  );
  CREATE INDEX "deployments an organisation took part in" ON deployments.deployment_agency (organisation_id);

  CREATE TABLE deployments.claim (
    id uuid CONSTRAINT "a claim has one id" PRIMARY KEY,
    revision integer NOT NULL,
    key text NOT NULL CONSTRAINT "a claim's key is its own" UNIQUE,
    deployment_id uuid,
    lead_organisation_id uuid,
    published boolean NOT NULL,
    registered_by text NOT NULL
      CONSTRAINT "a claim comes from sources or from the trust" CHECK (registered_by IN ('sources', 'trust')),
    topic text NOT NULL,
    statement text NOT NULL CONSTRAINT "a claim is a sentence" CHECK (statement <> ''),
    value jsonb,
    figures jsonb,
    dated text CONSTRAINT "a claim is dated as closely as its source" CHECK (dated ~ ${PARTIAL_DATE}),
    planned boolean NOT NULL,
    as_of text CONSTRAINT "a source is dated as closely as it says" CHECK (as_of ~ ${PARTIAL_DATE}),
    sources jsonb NOT NULL CONSTRAINT "a claim has a source" CHECK (jsonb_array_length(sources) > 0),
    confidence text NOT NULL
      CONSTRAINT "a claim was seen, is being checked or is inferred" CHECK (confidence IN ('A', 'B', 'inference')),
    contradicts text[] NOT NULL,
    cautions text[] NOT NULL,
    scope text,
    about text[] NOT NULL,
    CONSTRAINT "a claim is about a deployment or says what it is about" CHECK (deployment_id IS NOT NULL OR scope IS NOT NULL),
    CONSTRAINT "a plan has a date" CHECK (NOT planned OR dated IS NOT NULL),
    CONSTRAINT "a claim is as open as its deployment" FOREIGN KEY (deployment_id, published)
      REFERENCES deployments.deployment (id, published) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "a claim is kept by the trust of its deployment" FOREIGN KEY (deployment_id, lead_organisation_id)
      REFERENCES deployments.deployment (id, lead_organisation_id) DEFERRABLE INITIALLY DEFERRED
  );
  CREATE UNIQUE INDEX "a trust says the same thing once" ON deployments.claim (deployment_id, md5(statement))
    WHERE registered_by = 'trust';
  CREATE INDEX "claims about a deployment" ON deployments.claim (deployment_id);

  CALL ledger.record_changes_of('deployments.deployment', 'deployment');
  CALL ledger.record_changes_of('deployments.deployment_name', 'deployment-name');
  CALL ledger.record_changes_of('deployments.deployment_agency', 'deployment-agency');
  CALL ledger.record_changes_of('deployments.claim', 'claim');
`;

const RIGHTS = ['deployment', 'deployment_name', 'deployment_agency', 'claim'].map(rightsOn).join('\n');

/** A trust opens what it added but never rewrites it, except the deployment itself; the operator mends what sources say. */
function rightsOn(table: string): string {
  const changeable = table === 'deployment' ? 'UPDATE' : 'UPDATE (published, revision)';
  return `
    ALTER TABLE deployments.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    GRANT SELECT ON deployments.${table} TO candour_public, candour_receipt;
    GRANT SELECT, INSERT, ${changeable} ON deployments.${table} TO candour_member;
    GRANT SELECT, INSERT, UPDATE ON deployments.${table} TO candour_operator;
    CREATE POLICY "everyone reads what is published" ON deployments.${table} FOR SELECT
      TO candour_public, candour_receipt USING (published);
    CREATE POLICY "its trust's people and auditors read a draft" ON deployments.${table} FOR SELECT TO candour_member
      USING (published OR (SELECT access.holds('AUDITOR')) OR lead_organisation_id = ANY ((SELECT access.organisations_as(
        'TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER'))::uuid[]));
    CREATE POLICY "its trust adds it" ON deployments.${table} FOR INSERT TO candour_member
      WITH CHECK (lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
    CREATE POLICY "its trust changes it" ON deployments.${table} FOR UPDATE TO candour_member
      USING (lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
    CREATE POLICY "the operator keeps it" ON deployments.${table} FOR ALL TO candour_operator USING (true);
  `;
}
