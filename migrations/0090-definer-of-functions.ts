import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What PostgreSQL itself checks across people runs as a role of its own, which sees what is named here and nothing else.
 * Before, it ran as the owner of the database: an owner that row-level security binds saw no row, and the checks passed
 * over what they were to refuse.
 */
export class DefinerOfFunctions1764000000090 implements MigrationInterface {
  name = 'DefinerOfFunctions1764000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RIGHTS);
    for (const [table, rules] of Object.entries(RULES)) {
      for (const rule of rules) await runner.query(policy(table, rule));
    }
    await runner.query(HANDING);
    await runner.query(`
      ALTER FUNCTION access.settle_everything SECURITY DEFINER;
      CALL access.hand_to_definer();
      SELECT access.settle_everything();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(HANDING_BACK);
    for (const [table, rules] of Object.entries(RULES)) {
      for (const rule of rules) await runner.query(`DROP POLICY "${POLICY_OF[rule]}" ON ${table}`);
    }
    await runner.query(RIGHTS_TAKEN);
  }
}

type Rule = 'read' | 'lock' | 'write';

const POLICY_OF: Readonly<Record<Rule, string>> = {
  read: 'functions of the database read it',
  lock: 'functions of the database lock it',
  write: 'functions of the database keep it',
};

/** The tables behind row-level security that the functions name, and what they do with them. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  'ledger.event': ['read'],
  'identity.membership': ['read'],
  'deployments.deployment': ['read'],
  'evidence.item': ['read'],
  'data_sharing.data_flow': ['read', 'lock'],
  'data_sharing.flow_sign_off': ['read'],
  'data_sharing.rule_report': ['read'],
  'publication.action': ['read', 'lock'],
  'publication.action_step': ['read'],
  'publication.release': ['read'],
  'publication.withdrawal': ['read'],
  'reviews.assignment': ['read', 'lock'],
  'reviews.attestation': ['read'],
  'reviews.interest_decision': ['read'],
  'reviews.interest_declaration': ['read'],
  'reviews.moderated_score': ['read'],
  'reviews.reply': ['read'],
  'reviews.reply_decision': ['read'],
  'reviews.review': ['read', 'lock'],
  'reviews.round': ['read'],
  'reviews.score': ['read'],
  'reviews.score_lock': ['read'],
  'reviews.statement': ['read'],
  'reviews.submission': ['read'],
  'access.engagement': ['write'],
  'work.job': ['write'],
  'work.mail': ['write'],
  'graphile_worker._private_jobs': ['write'],
  'graphile_worker._private_job_queues': ['write'],
  'graphile_worker._private_tasks': ['write'],
};

/** Locking a row needs the right to change one of its columns; an id is never changed. */
function policy(table: string, rule: Rule): string {
  const name = POLICY_OF[rule];
  if (rule === 'read')
    return `GRANT SELECT ON ${table} TO candour_definer;
      CREATE POLICY "${name}" ON ${table} FOR SELECT TO candour_definer USING (true)`;
  if (rule === 'lock')
    return `GRANT UPDATE (id) ON ${table} TO candour_definer;
      CREATE POLICY "${name}" ON ${table} FOR UPDATE TO candour_definer USING (true)`;
  return `CREATE POLICY "${name}" ON ${table} FOR ALL TO candour_definer USING (true)`;
}

const SCHEMAS =
  'access, ledger, identity, work, evidence, deployments, data_sharing, reviews, publication, graphile_worker';

const RIGHTS = `
  GRANT USAGE ON SCHEMA ${SCHEMAS} TO candour_definer;
  GRANT SELECT, INSERT, UPDATE (state, sentence) ON work.job TO candour_definer;
  GRANT INSERT ON work.mail TO candour_definer;
  GRANT SELECT, INSERT, DELETE ON access.engagement TO candour_definer;
  GRANT SELECT, INSERT, UPDATE ON access.engaged_person TO candour_definer;
  GRANT SELECT, INSERT, UPDATE, DELETE ON graphile_worker._private_jobs, graphile_worker._private_job_queues,
    graphile_worker._private_tasks TO candour_definer;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO candour_definer;
`;

const RIGHTS_TAKEN = `
  REVOKE ALL ON ALL TABLES IN SCHEMA ${SCHEMAS} FROM candour_definer;
  REVOKE ALL ON ALL SEQUENCES IN SCHEMA graphile_worker FROM candour_definer;
  REVOKE ALL ON SCHEMA ${SCHEMAS} FROM candour_definer;
`;

const HANDING = `
  -- Hands every SECURITY DEFINER function, and every view that does not ask as whoever looks, to the role that they are to
  -- run as. A migration that makes one calls this, and says with a grant and a policy what the role may see for it.
  CREATE PROCEDURE access.hand_to_definer() LANGUAGE plpgsql AS $$
    DECLARE
      definer regrole := 'candour_definer';
      handed record;
    BEGIN
      FOR handed IN
        SELECT p.pronamespace::regnamespace AS schema, format('FUNCTION %s', p.oid::regprocedure) AS thing, p.prosecdef AS definer
          FROM pg_proc p
          WHERE (p.prosecdef OR p.oid IN ('access.settle_through'::regproc, 'access.settle_person'::regproc))
            AND p.proowner <> definer AND p.pronamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'graphile_worker')
        UNION ALL
        SELECT c.relnamespace::regnamespace, format('VIEW %s', c.oid::regclass), false FROM pg_class c
          WHERE c.relkind = 'v' AND c.relowner <> definer
            AND NOT coalesce(c.reloptions @> '{security_invoker=true}', false)
            AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'graphile_worker')
      LOOP
        -- A session that refuses to pass over rows in silence must not stop what is meant to see them.
        IF handed.definer THEN EXECUTE format('ALTER %s SET row_security = on', handed.thing); END IF;
        EXECUTE format('GRANT CREATE ON SCHEMA %s TO %s', handed.schema, definer);
        EXECUTE format('ALTER %s OWNER TO %s', handed.thing, definer);
        EXECUTE format('REVOKE CREATE ON SCHEMA %s FROM %s', handed.schema, definer);
      END LOOP;
    END $$;
  REVOKE EXECUTE ON PROCEDURE access.hand_to_definer FROM PUBLIC;
`;

const HANDING_BACK = `
  DO $$
    DECLARE handed text;
    BEGIN
      FOR handed IN
        SELECT format('FUNCTION %s', p.oid::regprocedure) FROM pg_proc p WHERE p.proowner = 'candour_definer'::regrole
        UNION ALL SELECT format('VIEW %s', c.oid::regclass) FROM pg_class c
          WHERE c.relkind = 'v' AND c.relowner = 'candour_definer'::regrole
      LOOP
        EXECUTE format('ALTER %s OWNER TO CURRENT_USER', handed);
        IF handed LIKE 'FUNCTION%' THEN EXECUTE format('ALTER %s RESET row_security', handed); END IF;
      END LOOP;
    END $$;
  ALTER FUNCTION access.settle_everything SECURITY INVOKER;
  DROP PROCEDURE access.hand_to_definer;
`;
