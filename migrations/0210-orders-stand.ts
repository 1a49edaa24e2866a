import type { MigrationInterface, QueryRunner } from 'typeorm';

/** While an order to halt stands, nobody tells its scheme as starting or running again, by a step or by mending what was said. */
export class OrdersStand1764000000210 implements MigrationInterface {
  name = 'OrdersStand1764000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION deployments.orders_to_halt_stand() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
        BEGIN
          IF access.person() IS NOT NULL AND NOT (NEW.registered_by = 'sources' AND access.holds('ADMIN'))
              AND EXISTS (SELECT FROM deployments.halt h WHERE h.deployment_id = NEW.id
                AND NOT EXISTS (SELECT FROM deployments.halt_step s WHERE s.halt_id = h.id AND s.kind = 'lifted')) THEN
            CALL reviews.refuse('an order to halt stands, and only whoever gave it can lift it'); END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER "a scheme ordered to halt does not run again" BEFORE UPDATE OF state_code ON deployments.deployment
        FOR EACH ROW WHEN (NEW.state_code IN ('TRAINING', 'LIVE') AND OLD.state_code IS DISTINCT FROM NEW.state_code)
        EXECUTE FUNCTION deployments.orders_to_halt_stand();
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a scheme ordered to halt does not run again" ON deployments.deployment;
      DROP FUNCTION deployments.orders_to_halt_stand;
    `);
  }
}
