import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A count of everybody since the beginning cannot fall, however its figures come to be there. What was withdrawn is not
 * counted, a figure is what it says now, and one transaction is looked at as a whole. The refusal tells the periods in the
 * words of the form and not the counts, which everyone else reads rounded.
 */
export class TotalsNeverFall1764000000215 implements MigrationInterface {
  name = 'TotalsNeverFall1764000000215';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PERIODS);
    await runner.query(FALLING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a count from the beginning does not fall" ON activity.figure;
      DROP FUNCTION activity.refuse_a_falling_total;
      ALTER TABLE activity.figure DROP CONSTRAINT "a year runs into the next one",
        DROP CONSTRAINT "a period is as close as it is written";
      DROP FUNCTION activity.ends_before, activity.series_of, activity.closeness_of, activity.period_in_words, activity.last_day,
        activity.first_day;
    `);
  }
}

const PERIODS = `
  -- The first day of a period; of one that nobody stated, none.
  CREATE FUNCTION activity.first_day(period text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT CASE
      WHEN period LIKE 'UNSPECIFIED%' THEN NULL
      WHEN period ~ '-[0-9]{2}$' THEN make_date(left(period, 4)::int, right(period, 2)::int, 1)
      ELSE make_date(left(period, 4)::int, CASE WHEN period LIKE '%/%' THEN 4 ELSE 1 END, 1)
        + make_interval(months => 3 * (coalesce(substring(period FROM 'Q([1-4])$')::int, 1) - 1)) END::date $$;

  CREATE FUNCTION activity.closeness_of(period text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT CASE WHEN period LIKE 'UNSPECIFIED%' THEN 'NOT_STATED' WHEN period LIKE '%Q_' THEN 'QUARTER'
      WHEN period ~ '-[0-9]{2}$' THEN 'MONTH' ELSE 'YEAR' END $$;

  CREATE FUNCTION activity.last_day(period text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT (activity.first_day(period) + make_interval(months => CASE activity.closeness_of(period)
      WHEN 'MONTH' THEN 1 WHEN 'QUARTER' THEN 3 ELSE 12 END) - interval '1 day')::date $$;

  CREATE FUNCTION activity.period_in_words(period text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE STRICT
    AS $$ SELECT CASE activity.closeness_of(period)
      WHEN 'NOT_STATED' THEN 'period not stated (figure ' || substring(period FROM '[0-9]+$') || ')'
      WHEN 'MONTH' THEN to_char(activity.first_day(period), 'FMMonth YYYY')
      WHEN 'QUARTER' THEN to_char(activity.first_day(period), 'FMMonth YYYY') || ' to ' || to_char(activity.last_day(period), 'FMMonth YYYY')
      ELSE period END $$;

  -- True where one period is known to end before the other; those that nobody stated are in the order of their source.
  CREATE FUNCTION activity.ends_before(one text, other text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT coalesce(CASE WHEN one LIKE 'UNSPECIFIED%' AND other LIKE 'UNSPECIFIED%'
      THEN substring(one FROM '[0-9]+$')::int < substring(other FROM '[0-9]+$')::int
      ELSE activity.last_day(one) < activity.last_day(other) END, false) $$;

  ALTER TABLE activity.figure
    ADD CONSTRAINT "a year runs into the next one"
      CHECK (period NOT LIKE '%/%' OR substr(period, 6, 2) = right((left(period, 4)::int + 1)::text, 2)),
    ADD CONSTRAINT "a period is as close as it is written" CHECK (closeness = activity.closeness_of(period));
`;

const FALLING = `
  -- Figures of one series have the same: what is counted, the areas in any order, and who counted.
  CREATE FUNCTION activity.series_of(unit text, areas text[], source text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT jsonb_build_array(unit, ARRAY(SELECT lower(area) AS area FROM unnest(areas) area ORDER BY lower(area)), lower(source))::text $$;

  CREATE FUNCTION activity.refuse_a_falling_total() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE fall record;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('totals of ' || NEW.deployment_id::text, 0));
    WITH total AS (
      SELECT f.id, f.period, f.value, activity.series_of(f.unit, f.areas, f.source) AS series FROM activity.figure f
      WHERE f.deployment_id = NEW.deployment_id AND f.counted = 'EVER' AND f.withdrawn_on IS NULL AND f.value IS NOT NULL
    )
    SELECT earlier.period AS from_period, later.period AS to_period INTO fall
    FROM total earlier JOIN total later ON earlier.series = later.series AND activity.ends_before(earlier.period, later.period)
    WHERE NEW.id IN (earlier.id, later.id) AND earlier.value > later.value
    ORDER BY activity.last_day(later.period), length(later.period), later.period,
      activity.last_day(earlier.period) DESC, length(earlier.period) DESC, earlier.period DESC LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'The figures fall from % to %. A count of everybody since the beginning cannot fall.',
        activity.period_in_words(fall.from_period), activity.period_in_words(fall.to_period)
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a count from the beginning does not fall';
    END IF;
    RETURN NULL;
  END $$;

  CREATE CONSTRAINT TRIGGER "a count from the beginning does not fall"
    AFTER INSERT OR UPDATE OF counted, unit, period, areas, source, value, withdrawn_on ON activity.figure
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.counted = 'EVER' AND NEW.withdrawn_on IS NULL)
    EXECUTE FUNCTION activity.refuse_a_falling_total();
`;
