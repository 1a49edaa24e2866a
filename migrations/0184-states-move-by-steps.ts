import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a scheme stands changes by a step that is recorded, or by what its trust says where the trust registered it: nobody
 * rewrites by SQL where sources say that it stands.
 */
export class StatesMoveBySteps1764000000184 implements MigrationInterface {
  name = 'StatesMoveBySteps1764000000184';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What stands at the end counts: a trust that mends a state which rested on a step changes the row twice.
      CREATE FUNCTION deployments.refuse_unstepped_state() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE now deployments.deployment;
      BEGIN
        IF pg_has_role(current_user, 'candour_operator', 'MEMBER')
          OR NEW.registered_by = 'sources' AND access.holds('ADMIN') THEN RETURN NULL; END IF;
        SELECT * INTO now FROM deployments.deployment d WHERE d.id = NEW.id;
        IF (now.state_code, now.state_at, now.state_claims, now.state_confidence, now.state_note)
            IS DISTINCT FROM (OLD.state_code, OLD.state_at, OLD.state_claims, OLD.state_confidence, OLD.state_note)
          AND (now.registered_by = 'sources' OR now.state_claims = '{}')
          AND (now.state_claims <> '{}' OR NOT EXISTS (
            SELECT FROM (SELECT t.to_state, t.happened, t.reason FROM deployments.transition t
              WHERE t.deployment_id = now.id ORDER BY t.id DESC LIMIT 1) newest
            WHERE (newest.to_state, newest.happened, newest.reason) = (now.state_code, now.state_at, now.state_note)))
        THEN RAISE insufficient_privilege USING MESSAGE = 'where a scheme stands moves by a step';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER "where a scheme stands moves by a step"
        AFTER UPDATE OF state_code, state_at, state_claims, state_confidence, state_note ON deployments.deployment
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION deployments.refuse_unstepped_state();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "where a scheme stands moves by a step" ON deployments.deployment;
      DROP FUNCTION deployments.refuse_unstepped_state;
    `);
  }
}
