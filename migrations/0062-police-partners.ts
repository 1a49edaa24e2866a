import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Police partners read what submitted flows say in their own name, and nothing else of them. */
export class PolicePartners1764000000062 implements MigrationInterface {
  name = 'PolicePartners1764000000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rolesAre([...ROLES, 'POLICE_PARTNER'], [...OF_ORGANISATIONS, 'POLICE_PARTNER']));
    await runner.query(FLOW_PARTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_sharing.flow_part');
    await runner.query(rolesAre(ROLES, OF_ORGANISATIONS));
  }
}

const ROLES = [
  'TRUST_SUBMITTER',
  'CALDICOTT_GUARDIAN',
  'DATA_PROTECTION_OFFICER',
  'EXECUTIVE_APPROVER',
  'REVIEWER',
  'LIVED_EXPERIENCE_REVIEWER',
  'LEAD_REVIEWER',
  'USER_GROUP_MEMBER',
  'CONCERN_HANDLER',
  'AUDITOR',
  'ADMIN',
];
const OF_ORGANISATIONS = [
  'TRUST_SUBMITTER',
  'CALDICOTT_GUARDIAN',
  'DATA_PROTECTION_OFFICER',
  'EXECUTIVE_APPROVER',
  'USER_GROUP_MEMBER',
];

function rolesAre(roles: readonly string[], ofOrganisations: readonly string[]): string {
  const listed = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');
  return `
    ALTER TABLE identity.membership
      DROP CONSTRAINT "a role is one that there is",
      DROP CONSTRAINT "a role names its organisation exactly when it is of one",
      ADD CONSTRAINT "a role is one that there is" CHECK (role IN (${listed(roles)})),
      ADD CONSTRAINT "a role names its organisation exactly when it is of one"
        CHECK ((organisation_id IS NOT NULL) = (role IN (${listed(ofOrganisations)})));
  `;
}

const FLOW_PARTS = `
  CREATE TABLE data_sharing.flow_part (
    id uuid CONSTRAINT "a part of a flow has one id" PRIMARY KEY,
    revision integer NOT NULL,
    flow_id uuid NOT NULL CONSTRAINT "a part is of a flow" REFERENCES data_sharing.data_flow,
    deployment_id uuid NOT NULL CONSTRAINT "a part is of a deployment's flow" REFERENCES deployments.deployment,
    organisation_id uuid NOT NULL CONSTRAINT "a part is of a trust's flow" REFERENCES organisations.organisation,
    partner_id uuid NOT NULL CONSTRAINT "a part speaks in the name of a registered body" REFERENCES organisations.organisation,
    series_id uuid NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    content jsonb NOT NULL CONSTRAINT "a part has content" CHECK (jsonb_typeof(content) = 'object'),
    recorded_on date NOT NULL,
    CONSTRAINT "a version speaks once in each partner's name" UNIQUE (flow_id, partner_id)
  );
  CREATE INDEX "parts by partner" ON data_sharing.flow_part (partner_id, id);
  CREATE INDEX "parts by flow and partner" ON data_sharing.flow_part (series_id, partner_id, version);
  CREATE TRIGGER "only about submitted flows" BEFORE INSERT ON data_sharing.flow_part
    FOR EACH ROW EXECUTE FUNCTION data_sharing.only_about_submitted_flows();
  CALL ledger.record_changes_of('data_sharing.flow_part', 'flow-part');

  ALTER TABLE data_sharing.flow_part ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON data_sharing.flow_part TO candour_member;
  GRANT SELECT ON data_sharing.flow_part TO candour_operator;
  CREATE POLICY "the operator reads everything" ON data_sharing.flow_part FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "a partner reads what is in its own name" ON data_sharing.flow_part FOR SELECT TO candour_member
    USING (partner_id = ANY ((SELECT access.organisations_as('POLICE_PARTNER'))::uuid[])
      OR (SELECT access.holds('AUDITOR')));
  CREATE POLICY "a submission tells its partners" ON data_sharing.flow_part FOR INSERT TO candour_member
    WITH CHECK (organisation_id = ANY ((SELECT data_sharing.drafted_for())::uuid[]));
`;
