import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The scope roles that every transaction runs as, and the functions by which row-level security reads in whose name.
 * The roles themselves belong to the server and are made before the first migration (see platform/database/schema/migrate).
 */
export class Scopes1764000000001 implements MigrationInterface {
  name = 'Scopes1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE ALL ON SCHEMA public FROM PUBLIC;

      CREATE SCHEMA access;
      GRANT USAGE ON SCHEMA access TO candour_public, candour_member, candour_receipt, candour_gate, candour_operator;

      CREATE FUNCTION access.setting(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('candour.' || name, true), '') $$;

      CREATE FUNCTION access.person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT access.setting('person')::uuid $$;

      CREATE FUNCTION access.receipt() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT access.setting('receipt')::uuid $$;

      CREATE FUNCTION access.holds(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT EXISTS (
          SELECT FROM unnest(string_to_array(access.setting('memberships'), ',')) AS held
          WHERE split_part(held, '@', 1) = ANY (roles)) $$;

      CREATE FUNCTION access.organisations_as(VARIADIC roles text[]) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(array_agg(split_part(held, '@', 2)::uuid), '{}')
          FROM unnest(string_to_array(access.setting('memberships'), ',')) AS held
          WHERE split_part(held, '@', 1) = ANY (roles) AND split_part(held, '@', 2) <> '' $$;

      CREATE FUNCTION access.engaged_in(kind text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(array_agg(split_part(held, '@', 2)::uuid), '{}')
          FROM unnest(string_to_array(access.setting('engagements'), ',')) AS held
          WHERE split_part(held, '@', 1) = kind $$;

      -- What a person takes part in, record by record. Each feature that engages people replaces this view with its own rows added.
      CREATE VIEW access.engagement AS
        SELECT NULL::uuid AS person_id, NULL::text AS kind, NULL::uuid AS record_id WHERE false;
      GRANT SELECT ON access.engagement TO candour_gate;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA access CASCADE');
  }
}
