import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may speak for a user-led group, kept at every grant and at every word: nobody who holds or lately held a post in a trust,
 * police force or commissioner, no administrator, and nobody who answered in a review in which the group speaks.
 */
export class WhoSpeaksForAGroup1764000000136 implements MigrationInterface {
  name = 'WhoSpeaksForAGroup1764000000136';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOR_DEFINER);
    await runner.query(FACTS);
    await runner.query(ROLES_GIVEN_AND_ENDED);
    await runner.query(REQUESTS);
    await runner.query(SUSPENDED);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a group is told when its member is suspended" ON identity.person;
      DROP TRIGGER "a group that ended has no members left" ON memberships.group_request;
      DROP TRIGGER "requests in a group are decided by the group" ON memberships.group_request;
      DROP TRIGGER "what is asked for can be given" ON memberships.account_request;
      DROP TRIGGER "contacts are of user-led groups" ON memberships.group_contact;
      DROP TRIGGER "a group's voice is its own" ON identity.membership;
      DROP FUNCTION memberships.suspension_is_told, memberships.ended_group_is_empty, memberships.group_decides, memberships.asked_for_can_be_given,
        memberships.contact_is_of_group, memberships.voice_is_its_own, memberships.told,
        memberships.agreed, memberships.number_of_members, memberships.why_not_held, memberships.why_no_member,
        memberships.answered_against, memberships.answered_in;
      DROP PROCEDURE memberships.refuse;
      DROP POLICY "functions of the database read it" ON co_production.attestation;
      DROP POLICY "functions of the database read it" ON reviews.nil_return;
      REVOKE SELECT ON co_production.attestation, reviews.nil_return FROM candour_definer;
      REVOKE USAGE ON SCHEMA co_production FROM candour_definer;
    `);
  }
}

const FOR_DEFINER = `
  GRANT USAGE ON SCHEMA co_production TO candour_definer;
  GRANT SELECT ON co_production.attestation, reviews.nil_return TO candour_definer;
  CREATE POLICY "functions of the database read it" ON co_production.attestation FOR SELECT TO candour_definer USING (true);
  CREATE POLICY "functions of the database read it" ON reviews.nil_return FOR SELECT TO candour_definer USING (true);
`;

const POSTS =
  "('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER', 'POLICE_PARTNER')";
const NOW = 'xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text';

const FACTS = `
  CREATE PROCEDURE memberships.refuse(sentence text) LANGUAGE plpgsql SET search_path = ''
    AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = sentence, ERRCODE = 'check_violation', CONSTRAINT = sentence; END $$;

  -- True when the person signed or submitted what this review is about.
  CREATE FUNCTION memberships.answered_in(who uuid, of_review uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
      SELECT EXISTS (SELECT FROM reviews.submission s WHERE s.review_id = of_review AND s.submitted_by = who)
        OR EXISTS (SELECT FROM reviews.attestation a WHERE a.review_id = of_review AND a.signed_by = who)
        OR EXISTS (SELECT FROM reviews.nil_return n JOIN reviews.review r
          ON r.round_id = n.round_id AND r.organisation_id = n.organisation_id WHERE r.id = of_review AND n.signed_by = who) $$;

  -- True when the person answered in any review in which the group has spoken.
  CREATE FUNCTION memberships.answered_against(who uuid, of_group uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
      SELECT EXISTS (SELECT FROM reviews.review r WHERE memberships.answered_in(who, r.id) AND (
        EXISTS (SELECT FROM reviews.statement s WHERE s.review_id = r.id AND s.organisation_id = of_group)
        OR EXISTS (SELECT FROM co_production.attestation t
          WHERE t.deployment_id = r.deployment_id AND t.group_id = of_group AND t.statement IS NOT NULL))) $$;

  -- Why somebody cannot speak for this group; null when nothing stands against it. The past is that of the question about
  -- employment in a declaration of interests: five years, counted from the earlier of the day given and today.
  CREATE FUNCTION memberships.why_no_member(who uuid, of_group uuid, on_day date) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
      SELECT CASE
        WHEN NOT EXISTS (SELECT FROM organisations.organisation o WHERE o.id = of_group AND o.type = 'USER_LED_GROUP')
          THEN 'only a user-led group has members here, and this organisation is none'
        WHEN EXISTS (SELECT FROM identity.membership m WHERE m.person_id = who AND m.role IN ${POSTS} AND m.ended_on IS NULL)
          THEN 'this person holds a post in a trust, police force or commissioner, and nobody who does speaks for a user-led group'
        WHEN EXISTS (SELECT FROM identity.membership m WHERE m.person_id = who AND m.role IN ${POSTS}
            AND m.ended_on > least(on_day, current_date) - interval '5 years')
          THEN 'this person held a post in a trust, police force or commissioner in the last 5 years, and nobody who did speaks for a user-led group'
        WHEN EXISTS (SELECT FROM identity.membership m WHERE m.person_id = who AND m.role = 'ADMIN' AND m.ended_on IS NULL)
          THEN 'this person is an administrator, and no administrator speaks for a user-led group'
        WHEN memberships.answered_against(who, of_group)
          THEN 'this person signed or submitted an answer in a review in which the group speaks'
      END $$;

  -- Why a role cannot be held by somebody: a group's voice and the posts it speaks about are never one person's.
  CREATE FUNCTION memberships.why_not_held(who uuid, which_role text, of_organisation uuid, on_day date) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
      SELECT CASE
        WHEN which_role = 'USER_GROUP_MEMBER' THEN memberships.why_no_member(who, of_organisation, on_day)
        WHEN (which_role IN ${POSTS} OR which_role = 'ADMIN') AND EXISTS (SELECT FROM identity.membership m
            WHERE m.person_id = who AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL)
          THEN 'this person speaks for a user-led group, and nobody who does is an administrator or holds a post in a trust, police force or commissioner: they leave their group first'
      END $$;

  CREATE FUNCTION memberships.number_of_members(of_group uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
      SELECT count(*) FROM identity.membership m
        WHERE m.organisation_id = of_group AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL $$;

  -- True when the group agreed to this in this very transaction, decided by whoever acts.
  CREATE FUNCTION memberships.agreed(of_group uuid, what text, whom uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
      SELECT EXISTS (SELECT FROM memberships.group_request r
        WHERE r.organisation_id = of_group AND r.asks = what AND r.person_id IS NOT DISTINCT FROM whom AND r.outcome = 'agreed'
          AND r.decided_by = access.person() AND r.${NOW}) $$;

  -- True when the group is told of this in this very transaction.
  CREATE FUNCTION memberships.told(of_group uuid, of_what text, whom uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
      SELECT EXISTS (SELECT FROM memberships.group_notice n
        WHERE n.organisation_id = of_group AND n.about = of_what AND n.person_id IS NOT DISTINCT FROM whom AND n.${NOW}) $$;

  REVOKE EXECUTE ON FUNCTION memberships.answered_in, memberships.answered_against, memberships.why_no_member,
    memberships.why_not_held, memberships.number_of_members, memberships.agreed, memberships.told FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION memberships.why_not_held, memberships.number_of_members TO candour_member, candour_operator;
`;

const ROLES_GIVEN_AND_ENDED = `
  CREATE FUNCTION memberships.voice_is_its_own() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE why text;
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        IF OLD.ended_on IS NOT NULL AND NEW.ended_on IS DISTINCT FROM OLD.ended_on THEN
          CALL memberships.refuse('a role that has ended stays ended'); END IF;
        IF OLD.role = 'USER_GROUP_MEMBER' AND OLD.ended_on IS NULL AND NEW.ended_on IS NOT NULL
            AND OLD.person_id IS DISTINCT FROM access.person()
            AND NOT memberships.agreed(OLD.organisation_id, 'end-member', OLD.person_id)
            AND NOT memberships.agreed(OLD.organisation_id, 'end-group', NULL)
            AND NOT (access.person() IS NULL AND memberships.told(OLD.organisation_id, 'ended-by-operator', OLD.person_id)) THEN
          CALL memberships.refuse('only a group itself ends who speaks for it'); END IF;
        RETURN NEW;
      END IF;
      -- Two grants to one person at the same moment take turns, and so do two in one group.
      PERFORM pg_advisory_xact_lock(hashtextextended('roles of ' || NEW.person_id::text, 0));
      why := memberships.why_not_held(NEW.person_id, NEW.role, NEW.organisation_id, NEW.granted_on);
      IF why IS NOT NULL THEN CALL memberships.refuse(why); END IF;
      IF NEW.role <> 'USER_GROUP_MEMBER' THEN RETURN NEW; END IF;
      PERFORM pg_advisory_xact_lock(hashtextextended('people of ' || NEW.organisation_id::text, 0));
      IF (SELECT v.ended_on IS NOT NULL FROM memberships.voice(NEW.organisation_id) v) THEN
        CALL memberships.refuse('this group has ended its voice here for good'); END IF;
      -- Invented people are the demo world's; production lets none of them in.
      IF access.person() IS NULL AND EXISTS (SELECT FROM identity.person p WHERE p.id = NEW.person_id AND p.fictional) THEN
        RETURN NEW; END IF;
      IF memberships.number_of_members(NEW.organisation_id) > 0 THEN
        IF NOT memberships.agreed(NEW.organisation_id, 'add-member', NEW.person_id) THEN
          CALL memberships.refuse('this group has members, and only they say who else speaks for it'); END IF;
      ELSIF NOT EXISTS (SELECT FROM memberships.group_contact c WHERE c.organisation_id = NEW.organisation_id AND c.ended_on IS NULL
          AND (access.person() IS NULL OR c.recorded_by IS DISTINCT FROM access.person())) THEN
        CALL memberships.refuse('nobody else has recorded whom at the group to tell of its first member');
      ELSIF NOT memberships.told(NEW.organisation_id, 'first-member', NEW.person_id) THEN
        CALL memberships.refuse('the group is not told of its first member');
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a group's voice is its own" BEFORE INSERT OR UPDATE ON identity.membership
    FOR EACH ROW EXECUTE FUNCTION memberships.voice_is_its_own();
`;

const REQUESTS = `
  CREATE FUNCTION memberships.contact_is_of_group() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM organisations.organisation o WHERE o.id = NEW.organisation_id AND o.type = 'USER_LED_GROUP') THEN
        CALL memberships.refuse('only a user-led group has members here, and this organisation is none'); END IF;
      IF NOT memberships.told(NEW.organisation_id, 'contact-added', NULL) THEN
        CALL memberships.refuse('those whom the group named before are not told'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "contacts are of user-led groups" BEFORE INSERT ON memberships.group_contact
    FOR EACH ROW EXECUTE FUNCTION memberships.contact_is_of_group();

  CREATE FUNCTION memberships.asked_for_can_be_given() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE why text;
    BEGIN
      why := memberships.why_not_held(NEW.person_id, NEW.role, NEW.organisation_id, NEW.asked_on);
      IF why IS NOT NULL THEN CALL memberships.refuse(why); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "what is asked for can be given" BEFORE INSERT ON memberships.account_request
    FOR EACH ROW WHEN (NEW.asks = 'grant-role') EXECUTE FUNCTION memberships.asked_for_can_be_given();

  CREATE FUNCTION memberships.group_decides() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      why text;
      is_member boolean;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('people of ' || NEW.organisation_id::text, 0));
      IF TG_OP = 'UPDATE' THEN
        IF OLD.outcome IS NOT NULL THEN CALL memberships.refuse('a request in a group is decided once'); END IF;
        IF NEW.outcome <> 'agreed' THEN RETURN NEW; END IF;
        IF NOT EXISTS (SELECT FROM identity.membership m WHERE m.organisation_id = NEW.organisation_id
            AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL AND m.person_id = NEW.decided_by) THEN
          CALL memberships.refuse('only a member of the group agrees'); END IF;
        IF NEW.decided_by = NEW.asked_by AND memberships.number_of_members(NEW.organisation_id) > 1 THEN
          CALL memberships.refuse('another member of the group agrees'); END IF;
        RETURN NEW;
      END IF;
      IF NEW.asks = 'end-group' THEN RETURN NEW; END IF;
      is_member := EXISTS (SELECT FROM identity.membership m WHERE m.organisation_id = NEW.organisation_id
        AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL AND m.person_id = NEW.person_id);
      IF NEW.asks = 'end-member' AND NOT is_member THEN
        CALL memberships.refuse('this person does not speak for the group'); END IF;
      IF NEW.asks = 'end-member' THEN RETURN NEW; END IF;
      IF is_member THEN CALL memberships.refuse('this person speaks for the group already'); END IF;
      why := memberships.why_no_member(NEW.person_id, NEW.organisation_id, NEW.asked_on);
      IF why IS NOT NULL THEN CALL memberships.refuse(why); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "requests in a group are decided by the group" BEFORE INSERT OR UPDATE ON memberships.group_request
    FOR EACH ROW EXECUTE FUNCTION memberships.group_decides();

  CREATE FUNCTION memberships.ended_group_is_empty() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF memberships.number_of_members(NEW.organisation_id) > 0 THEN
        CALL memberships.refuse('a group that ended has no members left'); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "a group that ended has no members left" AFTER UPDATE ON memberships.group_request
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.asks = 'end-group' AND NEW.outcome = 'agreed')
    EXECUTE FUNCTION memberships.ended_group_is_empty();
`;

const SUSPENDED = `
  CREATE FUNCTION memberships.suspension_is_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF EXISTS (SELECT FROM identity.membership m WHERE m.person_id = NEW.id AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL
          AND NOT memberships.told(m.organisation_id, CASE WHEN NEW.suspended_on IS NULL THEN 'readmitted' ELSE 'suspended' END, NEW.id)) THEN
        CALL memberships.refuse('a group is told when the account of somebody who speaks for it is suspended or opened again'); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "a group is told when its member is suspended" AFTER UPDATE ON identity.person
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.suspended_on IS DISTINCT FROM NEW.suspended_on)
    EXECUTE FUNCTION memberships.suspension_is_told();
`;
