import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Somebody acts for a body that commissions schemes or for NHS England, and a commissioner is a part that an agency plays.
 * Whoever holds such a post speaks for no user-led group, as for posts in trusts and police forces.
 */
export class Commissioners1764000000208 implements MigrationInterface {
  name = 'Commissioners1764000000208';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rolesAre([...ROLES, 'COMMISSIONER'], [...OF_ORGANISATIONS, 'COMMISSIONER']));
    await runner.query(partsAre([...PARTS, 'COMMISSIONER']));
    await runner.query(posts(POSTS_BEFORE, POSTS_NOW));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(posts(POSTS_NOW, POSTS_BEFORE));
    await runner.query(partsAre(PARTS));
    await runner.query(rolesAre(ROLES, OF_ORGANISATIONS));
  }
}

const OF_ORGANISATIONS = [
  'TRUST_SUBMITTER',
  'CALDICOTT_GUARDIAN',
  'DATA_PROTECTION_OFFICER',
  'EXECUTIVE_APPROVER',
  'USER_GROUP_MEMBER',
  'POLICE_PARTNER',
];
const ROLES = [
  ...OF_ORGANISATIONS,
  'REVIEWER',
  'LIVED_EXPERIENCE_REVIEWER',
  'LEAD_REVIEWER',
  'CONCERN_HANDLER',
  'AUDITOR',
  'ADMIN',
];
const PARTS = ['TRUST', 'POLICE', 'AMBULANCE', 'VCSE', 'FUNDER', 'TRAINER', 'INNOVATION_NETWORK', 'OTHER'];
const POSTS_BEFORE = "'EXECUTIVE_APPROVER', 'POLICE_PARTNER')";
const POSTS_NOW = "'EXECUTIVE_APPROVER', 'POLICE_PARTNER', 'COMMISSIONER')";

function listed(codes: readonly string[]): string {
  return codes.map((code) => `'${code}'`).join(', ');
}

function rolesAre(roles: readonly string[], ofOrganisations: readonly string[]): string {
  return `
    ALTER TABLE identity.membership
      DROP CONSTRAINT "a role is one that there is",
      DROP CONSTRAINT "a role names its organisation exactly when it is of one",
      ADD CONSTRAINT "a role is one that there is" CHECK (role IN (${listed(roles)})),
      ADD CONSTRAINT "a role names its organisation exactly when it is of one"
        CHECK ((organisation_id IS NOT NULL) = (role IN (${listed(ofOrganisations)})));
    ALTER TABLE memberships.account_request
      DROP CONSTRAINT "a request names a role that there is",
      ADD CONSTRAINT "a request names a role that there is" CHECK (role IN (${listed(roles)}));
  `;
}

function partsAre(parts: readonly string[]): string {
  return `
    ALTER TABLE deployments.deployment_agency
      DROP CONSTRAINT "an agency plays a known part",
      ADD CONSTRAINT "an agency plays a known part" CHECK (part IN (${listed(parts)}));
  `;
}

/** Every rule about who may speak for a user-led group names the posts that stand against it; each is written anew from its own text. */
function posts(from: string, to: string): string {
  return `
    DO $$ DECLARE one record; BEGIN
      FOR one IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'memberships'::regnamespace
          AND strpos(p.prosrc, $from$${from}$from$) > 0 LOOP
        EXECUTE replace(pg_get_functiondef(one.oid), $from$${from}$from$, $to$${to}$to$);
      END LOOP;
    END $$;
    CALL access.hand_to_definer();
  `;
}
