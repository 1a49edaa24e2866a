import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Fewer closed cases than were counted before are told with the reason: a case that was closed stays closed. About two schemes
 * a trust answers twice a day at most. Whoever is acting learns which parts of their own bar them from checking an order.
 */
export class NothingFallsInSilence1764000000266 implements MigrationInterface {
  name = 'NothingFallsInSilence1764000000266';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTS);
    await runner.query(ANSWERS);
    await runner.query(OWN_PARTS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION deployments.own_parts_in_halt;
      DROP TRIGGER "a trust answers twice a day at most" ON succession.answer;
      DROP FUNCTION succession.answers_are_few;
      DROP TRIGGER "fewer closed cases have a reason" ON deployments.halt_step;
      DROP FUNCTION deployments.closed_cases_fall_with_a_reason;
      ALTER TABLE deployments.halt_step DROP COLUMN fewer_because;
    `);
  }
}

const COUNTS = `
  ALTER TABLE deployments.halt_step
    ADD COLUMN fewer_because text CONSTRAINT "why fewer are closed is said in words" CHECK (fewer_because ~ '\\S'),
    ADD CONSTRAINT "only a count says why fewer are closed" CHECK (fewer_because IS NULL OR kind = 'stepped-down');
  GRANT SELECT (fewer_because) ON deployments.halt_step TO candour_public, candour_member, candour_receipt;

  CREATE FUNCTION deployments.closed_cases_fall_with_a_reason() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    DECLARE bands text[] := '{0,1-4,5-9,10+}';
    BEGIN
      IF NEW.fewer_because IS NULL AND EXISTS (SELECT FROM deployments.halt_step s WHERE s.halt_id = NEW.halt_id
          AND s.kind = 'stepped-down'
          AND ((s.happened_on <= NEW.happened_on AND array_position(bands, s.closed_since) > array_position(bands, NEW.closed_since))
            OR (s.happened_on > NEW.happened_on AND array_position(bands, s.closed_since) < array_position(bands, NEW.closed_since)))) THEN
        CALL reviews.refuse('fewer cases are closed than were counted before, and nothing says why'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "fewer closed cases have a reason" BEFORE INSERT ON deployments.halt_step
    FOR EACH ROW WHEN (NEW.kind = 'stepped-down') EXECUTE FUNCTION deployments.closed_cases_fall_with_a_reason();
`;

const ANSWERS = `
  CREATE FUNCTION succession.answers_are_few() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('answers about successors of ' || NEW.organisation_id::text, 0));
      IF (SELECT count(*) FROM succession.answer a WHERE a.organisation_id = NEW.organisation_id
          AND least(a.earlier_id, a.later_id) = least(NEW.earlier_id, NEW.later_id)
          AND greatest(a.earlier_id, a.later_id) = greatest(NEW.earlier_id, NEW.later_id)
          AND a.answered_on = NEW.answered_on) >= 2 THEN
        CALL reviews.refuse('the trust has answered about these two schemes twice today, and can answer again tomorrow'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a trust answers twice a day at most" BEFORE INSERT ON succession.answer
    FOR EACH ROW EXECUTE FUNCTION succession.answers_are_few();
`;

const OWN_PARTS = `
  -- The parts that whoever acts has in an order, each of which bars them from something; nobody learns another's.
  CREATE FUNCTION deployments.own_parts_in_halt(of_halt uuid) RETURNS text[] LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    SELECT ARRAY(
      SELECT 'ORDERED' FROM deployments.halt h WHERE h.id = of_halt AND h.ordered_by_person = access.person()
      UNION SELECT CASE s.kind WHEN 'checked' THEN 'CHECKED' ELSE 'ANSWERED' END FROM deployments.halt_step s
        WHERE s.halt_id = of_halt AND s.taken_by = access.person() AND s.kind <> 'lifted'
      UNION SELECT 'OF_THE_TRUST' FROM deployments.halt h
        WHERE h.id = of_halt AND deployments.is_of_the_trust(h.deployment_id)) $$;
  REVOKE EXECUTE ON FUNCTION deployments.own_parts_in_halt FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION deployments.own_parts_in_halt TO candour_member;
`;
