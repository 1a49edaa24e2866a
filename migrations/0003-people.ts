import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, what they hold, how they prove who they are, and their sessions. Only the gate may read secrets. */
export class People1764000000003 implements MigrationInterface {
  name = 'People1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA identity;
      GRANT USAGE ON SCHEMA identity TO candour_public, candour_member, candour_gate, candour_operator;

      CREATE TABLE identity.person (
        id uuid CONSTRAINT "a person has one id" PRIMARY KEY,
        revision integer NOT NULL,
        name text NOT NULL CONSTRAINT "a person has a name" CHECK (name <> ''),
        email text NOT NULL CONSTRAINT "an address belongs to one person" UNIQUE
          CONSTRAINT "an address is kept in lower case" CHECK (email = lower(email)),
        fictional boolean NOT NULL DEFAULT false,
        suspended_on date
      );

      CREATE TABLE identity.membership (
        id uuid CONSTRAINT "a membership has one id" PRIMARY KEY,
        revision integer NOT NULL,
        person_id uuid NOT NULL CONSTRAINT "a membership is a person's" REFERENCES identity.person,
        role text NOT NULL CONSTRAINT "a role is one that there is" CHECK (role IN (
          'TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER', 'REVIEWER',
          'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER', 'USER_GROUP_MEMBER', 'CONCERN_HANDLER', 'AUDITOR', 'ADMIN')),
        organisation_id uuid,
        granted_on date NOT NULL,
        ended_on date,
        CONSTRAINT "a membership ends after it began" CHECK (ended_on >= granted_on),
        CONSTRAINT "a role names its organisation exactly when it is of one" CHECK ((organisation_id IS NOT NULL) = (role IN (
          'TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER', 'USER_GROUP_MEMBER')))
      );
      CREATE UNIQUE INDEX "a role is held once at a time"
        ON identity.membership (person_id, role, organisation_id) NULLS NOT DISTINCT WHERE ended_on IS NULL;

      CREATE TABLE identity.credential (
        id uuid CONSTRAINT "a credential has one id" PRIMARY KEY,
        revision integer NOT NULL,
        person_id uuid NOT NULL CONSTRAINT "a credential is a person's" REFERENCES identity.person,
        method text NOT NULL CONSTRAINT "a credential is a passphrase, code generator or written code"
          CHECK (method IN ('passphrase', 'totp', 'recovery-code', 'joining-code')),
        secret text NOT NULL,
        enrolled_on date NOT NULL,
        ended_on date
      );
      CREATE UNIQUE INDEX "a person has one passphrase and one code generator" ON identity.credential (person_id, method)
        WHERE ended_on IS NULL AND method <> 'recovery-code';
      CREATE INDEX "credentials of a person" ON identity.credential (person_id) WHERE ended_on IS NULL;

      CREATE TABLE identity.access_token (
        id uuid CONSTRAINT "a token has one id" PRIMARY KEY,
        revision integer NOT NULL,
        person_id uuid NOT NULL CONSTRAINT "a token is a person's" REFERENCES identity.person,
        name text NOT NULL,
        secret_hash text NOT NULL CONSTRAINT "a token's secret is its own" UNIQUE,
        may_write boolean NOT NULL,
        created_on date NOT NULL,
        expires_on date NOT NULL,
        revoked_on date,
        CONSTRAINT "a token lasts at most 365 days" CHECK (expires_on - created_on BETWEEN 0 AND 365)
      );
      CREATE INDEX "tokens of a person" ON identity.access_token (person_id);

      CREATE TABLE identity.session (
        id_hash text CONSTRAINT "a session has one id" PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT "a session is a person's" REFERENCES identity.person,
        proven text NOT NULL CONSTRAINT "a session is proven by one factor or two" CHECK (proven IN ('one-factor', 'two-factor')),
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL
      );
      CREATE INDEX "sessions of a person" ON identity.session (person_id);

      CREATE TABLE identity.spent_code (
        credential_id uuid NOT NULL CONSTRAINT "a spent code is of a credential" REFERENCES identity.credential,
        step bigint NOT NULL,
        CONSTRAINT "a code works once" PRIMARY KEY (credential_id, step)
      );

      CALL ledger.record_changes_of('identity.person', 'person');
      CALL ledger.record_changes_of('identity.membership', 'membership');
      CALL ledger.record_changes_of('identity.credential', 'credential');
      CALL ledger.record_changes_of('identity.access_token', 'access-token');

      ALTER TABLE identity.person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE identity.membership ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE identity.credential ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE identity.access_token ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

      GRANT SELECT ON identity.person, identity.membership, identity.credential, identity.access_token TO candour_gate;
      GRANT SELECT, INSERT, UPDATE, DELETE ON identity.session TO candour_gate;
      GRANT SELECT, INSERT, DELETE ON identity.spent_code TO candour_gate;
      GRANT DELETE ON identity.session TO candour_member, candour_operator;
      GRANT SELECT (person_id) ON identity.session TO candour_member, candour_operator;
      CREATE POLICY "the gate knows everyone" ON identity.person FOR SELECT TO candour_gate USING (true);
      CREATE POLICY "the gate knows every membership" ON identity.membership FOR SELECT TO candour_gate USING (true);
      CREATE POLICY "the gate checks secrets" ON identity.credential FOR SELECT TO candour_gate USING (true);
      CREATE POLICY "the gate checks tokens" ON identity.access_token FOR SELECT TO candour_gate USING (true);

      -- What members may read. What administrators may change is in the migration of memberships, with what it asks for.
      GRANT SELECT, INSERT ON identity.person, identity.membership, identity.credential, identity.access_token
        TO candour_member, candour_operator;
      GRANT UPDATE (revision, suspended_on) ON identity.person TO candour_member, candour_operator;
      GRANT UPDATE (revision, ended_on) ON identity.membership, identity.credential TO candour_member, candour_operator;
      GRANT UPDATE (revision, revoked_on) ON identity.access_token TO candour_member, candour_operator;
      CREATE POLICY "people see themselves, administrators and leads see people" ON identity.person
        FOR SELECT TO candour_member
        USING (id = (SELECT access.person()) OR (SELECT access.holds('ADMIN', 'LEAD_REVIEWER')));
      CREATE POLICY "people see what they hold, lead reviewers who reviews" ON identity.membership
        FOR SELECT TO candour_member
        USING (person_id = (SELECT access.person()) OR (SELECT access.holds('ADMIN', 'AUDITOR'))
          OR (role IN ('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER') AND (SELECT access.holds('LEAD_REVIEWER'))));
      CREATE POLICY "people and administrators see by what people sign in" ON identity.credential
        FOR SELECT TO candour_member
        USING (person_id = (SELECT access.person()) OR (SELECT access.holds('ADMIN')));
      CREATE POLICY "tokens are their person's" ON identity.access_token FOR ALL TO candour_member
        USING (person_id = (SELECT access.person()));
      CREATE POLICY "people keep their own ways to sign in" ON identity.credential FOR INSERT TO candour_member
        WITH CHECK (person_id = (SELECT access.person()) AND method <> 'joining-code');
      CREATE POLICY "people end their own ways to sign in" ON identity.credential FOR UPDATE TO candour_member
        USING (person_id = (SELECT access.person()))
        WITH CHECK (person_id = (SELECT access.person()) AND ended_on IS NOT NULL);

      CREATE POLICY "the operator keeps people" ON identity.person FOR ALL TO candour_operator USING (true);
      CREATE POLICY "the operator keeps memberships" ON identity.membership FOR ALL TO candour_operator USING (true);
      CREATE POLICY "the operator keeps credentials" ON identity.credential FOR ALL TO candour_operator USING (true);
      CREATE POLICY "the operator keeps tokens" ON identity.access_token FOR ALL TO candour_operator USING (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA identity CASCADE');
  }
}
