import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security looks up what the person takes part in: once a statement, by an index, and then a hash for each row.
 * The scope says who it is and which roles they hold, and carries no list. Every rule that asked a list is written
 * anew from its own text, and the old functions could not be dropped if one were left.
 */
export class RowRulesLookEngagementsUp1764000000084 implements MigrationInterface {
  name = 'RowRulesLookEngagementsUp1764000000084';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROWS);
    for (const { list, rows, schema } of ASKED) {
      const asked = `\\( SELECT ${literal(list)} AS \\w+\\)::uuid\\[\\]`;
      await rewrite(runner, schema, `(\\w+) = ANY \\(${asked}\\)`, `\\1 IN (SELECT * FROM ${rows} AS mine)`);
      await rewrite(
        runner,
        schema,
        `(\\w+) <> ALL \\(${asked}\\)`,
        `\\1 NOT IN (SELECT * FROM ${rows} AS mine)`,
      );
    }
    await runner.query(`DROP FUNCTION publication.led, publication.checked, data_sharing.under_my_review, reviews.as_replier,
      reviews.as_lead, reviews.as_reviewer, access.engaged_in`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(LISTS);
    for (const { list, rows, schema } of ASKED) {
      const found = `(?:\\w+\\.)?(\\w+) IN \\( SELECT mine\\.mine\\s+FROM ${literal(rows)} mine\\(mine\\)\\)`;
      await rewrite(runner, schema, `NOT \\(${found}\\)`, `\\1 <> ALL ((SELECT ${list})::uuid[])`);
      await rewrite(runner, schema, found, `\\1 = ANY ((SELECT ${list})::uuid[])`);
    }
    await runner.query(
      'DROP FUNCTION publication.to_check, reviews.replied_to, reviews.led, reviews.reviewed, access.engaged',
    );
  }
}

/** What the rules of a schema ask: as a list and as rows, as PostgreSQL prints the calls. */
const ASKED: readonly { readonly list: string; readonly rows: string; readonly schema?: string }[] = [
  { schema: 'publication', list: 'publication.led()', rows: 'reviews.led()' },
  { schema: 'publication', list: 'publication.checked()', rows: 'publication.to_check()' },
  {
    schema: 'data_sharing',
    list: 'data_sharing.under_my_review()',
    rows: "reviews.reviewed('deployment-under-review'::text)",
  },
  { list: 'reviews.as_lead()', rows: 'reviews.led()' },
  { list: 'reviews.as_replier()', rows: 'reviews.replied_to()' },
  ...['assigned', 'review', 'scoring', 'compare'].map((kind) => ({
    list: `reviews.as_reviewer('${kind}'::text)`,
    rows: `reviews.reviewed('${kind}'::text)`,
  })),
  ...['barred', 'deployment-under-review'].map((kind) => ({
    list: `access.engaged_in('${kind}'::text)`,
    rows: `access.engaged('${kind}'::text)`,
  })),
];

/** Writes anew every rule of a schema, or of all, in whose text the pattern occurs. */
async function rewrite(
  runner: QueryRunner,
  schema: string | undefined,
  pattern: string,
  replacement: string,
): Promise<void> {
  await runner.query(`DO $$ DECLARE
      pattern text := $pattern$${pattern}$pattern$;
      replacement text := $replacement$${replacement}$replacement$;
      rule record;
    BEGIN
      FOR rule IN SELECT * FROM pg_policies p
        WHERE concat(p.qual, p.with_check) ~ pattern AND p.schemaname LIKE '${schema ?? '%'}'
      LOOP
        EXECUTE format('ALTER POLICY %I ON %I.%I', rule.policyname, rule.schemaname, rule.tablename)
          || coalesce(' USING (' || regexp_replace(rule.qual, pattern, replacement, 'g') || ')', '')
          || coalesce(' WITH CHECK (' || regexp_replace(rule.with_check, pattern, replacement, 'g') || ')', '');
      END LOOP;
    END $$`);
}

/** A text as a pattern that matches it and nothing else. */
function literal(text: string): string {
  return text.replace(/[()]/g, '\\$&').replaceAll('.', '\\.');
}

const ROWS = `
  -- The records of a kind that the person takes part in. PostgreSQL plans these functions into the query that asks.
  CREATE FUNCTION access.engaged(kind text) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT e.record_id FROM access.engagement e WHERE e.person_id = (SELECT access.person()) AND e.kind = $1 $$;

  -- The same while they hold a role that such a part needs.
  CREATE FUNCTION reviews.reviewed(kind text) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT e FROM access.engaged($1) AS e
      WHERE (SELECT access.holds('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER')) $$;
  CREATE FUNCTION reviews.led() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT e FROM access.engaged('led') AS e WHERE (SELECT access.holds('LEAD_REVIEWER')) $$;
  CREATE FUNCTION reviews.replied_to() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT e FROM access.engaged('reply') AS e WHERE (SELECT access.holds('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN',
      'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER', 'USER_GROUP_MEMBER')) $$;

  -- The reviews on whose actions the person may check what was reported.
  CREATE FUNCTION publication.to_check() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT r FROM reviews.led() AS r UNION ALL SELECT r FROM reviews.reviewed('review') AS r $$;
`;

const LISTS = `
  CREATE FUNCTION access.engaged_in(kind text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(array_agg(split_part(held, '@', 2)::uuid), '{}')
      FROM unnest(string_to_array(access.setting('engagements'), ',')) AS held
      WHERE split_part(held, '@', 1) = kind $$;
  CREATE FUNCTION reviews.as_reviewer(kind text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN access.holds('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER')
      THEN access.engaged_in(kind) ELSE '{}' END $$;
  CREATE FUNCTION reviews.as_lead() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN access.holds('LEAD_REVIEWER') THEN access.engaged_in('led') ELSE '{}' END $$;
  CREATE FUNCTION reviews.as_replier() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN access.holds('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER',
        'EXECUTIVE_APPROVER', 'USER_GROUP_MEMBER')
      THEN access.engaged_in('reply') ELSE '{}' END $$;
  CREATE FUNCTION data_sharing.under_my_review() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN access.holds('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER')
      THEN access.engaged_in('deployment-under-review') ELSE '{}' END $$;
  CREATE FUNCTION publication.led() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(led), '{}') FROM unnest(reviews.as_lead()) AS led
      WHERE led <> ALL (access.engaged_in('barred')) $$;
  CREATE FUNCTION publication.checked() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(part), '{}') FROM unnest(reviews.as_lead() || reviews.as_reviewer('review')) AS part
      WHERE part <> ALL (access.engaged_in('barred')) $$;
`;
