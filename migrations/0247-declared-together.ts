import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever declares for many reviews at once is settled once. What is declared bears on the person's other reviews only
 * where it says yes, or follows a declaration that may have; the review itself is settled as before.
 */
export class DeclaredTogether1764000000247 implements MigrationInterface {
  name = 'DeclaredTogether1764000000247';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL check_function_bodies = off;
      CREATE FUNCTION reviews.settle_who_declared() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
        BEGIN
          PERFORM access.settle_person(p.person_id) FROM (SELECT DISTINCT d.person_id FROM declared d
            WHERE d.standing <> 'none' OR d.seq > 1 ORDER BY 1) AS p;
          RETURN NULL;
        END $$;
      DROP TRIGGER "standing is settled" ON reviews.interest_declaration;
      CREATE TRIGGER "standing is settled" AFTER UPDATE OR DELETE ON reviews.interest_declaration
        FOR EACH ROW EXECUTE FUNCTION reviews.settle_changed_person();
      CREATE TRIGGER "who declared is settled" AFTER INSERT ON reviews.interest_declaration
        REFERENCING NEW TABLE AS declared FOR EACH STATEMENT EXECUTE FUNCTION reviews.settle_who_declared();
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "who declared is settled" ON reviews.interest_declaration;
      DROP TRIGGER "standing is settled" ON reviews.interest_declaration;
      DROP FUNCTION reviews.settle_who_declared;
      CREATE TRIGGER "standing is settled" AFTER INSERT OR UPDATE OR DELETE ON reviews.interest_declaration
        FOR EACH ROW EXECUTE FUNCTION reviews.settle_changed_person();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";
