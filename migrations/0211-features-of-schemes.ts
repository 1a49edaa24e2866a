import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a scheme may share with another: its trust, agencies, posts, hubs, funders, areas and names, as they are and ever
 * were in public. PostgreSQL notes it in the act that records it, so that a rename or a withdrawal takes nothing away, and
 * those that share something are found by an index and not by comparing every two schemes.
 */
export class FeaturesOfSchemes1764000000211 implements MigrationInterface {
  name = 'FeaturesOfSchemes1764000000211';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FEATURES);
    await runner.query(NOTING);
    await runner.query('CALL access.hand_to_definer()');
    await runner.query(WATCHING);
    for (const [table, kind] of Object.entries(WATCHED))
      await runner.query(`CALL succession.watch('${table}', '${kind}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(WATCHED))
      await runner.query(`DROP TRIGGER "what a scheme may share is noted" ON ${table}`);
    await runner.query(`
      DROP INDEX deployments."claims of lineage", deployments."schemes by what they follow";
      DROP SCHEMA succession CASCADE;
    `);
  }
}

/** The tables whose rows say something of a scheme that another may share, each with its recorded kind. */
const WATCHED = {
  'deployments.deployment': 'deployment',
  'deployments.deployment_name': 'deployment-name',
  'deployments.deployment_agency': 'deployment-agency',
  'deployments.deployment_place': 'deployment-place',
  'staffing.team_post': 'team-post',
  'staffing.team_place': 'team-place',
  'accountability.decision': 'commissioning-decision',
} as const;

const FEATURES = `
  CREATE SCHEMA succession;
  GRANT USAGE ON SCHEMA succession TO candour_public, candour_member, candour_receipt, candour_operator, candour_definer;

  CREATE TABLE succession.feature (
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    deployment_id uuid NOT NULL CONSTRAINT "a feature is of a scheme" REFERENCES deployments.deployment,
    lead_organisation_id uuid,
    published boolean NOT NULL,
    sort text NOT NULL,
    value text NOT NULL,
    words text NOT NULL,
    claim_key text,
    noted_on date NOT NULL,
    gone_on date,
    -- Trust and area are where a scheme is and count as one; a national trainer or network is shared by too many to count.
    counts_as text GENERATED ALWAYS AS (CASE WHEN sort IN ('TRUST', 'AREA') THEN 'WHERE' WHEN sort <> 'NETWORK' THEN sort END) STORED,
    CONSTRAINT "a record says each feature once" PRIMARY KEY (subject_kind, subject_id, sort, value)
  );
  CREATE INDEX "features of a scheme" ON succession.feature (deployment_id);
  CREATE INDEX "schemes with a feature" ON succession.feature (sort, value, deployment_id);
  CREATE INDEX "claims of lineage" ON deployments.claim (topic) WHERE topic = 'LINEAGE';
  CREATE INDEX "schemes by what they follow" ON deployments.deployment (succeeds_id) WHERE succeeds_id IS NOT NULL;
  ALTER TABLE succession.feature ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON succession.feature TO candour_public, candour_member, candour_receipt, candour_operator;
  GRANT SELECT, INSERT, UPDATE, DELETE ON succession.feature TO candour_definer;
  CREATE POLICY "everyone reads what is published" ON succession.feature FOR SELECT TO candour_public, candour_receipt USING (published);
  CREATE POLICY "its trust's people and auditors read a draft" ON succession.feature FOR SELECT TO candour_member
    USING (published OR (SELECT access.holds('AUDITOR')) OR lead_organisation_id = ANY ((SELECT access.organisations_as(
      'TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER'))::uuid[]));
  CREATE POLICY "the operator reads it" ON succession.feature FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "functions of the database note it" ON succession.feature TO candour_definer USING (true);
`;

const NOTING = `
  -- What a row says of its scheme that another may share. A region is too wide to be one, people's homes are no hub, and the
  -- model's own name says nothing of a scheme that is like it.
  CREATE FUNCTION succession.features_of(kind text, said jsonb) RETURNS TABLE (sort text, value text, words text)
    LANGUAGE sql STABLE SET search_path = '' AS $$
      SELECT f.sort, folded.value, f.words FROM (VALUES
        ('deployment', 'TRUST', said ->> 'lead_organisation_id', said ->> 'lead_organisation_id'),
        ('deployment', 'NAME', NULL, said ->> 'title'),
        ('deployment', 'AREA', NULL, said ->> 'area'),
        ('deployment-name', 'NAME', NULL, said ->> 'name'),
        ('deployment-place', CASE WHEN said ->> 'kind' <> 'REGION' THEN 'AREA' END, NULL, said ->> 'name'),
        ('deployment-agency', CASE said ->> 'part' WHEN 'TRUST' THEN 'TRUST' WHEN 'POLICE' THEN 'POLICE'
            WHEN 'AMBULANCE' THEN 'AMBULANCE' WHEN 'VCSE' THEN 'VOLUNTARY' WHEN 'FUNDER' THEN 'FUNDER'
            WHEN 'COMMISSIONER' THEN 'FUNDER' WHEN 'TRAINER' THEN 'NETWORK' WHEN 'INNOVATION_NETWORK' THEN 'NETWORK' ELSE 'AGENCY' END,
          said ->> 'organisation_id', coalesce(said ->> 'organisation_id', said ->> 'name')),
        ('team-post', 'POST', NULL, (said ->> 'post') || ': ' || (said ->> 'agency')),
        ('team-place', CASE WHEN said ->> 'sort' <> 'HOME_VISITS' THEN 'HUB' END, NULL, said ->> 'place'),
        ('commissioning-decision', CASE WHEN said ->> 'decision' IN ('START', 'FUND', 'PROCURE', 'EXTEND') THEN 'FUNDER' END,
          NULL, said ->> 'body')
      ) AS f (of, sort, id, words)
      CROSS JOIN LATERAL (SELECT left(coalesce(f.id, search.folded(ARRAY[f.words])), 300) AS value) AS folded
      WHERE f.of = features_of.kind AND f.sort IS NOT NULL AND folded.value ~ '[[:alnum:]]'
        AND NOT (f.sort = 'NAME' AND folded.value ~ '^sim$|serenity integrated')
    $$;

  -- While it is a draft a row says what it says now. Once it is public, what it does not say any more stays with the day.
  CREATE FUNCTION succession.note_features() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      said jsonb := to_jsonb(NEW);
      gone date := (said ->> 'withdrawn_on')::date;
      today date := coalesce((SELECT (e.leaf::jsonb ->> 'day')::date FROM ledger.event e
        WHERE e.subject_kind = TG_ARGV[0] AND e.subject_id = NEW.id AND e.revision = NEW.revision), current_date);
    BEGIN
      IF TG_OP = 'UPDATE' AND OLD.published THEN
        UPDATE succession.feature f SET gone_on = today WHERE f.subject_kind = TG_ARGV[0] AND f.subject_id = NEW.id
          AND f.gone_on IS NULL AND (f.sort, f.value) NOT IN (SELECT o.sort, o.value FROM succession.features_of(TG_ARGV[0], said) o);
      ELSE
        DELETE FROM succession.feature f WHERE f.subject_kind = TG_ARGV[0] AND f.subject_id = NEW.id;
        IF gone IS NOT NULL AND NOT NEW.published THEN RETURN NULL; END IF;
      END IF;
      UPDATE succession.feature f SET lead_organisation_id = NEW.lead_organisation_id
        WHERE f.subject_kind = TG_ARGV[0] AND f.subject_id = NEW.id;
      INSERT INTO succession.feature AS f (subject_kind, subject_id, deployment_id, lead_organisation_id, published, sort, value,
          words, claim_key, noted_on, gone_on)
        SELECT TG_ARGV[0], NEW.id, coalesce((said ->> 'deployment_id')::uuid, NEW.id), NEW.lead_organisation_id, NEW.published,
          o.sort, o.value, o.words, said ->> 'claim_key', today, gone
        FROM succession.features_of(TG_ARGV[0], said) o
        ON CONFLICT (subject_kind, subject_id, sort, value) DO UPDATE
          SET gone_on = EXCLUDED.gone_on, words = EXCLUDED.words, claim_key = EXCLUDED.claim_key;
      RETURN NULL;
    END $$;
`;

const WATCHING = `
  -- Makes a table note what its rows say, from now on and as far as it says and said so already.
  CREATE PROCEDURE succession.watch(held regclass, kind text) LANGUAGE plpgsql AS $$
    DECLARE
      noting text := format('INSERT INTO succession.feature (subject_kind, subject_id, deployment_id, lead_organisation_id, published,
          sort, value, words, claim_key, noted_on, gone_on)
        SELECT %1$L, r.id, coalesce((to_jsonb(r) ->> ''deployment_id'')::uuid, r.id), r.lead_organisation_id, r.published,
          o.sort, o.value, o.words, to_jsonb(r) ->> ''claim_key'', coalesce((SELECT min((e.leaf::jsonb ->> ''day'')::date) FROM ledger.event e
            WHERE e.subject_kind = %1$L AND e.subject_id = r.id), current_date), ', kind);
      anew text := ' WHERE r.published OR to_jsonb(r) ->> ''withdrawn_on'' IS NULL ON CONFLICT DO NOTHING';
    BEGIN
      EXECUTE format('CREATE CONSTRAINT TRIGGER "what a scheme may share is noted" AFTER INSERT OR UPDATE ON %s
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION succession.note_features(%L)', held, kind);
      EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', held);
      EXECUTE noting || format('(to_jsonb(r) ->> ''withdrawn_on'')::date FROM %s r
        CROSS JOIN LATERAL succession.features_of(%L, to_jsonb(r)) o', held, kind) || anew;
      EXECUTE noting || format('g.day FROM %s r JOIN ledger.change g ON g.subject_kind = %2$L AND g.subject_id = r.id
        CROSS JOIN LATERAL succession.features_of(%2$L, to_jsonb(r)
          || jsonb_build_object(lower(regexp_replace(g.field, ''([A-Z])'', ''_\\1'', ''g'')), g.before)) o', held, kind) || anew;
      EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', held);
    END $$;
`;
