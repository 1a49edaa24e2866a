import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence belongs to a scheme: a reviewer of one scheme of a trust reads nothing that it offered about another. */
export class EvidenceOfAScheme1764000000064 implements MigrationInterface {
  name = 'EvidenceOfAScheme1764000000064';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence.item ADD COLUMN deployment_id uuid
        CONSTRAINT "evidence is about a deployment in the register" REFERENCES deployments.deployment;
      CREATE UNIQUE INDEX "a document is offered once about a record" ON evidence.item (subject_kind, subject_id, sha256);
      DROP POLICY "its organisation, its reviewers and auditors read evidence" ON evidence.item;
      CREATE POLICY "its organisation, its reviewers and auditors read evidence" ON evidence.item FOR SELECT TO candour_member
        USING (
          organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN',
            'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER', 'USER_GROUP_MEMBER'))::uuid[])
          OR (deployment_id = ANY ((SELECT access.engaged_in('deployment-under-review'))::uuid[]) AND audience <> 'privileged')
          OR (SELECT access.holds('AUDITOR')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY "its organisation, its reviewers and auditors read evidence" ON evidence.item;
      CREATE POLICY "its organisation, its reviewers and auditors read evidence" ON evidence.item FOR SELECT TO candour_member
        USING (
          organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN',
            'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER', 'USER_GROUP_MEMBER'))::uuid[])
          OR (organisation_id = ANY ((SELECT access.engaged_in('evidence'))::uuid[]) AND audience <> 'privileged')
          OR (SELECT access.holds('AUDITOR')));
      DROP INDEX evidence."a document is offered once about a record";
      ALTER TABLE evidence.item DROP COLUMN deployment_id;
    `);
  }
}
