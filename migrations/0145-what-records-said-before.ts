import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a public record said before: for every column that everyone reads, the value before and after each change, and by
 * which post, when and why. PostgreSQL keeps it in the act that changes the record, so that nobody changes one in silence;
 * nobody has a right to write or take away what is kept. What the log already tells of earlier changes is taken over.
 */
export class WhatRecordsSaidBefore1764000000145 implements MigrationInterface {
  name = 'WhatRecordsSaidBefore1764000000145';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
    await runner.query(KEEPING);
    await runner.query('CALL access.hand_to_definer()');
    for (const [table, terms] of Object.entries(KEPT)) await runner.query(keep(table, terms));
    await runner.query(SOURCED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "what sources say is not renamed" ON deployments.deployment;
      DROP FUNCTION deployments.refuse_renaming;
    `);
    for (const table of Object.keys(KEPT))
      await runner.query(`DROP TRIGGER "what it said before is kept" ON ${table}`);
    await runner.query(`
      DROP PROCEDURE ledger.keep_changes_of;
      DROP FUNCTION ledger.changes_in_log, ledger.keep_what_it_said, ledger.said_in_public, ledger.property;
      DROP TABLE ledger.change;
    `);
  }
}

interface Terms {
  readonly kind: string;
  /** The record on whose page a change is listed, and the column that names it; the record itself where left out. */
  readonly about?: readonly [kind: string, column: string];
  /** Columns whose earlier values lead a search to that record. */
  readonly searched?: readonly string[];
  /** True where nobody may change what was said without saying why. */
  readonly reasoned?: boolean;
}

const OF_SCHEME = ['deployment', 'deployment_id'] as const;
const OF_ORGANISATION = ['organisation', 'predecessor_id'] as const;

/** Every table of which everyone reads rows that somebody may change. */
const KEPT: Readonly<Record<string, Terms>> = {
  'deployments.deployment': { kind: 'deployment', searched: ['title', 'area'], reasoned: true },
  'deployments.deployment_name': {
    kind: 'deployment-name',
    about: OF_SCHEME,
    searched: ['name'],
    reasoned: true,
  },
  'deployments.deployment_agency': {
    kind: 'deployment-agency',
    about: OF_SCHEME,
    searched: ['name'],
    reasoned: true,
  },
  'deployments.claim': { kind: 'claim', about: OF_SCHEME, reasoned: true },
  'deployments.screening': { kind: 'screening', about: OF_SCHEME, reasoned: true },
  'deployments.transition': { kind: 'transition', about: OF_SCHEME, reasoned: true },
  'deployments.halt': { kind: 'halt', about: OF_SCHEME, reasoned: true },
  'co_production.involvement': { kind: 'involvement', about: OF_SCHEME, reasoned: true },
  'co_production.participant_group': { kind: 'participant-group', about: OF_SCHEME, reasoned: true },
  'co_production.payment': { kind: 'involvement-payment', about: OF_SCHEME, reasoned: true },
  'co_production.influence': { kind: 'influence', about: OF_SCHEME, reasoned: true },
  'co_production.stage_account': { kind: 'stage-account', about: OF_SCHEME },
  'co_production.attestation': { kind: 'group-attestation', about: OF_SCHEME },
  'organisations.organisation': { kind: 'organisation', searched: ['name', 'other_names'] },
  'organisations.succession': { kind: 'succession', about: OF_ORGANISATION },
  'reviews.round': { kind: 'round' },
};

const CHANGES = `
  CREATE TABLE ledger.change (
    id uuid CONSTRAINT "a change has one id" PRIMARY KEY DEFAULT gen_random_uuid(),
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    revision integer NOT NULL,
    field text NOT NULL,
    about_kind text NOT NULL,
    about_id uuid NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    action text NOT NULL,
    post text,
    reason text,
    day date NOT NULL,
    searched text,
    CONSTRAINT "a record changes each thing that it says once an act" UNIQUE (subject_kind, subject_id, revision, field)
  );
  CREATE INDEX "changes by the page that lists them" ON ledger.change (about_kind, about_id);
  ALTER TABLE ledger.change ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON ledger.change TO candour_public, candour_member, candour_receipt, candour_operator;
  GRANT USAGE ON SCHEMA search TO candour_definer;
  GRANT SELECT, INSERT ON ledger.change TO candour_definer;
  CREATE POLICY "everyone reads what public records said before" ON ledger.change FOR SELECT USING (true);
  CREATE POLICY "functions of the database keep it" ON ledger.change TO candour_definer USING (true);
`;

const KEEPING = `
  -- The property that a column is read by: lead_organisation_id is leadOrganisationId.
  CREATE FUNCTION ledger.property(column_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT lower(left(joined, 1)) || substr(joined, 2)
      FROM replace(initcap(replace(column_name, '_', ' ')), ' ', '') AS joined $$;

  -- The properties of a table that everyone reads and that say something of its subject.
  CREATE FUNCTION ledger.said_in_public(recorded regclass) RETURNS TABLE (property text, column_name text)
    LANGUAGE sql STABLE SET search_path = ''
    AS $$ SELECT ledger.property(a.attname), a.attname FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = recorded AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND a.attname NOT IN ('id', 'revision', 'published', 'taken_up')
        AND pg_catalog.has_column_privilege('candour_public', recorded, a.attnum, 'SELECT') $$;

  CREATE FUNCTION ledger.keep_what_it_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
    AS $$
    DECLARE
      terms jsonb := TG_ARGV[0]::jsonb;
      was jsonb := to_jsonb(OLD);
      stands jsonb := to_jsonb(NEW);
      act jsonb;
      said record;
    BEGIN
      IF NOT coalesce((was ->> 'published')::boolean, true) THEN RETURN NULL; END IF;
      IF NOT coalesce((stands ->> 'published')::boolean, true) OR OLD.id <> NEW.id THEN
        RAISE EXCEPTION 'What is public stays public.'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'what is public stays public';
      END IF;
      SELECT e.leaf::jsonb INTO act FROM ledger.event e
        WHERE e.subject_kind = terms ->> 'kind' AND e.subject_id = NEW.id AND e.revision = NEW.revision;
      FOR said IN SELECT p.property, p.column_name FROM ledger.said_in_public(TG_RELID) p
        WHERE was -> p.column_name IS DISTINCT FROM stands -> p.column_name
      LOOP
        IF act IS NULL THEN
          RAISE EXCEPTION 'A change to % % has no event in its transaction.', terms ->> 'kind', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF (terms -> 'reasoned')::boolean AND was -> said.column_name <> 'null' AND coalesce(act ->> 'reason', '') !~ '\\S' THEN
          RAISE EXCEPTION 'What is public is changed with a reason.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'what is public is changed only with a reason';
        END IF;
        INSERT INTO ledger.change (subject_kind, subject_id, revision, field, about_kind, about_id, before, after, action, post, reason, day, searched)
          VALUES (terms ->> 'kind', NEW.id, NEW.revision, said.property, terms ->> 'about_kind',
            coalesce((stands ->> (terms ->> 'about_column'))::uuid, NEW.id), was -> said.column_name, stands -> said.column_name,
            act ->> 'action', act -> 'actor' ->> 'post', act ->> 'reason', (act ->> 'day')::date,
            CASE WHEN terms -> 'searched' ? said.column_name THEN search.folded(ARRAY[was ->> said.column_name]) END);
      END LOOP;
      RETURN NULL;
    END $$;

  -- The same changes as the log tells them: what was done before PostgreSQL kept them, or to compare both.
  CREATE FUNCTION ledger.changes_in_log(recorded regclass, terms jsonb) RETURNS SETOF ledger.change
    LANGUAGE sql STABLE SET search_path = ''
    AS $$
      WITH told AS (
        SELECT e.subject_id, e.revision, e.leaf::jsonb AS act, e.leaf::jsonb -> 'record' AS stands,
          lag(e.leaf::jsonb -> 'record') OVER (PARTITION BY e.subject_id ORDER BY e.revision) AS was
        FROM ledger.event e WHERE e.subject_kind = terms ->> 'kind')
      SELECT gen_random_uuid(), terms ->> 'kind', t.subject_id, t.revision, p.property, terms ->> 'about_kind',
        coalesce((t.stands ->> ledger.property(terms ->> 'about_column'))::uuid, t.subject_id),
        t.was -> p.property, coalesce(t.stands -> p.property, 'null'), t.act ->> 'action', t.act -> 'actor' ->> 'post',
        t.act ->> 'reason', (t.act ->> 'day')::date,
        CASE WHEN terms -> 'searched' ? p.column_name THEN search.folded(ARRAY[t.was ->> p.property]) END
      FROM told t CROSS JOIN ledger.said_in_public(recorded) p
      WHERE coalesce((t.was ->> 'published')::boolean, true) AND t.was -> p.property IS DISTINCT FROM t.stands -> p.property
        AND t.was -> p.property IS NOT NULL $$;

  -- Makes a table keep what its public rows said before, from now on and as far as the log tells it.
  CREATE PROCEDURE ledger.keep_changes_of(recorded regclass, kind text, about_kind text, about_column text, searched text[], reasoned boolean)
    LANGUAGE plpgsql AS $$
    DECLARE terms jsonb := jsonb_build_object('kind', kind, 'about_kind', about_kind, 'about_column', about_column,
      'searched', to_jsonb(searched), 'reasoned', reasoned);
    BEGIN
      EXECUTE format('CREATE CONSTRAINT TRIGGER "what it said before is kept" AFTER UPDATE ON %s
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.keep_what_it_said(%L)', recorded, terms);
      INSERT INTO ledger.change SELECT * FROM ledger.changes_in_log(recorded, terms);
    END $$;
`;

function keep(table: string, { kind, about, searched, reasoned }: Terms): string {
  const [aboutKind, column] = about ?? [kind, 'id'];
  const columns = `ARRAY[${(searched ?? []).map((name) => `'${name}'`).join(', ')}]::text[]`;
  return `CALL ledger.keep_changes_of('${table}', '${kind}', '${aboutKind}', '${column}', ${columns}, ${String(reasoned ?? false)})`;
}

const SOURCED = `
  -- What sources say of a scheme is theirs: a member adds beside it, and changes nothing of it. Of any scheme a member
  -- changes neither who answers for it nor where it came from. An administrator loads what sources say anew.
  CREATE FUNCTION deployments.refuse_renaming() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    own text[] := '{published,revision,taken_up,note,website,offence_history,offence_history_on,state_code,state_at,state_claims,state_confidence,state_note}'
      || CASE WHEN OLD.registered_by = 'trust' THEN '{title,area,succeeds_id}' ELSE '{}' END::text[];
  BEGIN
    IF NOT pg_has_role(current_user, 'candour_operator', 'MEMBER')
      AND NOT (OLD.registered_by = 'sources' AND access.holds('ADMIN'))
      AND to_jsonb(NEW) - own - 'searched' IS DISTINCT FROM to_jsonb(OLD) - own - 'searched'
    THEN RAISE insufficient_privilege USING MESSAGE = 'what sources say of a scheme is not renamed';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER "what sources say is not renamed" AFTER UPDATE ON deployments.deployment
    FOR EACH ROW EXECUTE FUNCTION deployments.refuse_renaming();
`;
