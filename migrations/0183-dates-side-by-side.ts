import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The dates that a trust says of its scheme fit each other however they come to be there: its start and its end, since when it
 * stands where it stands, and its steps in turn. Where it stands is what its own claim says on which the state rests.
 */
export class DatesSideBySide1764000000183 implements MigrationInterface {
  name = 'DatesSideBySide1764000000183';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DATES);
    await runner.query(FITTING);
    await runner.query(STATE);
    for (const [table, { touched, owner }] of Object.entries(DATED))
      await runner.query(`
        CREATE CONSTRAINT TRIGGER "dates of a scheme fit each other" AFTER INSERT OR UPDATE OF ${touched} ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION deployments.refuse_unfitting_dates('${owner}');
      `);
    for (const [table, touched] of Object.entries(STATED))
      await runner.query(`
        CREATE CONSTRAINT TRIGGER "a scheme stands where its trust says" AFTER UPDATE OF ${touched} ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION deployments.refuse_another_state();
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(STATED))
      await runner.query(`DROP TRIGGER "a scheme stands where its trust says" ON ${table}`);
    for (const table of Object.keys(DATED))
      await runner.query(`DROP TRIGGER "dates of a scheme fit each other" ON ${table}`);
    await runner.query(`
      DROP FUNCTION deployments.refuse_another_state, deployments.refuse_unfitting_dates, deployments.own_dates,
        evidence.latest_day, evidence.is_certainly_before;
    `);
  }
}

const DATED: Readonly<Record<string, { readonly touched: string; readonly owner: string }>> = {
  'deployments.deployment': { touched: 'state_code, state_at, state_claims', owner: 'id' },
  'deployments.claim': { touched: 'topic, dated, planned, value, withdrawn_on', owner: 'deployment_id' },
  'deployments.transition': { touched: 'happened', owner: 'deployment_id' },
};

const STATED: Readonly<Record<string, string>> = {
  'deployments.deployment': 'state_code, state_at, state_claims',
  'deployments.claim': 'topic, statement, value, dated, withdrawn_on',
};

const DATES = `
  -- The last day that a date, as closely as it is known, can mean; winter runs into the year after.
  CREATE FUNCTION evidence.latest_day(known text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT CASE
      WHEN known ~ '^\\d{4}$' THEN known || '-12-31'
      WHEN known ~ '^\\d{4}-\\d{2}$' THEN to_char((known || '-01')::date + interval '1 month - 1 day', 'YYYY-MM-DD')
      WHEN known LIKE '%-spring' THEN left(known, 4) || '-05-31'
      WHEN known LIKE '%-summer' THEN left(known, 4) || '-08-31'
      WHEN known LIKE '%-autumn' THEN left(known, 4) || '-11-30'
      WHEN known LIKE '%-winter' THEN to_char(((left(known, 4)::int + 1) || '-03-01')::date - 1, 'YYYY-MM-DD')
      ELSE known END $$;

  -- Dates that are not known fit anything.
  CREATE FUNCTION evidence.is_certainly_before(one text, other text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT coalesce(evidence.latest_day(one) < evidence.earliest_day(other), false) $$;

  -- What a trust itself says of when its scheme started, ended, stands where it stands, and took its steps: in the order in
  -- which they were recorded, after the day since when it stood where the first step found it.
  CREATE FUNCTION deployments.own_dates(deployment uuid)
    RETURNS TABLE (started text, ended text, state_code text, state_at text, steps text[]) LANGUAGE plpgsql STABLE AS $$
    #variable_conflict use_column
    BEGIN RETURN QUERY WITH said AS (
      SELECT c.id, c.topic, c.dated, c.value FROM deployments.claim c
      WHERE c.deployment_id = $1 AND c.registered_by = 'trust' AND NOT c.planned AND c.dated IS NOT NULL AND c.withdrawn_on IS NULL
    ), step AS (
      SELECT t.id, t.from_state, t.happened FROM deployments.transition t WHERE t.deployment_id = $1
    ), found AS (
      SELECT c.id, c.dated FROM said c JOIN (SELECT * FROM step ORDER BY id LIMIT 1) f
        ON c.topic = 'STATE' AND c.value = to_jsonb(f.from_state) AND c.id < f.id
      ORDER BY c.id DESC LIMIT 1
    )
    SELECT (SELECT dated FROM said WHERE topic = 'START' ORDER BY id DESC LIMIT 1),
      (SELECT dated FROM said WHERE topic = 'END' ORDER BY id DESC LIMIT 1),
      d.state_code, CASE WHEN d.registered_by = 'trust' OR d.state_claims = '{}' THEN d.state_at END,
      ARRAY(SELECT each.happened FROM (SELECT id, happened FROM step UNION ALL SELECT id, dated FROM found) each ORDER BY each.id)
    FROM deployments.deployment d WHERE d.id = $1; END $$;
`;

const FITTING = `
  CREATE FUNCTION deployments.refuse_unfitting_dates() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    said record;
    fault text;
  BEGIN
    IF to_jsonb(NEW) ->> 'registered_by' = 'sources' AND TG_TABLE_NAME = 'claim' THEN RETURN NULL; END IF;
    SELECT * INTO said FROM deployments.own_dates((to_jsonb(NEW) ->> TG_ARGV[0])::uuid);
    fault := CASE
      WHEN evidence.is_certainly_before(said.ended, said.started) THEN 'a scheme ends no earlier than it starts'
      WHEN said.state_code NOT IN ('PROPOSED', 'PLANNED', 'TRAINING', 'NOT_ADOPTED')
        AND evidence.is_certainly_before(said.state_at, said.started) THEN 'a scheme stands nowhere since before it started'
      WHEN EXISTS (SELECT FROM (SELECT happened, lag(happened) OVER (ORDER BY place) AS before
          FROM unnest(said.steps) WITH ORDINALITY AS taken (happened, place)) turn
        WHERE evidence.is_certainly_before(turn.happened, turn.before)) THEN 'steps of a scheme follow each other'
      END;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION 'Dates of a scheme fit each other.' USING ERRCODE = 'check_violation', CONSTRAINT = fault;
    END IF;
    RETURN NULL;
  END $$;
`;

const STATE = `
  CREATE FUNCTION deployments.refuse_another_state() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE scheme uuid := coalesce((to_jsonb(NEW) ->> 'deployment_id')::uuid, NEW.id);
  BEGIN
    IF EXISTS (SELECT FROM deployments.deployment d JOIN deployments.claim c ON c.key = ANY (d.state_claims)
      WHERE d.id = scheme AND d.registered_by = 'trust' AND c.registered_by = 'trust'
        AND (c.withdrawn_on IS NOT NULL OR c.topic <> 'STATE' OR c.value IS DISTINCT FROM to_jsonb(d.state_code)
          OR c.dated IS DISTINCT FROM d.state_at)) THEN
      RAISE EXCEPTION 'A scheme stands where its trust says.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'the state of a scheme is what its own claim says';
    END IF;
    RETURN NULL;
  END $$;
`;
