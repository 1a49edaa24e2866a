import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a scheme does (screening), and how it lives and ends (steps and halts). Nothing here is changed, only opened. */
export class ScreeningAndLifeCycle1764000000011 implements MigrationInterface {
  name = 'ScreeningAndLifeCycle1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deployments.screening, deployments.transition, deployments.halt');
  }
}

const STATES = `('PROPOSED', 'PLANNED', 'TRAINING', 'LIVE', 'PAUSED', 'HALT_ORDERED', 'STEPPING_DOWN', 'CLOSED', 'DISBANDED',
  'NOT_ADOPTED', 'ALTERNATIVE_ADOPTED', 'UNKNOWN')`;

const TABLES = `
  CREATE TABLE deployments.screening (
    id uuid CONSTRAINT "a screening has one id" PRIMARY KEY,
    revision integer NOT NULL,
    ${belonging('a screening')},
    answered_on date NOT NULL,
    answers jsonb NOT NULL CONSTRAINT "a screening's answers go by question"
      CHECK (jsonb_typeof(answers) = 'object'),
    evidence jsonb NOT NULL,
    classification text NOT NULL CONSTRAINT "a screening leads to one of four classes"
      CHECK (classification IN ('SIM_LIKE', 'SIM_LINEAGE', 'POSSIBLE_SIM_LIKE', 'OTHER_JOINT_WORK'))
  );
  CREATE INDEX "screenings of a deployment" ON deployments.screening (deployment_id, id);

  CREATE TABLE deployments.transition (
    id uuid CONSTRAINT "a step has one id" PRIMARY KEY,
    revision integer NOT NULL,
    ${belonging('a step')},
    from_state text NOT NULL CONSTRAINT "a step leaves a known state" CHECK (from_state IN ${STATES}),
    to_state text NOT NULL CONSTRAINT "a step leads to a known state" CHECK (to_state IN ${STATES}),
    happened text NOT NULL CONSTRAINT "a step is dated as closely as known"
      CHECK (happened ~ '^[12]\\d{3}(-(spring|summer|autumn|winter|\\d{2}(-\\d{2})?))?$'),
    reason text NOT NULL CONSTRAINT "a step has a reason" CHECK (reason <> ''),
    answers jsonb NOT NULL,
    raises text[] NOT NULL,
    CONSTRAINT "a step leads to another state" CHECK (from_state <> to_state)
  );
  CREATE INDEX "steps of a deployment" ON deployments.transition (deployment_id, id);

  CREATE TABLE deployments.halt (
    id uuid CONSTRAINT "a halt has one id" PRIMARY KEY,
    revision integer NOT NULL,
    ${belonging('a halt')},
    ordered_by text NOT NULL CONSTRAINT "a halt is ordered by somebody" CHECK (ordered_by <> ''),
    ordered_on date NOT NULL,
    effective_on date NOT NULL CONSTRAINT "a halt takes effect on or after its order" CHECK (effective_on >= ordered_on),
    reason text NOT NULL CONSTRAINT "a halt has a reason" CHECK (reason <> '')
  );
  CREATE INDEX "halts of a deployment" ON deployments.halt (deployment_id, id);

  CALL ledger.record_changes_of('deployments.screening', 'screening');
  CALL ledger.record_changes_of('deployments.transition', 'transition');
  CALL ledger.record_changes_of('deployments.halt', 'halt');
`;

const RIGHTS = ['screening', 'transition', 'halt'].map(rightsOn).join('\n');

function belonging(what: string): string {
  return `deployment_id uuid NOT NULL,
    lead_organisation_id uuid,
    published boolean NOT NULL,
    CONSTRAINT "${what} is as open as its deployment" FOREIGN KEY (deployment_id, published)
      REFERENCES deployments.deployment (id, published) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "${what} is kept by the trust of its deployment" FOREIGN KEY (deployment_id, lead_organisation_id)
      REFERENCES deployments.deployment (id, lead_organisation_id) DEFERRABLE INITIALLY DEFERRED`;
}

function rightsOn(table: string): string {
  return `
    ALTER TABLE deployments.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    GRANT SELECT ON deployments.${table} TO candour_public, candour_receipt;
    GRANT SELECT, INSERT, UPDATE (published, revision) ON deployments.${table} TO candour_member, candour_operator;
    CREATE POLICY "everyone reads what is published" ON deployments.${table} FOR SELECT
      TO candour_public, candour_receipt USING (published);
    CREATE POLICY "its trust's people and auditors read a draft" ON deployments.${table} FOR SELECT TO candour_member
      USING (published OR (SELECT access.holds('AUDITOR')) OR lead_organisation_id = ANY ((SELECT access.organisations_as(
        'TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER'))::uuid[]));
    CREATE POLICY "its trust adds it" ON deployments.${table} FOR INSERT TO candour_member
      WITH CHECK (lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
    CREATE POLICY "its trust opens it" ON deployments.${table} FOR UPDATE TO candour_member
      USING (lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
    CREATE POLICY "the operator keeps it" ON deployments.${table} FOR ALL TO candour_operator USING (true);
  `;
}
