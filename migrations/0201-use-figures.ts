import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people on a scheme used and what it cost, year by year. Who reads what of it is as for figures of activity (decision 56). */
export class UseFigures1764000000201 implements MigrationInterface {
  name = 'UseFigures1764000000201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(`CALL deployments.hold_entries('spending.figure', 'use-figure', 'a figure of cost or use',
      $$used || ', ' || year$$, $$source, coalesce(comparator, '')$$)`);
    await runner.query(`
      REVOKE SELECT ON spending.figure FROM candour_public, candour_receipt;
      GRANT SELECT (id, revision, deployment_id, lead_organisation_id, published, said_on, withdrawn_on, withdrawn_because, open_as,
        called, searched, used, basis, year, published_amount, published_people, baseline, price_base, unit_cost, comparator, source)
        ON spending.figure TO candour_public, candour_receipt;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CALL deployments.let_go_of_entries('spending.figure')`);
    await runner.query('DROP SCHEMA spending CASCADE');
  }
}

const TABLE = `
  CREATE SCHEMA spending;
  GRANT USAGE ON SCHEMA spending TO candour_public, candour_member, candour_receipt, candour_operator;

  CREATE TABLE spending.figure (
    used text NOT NULL CONSTRAINT "what was used is of a known sort" CHECK (used IN ('MONEY', 'POLICE_INCIDENT', 'S136_ASSESSMENT',
      'AMBULANCE', 'ED_ATTENDANCE', 'MH_BED_DAY', 'OTHER_BED_DAY')),
    basis text NOT NULL CONSTRAINT "a figure is for one person or for all" CHECK (basis IN ('PER_PERSON', 'TOTAL')),
    year text NOT NULL CONSTRAINT "years are counted from joining" CHECK (year ~ '^Y(-[1-9]|[0-9])$'),
    amount double precision NOT NULL CONSTRAINT "an amount is counted from none" CHECK (amount BETWEEN 0 AND 1000000000),
    published_amount double precision,
    people integer CONSTRAINT "a figure rests on people" CHECK (people BETWEEN 1 AND 1000000),
    published_people integer,
    baseline text NOT NULL CONSTRAINT "a baseline is named" CHECK (baseline ~ '\\S'),
    price_base text,
    unit_cost text,
    comparator text,
    source text NOT NULL CONSTRAINT "a figure of use has a source" CHECK (source ~ '\\S'),
    CONSTRAINT "money has a price base" CHECK (used <> 'MONEY' OR price_base ~ '\\S'),
    CONSTRAINT "numbers of people are published rounded" CHECK (published_people IS NOT DISTINCT FROM activity.rounded(people)),
    CONSTRAINT "what rests on few people is not published"
      CHECK (published_amount IS NOT DISTINCT FROM CASE WHEN people <= 7 THEN NULL ELSE amount END)
  );
`;
