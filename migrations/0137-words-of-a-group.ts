import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a group says is said by somebody who may speak for it: kept at every word, not only when the role was given. */
export class WordsOfAGroup1764000000137 implements MigrationInterface {
  name = 'WordsOfAGroup1764000000137';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "only who speaks for a group attests" ON co_production.attestation;
      DROP TRIGGER "only who speaks for a group replies for it" ON reviews.reply;
      DROP TRIGGER "only who speaks for a group states for it" ON reviews.statement;
      DROP FUNCTION memberships.attests_for_group, memberships.replies_for_group, memberships.states_for_group,
        memberships.refuse_speaker;
    `);
  }
}

const WORDS = `
  -- Whoever acts says it for the group, and is nobody who answers for what is reviewed; kept at every word, not only at the grant.
  CREATE FUNCTION memberships.refuse_speaker(for_group uuid, of_review uuid, of_deployment uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE why text;
    BEGIN
      IF access.person() IS NULL THEN RETURN; END IF;
      why := memberships.why_no_member(access.person(), for_group, current_date);
      IF why IS NULL AND EXISTS (SELECT FROM reviews.review r
          WHERE (r.id = of_review OR r.deployment_id = of_deployment) AND memberships.answered_in(access.person(), r.id)) THEN
        why := 'this person signed or submitted an answer in this review'; END IF;
      IF why IS NOT NULL THEN CALL memberships.refuse(why); END IF;
    END $$;

  CREATE FUNCTION memberships.states_for_group() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM memberships.refuse_speaker(NEW.organisation_id, NEW.review_id, NULL);
      RETURN NEW;
    END $$;
  CREATE TRIGGER "only who speaks for a group states for it" BEFORE INSERT ON reviews.statement
    FOR EACH ROW EXECUTE FUNCTION memberships.states_for_group();

  CREATE FUNCTION memberships.replies_for_group() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF EXISTS (SELECT FROM reviews.review r WHERE r.id = NEW.review_id AND r.organisation_id <> NEW.organisation_id) THEN
        PERFORM memberships.refuse_speaker(NEW.organisation_id, NEW.review_id, NULL); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "only who speaks for a group replies for it" BEFORE INSERT ON reviews.reply
    FOR EACH ROW EXECUTE FUNCTION memberships.replies_for_group();

  CREATE FUNCTION memberships.attests_for_group() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM memberships.refuse_speaker(NEW.group_id, NULL, NEW.deployment_id);
      RETURN NEW;
    END $$;
  CREATE TRIGGER "only who speaks for a group attests" BEFORE INSERT OR UPDATE ON co_production.attestation
    FOR EACH ROW WHEN (NEW.statement IS NOT NULL) EXECUTE FUNCTION memberships.attests_for_group();

  REVOKE EXECUTE ON FUNCTION memberships.refuse_speaker FROM PUBLIC;
`;
