import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever is known not to be independent reads, scores and locks nothing, and no step is taken and no result prepared or
 * released while it is not decided what becomes of them.
 */
export class StandingBars1764000000132 implements MigrationInterface {
  name = 'StandingBars1764000000132';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLEARANCE);
    await runner.query(STEPS);
    await runner.query(SETTLING);
    await runner.query('CALL access.hand_to_definer(); SELECT access.settle_everything();');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${SETTLED_BY.map(({ table }) => `DROP TRIGGER "standing is settled" ON ${table};`).join('\n')}
      DROP FUNCTION reviews.settle_changed_person, reviews.settle_reviews_of_changed, reviews.settle_all_reviews;
      ${STEPS_OF.map(({ table }) => `DROP TRIGGER "nobody with a known conflict is passed over" ON ${table};`).join('\n')}
      DROP FUNCTION reviews.known_conflicts_are_decided, reviews.standing_fault(uuid);
      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW reviews.clearance AS ' || pg_get_viewdef('reviews.declared_clearance');
      END $$;
      DROP VIEW reviews.declared_clearance;
      DROP FUNCTION reviews.is_independent(uuid, uuid);
      CALL access.hand_to_definer();
      SELECT access.settle_everything();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const CLEARANCE = `
  SET LOCAL check_function_bodies = off;

  CREATE FUNCTION reviews.is_independent(of_person uuid, of_review uuid) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT NOT EXISTS (SELECT FROM reviews.independence_faults(of_person, of_review)) $$;
  REVOKE EXECUTE ON FUNCTION reviews.is_independent FROM PUBLIC;

  -- What was declared and decided leaves somebody free to take part; what is known must, too.
  DO $$ BEGIN
    EXECUTE 'CREATE VIEW reviews.declared_clearance AS ' || pg_get_viewdef('reviews.clearance');
  END $$;
  CREATE OR REPLACE VIEW reviews.clearance AS
    SELECT c.assignment_id, c.review_id, c.person_id, c.capacity, c.outside_nhs_england,
      CASE WHEN c.cleared THEN reviews.is_independent(c.person_id, c.review_id) ELSE false END AS cleared
    FROM reviews.declared_clearance c;
`;

/** What is refused while it is not decided what becomes of somebody: steps of a review, and its results. */
const STEPS_OF = [
  {
    table: 'reviews.review',
    when: 'UPDATE OF scores_opened_on, moderation_closed_on, reply_closed_on',
    of: 'id',
  },
  { table: 'publication.preparation', when: 'INSERT', of: 'review_id' },
  { table: 'publication.release', when: 'INSERT', of: 'review_id' },
] as const;

const STEPS = `
  -- What is known of somebody who takes part or whose locked scores count; null where nothing stands in the way.
  CREATE FUNCTION reviews.standing_fault(of_review uuid) RETURNS text LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT f.words FROM reviews.assignment a, reviews.independence_faults(a.person_id, a.review_id) AS f
      WHERE a.review_id = of_review
        AND (a.ended_on IS NULL OR EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = a.id))
        AND EXISTS (SELECT FROM reviews.interest_declaration d WHERE d.assignment_id = a.id)
        AND NOT EXISTS (SELECT FROM reviews.interest_decision x
          WHERE x.review_id = a.review_id AND x.person_id = a.person_id AND x.outcome = 'exclude')
      ORDER BY f.code COLLATE "C", f.since LIMIT 1 $$;
  REVOKE EXECUTE ON FUNCTION reviews.standing_fault FROM PUBLIC;

  CREATE FUNCTION reviews.known_conflicts_are_decided() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE fault text := reviews.standing_fault((to_jsonb(NEW) ->> TG_ARGV[0])::uuid);
    BEGIN
      IF fault IS NOT NULL
      THEN CALL reviews.refuse('it is not decided what becomes of somebody on the panel: ' || fault); END IF;
      RETURN NEW;
    END $$;
  ${STEPS_OF.map(
    ({ table, when, of }) => `
  CREATE TRIGGER "nobody with a known conflict is passed over" BEFORE ${when} ON ${table}
    FOR EACH ROW EXECUTE FUNCTION reviews.known_conflicts_are_decided('${of}');`,
  ).join('')}
`;

/** The records whose changes may change how somebody stands, beside those that settle a review already. */
const SETTLED_BY = [
  { table: 'identity.membership', each: 'ROW', action: 'settle_changed_person()' },
  { table: 'reviews.interest_declaration', each: 'ROW', action: 'settle_changed_person()' },
  { table: 'co_production.attestation', each: 'ROW', action: 'settle_reviews_of_changed()' },
  { table: 'deployments.deployment_agency', each: 'ROW', action: 'settle_reviews_of_changed()' },
  { table: 'organisations.succession', each: 'STATEMENT', action: 'settle_all_reviews()' },
] as const;

const SETTLING = `
  CREATE FUNCTION reviews.settle_changed_person() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      PERFORM access.settle_person(a.person_id) FROM (SELECT DISTINCT a.person_id FROM reviews.assignment a
        WHERE a.person_id IN (NEW.person_id, OLD.person_id) ORDER BY 1) AS a;
      RETURN NULL;
    END $$;

  CREATE FUNCTION reviews.settle_reviews_of_changed() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      PERFORM access.settle_through(r.id) FROM (SELECT r.id FROM reviews.review r
        WHERE r.deployment_id IN (NEW.deployment_id, OLD.deployment_id) ORDER BY 1) AS r;
      RETURN NULL;
    END $$;

  CREATE FUNCTION reviews.settle_all_reviews() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      PERFORM access.settle_through(r.id) FROM (SELECT DISTINCT a.review_id AS id FROM reviews.assignment a
        WHERE a.ended_on IS NULL ORDER BY 1) AS r;
      RETURN NULL;
    END $$;
  ${SETTLED_BY.map(
    ({ table, each, action }) => `
  CREATE TRIGGER "standing is settled" AFTER INSERT OR UPDATE OR DELETE ON ${table}
    FOR EACH ${each} EXECUTE FUNCTION reviews.${action};`,
  ).join('')}
`;
