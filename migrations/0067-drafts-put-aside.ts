import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft that was made by mistake is put aside, with a day and a reason, and stays as it is until it is taken up again. */
export class DraftsPutAside1764000000067 implements MigrationInterface {
  name = 'DraftsPutAside1764000000067';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_sharing.data_flow
        ADD COLUMN put_aside_on date,
        ADD COLUMN put_aside_reason text CONSTRAINT "the reason for putting a draft aside is in a few words"
          CHECK (put_aside_reason ~ '\\S' AND char_length(put_aside_reason) <= 1000),
        ADD CONSTRAINT "a draft is put aside on a day and for a reason"
          CHECK ((put_aside_on IS NULL) = (put_aside_reason IS NULL)),
        ADD CONSTRAINT "only a draft is put aside" CHECK (put_aside_on IS NULL OR NOT submitted);
      CREATE INDEX "drafts that are put aside" ON data_sharing.data_flow (deployment_id, series_id)
        WHERE put_aside_on IS NOT NULL;
      GRANT UPDATE (put_aside_on, put_aside_reason) ON data_sharing.data_flow TO candour_member;

      CREATE FUNCTION data_sharing.keep_flows_put_aside() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
        BEGIN
          IF (NEW.title, NEW.content, NEW.explanations, NEW.submitted)
            IS DISTINCT FROM (OLD.title, OLD.content, OLD.explanations, OLD.submitted)
          THEN CALL data_sharing.refuse('a draft that is put aside is taken up again before it changes'); END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER "drafts that are put aside stay as they are" BEFORE UPDATE ON data_sharing.data_flow
        FOR EACH ROW WHEN (OLD.put_aside_on IS NOT NULL) EXECUTE FUNCTION data_sharing.keep_flows_put_aside();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "drafts that are put aside stay as they are" ON data_sharing.data_flow;
      DROP FUNCTION data_sharing.keep_flows_put_aside;
      ALTER TABLE data_sharing.data_flow DROP COLUMN put_aside_on, DROP COLUMN put_aside_reason;
    `);
  }
}
