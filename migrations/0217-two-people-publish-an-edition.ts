import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An edition is published by two: one proposes it whole, another publishes what was proposed. PostgreSQL takes an edition
 * only with such a proposal, from the person who decided it, and never from the one who proposed it.
 */
export class TwoPeoplePublishAnEdition1764000000217 implements MigrationInterface {
  name = 'TwoPeoplePublishAnEdition1764000000217';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(RIGHTS);
    await runner.query(EDITIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY "a second administrator publishes what was proposed" ON frameworks.edition;
      DROP POLICY "the operator publishes what an administrator proposed" ON frameworks.edition;
      CREATE POLICY "the operator publishes editions" ON frameworks.edition FOR INSERT TO candour_operator WITH CHECK (true);
      CREATE POLICY "administrators publish editions" ON frameworks.edition FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')));
      ALTER TABLE frameworks.edition DROP COLUMN proposal_id, DROP COLUMN proposed_as, DROP COLUMN published_as;
      DROP TABLE frameworks.edition_proposal;
    `);
  }
}

const TABLE = `
  CREATE TABLE frameworks.edition_proposal (
    id uuid CONSTRAINT "a proposed edition has one id" PRIMARY KEY,
    revision integer NOT NULL,
    key text NOT NULL,
    content jsonb NOT NULL,
    content_hash text NOT NULL CONSTRAINT "a proposed edition is known by a SHA-256 of its content" CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    source_hash text NOT NULL CONSTRAINT "a proposed edition is known by a SHA-256 of its file" CHECK (source_hash ~ '^[0-9a-f]{64}$'),
    proposed_by uuid CONSTRAINT "an edition is proposed by a person or the operator" REFERENCES identity.person,
    proposed_on date NOT NULL,
    outcome text CONSTRAINT "a proposed edition is published, declined or taken back" CHECK (outcome IN ('published', 'declined', 'taken-back')),
    decided_by uuid CONSTRAINT "a proposed edition is decided by a person or the operator" REFERENCES identity.person,
    decided_on date,
    reason text,
    CONSTRAINT "a decision about an edition has its day" CHECK (
      (outcome IS NULL) = (decided_on IS NULL) AND (outcome IS NOT NULL OR decided_by IS NULL)),
    CONSTRAINT "nobody publishes an edition alone" CHECK (CASE outcome
      WHEN 'taken-back' THEN decided_by IS NOT DISTINCT FROM proposed_by
      WHEN 'published' THEN decided_by IS DISTINCT FROM proposed_by
      WHEN 'declined' THEN decided_by IS DISTINCT FROM proposed_by
      ELSE true END),
    CONSTRAINT "whoever declines an edition says why" CHECK ((outcome IS NOT DISTINCT FROM 'declined') = (reason IS NOT NULL AND reason ~ '\\S'))
  );
  CREATE UNIQUE INDEX "an edition waits once" ON frameworks.edition_proposal (key) WHERE outcome IS NULL;
  CALL ledger.record_changes_of('frameworks.edition_proposal', 'edition-proposal');
  ALTER TABLE frameworks.edition_proposal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
`;

const RIGHTS = `
  GRANT SELECT, INSERT, UPDATE (revision, outcome, decided_by, decided_on, reason) ON frameworks.edition_proposal
    TO candour_member, candour_operator;
  CREATE POLICY "administrators and auditors read proposed editions" ON frameworks.edition_proposal FOR SELECT TO candour_member
    USING ((SELECT access.holds('ADMIN', 'AUDITOR')));
  CREATE POLICY "administrators propose editions" ON frameworks.edition_proposal FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('ADMIN')) AND proposed_by = (SELECT access.person()) AND outcome IS NULL);
  CREATE POLICY "administrators decide about proposed editions" ON frameworks.edition_proposal FOR UPDATE TO candour_member
    USING ((SELECT access.holds('ADMIN')) AND outcome IS NULL) WITH CHECK (decided_by = (SELECT access.person()));
  CREATE POLICY "the operator reads proposed editions" ON frameworks.edition_proposal FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "the operator proposes editions" ON frameworks.edition_proposal FOR INSERT TO candour_operator
    WITH CHECK (proposed_by IS NULL AND outcome IS NULL);
  CREATE POLICY "the operator decides about proposed editions" ON frameworks.edition_proposal FOR UPDATE TO candour_operator
    USING (outcome IS NULL) WITH CHECK (outcome IS NOT NULL AND decided_by IS NULL);
`;

const PROPOSED = `EXISTS (SELECT FROM frameworks.edition_proposal p WHERE p.id = edition.proposal_id AND p.key = edition.key
  AND p.content_hash = edition.content_hash AND p.content = edition.content AND p.outcome = 'published'`;

const EDITIONS = `
  ALTER TABLE frameworks.edition
    ADD COLUMN proposal_id uuid CONSTRAINT "an edition was proposed" REFERENCES frameworks.edition_proposal,
    ADD COLUMN proposed_as text CONSTRAINT "an edition is proposed by an administrator or the operator" CHECK (proposed_as IN ('ADMIN', 'OPERATOR')),
    ADD COLUMN published_as text CONSTRAINT "an edition is published by an administrator or the operator" CHECK (published_as IN ('ADMIN', 'OPERATOR'));
  CREATE UNIQUE INDEX "a proposed edition is published once" ON frameworks.edition (proposal_id);
  DROP POLICY "the operator publishes editions" ON frameworks.edition;
  DROP POLICY "administrators publish editions" ON frameworks.edition;
  CREATE POLICY "a second administrator publishes what was proposed" ON frameworks.edition FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('ADMIN')) AND published_as = 'ADMIN' AND ${PROPOSED} AND p.decided_by = (SELECT access.person())
      AND proposed_as = CASE WHEN p.proposed_by IS NULL THEN 'OPERATOR' ELSE 'ADMIN' END));
  CREATE POLICY "the operator publishes what an administrator proposed" ON frameworks.edition FOR INSERT TO candour_operator
    WITH CHECK (published_as = 'OPERATOR' AND proposed_as = 'ADMIN' AND ${PROPOSED} AND p.decided_by IS NULL));
`;
