import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a trust answers where one of its schemes may go on under another name. An answer is given once and stays; another
 * may follow it. It stands beside what was computed, and takes nothing away from it.
 */
export class AnswersAboutSuccessors1764000000212 implements MigrationInterface {
  name = 'AnswersAboutSuccessors1764000000212';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE succession.answer (
        id uuid CONSTRAINT "an answer about a successor has one id" PRIMARY KEY,
        revision integer NOT NULL,
        earlier_id uuid NOT NULL CONSTRAINT "an answer is about an earlier scheme" REFERENCES deployments.deployment,
        later_id uuid NOT NULL CONSTRAINT "an answer is about a later scheme" REFERENCES deployments.deployment,
        scheme_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        says text NOT NULL CONSTRAINT "it follows or it does not" CHECK (says IN ('FOLLOWS', 'DOES_NOT_FOLLOW')),
        ended text,
        different text,
        people text,
        features text[] NOT NULL,
        answered_on date NOT NULL,
        is_open boolean GENERATED ALWAYS AS (true) STORED,
        CONSTRAINT "nothing follows itself" CHECK (earlier_id <> later_id),
        CONSTRAINT "whoever answers leads one of the two" CHECK (scheme_id = earlier_id OR scheme_id = later_id),
        CONSTRAINT "that it does not follow has reasons"
          CHECK (says = 'FOLLOWS' OR coalesce(ended ~ '\\S' AND different ~ '\\S' AND people ~ '\\S', false)),
        CONSTRAINT "only the trust of either scheme answers" FOREIGN KEY (scheme_id, organisation_id)
          REFERENCES deployments.deployment (id, lead_organisation_id),
        CONSTRAINT "the earlier scheme is public" FOREIGN KEY (earlier_id, is_open) REFERENCES deployments.deployment (id, published),
        CONSTRAINT "the later scheme is public" FOREIGN KEY (later_id, is_open) REFERENCES deployments.deployment (id, published)
      );
      CREATE INDEX "answers by the earlier scheme" ON succession.answer (earlier_id);
      CREATE INDEX "answers by the later scheme" ON succession.answer (later_id);
      CALL ledger.record_changes_of('succession.answer', 'succession-answer');
      ALTER TABLE succession.answer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT ON succession.answer TO candour_public, candour_member, candour_receipt, candour_operator;
      GRANT INSERT ON succession.answer TO candour_member;
      CREATE POLICY "everyone reads answers" ON succession.answer FOR SELECT USING (true);
      CREATE POLICY "a submitter answers for the own trust" ON succession.answer FOR INSERT TO candour_member
        WITH CHECK (organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE succession.answer');
  }
}
