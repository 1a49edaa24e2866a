import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The application sees which migrations ran, so that it can tell by itself whether it may serve: a process that has
 * no credentials of the owner asks too.
 */
export class SchemaKnownToTheApplication1764000000100 implements MigrationInterface {
  name = 'SchemaKnownToTheApplication1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT USAGE ON SCHEMA public TO candour_operator;
      GRANT SELECT ON public.schema_migration TO candour_operator;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT ON public.schema_migration FROM candour_operator;
      REVOKE USAGE ON SCHEMA public FROM candour_operator;
    `);
  }
}
