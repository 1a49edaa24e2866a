import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a trust recorded itself it may mend: in a draft without a word, and in public with a reason, while what it said before
 * is kept. What should not stand is withdrawn with its reason and stays listed; out of a draft it never becomes public.
 */
export class MendedAndWithdrawn1764000000149 implements MigrationInterface {
  name = 'MendedAndWithdrawn1764000000149';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [...OF_SCHEMES, ...OF_CO_PRODUCTION]) await runner.query(withdrawable(table));
    for (const [table, what] of Object.entries(AS_OPEN)) await runner.query(asOpen(table, what));
    await runner.query(ONCE);
    await runner.query(REWRITING);
    await runner.query(RIGHTS);
    await runner.query(CORRECTABLE);
  }

  /** The way back is only for what was never used: a constraint refuses it where anything was withdrawn. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...OF_SCHEMES, ...OF_CO_PRODUCTION])
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT "what was withdrawn is not forgotten: restore a backup" CHECK (withdrawn_on IS NULL)`,
      );
    await runner.query(CORRECTABLE_AS_IT_WAS);
    await runner.query(RIGHTS_AS_THEY_WERE);
    await runner.query(REWRITING_AS_IT_WAS);
    for (const [table, what] of Object.entries(AS_OPEN)) await runner.query(asOpenAsItWas(table, what));
    await runner.query(ONCE_AS_IT_WAS);
    for (const table of [...OF_SCHEMES, ...OF_CO_PRODUCTION])
      await runner.query(`ALTER TABLE ${table} DROP COLUMN withdrawn_on, DROP COLUMN withdrawn_because`);
  }
}

const OF_SCHEMES = ['deployments.deployment_name', 'deployments.deployment_agency', 'deployments.claim'];
const OF_CO_PRODUCTION = ['involvement', 'participant_group', 'payment', 'influence'].map(
  (table) => `co_production.${table}`,
);

const AS_OPEN: Readonly<Record<string, string>> = {
  'deployments.deployment_name': 'a name',
  'deployments.deployment_agency': 'an agency',
  'deployments.claim': 'a claim',
};

function withdrawable(table: string): string {
  return `
    ALTER TABLE ${table}
      ADD COLUMN withdrawn_on date,
      ADD COLUMN withdrawn_because text,
      ADD CONSTRAINT "what is withdrawn says why" CHECK ((withdrawn_on IS NULL) = (withdrawn_because IS NULL) AND withdrawn_because ~ '\\S');
  `;
}

/** Ties how open an entry is to its deployment, by the column that says it. */
function opening(table: string, what: string, column: 'open_as' | 'published'): string {
  return `    ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE deployments.deployment NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE ${table}
      ADD CONSTRAINT "${what} is as open as its deployment" FOREIGN KEY (deployment_id, ${column})
        REFERENCES deployments.deployment (id, published) DEFERRABLE INITIALLY DEFERRED;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    ALTER TABLE deployments.deployment FORCE ROW LEVEL SECURITY;
`;
}

/** What was withdrawn from a draft stays with its trust when the scheme becomes public. */
function asOpen(table: string, what: string): string {
  return `
    ALTER TABLE ${table}
      ADD COLUMN open_as boolean GENERATED ALWAYS AS (CASE WHEN withdrawn_on IS NULL OR published THEN published END) STORED,
      DROP CONSTRAINT "${what} is as open as its deployment";
${opening(table, what, 'open_as')}  `;
}

const ONCE = `
  DROP INDEX deployments."a deployment has each name once";
  CREATE UNIQUE INDEX "a deployment has each name once" ON deployments.deployment_name (deployment_id, lower(name))
    WHERE withdrawn_on IS NULL;
  ALTER TABLE deployments.deployment_agency DROP CONSTRAINT "an agency plays a part once";
  CREATE UNIQUE INDEX "an agency plays a part once" ON deployments.deployment_agency (deployment_id, part, organisation_id, name)
    NULLS NOT DISTINCT WHERE withdrawn_on IS NULL;
  DROP INDEX deployments."a trust says the same thing once";
  CREATE UNIQUE INDEX "a trust says the same thing once" ON deployments.claim (deployment_id, md5(statement))
    WHERE registered_by = 'trust' AND withdrawn_on IS NULL;
  ALTER TABLE co_production.payment DROP CONSTRAINT "payment is told once for an involvement";
  CREATE UNIQUE INDEX "payment is told once for an involvement" ON co_production.payment (involvement_id) WHERE withdrawn_on IS NULL;
`;

const REWRITING = `
  -- A trust mends what it said itself, and nothing that says whose it is or where it comes from; sources are mended by who
  -- loads them; and what was withdrawn is not changed again.
  CREATE OR REPLACE FUNCTION deployments.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    was jsonb := to_jsonb(OLD);
    own text[] := '{published,revision,open_as,searched,withdrawn_on,withdrawn_because}';
    said text[] := '{name,kind,organisation_id,part,topic,statement,dated,planned}';
    sourced boolean := coalesce(was ->> 'registered_by' = 'sources', was ->> 'claim_key' IS NOT NULL);
  BEGIN
    IF pg_has_role(current_user, 'candour_operator', 'MEMBER') OR sourced AND access.holds('ADMIN') THEN RETURN NULL; END IF;
    IF sourced AND to_jsonb(NEW) - '{published,revision,open_as}'::text[] IS DISTINCT FROM was - '{published,revision,open_as}'::text[]
      OR to_jsonb(NEW) - own - said IS DISTINCT FROM was - own - said
      OR OLD.withdrawn_on IS NOT NULL AND to_jsonb(NEW) - '{published,revision,open_as}'::text[] IS DISTINCT FROM was - '{published,revision,open_as}'::text[]
    THEN RAISE insufficient_privilege USING MESSAGE = 'what was said is not rewritten';
    END IF;
    RETURN NULL;
  END $$;

  CREATE FUNCTION co_production.refuse_mending_what_was_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF OLD.withdrawn_on IS NOT NULL AND to_jsonb(NEW) - '{published,revision}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{published,revision}'::text[]
    THEN RAISE insufficient_privilege USING MESSAGE = 'what was withdrawn is not mended';
    END IF;
    RETURN NULL;
  END $$;
  ${OF_CO_PRODUCTION.map(
    (table) => `CREATE TRIGGER "what was withdrawn is not mended" AFTER UPDATE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION co_production.refuse_mending_what_was_withdrawn();`,
  ).join('\n')}
`;

const RIGHTS = `
  GRANT UPDATE (happened, reason) ON deployments.transition TO candour_member;
  GRANT UPDATE (stage, from_day, to_day, question, decision_open, decided_on, method, led_by, police_present, access_budget,
    named_people, withdrawn_on, withdrawn_because) ON co_production.involvement TO candour_member;
  GRANT UPDATE (experience, count, recruited_via, counted_as_lived_experience, includes_founder, role, vote, withdrawn_on,
    withdrawn_because) ON co_production.participant_group TO candour_member;
  GRANT UPDATE (outcome, policy, rate, offered_to_all, paid_within_days, benefits_advice_offered, withdrawn_on,
    withdrawn_because) ON co_production.payment TO candour_member;
  GRANT UPDATE (proposal, proposed_by, decision, reason, answered_in_writing, artefact, before_hash, after_hash, withdrawn_on,
    withdrawn_because) ON co_production.influence TO candour_member;
`;

const CORRECTABLE = `
  CREATE OR REPLACE VIEW evidence.correctable WITH (security_invoker = true) AS
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
      f.published, false, f.proposal, f.withdrawn_on FROM co_production.influence f;
`;

/** A view that others rest on keeps its columns; the one that is too many says nothing. */
const CORRECTABLE_AS_IT_WAS = `
  CREATE OR REPLACE VIEW evidence.correctable WITH (security_invoker = true) AS
    SELECT 'deployment' AS kind, d.id, 'deployment' AS about_kind, d.id AS about_id, d.lead_organisation_id AS organisation_id,
      d.published, d.registered_by = 'sources' AS sourced, d.title AS called, NULL::date AS withdrawn_on FROM deployments.deployment d
    UNION ALL SELECT 'deployment-name', n.id, 'deployment', n.deployment_id, n.lead_organisation_id,
      n.published, n.claim_key IS NOT NULL, n.name, NULL FROM deployments.deployment_name n
    UNION ALL SELECT 'deployment-agency', a.id, 'deployment', a.deployment_id, a.lead_organisation_id,
      a.published, a.claim_key IS NOT NULL, coalesce(o.name, a.name), NULL FROM deployments.deployment_agency a
      LEFT JOIN organisations.organisation o ON o.id = a.organisation_id
    UNION ALL SELECT 'claim', c.id, 'deployment', c.deployment_id, c.lead_organisation_id,
      c.published, c.registered_by = 'sources', c.statement, NULL FROM deployments.claim c WHERE c.deployment_id IS NOT NULL;
`;

const RIGHTS_AS_THEY_WERE = RIGHTS.replaceAll('GRANT UPDATE', 'REVOKE UPDATE').replaceAll(
  'TO candour_member',
  'FROM candour_member',
);

const REWRITING_AS_IT_WAS = `
  ${OF_CO_PRODUCTION.map((table) => `DROP TRIGGER "what was withdrawn is not mended" ON ${table};`).join('\n')}
  DROP FUNCTION co_production.refuse_mending_what_was_withdrawn;
  CREATE OR REPLACE FUNCTION deployments.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF access.person() IS NOT NULL
      AND to_jsonb(NEW) - '{published,revision}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{published,revision}'::text[]
      AND NOT (access.holds('ADMIN') AND coalesce(to_jsonb(OLD) ->> 'registered_by' = 'sources', to_jsonb(OLD) ->> 'claim_key' IS NOT NULL))
    THEN RAISE insufficient_privilege USING MESSAGE = 'what was said is not rewritten';
    END IF;
    RETURN NULL;
  END $$;
`;

function asOpenAsItWas(table: string, what: string): string {
  return `
    ALTER TABLE ${table} DROP CONSTRAINT "${what} is as open as its deployment", DROP COLUMN open_as;
${opening(table, what, 'published')}  `;
}

const ONCE_AS_IT_WAS = `
  DROP INDEX deployments."a deployment has each name once", deployments."an agency plays a part once",
    deployments."a trust says the same thing once", co_production."payment is told once for an involvement";
  CREATE UNIQUE INDEX "a deployment has each name once" ON deployments.deployment_name (deployment_id, lower(name));
  ALTER TABLE deployments.deployment_agency ADD CONSTRAINT "an agency plays a part once"
    UNIQUE NULLS NOT DISTINCT (deployment_id, part, organisation_id, name);
  CREATE UNIQUE INDEX "a trust says the same thing once" ON deployments.claim (deployment_id, md5(statement))
    WHERE registered_by = 'trust';
  ALTER TABLE co_production.payment ADD CONSTRAINT "payment is told once for an involvement" UNIQUE (involvement_id);
`;
