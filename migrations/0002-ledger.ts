import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log of acts: events, the openings of their commitments, and the queue from which a sequencer will order them.
 * Nobody but the owner may change or delete an event, and a recorded table refuses a change without its event.
 */
export class Ledger1764000000002 implements MigrationInterface {
  name = 'Ledger1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA ledger;
      GRANT USAGE ON SCHEMA ledger TO candour_public, candour_member, candour_receipt, candour_operator;

      CREATE TABLE ledger.event (
        id uuid CONSTRAINT "an event has one id" PRIMARY KEY,
        log text NOT NULL CONSTRAINT "a log is staff or intake" CHECK (log IN ('staff', 'intake')),
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        revision integer NOT NULL CONSTRAINT "revisions count from one" CHECK (revision > 0),
        action text NOT NULL,
        day date NOT NULL,
        recorded_at timestamptz,
        leaf text NOT NULL,
        leaf_hash bytea NOT NULL CONSTRAINT "a leaf hash has 32 bytes" CHECK (octet_length(leaf_hash) = 32),
        CONSTRAINT "one event for each revision of a record" UNIQUE (subject_kind, subject_id, revision),
        CONSTRAINT "intake events know only their day" CHECK (log <> 'intake' OR recorded_at IS NULL)
      );

      CREATE TABLE ledger.opening (
        event_id uuid NOT NULL CONSTRAINT "an opening belongs to an event" REFERENCES ledger.event,
        field text NOT NULL,
        salt bytea NOT NULL CONSTRAINT "a salt has 16 bytes" CHECK (octet_length(salt) = 16),
        value jsonb,
        CONSTRAINT "one opening for each committed field" PRIMARY KEY (event_id, field)
      );

      CREATE TABLE ledger.queue (
        event_id uuid CONSTRAINT "an event waits once to be ordered" PRIMARY KEY
          CONSTRAINT "what waits is an event" REFERENCES ledger.event,
        transaction xid8
      );

      GRANT INSERT ON ledger.event, ledger.opening, ledger.queue
        TO candour_public, candour_member, candour_receipt, candour_operator;
      GRANT SELECT ON ledger.event, ledger.opening, ledger.queue TO candour_operator;
      GRANT SELECT ON ledger.event, ledger.opening TO candour_member;

      ALTER TABLE ledger.event ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ledger.opening ENABLE ROW LEVEL SECURITY;
      CREATE POLICY "anyone may add an event" ON ledger.event FOR INSERT WITH CHECK (true);
      CREATE POLICY "the operator verifies events" ON ledger.event FOR SELECT TO candour_operator USING (true);
      CREATE POLICY "auditors read staff events" ON ledger.event FOR SELECT TO candour_member
        USING ((SELECT access.holds('AUDITOR')));
      CREATE POLICY "anyone may add an opening" ON ledger.opening FOR INSERT WITH CHECK (true);
      CREATE POLICY "the operator verifies openings" ON ledger.opening FOR SELECT TO candour_operator USING (true);

      -- The newest event about a record: what the next event must follow. It tells its length and hash, nothing else.
      CREATE FUNCTION ledger.tip(of_kind text, of_id uuid) RETURNS TABLE (revision integer, leaf_hash bytea)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
        AS $$ SELECT e.revision, e.leaf_hash FROM ledger.event e
          WHERE e.subject_kind = of_kind AND e.subject_id = of_id ORDER BY e.revision DESC LIMIT 1 $$;

      CREATE FUNCTION ledger.refuse_eventless_change() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
        AS $$
        DECLARE
          subject jsonb := to_jsonb(coalesce(NEW, OLD));
          wanted integer := (subject ->> 'revision')::integer + CASE WHEN TG_OP = 'DELETE' THEN 1 ELSE 0 END;
        BEGIN
          IF NOT EXISTS (
            SELECT FROM ledger.event e
            WHERE e.subject_kind = TG_ARGV[0] AND e.subject_id = (subject ->> 'id')::uuid AND e.revision = wanted
              AND e.xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text
          ) THEN
            RAISE EXCEPTION 'A change to % % has no event in its transaction.', TG_ARGV[0], subject ->> 'id'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;

      -- Makes a table recorded: each change to it must leave its event before the transaction ends.
      CREATE PROCEDURE ledger.record_changes_of(recorded regclass, kind text) LANGUAGE plpgsql
        AS $$ BEGIN
          EXECUTE format('CREATE CONSTRAINT TRIGGER "no change without its event" AFTER INSERT OR UPDATE OR DELETE ON %s
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.refuse_eventless_change(%L)', recorded, kind);
        END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA ledger CASCADE');
  }
}
