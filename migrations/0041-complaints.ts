import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of concerns was passed on, where to, and its steps: added by handlers, never changed, open to the person and auditors. */
export class Complaints1764000000041 implements MigrationInterface {
  name = 'Complaints1764000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA complaints;
      GRANT USAGE ON SCHEMA complaints TO candour_member, candour_receipt, candour_operator;

      CREATE TABLE complaints.referral (
        id uuid CONSTRAINT "a referral has one id" PRIMARY KEY,
        revision integer NOT NULL,
        concern_id uuid NOT NULL CONSTRAINT "a referral is of a concern" REFERENCES concerns.concern,
        class_code text NOT NULL CONSTRAINT "a referral is of a known class" CHECK (class_code IN ('pals-enquiry',
          'oral-next-day', 'nhs-complaint', 'data-protection', 'police-conduct', 'staff-disclosure', 'safety-incident',
          'safeguarding', 'freedom-of-information', 'information')),
        route text NOT NULL,
        receiving_body text NOT NULL CONSTRAINT "somebody receives a referral" CHECK (receiving_body <> ''),
        organisation_id uuid CONSTRAINT "a referral goes to an organisation that exists" REFERENCES organisations.organisation,
        person_asked boolean NOT NULL,
        without_consent_because text,
        sent_on date NOT NULL,
        CONSTRAINT "an NHS complaint is made only when the person asked" CHECK (class_code <> 'nhs-complaint' OR person_asked),
        CONSTRAINT "only safeguarding goes on without consent"
          CHECK (without_consent_because IS NULL OR class_code = 'safeguarding')
      );
      CREATE INDEX "referrals of a concern" ON complaints.referral (concern_id);
      CREATE INDEX "referrals by day" ON complaints.referral (sent_on DESC, id DESC);

      CREATE TABLE complaints.referral_step (
        id uuid CONSTRAINT "a step of a referral has one id" PRIMARY KEY,
        revision integer NOT NULL,
        referral_id uuid NOT NULL CONSTRAINT "a step is of a referral" REFERENCES complaints.referral,
        concern_id uuid NOT NULL CONSTRAINT "a step is of a concern" REFERENCES concerns.concern,
        step text NOT NULL CONSTRAINT "a step is one of those known" CHECK (step IN ('received', 'acknowledged',
          'discussion-offered', 'extended', 'written-late', 'answered', 'returned', 'closed')),
        day date NOT NULL,
        until date CONSTRAINT "a longer time ends after it was agreed" CHECK (until > day),
        outcome text CONSTRAINT "an outcome is one of those known"
          CHECK (outcome IN ('upheld', 'partially-upheld', 'not-upheld', 'other')),
        noted_on date NOT NULL,
        CONSTRAINT "only an answer has an outcome" CHECK (outcome IS NULL OR step = 'answered'),
        CONSTRAINT "only a longer time has an end" CHECK (until IS NULL OR step = 'extended')
      );
      CREATE INDEX "steps of a referral" ON complaints.referral_step (referral_id);

      CALL ledger.record_changes_of('complaints.referral', 'referral');
      CALL ledger.record_changes_of('complaints.referral_step', 'referral-step');
      ${['referral', 'referral_step'].map(rightsTo).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA complaints CASCADE');
  }
}

function rightsTo(table: string): string {
  return `
    ALTER TABLE complaints.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    GRANT SELECT ON complaints.${table} TO candour_member, candour_receipt, candour_operator;
    GRANT INSERT ON complaints.${table} TO candour_member;
    CREATE POLICY "handlers and auditors see it" ON complaints.${table} FOR SELECT TO candour_member
      USING ((SELECT access.holds('CONCERN_HANDLER', 'AUDITOR')));
    CREATE POLICY "handlers add it" ON complaints.${table} FOR INSERT TO candour_member
      WITH CHECK ((SELECT access.holds('CONCERN_HANDLER')));
    CREATE POLICY "the person sees it" ON complaints.${table} FOR SELECT TO candour_receipt
      USING (concern_id = (SELECT access.receipt()));
    CREATE POLICY "the operator verifies" ON complaints.${table} FOR SELECT TO candour_operator USING (true);
  `;
}
