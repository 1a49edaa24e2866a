import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A document that must be read by nobody any more is closed, with its day and reason, and never opened again; its fingerprint stays. */
export class ClosedDocuments1764000000148 implements MigrationInterface {
  name = 'ClosedDocuments1764000000148';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence.item
        ADD COLUMN closed_on date,
        ADD COLUMN closed_because text,
        ADD CONSTRAINT "a document is closed with a reason" CHECK ((closed_on IS NULL) = (closed_because IS NULL) AND closed_because ~ '\\S');
      GRANT UPDATE (closed_on, closed_because) ON evidence.item TO candour_member;
      CREATE FUNCTION evidence.refuse_reopening() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'INSERT' THEN
          IF EXISTS (SELECT FROM evidence.item e WHERE e.sha256 = NEW.sha256 AND e.organisation_id = NEW.organisation_id
            AND e.closed_on IS NOT NULL AND e.id <> NEW.id) THEN
            RAISE EXCEPTION 'A closed document is not offered anew.'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'a closed document stays closed';
          END IF;
          RETURN NULL;
        END IF;
        IF OLD.closed_on IS NOT NULL AND (OLD.closed_on, OLD.closed_because) IS DISTINCT FROM (NEW.closed_on, NEW.closed_because) THEN
          RAISE EXCEPTION 'A closed document stays closed.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a closed document stays closed';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER "a closed document stays closed" AFTER INSERT OR UPDATE ON evidence.item
        FOR EACH ROW EXECUTE FUNCTION evidence.refuse_reopening();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a closed document stays closed" ON evidence.item;
      DROP FUNCTION evidence.refuse_reopening;
      ALTER TABLE evidence.item DROP COLUMN closed_on, DROP COLUMN closed_because;
    `);
  }
}
