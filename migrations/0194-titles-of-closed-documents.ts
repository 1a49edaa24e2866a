import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The title of a document can say who a patient is as well as its content can. Whoever closes a document takes its title
 * away in the same act, in its row; otherwise a title is never changed.
 */
export class TitlesOfClosedDocuments1764000000194 implements MigrationInterface {
  name = 'TitlesOfClosedDocuments1764000000194';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT UPDATE (title) ON evidence.item TO candour_member;
      CREATE FUNCTION evidence.titles_go_with_closing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.title <> (CASE WHEN OLD.closed_on IS NULL AND NEW.closed_on IS NOT NULL
          THEN 'Closed document ' || left(NEW.sha256, 12) ELSE OLD.title END) THEN
          RAISE EXCEPTION 'A document keeps its title until it is closed, and then it has none.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a title goes when its document is closed';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER "a title goes when its document is closed" AFTER UPDATE ON evidence.item
        FOR EACH ROW EXECUTE FUNCTION evidence.titles_go_with_closing();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a title goes when its document is closed" ON evidence.item;
      DROP FUNCTION evidence.titles_go_with_closing;
      REVOKE UPDATE (title) ON evidence.item FROM candour_member;
    `);
  }
}
