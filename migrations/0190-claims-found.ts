import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Claims are found by what they say, and stand on the page of each organisation that they concern. Harm is something that
 * sources speak of too.
 */
export class ClaimsFound1764000000190 implements MigrationInterface {
  name = 'ClaimsFound1764000000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(topics(`${TOPICS}, 'HARM'`));
    await runner.query(`
      ALTER TABLE deployments.claim
        ADD COLUMN bodies text[] CONSTRAINT "a claim that concerns organisations names one" CHECK (cardinality(bodies) > 0);
      ALTER TABLE deployments.claim
        ADD COLUMN found_by text GENERATED ALWAYS AS (search.folded(
          ARRAY[statement, scope, value #>> '{}', figures #>> '{}', sources #>> '{}'] || cautions)) STORED;
    `);
    await runner.query(rewriting('searched,', 'searched,found_by,'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewriting('searched,found_by,', 'searched,'));
    await runner.query('ALTER TABLE deployments.claim DROP COLUMN found_by, DROP COLUMN bodies');
    await runner.query(topics(TOPICS));
  }
}

const TOPICS = `'POSITION', 'STATE', 'START', 'END', 'ALIAS', 'LINEAGE', 'TEAM', 'MEMBERSHIP', 'ENDORSEMENT', 'FUNDING',
  'SELECTION', 'ACTIVITY', 'OUTCOME', 'COST', 'CO_PRODUCTION', 'REVIEW', 'TRANSPARENCY', 'SPREAD'`;

function topics(known: string): string {
  return `
    ALTER TABLE deployments.claim DROP CONSTRAINT "a claim is about a known topic",
      ADD CONSTRAINT "a claim is about a known topic" CHECK (topic IN (${known}))`;
}

/** What PostgreSQL derives from what is said follows when a trust mends what it said itself, and is no rewriting. */
function rewriting(before: string, after: string): string {
  return `
    DO $$ BEGIN
      EXECUTE replace(pg_get_functiondef('deployments.refuse_rewriting'::regproc), '${before}', '${after}');
    END $$`;
}
