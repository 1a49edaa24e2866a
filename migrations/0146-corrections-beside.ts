import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a trust says against an entry that is not its own to change: a correction of one field, with its reason, which stands
 * beside what it corrects and replaces nothing. A view says of every record that can be corrected whose it is.
 */
export class CorrectionsBeside1764000000146 implements MigrationInterface {
  name = 'CorrectionsBeside1764000000146';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CORRECTABLE);
    await runner.query(CORRECTION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE evidence.correction;
      DROP VIEW evidence.correctable;
      REVOKE USAGE ON SCHEMA evidence FROM candour_public, candour_receipt;
    `);
  }
}

const CORRECTABLE = `
  GRANT USAGE ON SCHEMA evidence TO candour_public, candour_receipt;
  -- Every record that can be corrected: the page that it is shown on, who answers for it, whether it is public, and whether
  -- it is what a source says. Each room that has such records replaces this view with its own added.
  CREATE VIEW evidence.correctable WITH (security_invoker = true) AS
    SELECT 'deployment' AS kind, d.id, 'deployment' AS about_kind, d.id AS about_id, d.lead_organisation_id AS organisation_id,
      d.published, d.registered_by = 'sources' AS sourced, d.title AS called FROM deployments.deployment d
    UNION ALL SELECT 'deployment-name', n.id, 'deployment', n.deployment_id, n.lead_organisation_id,
      n.published, n.claim_key IS NOT NULL, n.name FROM deployments.deployment_name n
    UNION ALL SELECT 'deployment-agency', a.id, 'deployment', a.deployment_id, a.lead_organisation_id,
      a.published, a.claim_key IS NOT NULL, coalesce(o.name, a.name) FROM deployments.deployment_agency a
      LEFT JOIN organisations.organisation o ON o.id = a.organisation_id
    UNION ALL SELECT 'claim', c.id, 'deployment', c.deployment_id, c.lead_organisation_id,
      c.published, c.registered_by = 'sources', c.statement FROM deployments.claim c WHERE c.deployment_id IS NOT NULL;
  GRANT SELECT ON evidence.correctable TO candour_public, candour_member, candour_receipt, candour_operator;
`;

const CORRECTION = `
  CREATE TABLE evidence.correction (
    id uuid CONSTRAINT "a correction has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a correction is never changed" CHECK (revision = 1),
    organisation_id uuid NOT NULL CONSTRAINT "an organisation corrects" REFERENCES organisations.organisation,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    about_kind text NOT NULL,
    about_id uuid NOT NULL,
    field text NOT NULL CONSTRAINT "a correction names what it corrects" CHECK (field ~ '\\S'),
    said text NOT NULL CONSTRAINT "a correction says something" CHECK (said ~ '\\S'),
    reason text NOT NULL CONSTRAINT "a correction has a reason" CHECK (reason ~ '\\S'),
    post text NOT NULL,
    corrected_on date NOT NULL,
    searched text GENERATED ALWAYS AS (search.folded(ARRAY[said])) STORED
  );
  CREATE INDEX "corrections by the page that shows them" ON evidence.correction (about_kind, about_id);
  CALL ledger.record_changes_of('evidence.correction', 'correction');
  ALTER TABLE evidence.correction ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT ON evidence.correction TO candour_public, candour_member, candour_receipt, candour_operator;
  GRANT INSERT ON evidence.correction TO candour_member;
  CREATE POLICY "everyone reads corrections" ON evidence.correction FOR SELECT USING (true);
  CREATE POLICY "who answers for what sources say corrects it" ON evidence.correction FOR INSERT TO candour_member
    WITH CHECK (organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[])
      AND EXISTS (SELECT FROM evidence.correctable c WHERE c.kind = subject_kind AND c.id = subject_id
        AND c.about_kind = correction.about_kind AND c.about_id = correction.about_id
        AND c.organisation_id = correction.organisation_id AND c.published AND c.sourced));
`;
