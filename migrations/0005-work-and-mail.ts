import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Working state, not records: long work with its progress, and mail with its fate. Both are asked for inside the
 * transaction that needs them, so that work and mail exist exactly when the act they belong to does.
 */
export class WorkAndMail1764000000005 implements MigrationInterface {
  name = 'WorkAndMail1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA work;
      GRANT USAGE ON SCHEMA work TO candour_public, candour_member, candour_receipt, candour_operator;
      GRANT USAGE ON SCHEMA graphile_worker TO candour_operator;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO candour_operator;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO candour_operator;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO candour_operator;

      DO $$
      DECLARE queue_table text;
      BEGIN
        FOR queue_table IN SELECT relname FROM pg_class
          WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity
        LOOP
          EXECUTE format('CREATE POLICY "the operator works the queue" ON graphile_worker.%I TO candour_operator USING (true)', queue_table);
        END LOOP;
      END $$;

      CREATE TABLE work.job (
        id uuid CONSTRAINT "a job has one id" PRIMARY KEY,
        task text NOT NULL,
        title text NOT NULL,
        asked_by uuid CONSTRAINT "a job was asked for by a person" REFERENCES identity.person,
        input jsonb NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CONSTRAINT "a job waits, runs, is done, has failed or was cancelled"
          CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
        steps_done integer NOT NULL DEFAULT 0,
        steps_total integer,
        sentence text NOT NULL DEFAULT '',
        result jsonb,
        asked_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX "jobs newest first" ON work.job (asked_at DESC, id);
      ALTER TABLE work.job ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE ON work.job TO candour_operator;
      GRANT SELECT ON work.job TO candour_member;
      CREATE POLICY "the operator runs jobs" ON work.job FOR ALL TO candour_operator USING (true);
      CREATE POLICY "people see the jobs they asked for" ON work.job FOR SELECT TO candour_member
        USING (asked_by = (SELECT access.person()) OR (SELECT access.holds('ADMIN')));

      CREATE TABLE work.mail (
        id uuid CONSTRAINT "a mail has one id" PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT "a mail is to a person" REFERENCES identity.person,
        subject text NOT NULL,
        body text NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        fault text
      );
      CREATE INDEX "mail newest first" ON work.mail (written_at DESC, id);
      ALTER TABLE work.mail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT, UPDATE ON work.mail TO candour_operator;
      GRANT SELECT ON work.mail TO candour_member;
      CREATE POLICY "the operator sends mail" ON work.mail FOR ALL TO candour_operator USING (true);
      CREATE POLICY "administrators see the outbox" ON work.mail FOR SELECT TO candour_member
        USING ((SELECT access.holds('ADMIN')) OR person_id = (SELECT access.person()));

      CREATE FUNCTION work.ask(job_id uuid, task text, title text, asked_by uuid, input jsonb) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
          INSERT INTO work.job (id, task, title, asked_by, input) VALUES (job_id, task, title, asked_by, input)
            ON CONFLICT (id) DO NOTHING;
          IF NOT FOUND THEN RETURN; END IF;
          PERFORM graphile_worker.add_job('run-job', json_build_object('jobId', job_id), max_attempts := 3);
        END $$;

      CREATE FUNCTION work.cancel(job_id uuid) RETURNS boolean
        LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
        WITH cancelled AS (
          UPDATE work.job SET state = 'cancelled', sentence = 'Cancelled before it was done.'
          WHERE id = job_id AND asked_by = access.person() AND state IN ('waiting', 'running') RETURNING 1)
        SELECT EXISTS (SELECT FROM cancelled) $$;

      CREATE FUNCTION work.write_mail(mail_id uuid, person_id uuid, subject text, body text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
          INSERT INTO work.mail (id, person_id, subject, body) VALUES (mail_id, person_id, subject, body);
          PERFORM graphile_worker.add_job('send-mail', json_build_object('mailId', mail_id), max_attempts := 8);
        END $$;

      REVOKE EXECUTE ON FUNCTION work.ask, work.cancel, work.write_mail FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION work.ask, work.cancel TO candour_member, candour_operator;
      GRANT EXECUTE ON FUNCTION work.write_mail TO candour_member, candour_operator;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA work CASCADE');
  }
}
