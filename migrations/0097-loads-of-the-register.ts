import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which editions of the register's files were loaded, so that an older one never overwrites what a newer one said; and
 * administrators load what sources say, as the operator does, and never what a trust said itself.
 */
export class LoadsOfTheRegister1764000000097 implements MigrationInterface {
  name = 'LoadsOfTheRegister1764000000097';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOADS);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(BACK);
  }
}

const LOADS = `
  CREATE TABLE deployments.register_load (
    id uuid CONSTRAINT "a load of the register has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a load of the register never changes" CHECK (revision = 1),
    edition date NOT NULL,
    files_hash text NOT NULL CONSTRAINT "files of the register are known by a SHA-256" CHECK (files_hash ~ '^[0-9a-f]{64}$'),
    files text[] NOT NULL,
    added integer NOT NULL,
    corrected integer NOT NULL,
    left_alone integer NOT NULL,
    loaded_on date NOT NULL
  );
  CALL ledger.record_changes_of('deployments.register_load', 'register-load');
  ALTER TABLE deployments.register_load ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT ON deployments.register_load TO candour_public, candour_member, candour_receipt, candour_operator;
  GRANT INSERT ON deployments.register_load TO candour_member, candour_operator;
  CREATE POLICY "everyone reads which editions were loaded" ON deployments.register_load FOR SELECT USING (true);
  CREATE POLICY "administrators load the register" ON deployments.register_load FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('ADMIN')));
  CREATE POLICY "the operator loads the register" ON deployments.register_load FOR INSERT TO candour_operator WITH CHECK (true);
`;

/** What a row of each table must be, to be one that sources speak of and not one of a trust's own. */
const FROM_SOURCES = {
  deployment: "registered_by = 'sources' AND NOT taken_up AND published AND NOT fictional",
  deployment_name: 'claim_key IS NOT NULL AND published',
  deployment_agency: 'claim_key IS NOT NULL AND published',
  claim: "registered_by = 'sources' AND published",
};

const REWRITTEN = ['deployment_name', 'deployment_agency', 'claim'] as const;

const RIGHTS = [
  ...Object.entries(FROM_SOURCES).map(
    ([table, condition]) => `
      CREATE POLICY "administrators load what sources say" ON deployments.${table} FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')) AND ${condition});
      CREATE POLICY "administrators correct what sources say" ON deployments.${table} FOR UPDATE TO candour_member
        USING ((SELECT access.holds('ADMIN')) AND ${condition});`,
  ),
  `
  -- A member opens what was said, and only an administrator corrects it, where sources said it: a right to a column is
  -- one of every member, so that which rows it is for is held here.
  CREATE FUNCTION deployments.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF access.person() IS NOT NULL
      AND to_jsonb(NEW) - '{published,revision}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{published,revision}'::text[]
      AND NOT (access.holds('ADMIN') AND coalesce(to_jsonb(OLD) ->> 'registered_by' = 'sources', to_jsonb(OLD) ->> 'claim_key' IS NOT NULL))
    THEN RAISE insufficient_privilege USING MESSAGE = 'what was said is not rewritten';
    END IF;
    RETURN NULL;
  END $$;`,
  ...REWRITTEN.map(
    (table) => `
      GRANT UPDATE ON deployments.${table} TO candour_member;
      CREATE TRIGGER "what was said is not rewritten" AFTER UPDATE ON deployments.${table}
        FOR EACH ROW EXECUTE FUNCTION deployments.refuse_rewriting();`,
  ),
].join('\n');

const BACK = [
  ...REWRITTEN.map(
    (table) => `
      DROP TRIGGER "what was said is not rewritten" ON deployments.${table};
      REVOKE UPDATE ON deployments.${table} FROM candour_member;
      GRANT UPDATE (published, revision) ON deployments.${table} TO candour_member;`,
  ),
  'DROP FUNCTION deployments.refuse_rewriting();',
  ...Object.keys(FROM_SOURCES).map(
    (table) => `
      DROP POLICY "administrators load what sources say" ON deployments.${table};
      DROP POLICY "administrators correct what sources say" ON deployments.${table};`,
  ),
  'DROP TABLE deployments.register_load;',
].join('\n');
