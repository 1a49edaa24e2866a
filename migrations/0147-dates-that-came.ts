import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organisation says has happened has a day that has come; what is planned, and what sources say, may lie ahead. */
export class DatesThatCame1764000000147 implements MigrationInterface {
  name = 'DatesThatCame1764000000147';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The first day that a date, as closely as it is known, can mean.
      CREATE FUNCTION evidence.earliest_day(known text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        AS $$ SELECT CASE
          WHEN known ~ '^\\d{4}$' THEN known || '-01-01'
          WHEN known ~ '^\\d{4}-\\d{2}$' THEN known || '-01'
          WHEN known LIKE '%-spring' THEN left(known, 4) || '-03-01'
          WHEN known LIKE '%-summer' THEN left(known, 4) || '-06-01'
          WHEN known LIKE '%-autumn' THEN left(known, 4) || '-09-01'
          WHEN known LIKE '%-winter' THEN left(known, 4) || '-12-01'
          ELSE known END $$;

      CREATE FUNCTION evidence.refuse_what_is_to_come() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        said jsonb := to_jsonb(NEW);
        happened text;
      BEGIN
        IF said ->> 'registered_by' = 'sources' OR (said ->> 'planned')::boolean THEN RETURN NULL; END IF;
        FOREACH happened IN ARRAY TG_ARGV LOOP
          IF evidence.earliest_day(said ->> happened) > to_char(now() AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')
            AND (TG_OP = 'INSERT' OR said -> happened IS DISTINCT FROM to_jsonb(OLD) -> happened) THEN
            RAISE EXCEPTION 'What happened is not in the future.'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'what is said to have happened lies in the future';
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
    `);
    for (const [table, columns] of Object.entries(HAPPENED))
      await runner.query(`
        CREATE TRIGGER "what happened is not in the future" AFTER INSERT OR UPDATE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION evidence.refuse_what_is_to_come(${columns.map((name) => `'${name}'`).join(', ')});
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(HAPPENED))
      await runner.query(`DROP TRIGGER "what happened is not in the future" ON ${table}`);
    await runner.query('DROP FUNCTION evidence.refuse_what_is_to_come, evidence.earliest_day');
  }
}

const HAPPENED: Readonly<Record<string, readonly string[]>> = {
  'deployments.deployment': ['state_at'],
  'deployments.claim': ['dated'],
  'deployments.transition': ['happened'],
  'co_production.involvement': ['from_day', 'to_day', 'decided_on'],
  'evidence.item': ['dated'],
};
