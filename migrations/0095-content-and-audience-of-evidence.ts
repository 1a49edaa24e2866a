import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reading the content of a document found is recorded, and its organisation says anew who may read it. */
export class ContentAndAudienceOfEvidence1764000000095 implements MigrationInterface {
  name = 'ContentAndAudienceOfEvidence1764000000095';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence.item ADD COLUMN content_fault text
        CONSTRAINT "content that is not as offered is altered or missing" CHECK (content_fault IN ('altered', 'missing'));
      GRANT UPDATE (revision, content_fault) ON evidence.item TO candour_operator;
      GRANT UPDATE (revision, audience, why_not_everyone) ON evidence.item TO candour_member;
      CREATE POLICY "organisations say who may read their own evidence" ON evidence.item FOR UPDATE TO candour_member
        USING (organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER', 'USER_GROUP_MEMBER'))::uuid[]))
        WITH CHECK (organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER', 'USER_GROUP_MEMBER'))::uuid[]));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY "organisations say who may read their own evidence" ON evidence.item;
      REVOKE UPDATE (revision, audience, why_not_everyone) ON evidence.item FROM candour_member;
      REVOKE UPDATE (revision, content_fault) ON evidence.item FROM candour_operator;
      ALTER TABLE evidence.item DROP COLUMN content_fault;
    `);
  }
}
