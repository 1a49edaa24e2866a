import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The keys that people's browsers gave back when they left, so that a kept copy of one opens nothing: a random id and a
 * day. A key is found by its own id only, and nobody lists them but the operator, who forgets them when they are old.
 */
export class EndedKeys1764000000086 implements MigrationInterface {
  name = 'EndedKeys1764000000086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE concerns.ended_key (
        id uuid CONSTRAINT "a key is ended once" PRIMARY KEY,
        forget_on date NOT NULL
      );
      CREATE INDEX "ended keys that are forgotten" ON concerns.ended_key (forget_on);
      ALTER TABLE concerns.ended_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT ON concerns.ended_key TO candour_public;
      GRANT SELECT, DELETE ON concerns.ended_key TO candour_operator;
      CREATE POLICY "whoever has the key ends it" ON concerns.ended_key FOR ALL TO candour_public
        USING (id = (SELECT access.setting('draft')::uuid));
      CREATE POLICY "the operator forgets old keys" ON concerns.ended_key FOR ALL TO candour_operator USING (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE concerns.ended_key');
  }
}
