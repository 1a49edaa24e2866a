import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * In which places a scheme lies, each because a claim or its trust says so; where organisations have their address, as the
 * published file says; and what claims say, so that a search for a place, a funder or an endorsement leads to the scheme.
 */
export class PlacesOfSchemes1764000000196 implements MigrationInterface {
  name = 'PlacesOfSchemes1764000000196';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLACES);
    await runner.query(RIGHTS);
    await runner.query(CORRECTABLE);
    await runner.query(SEARCHED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deployments.claim DROP COLUMN searched;
      ALTER TABLE organisations.organisation DROP COLUMN located, DROP COLUMN town, DROP COLUMN county;
      ${CORRECTABLE_AS_IT_WAS}
      DROP TABLE deployments.deployment_place;
    `);
  }
}

const PLACES = `
  CREATE TABLE deployments.deployment_place (
    id uuid CONSTRAINT "a place of a deployment has one id" PRIMARY KEY,
    revision integer NOT NULL,
    deployment_id uuid NOT NULL,
    lead_organisation_id uuid,
    published boolean NOT NULL,
    name text NOT NULL CONSTRAINT "a place has a name" CHECK (name ~ '\\S'),
    kind text NOT NULL CONSTRAINT "a place is a region, a county or a town" CHECK (kind IN ('REGION', 'COUNTY', 'TOWN')),
    claim_key text,
    withdrawn_on date,
    withdrawn_because text,
    open_as boolean GENERATED ALWAYS AS (CASE WHEN withdrawn_on IS NULL OR published THEN published END) STORED,
    searched text GENERATED ALWAYS AS (search.folded(ARRAY[name])) STORED,
    CONSTRAINT "what is withdrawn says why" CHECK ((withdrawn_on IS NULL) = (withdrawn_because IS NULL) AND withdrawn_because ~ '\\S'),
    CONSTRAINT "a place is as open as its deployment" FOREIGN KEY (deployment_id, open_as)
      REFERENCES deployments.deployment (id, published) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "a place is kept by the trust of its deployment" FOREIGN KEY (deployment_id, lead_organisation_id)
      REFERENCES deployments.deployment (id, lead_organisation_id) DEFERRABLE INITIALLY DEFERRED
  );
  CREATE UNIQUE INDEX "a deployment lies in each place once" ON deployments.deployment_place (deployment_id, kind, lower(name))
    WHERE withdrawn_on IS NULL;
  CREATE INDEX "regions that schemes lie in" ON deployments.deployment_place (searched) WHERE kind = 'REGION';
  CALL ledger.record_changes_of('deployments.deployment_place', 'deployment-place');
  CALL ledger.keep_changes_of('deployments.deployment_place', 'deployment-place', 'deployment', 'deployment_id', ARRAY['name'], true);
`;

/** As for names and agencies: a trust says of its own, and what sources say is kept by who loads it. */
const RIGHTS = `
  ALTER TABLE deployments.deployment_place ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT ON deployments.deployment_place TO candour_public, candour_receipt;
  GRANT SELECT, INSERT, UPDATE ON deployments.deployment_place TO candour_member, candour_operator;
  CREATE POLICY "everyone reads what is published" ON deployments.deployment_place FOR SELECT
    TO candour_public, candour_receipt USING (published);
  CREATE POLICY "its trust's people and auditors read a draft" ON deployments.deployment_place FOR SELECT TO candour_member
    USING (published OR (SELECT access.holds('AUDITOR')) OR lead_organisation_id = ANY ((SELECT access.organisations_as(
      'TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER'))::uuid[]));
  CREATE POLICY "its trust adds it" ON deployments.deployment_place FOR INSERT TO candour_member
    WITH CHECK (lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
  CREATE POLICY "its trust changes it" ON deployments.deployment_place FOR UPDATE TO candour_member
    USING (lead_organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
  CREATE POLICY "administrators load what sources say" ON deployments.deployment_place FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('ADMIN')) AND claim_key IS NOT NULL AND published);
  CREATE POLICY "administrators correct what sources say" ON deployments.deployment_place FOR UPDATE TO candour_member
    USING ((SELECT access.holds('ADMIN')) AND claim_key IS NOT NULL AND published);
  CREATE POLICY "the operator keeps it" ON deployments.deployment_place FOR ALL TO candour_operator USING (true);
  CREATE TRIGGER "what was said is not rewritten" AFTER UPDATE ON deployments.deployment_place
    FOR EACH ROW EXECUTE FUNCTION deployments.refuse_rewriting();
`;

/** The view with one branch more at its end, whatever other kinds it has by now. */
const CORRECTABLE = `
  DO $$ BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW evidence.correctable WITH (security_invoker = true) AS '
      || rtrim(pg_get_viewdef('evidence.correctable'::regclass), ';')
      || ' UNION ALL SELECT ''deployment-place'', p.id, ''deployment'', p.deployment_id, p.lead_organisation_id,
        p.published, p.claim_key IS NOT NULL, p.name, p.withdrawn_on FROM deployments.deployment_place p';
  END $$;
`;

/** What was changed after this went back before this does: the last branch is this one's. */
const CORRECTABLE_AS_IT_WAS = `
  DO $$ DECLARE stands text := pg_get_viewdef('evidence.correctable'::regclass); BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW evidence.correctable WITH (security_invoker = true) AS '
      || left(stands, length(stands) - strpos(reverse(stands), reverse('UNION ALL')) - length('UNION ALL') + 1);
  END $$;
`;

const SEARCHED = `
  ALTER TABLE organisations.organisation ADD COLUMN town text, ADD COLUMN county text;
  ALTER TABLE organisations.organisation
    ADD COLUMN located text GENERATED ALWAYS AS (search.folded(ARRAY[town, county, postcode])) STORED;
  ALTER TABLE deployments.claim
    ADD COLUMN searched text GENERATED ALWAYS AS (search.folded(ARRAY[statement, value #>> '{}', scope])) STORED;
`;
