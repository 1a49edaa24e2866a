import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people take part in, kept by PostgreSQL itself: one row for each part, by person, which row-level security looks
 * up. It follows from records; the same change that makes or ends a part makes or removes its row, in its transaction.
 */
export class EngagementsKept1764000000083 implements MigrationInterface {
  name = 'EngagementsKept1764000000083';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW access.engagement; DROP VIEW reviews.engagement;');
    await runner.query(TABLES);
    await runner.query(IN_REVIEWS);
    await runner.query(SETTLING);
    await runner.query(TRIGGERS);
    await runner.query('SELECT access.settle_everything()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${TABLES_WITH_ENGAGEMENTS.map(([table]) => `DROP TRIGGER "people are engaged" ON ${table};`).join('\n')}
      DROP FUNCTION reviews.engage_people_of_review, reviews.engage_people_of_changed, reviews.engage_changed_member,
        access.settle_everything, access.settle_through, access.settle_person, access.engagement_differences;
      DROP VIEW access.derived_engagement, reviews.engagement;
      DROP TABLE access.engagement, access.engaged_person;
      DROP FUNCTION access.note_engaged_people;
      ${AS_IT_WAS}
    `);
  }
}

const TABLES = `
  -- Working state: it follows from records and is never told anything else. \`via\` names the record through which the
  -- person takes part, so that two reviews of one scheme are two rows and the end of one leaves the other.
  CREATE TABLE access.engagement (
    person_id uuid NOT NULL,
    kind text NOT NULL,
    record_id uuid NOT NULL,
    via uuid NOT NULL,
    CONSTRAINT "a person takes one part in a record through another" PRIMARY KEY (person_id, kind, record_id, via)
  );
  CREATE INDEX "engagements through a record" ON access.engagement (via);

  -- Changes with every change of what a person takes part in, so that what was read once need not be read again.
  CREATE TABLE access.engaged_person (
    person_id uuid CONSTRAINT "a person's engagements have one version" PRIMARY KEY,
    version uuid NOT NULL
  );

  CREATE FUNCTION access.note_engaged_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      INSERT INTO access.engaged_person (person_id, version)
        SELECT p.person_id, gen_random_uuid() FROM (SELECT DISTINCT c.person_id FROM changed c ORDER BY 1) AS p
        ON CONFLICT (person_id) DO UPDATE SET version = excluded.version;
      RETURN NULL;
    END $$;
  CREATE TRIGGER "engaged people are noted" AFTER INSERT ON access.engagement
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.note_engaged_people();
  CREATE TRIGGER "people no longer engaged are noted" AFTER DELETE ON access.engagement
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.note_engaged_people();

  ALTER TABLE access.engagement ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON access.engagement TO candour_member, candour_gate;
  GRANT SELECT ON access.engaged_person TO candour_gate;
  CREATE POLICY "people see what they themselves take part in" ON access.engagement FOR SELECT TO candour_member
    USING (person_id = (SELECT access.person()));
  CREATE POLICY "the gate knows what everyone takes part in" ON access.engagement FOR SELECT TO candour_gate USING (true);
`;

const IN_REVIEWS = `
  CREATE VIEW reviews.engagement AS
    WITH part AS NOT MATERIALIZED (
      SELECT c.person_id, c.review_id, c.assignment_id, c.capacity, r.deployment_id, r.submitted_on, r.scores_opened_on,
        c.cleared AND NOT EXISTS (SELECT FROM reviews.interest_decision x
          WHERE x.person_id = c.person_id AND x.review_id = c.review_id AND x.outcome = 'exclude') AS cleared
      FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id)
    -- May declare interests.
    SELECT p.person_id, 'assigned' AS kind, p.assignment_id AS record_id, p.review_id AS via FROM part p
    -- Reads nothing of the review: not declared, not decided, or excluded even after leaving.
    UNION ALL SELECT p.person_id, 'barred', p.review_id, p.review_id FROM part p WHERE NOT p.cleared
    UNION ALL SELECT x.person_id, 'barred', x.review_id, x.review_id FROM reviews.interest_decision x WHERE x.outcome = 'exclude'
    -- Runs the review.
    UNION ALL SELECT p.person_id, 'led', p.review_id, p.review_id FROM part p WHERE p.cleared AND p.capacity = 'lead'
    -- Reads what the trust submitted.
    UNION ALL SELECT p.person_id, 'review', p.review_id, p.review_id FROM part p WHERE p.cleared AND p.submitted_on IS NOT NULL
    -- Reads what is shown to reviewers of the scheme: concerns people agreed to, data flows, evidence that is not privileged.
    UNION ALL SELECT p.person_id, 'deployment-under-review', p.deployment_id, p.review_id
      FROM part p WHERE p.cleared AND p.submitted_on IS NOT NULL
    -- Scores under this assignment.
    UNION ALL SELECT p.person_id, 'scoring', p.assignment_id, p.review_id
      FROM part p WHERE p.cleared AND p.capacity <> 'lead' AND p.submitted_on IS NOT NULL
    -- Reads everybody's scores.
    UNION ALL SELECT p.person_id, 'compare', p.review_id, p.review_id
      FROM part p WHERE p.cleared AND p.scores_opened_on IS NOT NULL
    -- Reads the findings and may reply to them.
    UNION ALL SELECT m.person_id, 'reply', r.id, r.id
      FROM identity.membership m JOIN reviews.review r ON r.organisation_id = m.organisation_id
      WHERE m.ended_on IS NULL AND r.moderation_closed_on IS NOT NULL
        AND m.role IN ('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')
    UNION ALL SELECT m.person_id, 'reply', r.id, r.id
      FROM identity.membership m JOIN reviews.statement s ON s.organisation_id = m.organisation_id
      JOIN reviews.review r ON r.id = s.review_id
      WHERE m.ended_on IS NULL AND m.role = 'USER_GROUP_MEMBER' AND r.moderation_closed_on IS NOT NULL;

  -- All that the table must hold, and nothing else. A feature that engages people replaces this view with its rows added,
  -- and settles the table from the triggers of its own records.
  CREATE VIEW access.derived_engagement AS
    SELECT person_id, kind, record_id, via FROM reviews.engagement;
`;

const SETTLING = `
  ${settling('settle_through', 'via')}
  ${settling('settle_person', 'person_id')}

  CREATE FUNCTION access.settle_everything() RETURNS void LANGUAGE sql SET search_path = '' AS $$
    DELETE FROM access.engagement e WHERE NOT EXISTS (SELECT FROM access.derived_engagement d
      WHERE (d.person_id, d.kind, d.record_id, d.via) = (e.person_id, e.kind, e.record_id, e.via));
    INSERT INTO access.engagement (person_id, kind, record_id, via)
      SELECT DISTINCT person_id, kind, record_id, via FROM access.derived_engagement ON CONFLICT DO NOTHING $$;

  -- Where the table and what it follows from are not the same; no row as long as nobody wrote past the triggers.
  CREATE FUNCTION access.engagement_differences() RETURNS TABLE (person_id uuid, kind text, record_id uuid, kept boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
      (SELECT e.person_id, e.kind, e.record_id, true FROM (
        SELECT * FROM access.engagement EXCEPT SELECT * FROM access.derived_engagement) AS e)
      UNION ALL
      (SELECT d.person_id, d.kind, d.record_id, false FROM (
        SELECT * FROM access.derived_engagement EXCEPT SELECT * FROM access.engagement) AS d) $$;

  REVOKE EXECUTE ON FUNCTION access.settle_through, access.settle_person, access.settle_everything, access.engagement_differences
    FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION access.engagement_differences TO candour_operator;
`;

/** Makes the table say what follows from the records now, for the rows that share one value; others stay untouched. */
function settling(name: string, column: 'via' | 'person_id'): string {
  return `
  CREATE FUNCTION access.${name}(shared uuid) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      WITH due AS MATERIALIZED (
        SELECT DISTINCT d.person_id, d.kind, d.record_id, d.via FROM access.derived_engagement d WHERE d.${column} = shared),
      ended AS (
        DELETE FROM access.engagement e WHERE e.${column} = shared AND NOT EXISTS (SELECT FROM due d
          WHERE (d.person_id, d.kind, d.record_id, d.via) = (e.person_id, e.kind, e.record_id, e.via)))
      INSERT INTO access.engagement (person_id, kind, record_id, via)
        SELECT d.person_id, d.kind, d.record_id, d.via FROM due d
        ON CONFLICT DO NOTHING;
    END $$;`;
}

const TABLES_WITH_ENGAGEMENTS = [
  ['reviews.review', "reviews.engage_people_of_changed('id')"],
  ['reviews.assignment', "reviews.engage_people_of_changed('review_id')"],
  ['reviews.interest_declaration', "reviews.engage_people_of_changed('review_id')"],
  ['reviews.interest_decision', "reviews.engage_people_of_changed('review_id')"],
  ['reviews.statement', "reviews.engage_people_of_changed('review_id')"],
  ['identity.membership', 'reviews.engage_changed_member()'],
] as const;

const TRIGGERS = `
  -- Two who change one review, or a review and who may reply to it, at the same moment take turns: the second sees what
  -- the first did. Organisations are locked only once their people may reply.
  CREATE FUNCTION reviews.engage_people_of_review(of_review uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM FROM reviews.review r WHERE r.id = of_review FOR NO KEY UPDATE;
      PERFORM pg_advisory_xact_lock(hashtextextended('people of ' || o.id::text, 0)) FROM (
        SELECT r.organisation_id AS id FROM reviews.review r WHERE r.id = of_review AND r.moderation_closed_on IS NOT NULL
        UNION SELECT s.organisation_id FROM reviews.statement s JOIN reviews.review r ON r.id = s.review_id
          WHERE r.id = of_review AND r.moderation_closed_on IS NOT NULL
        ORDER BY 1) AS o;
      PERFORM access.settle_through(of_review);
    END $$;

  CREATE FUNCTION reviews.engage_people_of_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM reviews.engage_people_of_review(changed.review_id) FROM (
        SELECT (to_jsonb(OLD) ->> TG_ARGV[0])::uuid AS review_id UNION SELECT (to_jsonb(NEW) ->> TG_ARGV[0])::uuid
        ORDER BY 1) AS changed WHERE changed.review_id IS NOT NULL;
      RETURN NULL;
    END $$;

  CREATE FUNCTION reviews.engage_changed_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF coalesce(OLD.organisation_id, NEW.organisation_id) IS NULL THEN RETURN NULL; END IF;
      PERFORM pg_advisory_xact_lock(hashtextextended('people of ' || o.id::text, 0)) FROM (
        SELECT OLD.organisation_id AS id UNION SELECT NEW.organisation_id ORDER BY 1) AS o WHERE o.id IS NOT NULL;
      PERFORM access.settle_person(changed.person_id) FROM (
        SELECT OLD.person_id UNION SELECT NEW.person_id ORDER BY 1) AS changed WHERE changed.person_id IS NOT NULL;
      RETURN NULL;
    END $$;

  REVOKE EXECUTE ON FUNCTION reviews.engage_people_of_review FROM PUBLIC;
  ${TABLES_WITH_ENGAGEMENTS.map(
    ([table, action]) => `
  CREATE TRIGGER "people are engaged" AFTER INSERT OR UPDATE OR DELETE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION ${action};`,
  ).join('')}
`;

const AS_IT_WAS = `
  CREATE VIEW reviews.engagement AS
    SELECT c.person_id, 'assigned' AS kind, c.assignment_id AS record_id FROM reviews.clearance c
    UNION ALL SELECT c.person_id, 'barred', c.review_id FROM reviews.clearance c WHERE NOT c.cleared
    UNION ALL SELECT x.person_id, 'barred', x.review_id FROM reviews.interest_decision x WHERE x.outcome = 'exclude'
    UNION ALL SELECT c.person_id, 'led', c.review_id FROM reviews.clearance c WHERE c.cleared AND c.capacity = 'lead'
    UNION ALL SELECT c.person_id, 'review', c.review_id
      FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id WHERE c.cleared AND r.submitted_on IS NOT NULL
    UNION ALL SELECT c.person_id, 'deployment-under-review', r.deployment_id
      FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id WHERE c.cleared AND r.submitted_on IS NOT NULL
    UNION ALL SELECT c.person_id, 'evidence', r.organisation_id
      FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id WHERE c.cleared AND r.submitted_on IS NOT NULL
    UNION ALL SELECT c.person_id, 'scoring', c.assignment_id
      FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id
      WHERE c.cleared AND c.capacity <> 'lead' AND r.submitted_on IS NOT NULL
    UNION ALL SELECT c.person_id, 'compare', c.review_id
      FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id WHERE c.cleared AND r.scores_opened_on IS NOT NULL
    UNION ALL SELECT m.person_id, 'reply', r.id
      FROM identity.membership m JOIN reviews.review r ON r.organisation_id = m.organisation_id
      WHERE m.ended_on IS NULL AND r.moderation_closed_on IS NOT NULL
        AND m.role IN ('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')
    UNION ALL SELECT DISTINCT m.person_id, 'reply', r.id
      FROM identity.membership m JOIN reviews.statement s ON s.organisation_id = m.organisation_id
      JOIN reviews.review r ON r.id = s.review_id
      WHERE m.ended_on IS NULL AND m.role = 'USER_GROUP_MEMBER' AND r.moderation_closed_on IS NOT NULL;
  CREATE VIEW access.engagement AS SELECT person_id, kind, record_id FROM reviews.engagement;
  GRANT SELECT ON access.engagement TO candour_gate;
`;
