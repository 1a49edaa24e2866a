import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two vocabularies that only the code knew: what a claim is about, and what kind of body an organisation is. */
export class KnownWords1764000000073 implements MigrationInterface {
  name = 'KnownWords1764000000073';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deployments.claim ADD CONSTRAINT "a claim is about a known topic" CHECK (topic IN (
        'POSITION', 'STATE', 'START', 'END', 'ALIAS', 'LINEAGE', 'TEAM', 'MEMBERSHIP', 'ENDORSEMENT', 'FUNDING',
        'SELECTION', 'ACTIVITY', 'OUTCOME', 'COST', 'CO_PRODUCTION', 'REVIEW', 'TRANSPARENCY', 'SPREAD'));
      ALTER TABLE organisations.organisation ADD CONSTRAINT "an organisation is of a known type" CHECK (type IN (
        'NHS_TRUST', 'NHS_MH_TRUST', 'NHS_ACUTE', 'NHS_AMBULANCE', 'NHS_COMMUNITY', 'GP', 'ICB', 'CCG',
        'NHSE_NATIONAL', 'NHSE_REGION', 'DHSC', 'AHSN_HIN', 'NIA', 'VENDOR', 'POLICE_FORCE', 'PCC',
        'LOCAL_AUTHORITY', 'SAB', 'VCSE_PROVIDER', 'USER_LED_GROUP', 'PROFESSIONAL_BODY', 'CHARITY',
        'RESEARCH_NETWORK', 'REGULATOR'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deployments.claim DROP CONSTRAINT "a claim is about a known topic";
      ALTER TABLE organisations.organisation DROP CONSTRAINT "an organisation is of a known type";
    `);
  }
}
