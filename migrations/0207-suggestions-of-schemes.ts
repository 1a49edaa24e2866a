import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people without an account tell of schemes. Anyone adds one and reads none; lead reviewers and administrators outside
 * every trust read and answer; the gate checks receipts. No column holds a time finer than a day, an address or a contact.
 */
export class SuggestionsOfSchemes1764000000207 implements MigrationInterface {
  name = 'SuggestionsOfSchemes1764000000207';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA suggestions CASCADE');
  }
}

const TABLE = `
  CREATE SCHEMA suggestions;
  GRANT USAGE ON SCHEMA suggestions TO candour_public, candour_member, candour_gate, candour_operator;
  CREATE TABLE suggestions.suggestion (
    id uuid CONSTRAINT "a suggestion is told once" PRIMARY KEY,
    revision integer NOT NULL,
    reference text NOT NULL CONSTRAINT "a reference belongs to one suggestion" UNIQUE,
    verifier text NOT NULL,
    called text,
    place text,
    how_known text,
    told_on date NOT NULL,
    held boolean NOT NULL,
    outcome text CONSTRAINT "a suggestion is taken up, known or not taken up" CHECK (outcome IN ('TAKEN_UP', 'KNOWN', 'NOT_TAKEN_UP')),
    deployment_key text,
    answer text,
    answered_on date,
    erased_on date,
    CONSTRAINT "a suggestion has its words until they are erased" CHECK ((called IS NULL) = (erased_on IS NOT NULL)
      AND (place IS NULL) = (erased_on IS NOT NULL) AND (how_known IS NULL) = (erased_on IS NOT NULL)),
    CONSTRAINT "an answer says what became of it, and why" CHECK ((outcome IS NULL) = (answered_on IS NULL) AND (outcome IS NULL) = (answer IS NULL)
      AND (deployment_key IS NULL OR outcome IN ('TAKEN_UP', 'KNOWN')) AND (outcome = 'NOT_TAKEN_UP' OR outcome IS NULL OR deployment_key IS NOT NULL))
  );
  CREATE INDEX "suggestions that wait" ON suggestions.suggestion (held, told_on, id) WHERE outcome IS NULL;
  CALL ledger.record_changes_of('suggestions.suggestion', 'scheme-suggestion');
`;

const ANSWERS = `((SELECT access.holds('LEAD_REVIEWER')) OR (SELECT access.holds('ADMIN')))
  AND cardinality((SELECT access.organisations_as('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER',
    'EXECUTIVE_APPROVER'))::uuid[]) = 0`;

const RIGHTS = `
  ALTER TABLE suggestions.suggestion ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT INSERT ON suggestions.suggestion TO candour_public;
  GRANT SELECT ON suggestions.suggestion TO candour_member, candour_operator;
  GRANT UPDATE (revision, outcome, deployment_key, answer, answered_on) ON suggestions.suggestion TO candour_member;
  GRANT UPDATE ON suggestions.suggestion TO candour_operator;
  GRANT SELECT (reference, verifier, told_on, outcome, deployment_key, answer, answered_on) ON suggestions.suggestion TO candour_gate;
  CREATE POLICY "anyone tells of a scheme" ON suggestions.suggestion FOR INSERT TO candour_public
    WITH CHECK (outcome IS NULL AND erased_on IS NULL);
  CREATE POLICY "who answers outside trusts, and auditors, read" ON suggestions.suggestion FOR SELECT TO candour_member
    USING (${ANSWERS} OR (SELECT access.holds('AUDITOR')));
  CREATE POLICY "who answers outside trusts answers" ON suggestions.suggestion FOR UPDATE TO candour_member USING (${ANSWERS});
  CREATE POLICY "the gate checks receipts" ON suggestions.suggestion FOR SELECT TO candour_gate USING (true);
  CREATE POLICY "the operator erases" ON suggestions.suggestion FOR ALL TO candour_operator USING (true);
`;
