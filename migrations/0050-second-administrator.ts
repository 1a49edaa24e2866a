import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What one administrator asks and another must countersign, and the wall behind it: a member's transaction can give
 * somebody a privileged role, or touch how somebody else signs in, only if it holds the countersignature itself.
 */
export class SecondAdministrator1764000000050 implements MigrationInterface {
  name = 'SecondAdministrator1764000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA memberships;
      GRANT USAGE ON SCHEMA memberships TO candour_member, candour_operator;

      CREATE TABLE memberships.account_request (
        id uuid CONSTRAINT "a request has one id" PRIMARY KEY,
        revision integer NOT NULL,
        person_id uuid NOT NULL CONSTRAINT "a request is about a person" REFERENCES identity.person,
        asks text NOT NULL CONSTRAINT "a request asks for one of three things"
          CHECK (asks IN ('grant-role', 'remove-generator', 'new-joining-code')),
        role text,
        organisation_id uuid,
        reason text NOT NULL CONSTRAINT "a request says why" CHECK (reason <> ''),
        asked_by uuid NOT NULL CONSTRAINT "a request is asked by a person" REFERENCES identity.person,
        asked_on date NOT NULL,
        outcome text CONSTRAINT "a request is countersigned, refused or withdrawn"
          CHECK (outcome IN ('countersigned', 'refused', 'withdrawn')),
        decided_by uuid CONSTRAINT "a request is decided by a person" REFERENCES identity.person,
        decided_on date,
        CONSTRAINT "only a request for a role names one" CHECK ((role IS NOT NULL) = (asks = 'grant-role')),
        CONSTRAINT "nobody asks about their own account" CHECK (asked_by <> person_id),
        CONSTRAINT "another administrator countersigns" CHECK (outcome <> 'countersigned' OR decided_by <> asked_by),
        CONSTRAINT "nobody decides about their own account" CHECK (decided_by <> person_id)
      );
      CREATE UNIQUE INDEX "a request is open once" ON memberships.account_request (person_id, asks, role, organisation_id)
        NULLS NOT DISTINCT WHERE outcome IS NULL;
      CALL ledger.record_changes_of('memberships.account_request', 'account-request');
      ALTER TABLE memberships.account_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE (revision, outcome, decided_by, decided_on) ON memberships.account_request TO candour_member;
      GRANT SELECT ON memberships.account_request TO candour_operator;
      CREATE POLICY "administrators and whom it is about see a request" ON memberships.account_request
        FOR SELECT TO candour_member
        USING (person_id = (SELECT access.person()) OR (SELECT access.holds('ADMIN')));
      CREATE POLICY "administrators ask in their own name" ON memberships.account_request FOR INSERT TO candour_member
        WITH CHECK (asked_by = (SELECT access.person()) AND outcome IS NULL AND (SELECT access.holds('ADMIN')));
      CREATE POLICY "administrators decide in their own name" ON memberships.account_request FOR UPDATE TO candour_member
        USING ((SELECT access.holds('ADMIN'))) WITH CHECK (decided_by = (SELECT access.person()));
      CREATE POLICY "the operator verifies requests" ON memberships.account_request TO candour_operator USING (true);

      -- True when this very transaction holds another administrator's countersignature for it.
      CREATE FUNCTION memberships.countersigned(whose uuid, what text, which_role text, of_organisation uuid) RETURNS boolean
        LANGUAGE sql STABLE SET search_path = ''
        AS $$ SELECT EXISTS (SELECT FROM memberships.account_request r
          WHERE r.person_id = whose AND r.asks = what AND r.outcome = 'countersigned'
            AND r.decided_by = access.person() AND r.decided_by <> r.asked_by
            AND r.role IS NOT DISTINCT FROM which_role AND r.organisation_id IS NOT DISTINCT FROM of_organisation
            AND r.xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text) $$;

      -- A function because a policy may not look into its own table.
      CREATE FUNCTION memberships.has_joined(whose uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = ''
        AS $$ SELECT EXISTS (SELECT FROM identity.credential c WHERE c.person_id = whose AND c.method = 'passphrase') $$;

      CREATE POLICY "administrators add people, never invented ones" ON identity.person FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')) AND NOT fictional);
      CREATE POLICY "administrators suspend and readmit others" ON identity.person FOR UPDATE TO candour_member
        USING ((SELECT access.holds('ADMIN')) AND id <> (SELECT access.person()));
      CREATE POLICY "administrators grant to others, privileged roles as second" ON identity.membership
        FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')) AND person_id <> (SELECT access.person())
          AND (role IN ('TRUST_SUBMITTER', 'USER_GROUP_MEMBER')
            OR memberships.countersigned(person_id, 'grant-role', role, organisation_id)));
      CREATE POLICY "administrators end roles" ON identity.membership FOR UPDATE TO candour_member
        USING ((SELECT access.holds('ADMIN'))) WITH CHECK (ended_on IS NOT NULL);
      CREATE POLICY "administrators invite, once joined only as second" ON identity.credential FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')) AND method = 'joining-code' AND person_id <> (SELECT access.person())
          AND (memberships.countersigned(person_id, 'new-joining-code', NULL, NULL)
            OR NOT memberships.has_joined(person_id)));
      CREATE POLICY "administrators end invitations, generators as second" ON identity.credential FOR UPDATE TO candour_member
        USING ((SELECT access.holds('ADMIN')) AND person_id <> (SELECT access.person()))
        WITH CHECK (ended_on IS NOT NULL AND (method = 'joining-code' OR (method IN ('totp', 'recovery-code')
          AND memberships.countersigned(person_id, 'remove-generator', NULL, NULL))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY "administrators end invitations, generators as second" ON identity.credential;
      DROP POLICY "administrators invite, once joined only as second" ON identity.credential;
      DROP POLICY "administrators end roles" ON identity.membership;
      DROP POLICY "administrators grant to others, privileged roles as second" ON identity.membership;
      DROP POLICY "administrators suspend and readmit others" ON identity.person;
      DROP POLICY "administrators add people, never invented ones" ON identity.person;
      DROP SCHEMA memberships CASCADE;
    `);
  }
}
