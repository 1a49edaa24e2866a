import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests that were made of trusts and others before Candour, what sources say of the answers, and the list of those who
 * were asked. They come from the register's files: administrators and the operator load them, and nobody types them.
 */
export class PastRequests1764000000192 implements MigrationInterface {
  name = 'PastRequests1764000000192';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(Object.entries(KINDS).map(kept).join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM ledger.change WHERE subject_kind IN ('past-request', 'past-answer', 'listed-trust');
      DROP SCHEMA past_requests CASCADE;
    `);
  }
}

const KINDS = { request: 'past-request', answer: 'past-answer', listed_trust: 'listed-trust' } as const;

/** To which record what was changed belongs: the page that lists it. */
const TOLD_WITH: Readonly<Record<string, string>> = {
  request: "'past-request', 'id'",
  answer: "'past-request', 'request_id'",
  listed_trust: "'listed-trust', 'id'",
};

const TABLES = `
  CREATE SCHEMA past_requests;
  GRANT USAGE ON SCHEMA past_requests TO candour_public, candour_member, candour_receipt, candour_operator;

  CREATE TABLE past_requests.request (
    id uuid CONSTRAINT "a past request has one id" PRIMARY KEY,
    revision integer NOT NULL,
    key text NOT NULL CONSTRAINT "a past request has a key of its own" UNIQUE,
    title text NOT NULL CONSTRAINT "a past request has a title" CHECK (title ~ '\\S'),
    kind text NOT NULL CONSTRAINT "a past request is of a known sort" CHECK (kind IN ('REVIEW', 'INFORMATION', 'ASSURANCE')),
    standing text NOT NULL CONSTRAINT "a past request was made or is a draft" CHECK (standing IN ('MADE', 'DRAFT')),
    asked_by text NOT NULL CONSTRAINT "somebody asked" CHECK (asked_by ~ '\\S'),
    asked_by_id uuid CONSTRAINT "who asked is in the register" REFERENCES organisations.organisation,
    asked_of text NOT NULL CONSTRAINT "somebody was asked" CHECK (asked_of ~ '\\S'),
    asked_of_id uuid CONSTRAINT "who was asked is in the register" REFERENCES organisations.organisation,
    asked_list text CONSTRAINT "trusts on a list were asked or one organisation was" CHECK (asked_list IS NULL OR asked_of_id IS NULL),
    subject text NOT NULL,
    aims text[] NOT NULL,
    made_on text,
    due_on text,
    due_note text NOT NULL,
    readings jsonb NOT NULL,
    counts jsonb NOT NULL,
    cautions text[] NOT NULL,
    confidence text NOT NULL CONSTRAINT "a past request is as sure as a claim can be" CHECK (confidence IN ('A', 'B', 'inference')),
    fictional boolean NOT NULL
  );

  CREATE TABLE past_requests.answer (
    id uuid CONSTRAINT "what is said of an answer has one id" PRIMARY KEY,
    revision integer NOT NULL,
    key text NOT NULL CONSTRAINT "what is said of an answer has a key of its own" UNIQUE,
    request_id uuid NOT NULL CONSTRAINT "an answer is to a past request" REFERENCES past_requests.request,
    organisation_id uuid CONSTRAINT "who answered is in the register" REFERENCES organisations.organisation,
    kind text NOT NULL CONSTRAINT "what is said of an answer is of a known kind"
      CHECK (kind IN ('ANSWERED', 'IN_PART', 'REFUSED', 'LATE', 'ELSEWHERE')),
    statement text NOT NULL CONSTRAINT "what is said of an answer is a sentence" CHECK (statement ~ '\\S'),
    dated text,
    as_of text,
    sources jsonb NOT NULL,
    confidence text NOT NULL CONSTRAINT "an answer is as sure as a claim can be" CHECK (confidence IN ('A', 'B', 'inference')),
    cautions text[] NOT NULL
  );
  CREATE INDEX "answers by request" ON past_requests.answer (request_id);
  CREATE INDEX "answers by organisation" ON past_requests.answer (organisation_id);

  CREATE TABLE past_requests.listed_trust (
    id uuid CONSTRAINT "a trust on a list has one id" PRIMARY KEY,
    revision integer NOT NULL,
    list text NOT NULL,
    list_as_of text NOT NULL,
    organisation_id uuid NOT NULL CONSTRAINT "a trust on a list is in the register" REFERENCES organisations.organisation,
    name_then text,
    gave text NOT NULL CONSTRAINT "a trust on a list gave mental health services" CHECK (gave IN ('MENTAL_HEALTH', 'AMONG_OTHERS')),
    sources jsonb NOT NULL,
    confidence text NOT NULL CONSTRAINT "a type is as sure as a claim can be" CHECK (confidence IN ('A', 'B', 'inference')),
    then_confidence text NOT NULL CONSTRAINT "a type at a time is as sure as a claim can be"
      CHECK (then_confidence IN ('A', 'B', 'inference')),
    note text,
    CONSTRAINT "a trust stands on a list once" UNIQUE (list, organisation_id)
  );
  CREATE INDEX "listed trusts by organisation" ON past_requests.listed_trust (organisation_id);
`;

/** Every table is recorded, read by everyone, loaded by administrators and the operator, and keeps what it said before. */
function kept([table, kind]: [string, string]): string {
  const name = `past_requests.${table}`;
  return `
    CALL ledger.record_changes_of('${name}', '${kind}');
    CALL ledger.keep_changes_of('${name}', '${kind}', ${TOLD_WITH[table] ?? ''}, ARRAY[]::text[], false);
    ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    GRANT SELECT ON ${name} TO candour_public, candour_member, candour_receipt, candour_operator;
    GRANT INSERT, UPDATE ON ${name} TO candour_member, candour_operator;
    CREATE POLICY "everyone reads requests of the past" ON ${name} FOR SELECT USING (true);
    CREATE POLICY "administrators load requests of the past" ON ${name} FOR INSERT TO candour_member
      WITH CHECK ((SELECT access.holds('ADMIN')));
    CREATE POLICY "administrators correct requests of the past" ON ${name} FOR UPDATE TO candour_member
      USING ((SELECT access.holds('ADMIN')));
    CREATE POLICY "the operator loads requests of the past" ON ${name} FOR INSERT TO candour_operator WITH CHECK (true);
    CREATE POLICY "the operator corrects requests of the past" ON ${name} FOR UPDATE TO candour_operator USING (true);
  `;
}
