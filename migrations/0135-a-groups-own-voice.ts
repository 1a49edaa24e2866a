import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who speaks for a user-led group is the group's own affair: its members give and end the role, two of them where there are
 * two. An administrator lets in the first alone, and whom the group named is told. PostgreSQL keeps it for every role.
 */
export class AGroupsOwnVoice1764000000135 implements MigrationInterface {
  name = 'AGroupsOwnVoice1764000000135';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RIGHTS);
    await runner.query(LETTERS);
    await runner.query(SIGHT);
    await runner.query(FOR_DEFINER);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION memberships.known_to_groups, memberships.voice, memberships.person_at, memberships.write_to_group;
      ALTER POLICY "people see what they hold, lead reviewers who reviews" ON identity.membership
        USING (person_id = (SELECT access.person()) OR (SELECT access.holds('ADMIN', 'AUDITOR'))
          OR (role IN ('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER') AND (SELECT access.holds('LEAD_REVIEWER'))));
      DROP POLICY "a group takes in its members" ON identity.membership;
      DROP POLICY "a group ends its members" ON identity.membership;
      ALTER POLICY "administrators end roles" ON identity.membership USING ((SELECT access.holds('ADMIN')));
      DROP POLICY "functions of the database read it" ON identity.person;
      DROP POLICY "functions of the database read it" ON organisations.organisation;
      REVOKE ALL ON identity.person, organisations.organisation FROM candour_definer;
      REVOKE USAGE ON SCHEMA memberships, organisations FROM candour_definer;
      DELETE FROM work.mail WHERE contact_id IS NOT NULL;
      ALTER TABLE work.mail DROP CONSTRAINT "a mail is to one person or one contact", DROP COLUMN contact_id,
        ALTER COLUMN person_id SET NOT NULL;
      DROP TABLE memberships.group_request, memberships.group_notice, memberships.group_contact;
      REVOKE USAGE ON SCHEMA memberships FROM candour_public, candour_receipt;
    `);
  }
}

const TABLES = `
  CREATE TABLE memberships.group_contact (
    id uuid CONSTRAINT "a contact of a group has one id" PRIMARY KEY,
    revision integer NOT NULL,
    organisation_id uuid NOT NULL CONSTRAINT "a contact is a group's" REFERENCES organisations.organisation,
    address text NOT NULL CONSTRAINT "a contact is an address in lower case" CHECK (address = lower(address) AND address LIKE '%_@_%'),
    given_how text NOT NULL CONSTRAINT "it is said how the group gave its contact" CHECK (given_how ~ '\\S'),
    recorded_by uuid CONSTRAINT "a contact is recorded by a person" REFERENCES identity.person,
    recorded_on date NOT NULL,
    ended_on date CONSTRAINT "a contact ends after it was recorded" CHECK (ended_on >= recorded_on)
  );
  CREATE UNIQUE INDEX "a group has a contact once" ON memberships.group_contact (organisation_id, address) WHERE ended_on IS NULL;

  CREATE TABLE memberships.group_notice (
    id uuid CONSTRAINT "a notice to a group has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a notice to a group is never changed" CHECK (revision = 1),
    organisation_id uuid NOT NULL CONSTRAINT "a notice is a group's" REFERENCES organisations.organisation,
    about text NOT NULL CONSTRAINT "a group is told of known things" CHECK (about IN ('first-member', 'member-added', 'member-ended',
      'member-left', 'group-ended', 'ended-by-operator', 'suspended', 'readmitted', 'account-opened', 'contact-added', 'contact-ended')),
    person_id uuid CONSTRAINT "a notice is about a person" REFERENCES identity.person,
    noticed_on date NOT NULL
  );
  CREATE INDEX "notices of a group" ON memberships.group_notice (organisation_id, id);

  CREATE TABLE memberships.group_request (
    id uuid CONSTRAINT "a request in a group has one id" PRIMARY KEY,
    revision integer NOT NULL,
    organisation_id uuid NOT NULL CONSTRAINT "a request is in a group" REFERENCES organisations.organisation,
    asks text NOT NULL CONSTRAINT "a group adds a member, ends one or ends itself" CHECK (asks IN ('add-member', 'end-member', 'end-group')),
    person_id uuid CONSTRAINT "a request in a group is about a person" REFERENCES identity.person,
    reason text NOT NULL CONSTRAINT "a request in a group says why" CHECK (reason ~ '\\S'),
    asked_by uuid NOT NULL CONSTRAINT "a request in a group is asked by a person" REFERENCES identity.person,
    asked_on date NOT NULL,
    outcome text CONSTRAINT "a request in a group is agreed, refused or withdrawn" CHECK (outcome IN ('agreed', 'refused', 'withdrawn')),
    decided_by uuid CONSTRAINT "a request in a group is decided by a person" REFERENCES identity.person,
    decided_on date,
    CONSTRAINT "only a request about a member names a person" CHECK ((person_id IS NULL) = (asks = 'end-group')),
    CONSTRAINT "a decision in a group names who and when" CHECK (
      (outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_on IS NULL)),
    CONSTRAINT "who asked withdraws, another refuses" CHECK (
      CASE outcome WHEN 'withdrawn' THEN decided_by = asked_by WHEN 'refused' THEN decided_by <> asked_by ELSE true END)
  );
  CREATE UNIQUE INDEX "the same is asked in a group once" ON memberships.group_request (organisation_id, asks, person_id)
    NULLS NOT DISTINCT WHERE outcome IS NULL;

  CALL ledger.record_changes_of('memberships.group_contact', 'group-contact');
  CALL ledger.record_changes_of('memberships.group_notice', 'group-notice');
  CALL ledger.record_changes_of('memberships.group_request', 'group-request');
  ALTER TABLE memberships.group_contact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  ALTER TABLE memberships.group_notice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  ALTER TABLE memberships.group_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
`;

const OWN = `organisation_id = ANY ((SELECT access.organisations_as('USER_GROUP_MEMBER'))::uuid[])`;
const ME = '(SELECT access.person())';

const RIGHTS = `
  GRANT USAGE ON SCHEMA memberships TO candour_public, candour_receipt;

  GRANT SELECT, INSERT, UPDATE (revision, ended_on) ON memberships.group_contact TO candour_member;
  GRANT SELECT, INSERT ON memberships.group_contact TO candour_operator;
  CREATE POLICY "a group and administrators see whom to tell" ON memberships.group_contact FOR SELECT TO candour_member
    USING ((SELECT access.holds('ADMIN')) OR ${OWN});
  CREATE POLICY "a group and administrators record whom to tell" ON memberships.group_contact FOR INSERT TO candour_member
    WITH CHECK (recorded_by = ${ME} AND ended_on IS NULL AND ((SELECT access.holds('ADMIN')) OR ${OWN}));
  CREATE POLICY "a group ends its contacts" ON memberships.group_contact FOR UPDATE TO candour_member
    USING (${OWN}) WITH CHECK (ended_on IS NOT NULL);
  CREATE POLICY "the operator records whom to tell" ON memberships.group_contact FOR ALL TO candour_operator
    USING (true) WITH CHECK (recorded_by IS NULL AND ended_on IS NULL);

  -- Whom a notice is about is read by nobody: it is there so that PostgreSQL sees that the group was told of the very person.
  GRANT SELECT (id, revision, organisation_id, about, noticed_on) ON memberships.group_notice
    TO candour_public, candour_receipt, candour_member;
  GRANT SELECT ON memberships.group_notice TO candour_operator;
  GRANT INSERT ON memberships.group_notice TO candour_member, candour_operator;
  CREATE POLICY "everyone reads what a group was told" ON memberships.group_notice FOR SELECT USING (true);
  CREATE POLICY "administrators and members tell a group" ON memberships.group_notice FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('ADMIN')) OR ${OWN});
  CREATE POLICY "the operator tells a group" ON memberships.group_notice FOR INSERT TO candour_operator WITH CHECK (true);

  GRANT SELECT, INSERT, UPDATE (revision, outcome, decided_by, decided_on) ON memberships.group_request TO candour_member;
  GRANT SELECT ON memberships.group_request TO candour_operator;
  CREATE POLICY "a group sees its own requests" ON memberships.group_request FOR SELECT TO candour_member USING (${OWN});
  CREATE POLICY "a member asks in their own name" ON memberships.group_request FOR INSERT TO candour_member
    WITH CHECK (${OWN} AND asked_by = ${ME} AND outcome IS NULL);
  CREATE POLICY "a member decides in their own name" ON memberships.group_request FOR UPDATE TO candour_member
    USING (${OWN}) WITH CHECK (decided_by = ${ME});
  CREATE POLICY "the operator verifies requests" ON memberships.group_request FOR SELECT TO candour_operator USING (true);

  ALTER POLICY "people see what they hold, lead reviewers who reviews" ON identity.membership
    USING (person_id = ${ME} OR (SELECT access.holds('ADMIN', 'AUDITOR'))
      OR (role IN ('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER') AND (SELECT access.holds('LEAD_REVIEWER')))
      OR (role = 'USER_GROUP_MEMBER' AND ${OWN}));
  CREATE POLICY "a group takes in its members" ON identity.membership FOR INSERT TO candour_member
    WITH CHECK (role = 'USER_GROUP_MEMBER' AND ${OWN});
  CREATE POLICY "a group ends its members" ON identity.membership FOR UPDATE TO candour_member
    USING (role = 'USER_GROUP_MEMBER' AND ${OWN}) WITH CHECK (ended_on IS NOT NULL);
  ALTER POLICY "administrators end roles" ON identity.membership
    USING ((SELECT access.holds('ADMIN')) AND role <> 'USER_GROUP_MEMBER');
`;

const LETTERS = `
  ALTER TABLE work.mail ALTER COLUMN person_id DROP NOT NULL,
    ADD COLUMN contact_id uuid CONSTRAINT "a mail is to a contact" REFERENCES memberships.group_contact,
    ADD CONSTRAINT "a mail is to one person or one contact" CHECK (num_nonnulls(person_id, contact_id) = 1);

  -- Writes to every contact that a group named and to its members, but for who acts and whom it is about; only beside the
  -- notice of the same transaction.
  CREATE FUNCTION memberships.write_to_group(notice uuid, subject text, body text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      told record;
      written record;
    BEGIN
      SELECT n.organisation_id, n.person_id INTO told FROM memberships.group_notice n WHERE n.id = notice
        AND n.xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text;
      IF NOT FOUND THEN RETURN; END IF;
      FOR written IN
        SELECT gen_random_uuid() AS id, NULL::uuid AS person, c.id AS contact FROM memberships.group_contact c
          WHERE c.organisation_id = told.organisation_id AND c.ended_on IS NULL
        UNION ALL SELECT gen_random_uuid(), p.id, NULL FROM identity.membership m JOIN identity.person p ON p.id = m.person_id
          WHERE m.organisation_id = told.organisation_id AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL
            AND p.suspended_on IS NULL AND p.id IS DISTINCT FROM access.person() AND p.id IS DISTINCT FROM told.person_id
      LOOP
        INSERT INTO work.mail (id, person_id, contact_id, subject, body)
          VALUES (written.id, written.person, written.contact, subject, body);
        PERFORM graphile_worker.add_job('send-mail', json_build_object('mailId', written.id), max_attempts := 8);
      END LOOP;
    END $$;
  REVOKE EXECUTE ON FUNCTION memberships.write_to_group FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION memberships.write_to_group TO candour_member, candour_operator;
`;

const SIGHT = `
  -- Whose address this is, for a member who proposes them.
  CREATE FUNCTION memberships.person_at(typed text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on
    AS $$ SELECT p.id FROM identity.person p
      WHERE p.email = typed AND p.suspended_on IS NULL AND access.holds('USER_GROUP_MEMBER') $$;

  -- The names of those who speak for one's own groups, and of those whom requests in them name.
  CREATE FUNCTION memberships.known_to_groups() RETURNS TABLE (person_id uuid, name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
      SELECT p.id, p.name FROM identity.person p WHERE p.id IN (
        SELECT m.person_id FROM identity.membership m
          WHERE m.role = 'USER_GROUP_MEMBER' AND m.organisation_id = ANY (access.organisations_as('USER_GROUP_MEMBER'))
        UNION SELECT named.id FROM memberships.group_request r, unnest(ARRAY[r.person_id, r.asked_by]) AS named (id)
          WHERE r.organisation_id = ANY (access.organisations_as('USER_GROUP_MEMBER'))) $$;

  -- What everybody may know of a group's voice: whether somebody speaks for it, whom to tell is known, or it has ended.
  CREATE FUNCTION memberships.voice(of_group uuid) RETURNS TABLE (speaks boolean, contact_since date, ended_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
      SELECT EXISTS (SELECT FROM identity.membership m
          WHERE m.organisation_id = of_group AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL),
        (SELECT min(c.recorded_on) FROM memberships.group_contact c WHERE c.organisation_id = of_group AND c.ended_on IS NULL),
        (SELECT r.decided_on FROM memberships.group_request r
          WHERE r.organisation_id = of_group AND r.asks = 'end-group' AND r.outcome = 'agreed') $$;

  REVOKE EXECUTE ON FUNCTION memberships.person_at, memberships.known_to_groups, memberships.voice FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION memberships.person_at, memberships.known_to_groups TO candour_member;
  GRANT EXECUTE ON FUNCTION memberships.voice TO candour_public, candour_receipt, candour_member, candour_operator;
`;

const FOR_DEFINER = `
  GRANT USAGE ON SCHEMA memberships, organisations TO candour_definer;
  ${[
    'memberships.group_contact',
    'memberships.group_notice',
    'memberships.group_request',
    'identity.person',
    'organisations.organisation',
  ]
    .map(
      (table) => `GRANT SELECT ON ${table} TO candour_definer;
  CREATE POLICY "functions of the database read it" ON ${table} FOR SELECT TO candour_definer USING (true);`,
    )
    .join('\n  ')}
`;
