import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A role is asked for, given and ended in the open: what would end somebody's independence is refused when it is asked for, a
 * role ends on the day on which it is ended, a group is told of whatever is done to its members, and a change of what sort of
 * body an organisation is settles who takes part.
 */
export class RolesInTheOpen1764000000160 implements MigrationInterface {
  name = 'RolesInTheOpen1764000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ASKED);
    await runner.query(ENDED);
    await runner.query(TOLD);
    await runner.query(SETTLED);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "standing is settled" ON organisations.organisation;
      DROP TRIGGER "a group is told of a way into an account" ON identity.credential;
      DROP TRIGGER "a member who comes or goes is told to the group" ON identity.membership;
      DROP TRIGGER "a role is given before it ends" ON identity.membership;
      DROP TRIGGER "a role ends when it is ended" ON identity.membership;
      DROP FUNCTION memberships.ways_in_are_told, memberships.members_are_told, memberships.roles_end_when_ended;
      ${whyNotHeld('NULL')}
      DROP FUNCTION memberships.why_not_independent(uuid, text, uuid);
      CALL access.hand_to_definer();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";
const POSTS =
  "('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER', 'POLICE_PARTNER')";

function whyNotHeld(andThen: string): string {
  return `
  CREATE OR REPLACE FUNCTION memberships.why_not_held(who uuid, which_role text, of_organisation uuid, on_day date) RETURNS text
    LANGUAGE sql STABLE ${DEFINER} AS $$
      SELECT coalesce(CASE
        WHEN which_role = 'USER_GROUP_MEMBER' THEN memberships.why_no_member(who, of_organisation, on_day)
        WHEN (which_role IN ${POSTS} OR which_role = 'ADMIN') AND EXISTS (SELECT FROM identity.membership m
            WHERE m.person_id = who AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL)
          THEN 'this person speaks for a user-led group, and nobody who does is an administrator or holds a post in a trust, police force or commissioner: they leave their group first'
      END, ${andThen}) $$;`;
}

const ASKED = `
  -- Why this role would end somebody's independence in a review in which they take part; null where it would not, and for
  -- whoever may not give it.
  CREATE FUNCTION memberships.why_not_independent(who uuid, which_role text, of_organisation uuid) RETURNS text
    LANGUAGE sql STABLE ${DEFINER} AS $$
      SELECT 'it would end the person’s independence in a review in which they take part: ' || reviews.words_of_fault(f.code)
          || '. Their part in that review must end first'
        FROM reviews.assignment a JOIN reviews.review r ON r.id = a.review_id, LATERAL (SELECT CASE
          WHEN which_role = 'AUDITOR' THEN 'AUDITS'
          WHEN of_organisation IN (SELECT * FROM reviews.kin_of(r.organisation_id)) THEN 'ACTS_FOR_TRUST'
          WHEN EXISTS (SELECT FROM reviews.statement s WHERE s.review_id = r.id AND s.organisation_id = of_organisation)
            OR EXISTS (SELECT FROM co_production.attestation t WHERE t.deployment_id = r.deployment_id
              AND t.group_id = of_organisation AND t.statement IS NOT NULL AND t.statement <> 'decline') THEN 'SPEAKS_FOR_GROUP'
          WHEN EXISTS (SELECT FROM deployments.deployment_agency g, reviews.kin_of(g.organisation_id) AS k
            WHERE g.deployment_id = r.deployment_id AND g.organisation_id IS NOT NULL AND k = of_organisation) THEN 'ACTS_FOR_PARTNER'
          WHEN a.outside_nhs_england AND of_organisation IS NOT NULL AND reviews.follows_nhs_england(of_organisation)
            THEN 'NOT_OUTSIDE' END AS code) AS f
        WHERE a.person_id = who AND a.ended_on IS NULL AND f.code IS NOT NULL
          AND (access.person() IS NULL OR access.holds('ADMIN')
            OR of_organisation = ANY (access.organisations_as('USER_GROUP_MEMBER')))
        ORDER BY f.code COLLATE "C" LIMIT 1 $$;
  REVOKE EXECUTE ON FUNCTION memberships.why_not_independent FROM PUBLIC;
  ${whyNotHeld('memberships.why_not_independent(who, which_role, of_organisation)')}
`;

const ENDED = `
  -- The days of roles decide who is independent. Five minutes are for clocks that differ.
  CREATE FUNCTION memberships.roles_end_when_ended() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN CALL memberships.refuse('a role is given before it ends'); END IF;
      IF NEW.ended_on < least(current_date, ((now() - interval '5 minutes') AT TIME ZONE 'Europe/London')::date) THEN
        CALL memberships.refuse('a role ends on the day on which it is ended, and not before'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a role ends when it is ended" BEFORE UPDATE ON identity.membership FOR EACH ROW
    WHEN (OLD.ended_on IS NULL AND NEW.ended_on IS NOT NULL) EXECUTE FUNCTION memberships.roles_end_when_ended();
  CREATE TRIGGER "a role is given before it ends" BEFORE INSERT ON identity.membership FOR EACH ROW
    WHEN (NEW.ended_on IS NOT NULL) EXECUTE FUNCTION memberships.roles_end_when_ended();
`;

const TOLD = `
  CREATE FUNCTION memberships.members_are_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      of_group uuid := NEW.organisation_id;
      whom uuid := NEW.person_id;
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF memberships.agreed(of_group, 'add-member', whom) AND NOT memberships.told(of_group, 'member-added', whom) THEN
          CALL memberships.refuse('the group is not told who else speaks for it'); END IF;
        RETURN NEW;
      END IF;
      IF OLD.ended_on IS NOT NULL OR NEW.ended_on IS NULL OR access.person() IS NULL THEN RETURN NEW; END IF;
      IF NOT (memberships.agreed(of_group, 'end-member', whom) AND memberships.told(of_group, 'member-ended', whom))
          AND NOT (memberships.agreed(of_group, 'end-group', NULL) AND memberships.told(of_group, 'group-ended', NULL))
          AND NOT (whom = access.person() AND memberships.told(of_group, 'member-left', whom)) THEN
        CALL memberships.refuse('the group is not told who no longer speaks for it'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a member who comes or goes is told to the group" BEFORE INSERT OR UPDATE ON identity.membership FOR EACH ROW
    WHEN (NEW.role = 'USER_GROUP_MEMBER') EXECUTE FUNCTION memberships.members_are_told();

  -- A joining code, or a code generator that somebody else took away, is a way into the voice of a group.
  CREATE FUNCTION memberships.ways_in_are_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF (TG_OP = 'INSERT' AND NEW.method <> 'joining-code')
        OR (TG_OP = 'UPDATE' AND (NEW.method NOT IN ('totp', 'recovery-code') OR OLD.ended_on IS NOT NULL OR NEW.ended_on IS NULL))
        OR NEW.person_id IS NOT DISTINCT FROM access.person() THEN RETURN NULL; END IF;
      IF EXISTS (SELECT FROM identity.membership m
          WHERE m.person_id = NEW.person_id AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL
            AND NOT memberships.told(m.organisation_id, 'account-opened', NEW.person_id)
            AND NOT memberships.told(m.organisation_id, 'first-member', NEW.person_id)) THEN
        CALL memberships.refuse('a group is told of a new way into the account of somebody who speaks for it'); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "a group is told of a way into an account" AFTER INSERT OR UPDATE ON identity.credential
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION memberships.ways_in_are_told();
`;

const SETTLED = `
  -- What sort of body an organisation is decides who comes from outside NHS England.
  CREATE TRIGGER "standing is settled" AFTER UPDATE OF type ON organisations.organisation
    FOR EACH STATEMENT EXECUTE FUNCTION reviews.settle_all_reviews();
`;
