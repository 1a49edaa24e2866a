import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What somebody who keeps the service must see of attempts on it: sign-ins that failed or came too fast, and acts that were
 * refused, counted by account and minute, because a flood must not fill the disk. They are no records: each night those of
 * more than 90 days ago are forgotten. Grants, tokens and suspensions are in the log already; a view shows of them what
 * administrators may know (docs/decisions/0030-what-an-administrator-sees-of-attempts.md).
 */
export class SecurityNotes1764000000105 implements MigrationInterface {
  name = 'SecurityNotes1764000000105';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.security_note (
        id uuid CONSTRAINT "a security note has one id" PRIMARY KEY,
        minute timestamptz NOT NULL CONSTRAINT "a security note is of a whole minute"
          CHECK (minute = date_trunc('minute', minute, 'UTC')),
        kind text NOT NULL CONSTRAINT "a security note is of a kind that there is"
          CHECK (kind IN ('sign-in-failed', 'sign-in-slowed', 'act-refused')),
        person_id uuid CONSTRAINT "a security note is about a person or nobody known" REFERENCES identity.person,
        route text CONSTRAINT "a route is short" CHECK (length(route) <= 200),
        count integer NOT NULL CONSTRAINT "something noted happened" CHECK (count > 0)
      );
      CREATE UNIQUE INDEX "what happens again within a minute is counted" ON identity.security_note (minute, kind, person_id, route)
        NULLS NOT DISTINCT;
      CREATE INDEX "security notes newest first" ON identity.security_note (minute DESC, id DESC);
      CREATE INDEX "security notes about a person" ON identity.security_note (person_id);
      ALTER TABLE identity.security_note ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE (count) ON identity.security_note TO candour_gate;
      GRANT SELECT ON identity.security_note TO candour_member;
      GRANT SELECT (minute), DELETE ON identity.security_note TO candour_operator;
      CREATE POLICY "the gate counts attempts" ON identity.security_note TO candour_gate USING (true);
      CREATE POLICY "administrators see attempts" ON identity.security_note FOR SELECT TO candour_member
        USING ((SELECT access.holds('ADMIN')));
      CREATE POLICY "the operator finds what is old" ON identity.security_note FOR SELECT TO candour_operator USING (true);
      CREATE POLICY "the operator forgets what is old" ON identity.security_note FOR DELETE TO candour_operator
        USING (minute < now() - interval '89 days');

      CREATE INDEX "events of accounts newest first" ON ledger.event (recorded_at DESC, id DESC)
        WHERE log = 'staff' AND subject_kind IN ('membership', 'access-token', 'person');
      CREATE VIEW identity.account_event WITH (security_barrier = true) AS
        SELECT e.id, e.recorded_at AS happened_at,
          CASE e.subject_kind || ' ' || e.action
            WHEN 'membership grant' THEN 'role-granted'
            WHEN 'membership grant as second' THEN 'role-granted'
            WHEN 'membership end' THEN 'role-ended'
            WHEN 'access-token create' THEN 'token-made'
            WHEN 'access-token revoke' THEN 'token-revoked'
            WHEN 'person suspend' THEN 'suspended'
            WHEN 'person readmit' THEN 'readmitted'
          END AS kind,
          CASE e.subject_kind WHEN 'membership' THEN m.person_id WHEN 'access-token' THEN t.person_id ELSE e.subject_id END AS person_id,
          m.role,
          e.leaf::jsonb -> 'actor' ->> 'post' AS post
        FROM ledger.event e
          LEFT JOIN identity.membership m ON e.subject_kind = 'membership' AND m.id = e.subject_id
          LEFT JOIN identity.access_token t ON e.subject_kind = 'access-token' AND t.id = e.subject_id
        WHERE e.log = 'staff' AND e.subject_kind IN ('membership', 'access-token', 'person')
          AND e.action IN ('grant', 'grant as second', 'end', 'create', 'revoke', 'suspend', 'readmit')
          AND (SELECT access.holds('ADMIN'));
      GRANT SELECT ON identity.account_event TO candour_member;
      GRANT SELECT ON identity.access_token TO candour_definer;
      CREATE POLICY "functions of the database read it" ON identity.access_token FOR SELECT TO candour_definer USING (true);
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW identity.account_event;
      DROP INDEX ledger."events of accounts newest first";
      DROP POLICY "functions of the database read it" ON identity.access_token;
      REVOKE SELECT ON identity.access_token FROM candour_definer;
      DROP TABLE identity.security_note;
    `);
  }
}
