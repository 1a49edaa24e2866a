import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrators publish editions of the framework too: production has no demo loader. Nobody changes one. */
export class AdministratorsPublishEditions1764000000096 implements MigrationInterface {
  name = 'AdministratorsPublishEditions1764000000096';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT INSERT ON frameworks.edition TO candour_member;
      CREATE POLICY "administrators publish editions" ON frameworks.edition FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY "administrators publish editions" ON frameworks.edition;
      REVOKE INSERT ON frameworks.edition FROM candour_member;
    `);
  }
}
