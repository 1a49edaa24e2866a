import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that bear out what a record says. The content lies in the file store; this is what is known of it. */
export class Evidence1764000000006 implements MigrationInterface {
  name = 'Evidence1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA evidence;
      GRANT USAGE ON SCHEMA evidence TO candour_member, candour_operator;

      CREATE TABLE evidence.item (
        id uuid CONSTRAINT "an item of evidence has one id" PRIMARY KEY,
        revision integer NOT NULL,
        organisation_id uuid NOT NULL CONSTRAINT "evidence comes from an organisation" REFERENCES organisations.organisation,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        title text NOT NULL CONSTRAINT "evidence has a title" CHECK (title <> ''),
        sha256 text NOT NULL CONSTRAINT "a file is known by its SHA-256" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        bytes integer NOT NULL CONSTRAINT "a file has content" CHECK (bytes > 0),
        media_type text NOT NULL,
        dated text,
        received_on date NOT NULL,
        audience text NOT NULL CONSTRAINT "evidence is for everyone, for reviewers or privileged"
          CHECK (audience IN ('everyone', 'reviewers', 'privileged')),
        why_not_everyone text,
        offered_by uuid NOT NULL CONSTRAINT "evidence is offered by a person" REFERENCES identity.person,
        CONSTRAINT "what is kept from everyone says why" CHECK (audience = 'everyone' OR why_not_everyone <> '')
      );
      CREATE INDEX "evidence of a record" ON evidence.item (subject_kind, subject_id, id);
      CREATE INDEX "evidence of an organisation" ON evidence.item (organisation_id, id);

      CALL ledger.record_changes_of('evidence.item', 'evidence');
      ALTER TABLE evidence.item ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT ON evidence.item TO candour_member, candour_operator;
      CREATE POLICY "the operator keeps evidence" ON evidence.item FOR ALL TO candour_operator USING (true);
      CREATE POLICY "its organisation, its reviewers and auditors read evidence" ON evidence.item FOR SELECT TO candour_member
        USING (
          organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN',
            'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER', 'USER_GROUP_MEMBER'))::uuid[])
          OR (organisation_id = ANY ((SELECT access.engaged_in('evidence'))::uuid[]) AND audience <> 'privileged')
          OR (SELECT access.holds('AUDITOR')));
      CREATE POLICY "organisations offer their own evidence" ON evidence.item FOR INSERT TO candour_member
        WITH CHECK (organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER', 'USER_GROUP_MEMBER'))::uuid[]));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA evidence CASCADE');
  }
}
