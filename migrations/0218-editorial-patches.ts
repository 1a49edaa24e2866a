import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clearer words beside a published edition, which stays as it is: proposed by one administrator, published by another. */
export class EditorialPatches1764000000218 implements MigrationInterface {
  name = 'EditorialPatches1764000000218';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE frameworks.edition_patch (
        id uuid CONSTRAINT "a patch has one id" PRIMARY KEY,
        revision integer NOT NULL,
        edition_id uuid NOT NULL CONSTRAINT "a patch is of an edition" REFERENCES frameworks.edition,
        reworded jsonb NOT NULL CONSTRAINT "a patch words something anew" CHECK (jsonb_typeof(reworded) = 'array' AND reworded <> '[]'),
        note text NOT NULL CONSTRAINT "a patch says why, in public" CHECK (note ~ '\\S'),
        proposed_by uuid NOT NULL CONSTRAINT "a patch is proposed by a person" REFERENCES identity.person,
        proposed_on date NOT NULL,
        outcome text CONSTRAINT "a patch is published, declined or taken back" CHECK (outcome IN ('published', 'declined', 'taken-back')),
        decided_by uuid CONSTRAINT "a patch is decided by a person" REFERENCES identity.person,
        decided_on date,
        reason text,
        CONSTRAINT "a decision about a patch names who and when" CHECK (
          (outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_on IS NULL)),
        CONSTRAINT "nobody publishes a patch alone" CHECK (
          CASE outcome WHEN 'taken-back' THEN decided_by = proposed_by ELSE decided_by IS DISTINCT FROM proposed_by END),
        CONSTRAINT "whoever declines a patch says why" CHECK ((outcome IS NOT DISTINCT FROM 'declined') = (reason IS NOT NULL AND reason ~ '\\S'))
      );
      CREATE INDEX "patches of an edition" ON frameworks.edition_patch (edition_id, id);
      CREATE UNIQUE INDEX "a patch of an edition waits once" ON frameworks.edition_patch (edition_id) WHERE outcome IS NULL;
      CALL ledger.record_changes_of('frameworks.edition_patch', 'edition-patch');
      CALL ledger.keep_changes_of('frameworks.edition_patch', 'edition-patch', 'framework-edition', 'edition_id', '{}', false);
      ALTER TABLE frameworks.edition_patch ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT (id, revision, edition_id, reworded, note, proposed_on, outcome, decided_on) ON frameworks.edition_patch
        TO candour_public, candour_receipt;
      GRANT SELECT, INSERT, UPDATE (revision, outcome, decided_by, decided_on, reason) ON frameworks.edition_patch TO candour_member;
      GRANT SELECT ON frameworks.edition_patch TO candour_operator;
      CREATE POLICY "everyone reads published patches" ON frameworks.edition_patch FOR SELECT USING (outcome = 'published');
      CREATE POLICY "administrators and auditors read every patch" ON frameworks.edition_patch FOR SELECT TO candour_member
        USING ((SELECT access.holds('ADMIN', 'AUDITOR')));
      CREATE POLICY "the operator reads every patch" ON frameworks.edition_patch FOR SELECT TO candour_operator USING (true);
      CREATE POLICY "administrators propose patches" ON frameworks.edition_patch FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')) AND proposed_by = (SELECT access.person()) AND outcome IS NULL);
      CREATE POLICY "administrators decide about patches" ON frameworks.edition_patch FOR UPDATE TO candour_member
        USING ((SELECT access.holds('ADMIN')) AND outcome IS NULL) WITH CHECK (decided_by = (SELECT access.person()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE frameworks.edition_patch');
  }
}
