import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The operator seals what people said to new keys of the same readers, and so changes which key that is. */
export class KeysExchanged1764000000101 implements MigrationInterface {
  name = 'KeysExchanged1764000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'GRANT UPDATE (key_id) ON concerns.envelope, concerns.message, concerns.release TO candour_operator',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'REVOKE UPDATE (key_id) ON concerns.envelope, concerns.message, concerns.release FROM candour_operator',
    );
  }
}
