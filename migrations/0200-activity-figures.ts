import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures per period. What was counted is read by the people of the trust, auditors and the operator; everyone else reads
 * it rounded (decision 56), and the roles of those who are not signed in have no right to the column at all.
 */
export class ActivityFigures1764000000200 implements MigrationInterface {
  name = 'ActivityFigures1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(`CALL deployments.hold_entries('activity.figure', 'activity-figure', 'a figure of activity',
      $$counted || ', ' || period$$, $$source, activity.listed(areas)$$)`);
    await runner.query(`
      REVOKE SELECT ON activity.figure FROM candour_public, candour_receipt;
      GRANT SELECT (id, revision, deployment_id, lead_organisation_id, published, said_on, withdrawn_on, withdrawn_because, open_as,
        called, searched, counted, unit, period, closeness, areas, source, status, published_value)
        ON activity.figure TO candour_public, candour_receipt;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CALL deployments.let_go_of_entries('activity.figure')`);
    await runner.query('DROP SCHEMA activity CASCADE');
  }
}

const TABLE = `
  CREATE SCHEMA activity;
  GRANT USAGE ON SCHEMA activity TO candour_public, candour_member, candour_receipt, candour_operator;

  -- A count of people as it is published: 1 to 7 as 5, others to the nearest 5.
  CREATE FUNCTION activity.rounded(count integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT CASE WHEN count = 0 THEN 0 WHEN count <= 7 THEN 5 ELSE round(count / 5.0)::integer * 5 END $$;

  CREATE FUNCTION activity.listed(names text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT array_to_string(names, ', ') $$;

  CREATE TABLE activity.figure (
    counted text NOT NULL CONSTRAINT "what is counted is of a known sort" CHECK (counted IN ('NEW', 'OPEN_AT_END', 'EVER',
      'DISCHARGED', 'DECLINED', 'DIED', 'WITHDRAWN')),
    unit text NOT NULL CONSTRAINT "people, referrals or contacts are counted" CHECK (unit IN ('PEOPLE', 'REFERRALS', 'CONTACTS')),
    period text NOT NULL CONSTRAINT "a figure is of a period" CHECK (period ~ '^((19|20)[0-9]{2}(/[0-9]{2})?(-Q[1-4])?|(19|20)[0-9]{2}-(0[1-9]|1[0-2])|UNSPECIFIED_[1-9][0-9]?)$'),
    closeness text NOT NULL CONSTRAINT "a period is as close as its source says" CHECK (closeness IN ('MONTH', 'QUARTER',
      'YEAR', 'NOT_STATED')),
    areas text[] NOT NULL CONSTRAINT "a figure is for an area or for several together"
      CHECK (cardinality(areas) > 0 AND NOT '' = ANY (areas)),
    source text NOT NULL CONSTRAINT "a figure has a source" CHECK (source ~ '\\S'),
    status text NOT NULL CONSTRAINT "a figure is counted, estimated, paused or not collected" CHECK (status IN ('ACTUAL',
      'ESTIMATE', 'PAUSED', 'NOT_COLLECTED')),
    value integer CONSTRAINT "a figure is counted from none" CHECK (value BETWEEN 0 AND 10000000),
    published_value integer,
    CONSTRAINT "what is paused or not collected has no figure" CHECK ((status IN ('ACTUAL', 'ESTIMATE')) = (value IS NOT NULL)),
    CONSTRAINT "what is published of a figure is rounded" CHECK (published_value IS NOT DISTINCT FROM activity.rounded(value))
  );
`;
