import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An order to halt holds within 12 months of its day: one that holds in 2100 would never be overdue. And a police force is
 * never outside a scheme in which police and nurses work together, though a trust calls it who pays.
 */
export class OrdersOfAYear1764000000224 implements MigrationInterface {
  name = 'OrdersOfAYear1764000000224';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deployments.halt ADD CONSTRAINT "an order to halt holds within a year"
        CHECK (effective_on <= (ordered_on + interval '12 months')::date);
    `);
    await runner.query(mayHalt("AND o.type <> 'POLICE_FORCE'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deployments.halt DROP CONSTRAINT "an order to halt holds within a year"');
    await runner.query(mayHalt(''));
  }
}

function mayHalt(further: string): string {
  return `CREATE OR REPLACE FUNCTION deployments.may_halt(of_deployment uuid, of_organisation uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    SELECT CASE WHEN deployments.is_of_the_trust(d.id) THEN NULL
        WHEN d.lead_organisation_id IS NOT NULL AND o.id IN (SELECT * FROM reviews.kin_of(d.lead_organisation_id)) THEN NULL
        WHEN o.type IN ('NHSE_NATIONAL', 'NHSE_REGION') THEN 'NHS_ENGLAND'
        WHEN EXISTS (SELECT FROM succession.feature f WHERE f.deployment_id = d.id AND f.published
          AND f.subject_kind = 'deployment-agency' AND f.sort = 'FUNDER' AND f.value = o.id::text) ${further} THEN 'COMMISSIONER' END
      FROM deployments.deployment d, organisations.organisation o
      WHERE d.id = of_deployment AND o.id = of_organisation AND d.published $$`;
}
