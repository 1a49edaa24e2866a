import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A succession that was recorded wrongly is taken back and stays in the log; who followed whom, however far, is one view. */
export class SuccessionsTakenBack1764000000108 implements MigrationInterface {
  name = 'SuccessionsTakenBack1764000000108';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisations.succession
        ADD COLUMN withdrawn_on date,
        ADD COLUMN withdrawn_because text,
        ADD CONSTRAINT "a succession is taken back with a reason" CHECK ((withdrawn_on IS NULL) = (withdrawn_because IS NULL)),
        DROP CONSTRAINT "one organisation follows another once";
      CREATE UNIQUE INDEX "one organisation follows another once" ON organisations.succession (predecessor_id, successor_id)
        WHERE withdrawn_on IS NULL;
      CREATE INDEX "successions by who followed" ON organisations.succession (successor_id);

      CREATE VIEW organisations.follower WITH (security_invoker = true) AS
        WITH RECURSIVE chain (predecessor_id, successor_id) AS (
          SELECT predecessor_id, successor_id FROM organisations.succession WHERE withdrawn_on IS NULL
          UNION SELECT c.predecessor_id, s.successor_id FROM chain c
            JOIN organisations.succession s ON s.predecessor_id = c.successor_id AND s.withdrawn_on IS NULL)
        SELECT predecessor_id, successor_id FROM chain;
      GRANT SELECT ON organisations.follower TO candour_public, candour_member, candour_receipt, candour_gate, candour_operator;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW organisations.follower;
      DROP INDEX organisations."successions by who followed";
      DROP INDEX organisations."one organisation follows another once";
      ALTER TABLE organisations.succession
        DROP COLUMN withdrawn_on,
        DROP COLUMN withdrawn_because,
        ADD CONSTRAINT "one organisation follows another once" UNIQUE (predecessor_id, successor_id);
    `);
  }
}
