import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nobody makes a user-led group of a trust to speak for it, and no notice to a group is kept without the letters to those whom
 * the group named.
 */
export class AGroupStaysOne1764000000138 implements MigrationInterface {
  name = 'AGroupStaysOne1764000000138';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION memberships.group_stays_one() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
        BEGIN
          CALL memberships.refuse('an organisation is a user-led group from the beginning or never');
          RETURN NEW;
        END $$;
      CREATE TRIGGER "a group stays one" BEFORE UPDATE ON organisations.organisation FOR EACH ROW
        WHEN ((OLD.type = 'USER_LED_GROUP') <> (NEW.type = 'USER_LED_GROUP')) EXECUTE FUNCTION memberships.group_stays_one();

      GRANT SELECT ON work.mail TO candour_definer;
      CREATE FUNCTION memberships.notice_is_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
          IF EXISTS (SELECT FROM memberships.group_contact c
              WHERE c.organisation_id = NEW.organisation_id AND c.ended_on IS NULL AND NOT (c.${NOW})
                AND NOT EXISTS (SELECT FROM work.mail m WHERE m.contact_id = c.id AND m.${NOW})) THEN
            CALL memberships.refuse('whom the group named is not written to'); END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER "a notice to a group is written" AFTER INSERT ON memberships.group_notice
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION memberships.notice_is_written();
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a notice to a group is written" ON memberships.group_notice;
      DROP TRIGGER "a group stays one" ON organisations.organisation;
      DROP FUNCTION memberships.notice_is_written, memberships.group_stays_one;
      REVOKE SELECT ON work.mail FROM candour_definer;
    `);
  }
}

const NOW = 'xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text';
