import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whatever a trust records of its scheme beside its name and state is an entry: whose it is, how open it is, since when it
 * does not stand, who reads and changes it and what it said before are the same for every kind. A kind writes the columns
 * that are its own, and one CALL gives its table the rest.
 */
export class EntriesOfAScheme1764000000187 implements MigrationInterface {
  name = 'EntriesOfAScheme1764000000187';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTRIES);
    await runner.query(MENDING);
    await runner.query(HOLDING);
    await runner.query(correctable(`${ELSEWHERE} ${OF_ENTRIES}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(correctable(ELSEWHERE));
    await runner.query(`
      DROP PROCEDURE deployments.hold_entries, deployments.let_go_of_entries, deployments.list_entries;
      DROP FUNCTION deployments.refuse_mending_what_was_withdrawn;
      DROP VIEW deployments.entry;
    `);
  }
}

const ENTRIES = `
  -- Every entry of every scheme, as far as whoever asks may see it: what it is called, and what a search finds it by.
  CREATE PROCEDURE deployments.list_entries() LANGUAGE plpgsql AS $$
    DECLARE kinds text := (SELECT string_agg(format('SELECT %L::text AS kind, e.id, e.deployment_id, e.lead_organisation_id,
        e.published, e.withdrawn_on, e.called, e.searched FROM %s e', substr(said, 20), held), ' UNION ALL ' ORDER BY said)
      FROM (SELECT c.oid::regclass AS held, obj_description(c.oid, 'pg_class') AS said FROM pg_class c WHERE c.relkind = 'r') AS known
      WHERE said LIKE 'entry of a scheme: %');
    BEGIN
      EXECUTE 'CREATE OR REPLACE VIEW deployments.entry WITH (security_invoker = true) AS ' || coalesce(kinds,
        'SELECT NULL::text AS kind, NULL::uuid AS id, NULL::uuid AS deployment_id, NULL::uuid AS lead_organisation_id,
          NULL::boolean AS published, NULL::date AS withdrawn_on, NULL::text AS called, NULL::text AS searched WHERE false');
    END $$;
  CALL deployments.list_entries();
  GRANT SELECT ON deployments.entry TO candour_public, candour_member, candour_receipt, candour_operator;
`;

const MENDING = `
  -- An entry is mended in what it says; whose it is does not change, and what was withdrawn stays as it was.
  CREATE FUNCTION deployments.refuse_mending_what_was_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE open text[] := '{published,revision,open_as}';
    BEGIN
      IF OLD.withdrawn_on IS NOT NULL AND to_jsonb(NEW) - open IS DISTINCT FROM to_jsonb(OLD) - open
      THEN RAISE insufficient_privilege USING MESSAGE = 'what was withdrawn is not mended';
      END IF;
      RETURN NULL;
    END $$;
`;

const OWN_PEOPLE = `lead_organisation_id = ANY ((SELECT access.organisations_as(''TRUST_SUBMITTER'', ''CALDICOTT_GUARDIAN'',
        ''DATA_PROTECTION_OFFICER'', ''EXECUTIVE_APPROVER''))::uuid[])`;
const OWN_SUBMITTER = `lead_organisation_id = ANY ((SELECT access.organisations_as(''TRUST_SUBMITTER''))::uuid[])`;

const HOLDING = `
  -- Makes a table one of entries: \`kind\` is its recorded kind, \`what\` names one of them with its article, \`called\` is
  -- the expression by which a list names it, \`searched\` are the texts that a search finds it by. None of them may be null.
  CREATE PROCEDURE deployments.hold_entries(held regclass, kind text, what text, called text, searched text) LANGUAGE plpgsql AS $$
    DECLARE own text := (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = held AND attnum > 0 AND NOT attisdropped);
    BEGIN
      ALTER TABLE deployments.deployment NO FORCE ROW LEVEL SECURITY;
      EXECUTE format('ALTER TABLE %s
        ADD COLUMN id uuid CONSTRAINT %I PRIMARY KEY,
        ADD COLUMN revision integer NOT NULL,
        ADD COLUMN deployment_id uuid NOT NULL,
        ADD COLUMN lead_organisation_id uuid NOT NULL,
        ADD COLUMN published boolean NOT NULL,
        ADD COLUMN said_on date NOT NULL,
        ADD COLUMN withdrawn_on date,
        ADD COLUMN withdrawn_because text,
        ADD COLUMN open_as boolean GENERATED ALWAYS AS (CASE WHEN withdrawn_on IS NULL OR published THEN published END) STORED,
        ADD COLUMN called text GENERATED ALWAYS AS (%s) STORED,
        ADD COLUMN searched text GENERATED ALWAYS AS (search.folded(ARRAY[%s])) STORED,
        ADD CONSTRAINT "what is withdrawn says why" CHECK ((withdrawn_on IS NULL) = (withdrawn_because IS NULL) AND withdrawn_because ~ ''\\S''),
        ADD CONSTRAINT %I FOREIGN KEY (deployment_id, lead_organisation_id) REFERENCES deployments.deployment (id, lead_organisation_id),
        ADD CONSTRAINT %I FOREIGN KEY (deployment_id, open_as) REFERENCES deployments.deployment (id, published) DEFERRABLE INITIALLY DEFERRED',
        held, what || ' has one id', called, searched, what || ' is told by the trust', what || ' is as open as its scheme');
      ALTER TABLE deployments.deployment FORCE ROW LEVEL SECURITY;
      EXECUTE format('CREATE INDEX ON %s (deployment_id); CREATE INDEX ON %s USING gin (searched search.gin_trgm_ops)', held, held);
      EXECUTE format('
        ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        GRANT SELECT ON %1$s TO candour_public, candour_receipt, candour_operator;
        GRANT SELECT, INSERT, UPDATE (%2$s, published, revision, withdrawn_on, withdrawn_because) ON %1$s TO candour_member;
        CREATE POLICY "everyone reads what is published" ON %1$s FOR SELECT TO candour_public, candour_receipt USING (published);
        CREATE POLICY "its trust''s people and auditors read a draft" ON %1$s FOR SELECT TO candour_member
          USING (published OR (SELECT access.holds(''AUDITOR'')) OR ${OWN_PEOPLE});
        CREATE POLICY "its trust tells it" ON %1$s FOR INSERT TO candour_member WITH CHECK (${OWN_SUBMITTER});
        CREATE POLICY "its trust changes it" ON %1$s FOR UPDATE TO candour_member USING (${OWN_SUBMITTER});
        CREATE POLICY "the operator reads it" ON %1$s FOR SELECT TO candour_operator USING (true);
        CREATE TRIGGER "what was withdrawn is not mended" AFTER UPDATE ON %1$s
          FOR EACH ROW EXECUTE FUNCTION deployments.refuse_mending_what_was_withdrawn()', held, own);
      EXECUTE format('COMMENT ON TABLE %s IS %L', held, 'entry of a scheme: ' || kind);
      CALL ledger.record_changes_of(held, kind);
      CALL ledger.keep_changes_of(held, kind, 'deployment', 'deployment_id', '{}', true);
      CALL deployments.list_entries();
    END $$;

  -- The way back, before the table of a kind is dropped.
  CREATE PROCEDURE deployments.let_go_of_entries(held regclass) LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('COMMENT ON TABLE %s IS NULL', held);
      CALL deployments.list_entries();
    END $$;
`;

const ELSEWHERE = `
    SELECT 'deployment' AS kind, d.id, 'deployment' AS about_kind, d.id AS about_id, d.lead_organisation_id AS organisation_id,
      d.published, d.registered_by = 'sources' AS sourced, d.title AS called, NULL::date AS withdrawn_on FROM deployments.deployment d
    UNION ALL SELECT 'deployment-name', n.id, 'deployment', n.deployment_id, n.lead_organisation_id,
      n.published, n.claim_key IS NOT NULL, n.name, n.withdrawn_on FROM deployments.deployment_name n
    UNION ALL SELECT 'deployment-agency', a.id, 'deployment', a.deployment_id, a.lead_organisation_id,
      a.published, a.claim_key IS NOT NULL, coalesce(o.name, a.name), a.withdrawn_on FROM deployments.deployment_agency a
      LEFT JOIN organisations.organisation o ON o.id = a.organisation_id
    UNION ALL SELECT 'claim', c.id, 'deployment', c.deployment_id, c.lead_organisation_id,
      c.published, c.registered_by = 'sources', c.statement, c.withdrawn_on FROM deployments.claim c WHERE c.deployment_id IS NOT NULL
    UNION ALL SELECT 'transition', t.id, 'deployment', t.deployment_id, t.lead_organisation_id,
      t.published, false, t.reason, NULL FROM deployments.transition t
    UNION ALL SELECT 'involvement', i.id, 'deployment', i.deployment_id, i.lead_organisation_id,
      i.published, false, i.method || ': ' || i.question, i.withdrawn_on FROM co_production.involvement i
    UNION ALL SELECT 'participant-group', g.id, 'deployment', g.deployment_id, g.lead_organisation_id,
      g.published, false, g.count || ' people as ' || g.role, g.withdrawn_on FROM co_production.participant_group g
    UNION ALL SELECT 'involvement-payment', p.id, 'deployment', p.deployment_id, p.lead_organisation_id,
      p.published, false, concat_ws(', ', 'Payment', p.policy, p.rate), p.withdrawn_on FROM co_production.payment p
    UNION ALL SELECT 'influence', f.id, 'deployment', f.deployment_id, f.lead_organisation_id,
      f.published, false, f.proposal, f.withdrawn_on FROM co_production.influence f`;

const OF_ENTRIES = `
    UNION ALL SELECT e.kind, e.id, 'deployment', e.deployment_id, e.lead_organisation_id,
      e.published, false, e.called, e.withdrawn_on FROM deployments.entry e`;

/** What an organisation can mend, withdraw or correct, whatever kind it is. */
function correctable(parts: string): string {
  return `CREATE OR REPLACE VIEW evidence.correctable WITH (security_invoker = true) AS ${parts};`;
}
