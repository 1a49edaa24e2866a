import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Concerns, sealed. A visitor may add one and read nothing; its receipt opens one concern and no other; handlers have
 * all, a trust and reviewers only what was released to them with consent, auditors the steps without the words.
 * No column holds a time finer than a day, an address, or anything of the device a person used.
 */
export class Concerns1764000000040 implements MigrationInterface {
  name = 'Concerns1764000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FILING);
    await runner.query(RECEIPT_HOLDERS);
    await runner.query(STAFF);
    await runner.query(OPERATOR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA concerns CASCADE');
  }
}

const KINDS = ['concern', 'envelope', 'receipt', 'consent', 'message', 'link', 'release', 'reading'];

const TABLES = `
  CREATE SCHEMA concerns;
  GRANT USAGE ON SCHEMA concerns TO candour_public, candour_member, candour_receipt, candour_gate, candour_operator;

  CREATE TABLE concerns.concern (
    id uuid CONSTRAINT "a concern is filed once" PRIMARY KEY,
    revision integer NOT NULL,
    reference text NOT NULL CONSTRAINT "a reference belongs to one concern" UNIQUE,
    urgent boolean NOT NULL,
    themes text[] NOT NULL,
    filed_on date NOT NULL,
    held_on date,
    admitted_on date CONSTRAINT "only a held concern is admitted" CHECK (admitted_on IS NULL OR held_on IS NOT NULL),
    triaged_on date,
    linked_on date CONSTRAINT "a concern is triaged before it is linked" CHECK (linked_on IS NULL OR triaged_on IS NOT NULL),
    answered_on date CONSTRAINT "a concern is triaged before it is answered" CHECK (answered_on IS NULL OR triaged_on IS NOT NULL),
    closed_on date CONSTRAINT "a concern is answered before it is closed" CHECK (closed_on IS NULL OR answered_on IS NOT NULL),
    withdrawn_on date
  );
  CREATE INDEX "concerns by urgency and day" ON concerns.concern ((NOT urgent), filed_on, id);
  CREATE INDEX "concerns that wait" ON concerns.concern ((NOT urgent), filed_on, id)
    WHERE closed_on IS NULL AND withdrawn_on IS NULL AND (held_on IS NULL OR admitted_on IS NOT NULL);

  CREATE TABLE concerns.envelope (
    id uuid CONSTRAINT "an envelope has one id" PRIMARY KEY,
    revision integer NOT NULL,
    concern_id uuid NOT NULL CONSTRAINT "an envelope is of a concern" REFERENCES concerns.concern,
    part text NOT NULL CONSTRAINT "an envelope holds identity or narrative" CHECK (part IN ('identity', 'narrative')),
    version integer NOT NULL,
    key_id text NOT NULL,
    sealed_key text,
    sealed_text text,
    erased_on date,
    CONSTRAINT "one envelope for each part and version" UNIQUE (concern_id, part, version),
    CONSTRAINT "an envelope is sealed or erased" CHECK ((sealed_key IS NULL AND sealed_text IS NULL) = (erased_on IS NOT NULL))
  );

  CREATE TABLE concerns.receipt (
    id uuid CONSTRAINT "a receipt has one id" PRIMARY KEY,
    revision integer NOT NULL,
    concern_id uuid NOT NULL CONSTRAINT "one receipt for each concern" UNIQUE
      CONSTRAINT "a receipt is of a concern" REFERENCES concerns.concern,
    verifier text NOT NULL
  );

  CREATE TABLE concerns.consent (
    id uuid CONSTRAINT "a consent has one id" PRIMARY KEY,
    revision integer NOT NULL,
    concern_id uuid NOT NULL CONSTRAINT "a consent is of a concern" REFERENCES concerns.concern,
    use text NOT NULL,
    given boolean NOT NULL,
    turn integer NOT NULL CONSTRAINT "answers are counted from one" CHECK (turn > 0),
    edition text NOT NULL,
    day date NOT NULL,
    CONSTRAINT "one answer about one use at a time" UNIQUE (concern_id, use, turn)
  );

  CREATE TABLE concerns.message (
    id uuid CONSTRAINT "a message has one id" PRIMARY KEY,
    revision integer NOT NULL,
    concern_id uuid NOT NULL CONSTRAINT "a message is about a concern" REFERENCES concerns.concern,
    turn integer NOT NULL CONSTRAINT "messages are counted from one" CHECK (turn > 0),
    direction text NOT NULL
      CONSTRAINT "a message is the person's or the handler's" CHECK (direction IN ('from-person', 'from-handler')),
    answers boolean NOT NULL CONSTRAINT "only a handler answers" CHECK (NOT answers OR direction = 'from-handler'),
    key_id text NOT NULL,
    sealed_key text,
    sealed_text text,
    day date NOT NULL,
    erased_on date,
    CONSTRAINT "messages come one after another" UNIQUE (concern_id, turn),
    CONSTRAINT "a message is sealed or erased" CHECK ((sealed_key IS NULL AND sealed_text IS NULL) = (erased_on IS NOT NULL))
  );

  CREATE TABLE concerns.link (
    id uuid CONSTRAINT "a link has one id" PRIMARY KEY,
    revision integer NOT NULL,
    concern_id uuid NOT NULL CONSTRAINT "a link is of a concern" REFERENCES concerns.concern,
    organisation_id uuid CONSTRAINT "a link leads to an organisation that exists" REFERENCES organisations.organisation,
    deployment_id uuid CONSTRAINT "a link leads to a deployment that exists" REFERENCES deployments.deployment,
    criteria text[] NOT NULL,
    linked_on date NOT NULL,
    ended_on date,
    CONSTRAINT "a link leads somewhere" CHECK (organisation_id IS NOT NULL OR deployment_id IS NOT NULL)
  );
  CREATE UNIQUE INDEX "a concern is linked once to one place" ON concerns.link (concern_id, organisation_id, deployment_id)
    NULLS NOT DISTINCT WHERE ended_on IS NULL;
  CREATE INDEX "links by deployment" ON concerns.link (deployment_id) WHERE ended_on IS NULL;

  CREATE TABLE concerns.release (
    id uuid CONSTRAINT "a release has one id" PRIMARY KEY,
    revision integer NOT NULL,
    concern_id uuid NOT NULL CONSTRAINT "a release is of a concern" REFERENCES concerns.concern,
    organisation_id uuid NOT NULL CONSTRAINT "a release is for an organisation that exists" REFERENCES organisations.organisation,
    deployment_id uuid CONSTRAINT "a release is about a deployment that exists" REFERENCES deployments.deployment,
    themes text[] NOT NULL,
    month text NOT NULL CONSTRAINT "a release is dated no closer than its month" CHECK (month !~ '-[0-9]{2}-[0-9]{2}'),
    version integer NOT NULL,
    key_id text NOT NULL,
    sealed_key text,
    sealed_text text,
    trust_may_read boolean NOT NULL,
    trust_may_read_words boolean NOT NULL
      CONSTRAINT "whoever reads the words may read the themes" CHECK (NOT trust_may_read_words OR trust_may_read),
    reviewers_may_read boolean NOT NULL
  );
  CREATE UNIQUE INDEX "one release of a concern to one organisation and scheme"
    ON concerns.release (concern_id, organisation_id, deployment_id) NULLS NOT DISTINCT;
  CREATE INDEX "releases to a trust" ON concerns.release (organisation_id, month DESC, id) WHERE trust_may_read;
  CREATE INDEX "releases to reviewers" ON concerns.release (deployment_id, month DESC, id) WHERE reviewers_may_read;

  CREATE TABLE concerns.reading (
    id uuid CONSTRAINT "a reading has one id" PRIMARY KEY,
    revision integer NOT NULL,
    concern_id uuid NOT NULL CONSTRAINT "a reading is of a concern" REFERENCES concerns.concern,
    release_id uuid CONSTRAINT "a reading is of a release that exists" REFERENCES concerns.release,
    part text NOT NULL CONSTRAINT "a concern or a release is read" CHECK (part IN ('concern', 'release')),
    person_id uuid NOT NULL CONSTRAINT "a reader is a person" REFERENCES identity.person,
    post text NOT NULL,
    day date NOT NULL,
    CONSTRAINT "a release is read as a release" CHECK ((part = 'release') = (release_id IS NOT NULL))
  );
  CREATE UNIQUE INDEX "a reading is noted once a day" ON concerns.reading (concern_id, person_id, release_id, day) NULLS NOT DISTINCT;

  ${KINDS.map((kind) => `ALTER TABLE concerns.${kind} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`).join('\n')}
  CALL ledger.record_changes_of('concerns.concern', 'concern');
  CALL ledger.record_changes_of('concerns.envelope', 'envelope');
  CALL ledger.record_changes_of('concerns.receipt', 'receipt');
  CALL ledger.record_changes_of('concerns.consent', 'consent');
  CALL ledger.record_changes_of('concerns.message', 'message');
  CALL ledger.record_changes_of('concerns.link', 'concern-link');
  CALL ledger.record_changes_of('concerns.release', 'concern-release');
  CALL ledger.record_changes_of('concerns.reading', 'concern-reading');
`;

const FILING = `
  GRANT INSERT ON concerns.concern, concerns.envelope, concerns.receipt, concerns.consent TO candour_public;
  CREATE POLICY "anyone files a concern" ON concerns.concern FOR INSERT TO candour_public
    WITH CHECK (revision = 1 AND themes = '{}' AND coalesce(admitted_on, triaged_on, linked_on, answered_on, closed_on, withdrawn_on) IS NULL);
  CREATE POLICY "anyone files an envelope" ON concerns.envelope FOR INSERT TO candour_public WITH CHECK (version = 1);
  CREATE POLICY "anyone files a receipt" ON concerns.receipt FOR INSERT TO candour_public WITH CHECK (true);
  CREATE POLICY "anyone files a consent" ON concerns.consent FOR INSERT TO candour_public WITH CHECK (given AND turn = 1);

  GRANT SELECT (id, reference) ON concerns.concern TO candour_gate;
  GRANT SELECT (concern_id, verifier) ON concerns.receipt TO candour_gate;
  CREATE POLICY "the gate finds a concern by its reference" ON concerns.concern FOR SELECT TO candour_gate USING (true);
  CREATE POLICY "the gate checks receipts" ON concerns.receipt FOR SELECT TO candour_gate USING (true);
`;

const RECEIPT_HOLDERS = `
  GRANT SELECT ON concerns.concern, concerns.envelope, concerns.consent, concerns.message, concerns.link, concerns.release
    TO candour_receipt;
  GRANT SELECT (id, concern_id, part, post, day) ON concerns.reading TO candour_receipt;
  GRANT UPDATE (revision, closed_on, withdrawn_on) ON concerns.concern TO candour_receipt;
  GRANT INSERT ON concerns.consent, concerns.message TO candour_receipt;
  GRANT UPDATE (revision, trust_may_read, trust_may_read_words, reviewers_may_read) ON concerns.release TO candour_receipt;
  CREATE POLICY "a receipt shows its concern" ON concerns.concern FOR SELECT TO candour_receipt USING (id = (SELECT access.receipt()));
  CREATE POLICY "a receipt changes its concern" ON concerns.concern FOR UPDATE TO candour_receipt USING (id = (SELECT access.receipt()));
  CREATE POLICY "a receipt shows its envelopes" ON concerns.envelope FOR SELECT TO candour_receipt
    USING (concern_id = (SELECT access.receipt()));
  CREATE POLICY "a receipt shows its consents" ON concerns.consent FOR SELECT TO candour_receipt
    USING (concern_id = (SELECT access.receipt()));
  CREATE POLICY "a receipt answers about consent" ON concerns.consent FOR INSERT TO candour_receipt
    WITH CHECK (concern_id = (SELECT access.receipt()));
  CREATE POLICY "a receipt shows its messages" ON concerns.message FOR SELECT TO candour_receipt
    USING (concern_id = (SELECT access.receipt()));
  CREATE POLICY "a receipt writes messages" ON concerns.message FOR INSERT TO candour_receipt
    WITH CHECK (concern_id = (SELECT access.receipt()) AND direction = 'from-person');
  CREATE POLICY "a receipt shows its links" ON concerns.link FOR SELECT TO candour_receipt
    USING (concern_id = (SELECT access.receipt()));
  CREATE POLICY "a receipt shows its releases" ON concerns.release FOR SELECT TO candour_receipt
    USING (concern_id = (SELECT access.receipt()));
  CREATE POLICY "a receipt opens and closes its releases" ON concerns.release FOR UPDATE TO candour_receipt
    USING (concern_id = (SELECT access.receipt()));
  CREATE POLICY "a receipt shows its readings" ON concerns.reading FOR SELECT TO candour_receipt
    USING (concern_id = (SELECT access.receipt()));
`;

const STAFF = `
  GRANT SELECT ON concerns.concern, concerns.envelope, concerns.consent, concerns.message, concerns.link, concerns.release,
    concerns.reading TO candour_member;
  GRANT UPDATE (revision, themes, admitted_on, triaged_on, linked_on, answered_on, closed_on) ON concerns.concern TO candour_member;
  GRANT UPDATE (revision, ended_on) ON concerns.link TO candour_member;
  GRANT UPDATE (revision, themes, month, version, key_id, sealed_key, sealed_text, trust_may_read, trust_may_read_words,
    reviewers_may_read) ON concerns.release TO candour_member;
  GRANT INSERT ON concerns.message, concerns.link, concerns.release, concerns.reading TO candour_member;

  CREATE POLICY "handlers and auditors see the steps" ON concerns.concern FOR SELECT TO candour_member
    USING ((SELECT access.holds('CONCERN_HANDLER', 'AUDITOR')));
  CREATE POLICY "handlers take the steps" ON concerns.concern FOR UPDATE TO candour_member
    USING ((SELECT access.holds('CONCERN_HANDLER')));
  CREATE POLICY "handlers see envelopes" ON concerns.envelope FOR SELECT TO candour_member
    USING ((SELECT access.holds('CONCERN_HANDLER')));
  CREATE POLICY "handlers and auditors see consents" ON concerns.consent FOR SELECT TO candour_member
    USING ((SELECT access.holds('CONCERN_HANDLER', 'AUDITOR')));
  CREATE POLICY "handlers see messages" ON concerns.message FOR SELECT TO candour_member
    USING ((SELECT access.holds('CONCERN_HANDLER')));
  CREATE POLICY "handlers write messages" ON concerns.message FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('CONCERN_HANDLER')) AND direction = 'from-handler');
  CREATE POLICY "handlers and auditors see links" ON concerns.link FOR SELECT TO candour_member
    USING ((SELECT access.holds('CONCERN_HANDLER', 'AUDITOR')));
  CREATE POLICY "handlers link" ON concerns.link FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('CONCERN_HANDLER')));
  CREATE POLICY "handlers end links" ON concerns.link FOR UPDATE TO candour_member
    USING ((SELECT access.holds('CONCERN_HANDLER')));
  CREATE POLICY "handlers, and whom the person agreed to, see releases" ON concerns.release FOR SELECT TO candour_member
    USING ((SELECT access.holds('CONCERN_HANDLER'))
      OR (trust_may_read AND organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]))
      OR (reviewers_may_read AND deployment_id = ANY ((SELECT access.engaged_in('deployment-under-review'))::uuid[])));
  CREATE POLICY "handlers release" ON concerns.release FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('CONCERN_HANDLER')));
  CREATE POLICY "handlers rewrite releases" ON concerns.release FOR UPDATE TO candour_member
    USING ((SELECT access.holds('CONCERN_HANDLER')));
  CREATE POLICY "handlers, auditors and the reader see readings" ON concerns.reading FOR SELECT TO candour_member
    USING ((SELECT access.holds('CONCERN_HANDLER', 'AUDITOR')) OR person_id = (SELECT access.person()));
  CREATE POLICY "whoever reads notes that they read" ON concerns.reading FOR INSERT TO candour_member
    WITH CHECK (person_id = (SELECT access.person())
      AND ((SELECT access.holds('CONCERN_HANDLER')) OR release_id IN (SELECT r.id FROM concerns.release r)));
`;

const OPERATOR = `
  ${KINDS.map(
    (kind) => `GRANT SELECT ON concerns.${kind} TO candour_operator;
  CREATE POLICY "the operator verifies" ON concerns.${kind} FOR SELECT TO candour_operator USING (true);`,
  ).join('\n')}
  GRANT UPDATE (revision, sealed_key, sealed_text, erased_on) ON concerns.envelope, concerns.message TO candour_operator;
  GRANT UPDATE (revision, sealed_key, sealed_text, trust_may_read, trust_may_read_words, reviewers_may_read)
    ON concerns.release TO candour_operator;
  CREATE POLICY "the operator erases" ON concerns.envelope FOR UPDATE TO candour_operator USING (true);
  CREATE POLICY "the operator erases" ON concerns.message FOR UPDATE TO candour_operator USING (true);
  CREATE POLICY "the operator erases" ON concerns.release FOR UPDATE TO candour_operator USING (true);
`;
