import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who reads and writes data flows: the second wall, the same as `src/data-sharing/data-sharing.policy.ts`. */
export class RightsOverDataFlows1764000000061 implements MigrationInterface {
  name = 'RightsOverDataFlows1764000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    for (const table of ['data_flow', 'rule_report', 'flow_sign_off', 'rule_override', 'flow_disclosure'])
      await runner.query(wallsAround(table));
    await runner.query(READING);
    await runner.query(WRITING);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['data_flow', 'rule_report', 'flow_sign_off', 'rule_override', 'flow_disclosure'])
      await runner.query(`
        DO $$ DECLARE named text; BEGIN
          FOR named IN SELECT policyname FROM pg_policies WHERE schemaname = 'data_sharing' AND tablename = '${table}' LOOP
            EXECUTE format('DROP POLICY %I ON data_sharing.${table}', named);
          END LOOP;
        END $$;
        REVOKE ALL ON data_sharing.${table} FROM candour_public, candour_member, candour_receipt, candour_operator;
      `);
    await runner.query(
      'DROP FUNCTION data_sharing.of_our_trusts, data_sharing.drafted_for, data_sharing.under_my_review',
    );
  }
}

const FUNCTIONS = `
  CREATE FUNCTION data_sharing.of_our_trusts() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT access.organisations_as('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER') $$;
  CREATE FUNCTION data_sharing.drafted_for() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT access.organisations_as('TRUST_SUBMITTER') $$;
  CREATE FUNCTION data_sharing.under_my_review() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN access.holds('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER')
      THEN access.engaged_in('deployment-under-review') ELSE '{}' END $$;
`;

function wallsAround(table: string): string {
  return `
    ALTER TABLE data_sharing.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    GRANT SELECT, INSERT ON data_sharing.${table} TO candour_member;
    GRANT SELECT ON data_sharing.${table} TO candour_public, candour_receipt, candour_operator;
    CREATE POLICY "the operator reads everything" ON data_sharing.${table} FOR SELECT TO candour_operator USING (true);
  `;
}

const READING = `
  CREATE POLICY "a trust reads its flows, a reviewer what is submitted" ON data_sharing.data_flow FOR SELECT TO candour_member
    USING (organisation_id = ANY ((SELECT data_sharing.of_our_trusts())::uuid[])
      OR submitted AND deployment_id = ANY ((SELECT data_sharing.under_my_review())::uuid[])
      OR (SELECT access.holds('AUDITOR')));
  ${['rule_report', 'flow_sign_off', 'rule_override']
    .map(
      (table) => `
  CREATE POLICY "read with its flow" ON data_sharing.${table} FOR SELECT TO candour_member
    USING (organisation_id = ANY ((SELECT data_sharing.of_our_trusts())::uuid[])
      OR deployment_id = ANY ((SELECT data_sharing.under_my_review())::uuid[])
      OR (SELECT access.holds('AUDITOR')));`,
    )
    .join('')}
  CREATE POLICY "everyone reads what is disclosed" ON data_sharing.flow_disclosure FOR SELECT USING (true);
`;

const WRITING = `
  GRANT UPDATE (revision, title, content, explanations, submitted, submitted_on, submitted_by)
    ON data_sharing.data_flow TO candour_member;
  CREATE POLICY "a submitter drafts for their trust" ON data_sharing.data_flow FOR INSERT TO candour_member
    WITH CHECK (NOT submitted AND organisation_id = ANY ((SELECT data_sharing.drafted_for())::uuid[]));
  CREATE POLICY "a submitter changes and submits drafts" ON data_sharing.data_flow FOR UPDATE TO candour_member
    USING (organisation_id = ANY ((SELECT data_sharing.drafted_for())::uuid[]))
    WITH CHECK (organisation_id = ANY ((SELECT data_sharing.drafted_for())::uuid[])
      AND (submitted_by IS NULL OR submitted_by = (SELECT access.person())));

  CREATE POLICY "a report comes with a submission or a sign-off" ON data_sharing.rule_report FOR INSERT TO candour_member
    WITH CHECK (organisation_id = ANY ((SELECT data_sharing.drafted_for())::uuid[])
      OR occasion = 'sign-off' AND organisation_id = ANY ((SELECT access.organisations_as(
        'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER'))::uuid[])
      OR occasion = 're-evaluation' AND (SELECT access.holds('LEAD_REVIEWER'))
        AND deployment_id = ANY ((SELECT data_sharing.under_my_review())::uuid[]));
  GRANT INSERT ON data_sharing.rule_report TO candour_operator;
  CREATE POLICY "the operator judges anew" ON data_sharing.rule_report FOR INSERT TO candour_operator
    WITH CHECK (occasion = 're-evaluation');

  CREATE POLICY "each signs in their own capacity" ON data_sharing.flow_sign_off FOR INSERT TO candour_member
    WITH CHECK (signed_by = (SELECT access.person()) AND (
      capacity = 'CALDICOTT_GUARDIAN' AND organisation_id = ANY ((SELECT access.organisations_as('CALDICOTT_GUARDIAN'))::uuid[])
      OR capacity = 'DPO' AND organisation_id = ANY ((SELECT access.organisations_as('DATA_PROTECTION_OFFICER'))::uuid[])
      OR capacity IN ('SIRO', 'EXEC_APPROVER')
        AND organisation_id = ANY ((SELECT access.organisations_as('EXECUTIVE_APPROVER'))::uuid[])));

  CREATE POLICY "a lead reviewer overrides" ON data_sharing.rule_override FOR INSERT TO candour_member
    WITH CHECK (made_by = (SELECT access.person()) AND (SELECT access.holds('LEAD_REVIEWER'))
      AND deployment_id = ANY ((SELECT data_sharing.under_my_review())::uuid[]));

  CREATE POLICY "a disclosure comes with its act" ON data_sharing.flow_disclosure FOR INSERT TO candour_member
    WITH CHECK (
      subject = 'rule-results' AND organisation_id = ANY ((SELECT data_sharing.drafted_for())::uuid[])
      OR subject IN ('sign-off', 'rule-results') AND organisation_id = ANY ((SELECT access.organisations_as(
        'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER'))::uuid[])
      OR subject = 'override' AND (SELECT access.holds('LEAD_REVIEWER'))
        AND deployment_id = ANY ((SELECT data_sharing.under_my_review())::uuid[]));
`;
