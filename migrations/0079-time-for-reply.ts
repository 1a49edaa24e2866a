import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The time for reply lasts to the end of its last day in London, by the moment at which the log has it and not by the
 * day that the application says: no reply comes later, and nobody settles the findings earlier.
 */
export class TimeForReply1764000000079 implements MigrationInterface {
  name = 'TimeForReply1764000000079';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The day in London on which the log recorded this revision of a record.
      CREATE FUNCTION reviews.recorded_on(of_kind text, of_id uuid, of_revision integer) RETURNS date
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
        AS $$ SELECT (e.recorded_at AT TIME ZONE 'Europe/London')::date FROM ledger.event e
          WHERE e.subject_kind = of_kind AND e.subject_id = of_id AND e.revision = of_revision $$;
      REVOKE EXECUTE ON FUNCTION reviews.recorded_on(text, uuid, integer) FROM PUBLIC;

      CREATE FUNCTION reviews.replies_are_in_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
          IF reviews.recorded_on('reply', NEW.id, NEW.revision)
            > (SELECT r.reply_due_on FROM reviews.review r WHERE r.id = NEW.review_id)
          THEN CALL reviews.refuse('the time for reply has ended'); END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER "replies are in time" AFTER INSERT ON reviews.reply
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.replies_are_in_time();

      CREATE FUNCTION reviews.time_for_reply_is_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
          IF NEW.reply_closed_on IS NOT NULL AND OLD.reply_closed_on IS NULL
            AND reviews.recorded_on('review', NEW.id, NEW.revision) <= NEW.reply_due_on
          THEN CALL reviews.refuse('the time for reply has not ended'); END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER "the time for reply is kept" AFTER UPDATE ON reviews.review
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.time_for_reply_is_kept();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "the time for reply is kept" ON reviews.review;
      DROP TRIGGER "replies are in time" ON reviews.reply;
      DROP FUNCTION reviews.time_for_reply_is_kept, reviews.replies_are_in_time, reviews.recorded_on(text, uuid, integer);
    `);
  }
}
