import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who owes an answer in a round: every organisation that was asked, left out or removed, each by a decision with its reason that
 * stays for good. Whether an organisation has a known scheme is no matter; it says itself that it has the request.
 */
export class ScopeOfARound1764000000220 implements MigrationInterface {
  name = 'ScopeOfARound1764000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reviews.scope_acknowledgement, reviews.scope_decision;
      DROP FUNCTION reviews.only_the_asked_acknowledge, reviews.scope_decisions_follow;
    `);
  }
}

const TABLES = `
  CREATE TABLE reviews.scope_decision (
    id uuid CONSTRAINT "a decision on a scope has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a decision on a scope never changes" CHECK (revision = 1),
    round_id uuid NOT NULL CONSTRAINT "a scope is of a round" REFERENCES reviews.round,
    organisation_id uuid NOT NULL CONSTRAINT "a scope holds organisations" REFERENCES organisations.organisation,
    turn integer NOT NULL CONSTRAINT "decisions on an organisation are counted from one" CHECK (turn >= 1),
    decision text NOT NULL CONSTRAINT "an organisation is asked, left out or removed"
      CHECK (decision IN ('ASKED', 'LEFT_OUT', 'REMOVED')),
    reason text NOT NULL CONSTRAINT "a decision on a scope has a reason" CHECK (reason ~ '\\S'),
    post text NOT NULL CONSTRAINT "a post answers for a decision on a scope" CHECK (post ~ '\\S'),
    decided_on date NOT NULL,
    CONSTRAINT "decisions on an organisation follow one another" UNIQUE (round_id, organisation_id, turn)
  );
  CREATE INDEX "scopes by organisation" ON reviews.scope_decision (organisation_id, round_id);
  CREATE TABLE reviews.scope_acknowledgement (
    id uuid CONSTRAINT "an acknowledgement has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "an acknowledgement never changes" CHECK (revision = 1),
    round_id uuid NOT NULL CONSTRAINT "what is acknowledged is a round" REFERENCES reviews.round,
    organisation_id uuid NOT NULL CONSTRAINT "an organisation acknowledges" REFERENCES organisations.organisation,
    acknowledged_on date NOT NULL,
    CONSTRAINT "an organisation acknowledges a round once" UNIQUE (round_id, organisation_id)
  );
  CREATE INDEX "acknowledgements by organisation" ON reviews.scope_acknowledgement (organisation_id);
  CALL ledger.record_changes_of('reviews.scope_decision', 'scope-decision');
  CALL ledger.record_changes_of('reviews.scope_acknowledgement', 'scope-acknowledgement');
  CALL publication.freeze('reviews.scope_decision');
  CALL publication.freeze('reviews.scope_acknowledgement');
`;

const RULES = `
  CREATE FUNCTION reviews.scope_decisions_follow() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    DECLARE before text := (SELECT d.decision FROM reviews.scope_decision d
      WHERE d.round_id = NEW.round_id AND d.organisation_id = NEW.organisation_id AND d.turn = NEW.turn - 1);
    BEGIN
      IF NEW.turn > 1 AND before IS NULL THEN CALL reviews.refuse('decisions on an organisation follow one another'); END IF;
      IF (NEW.decision = 'REMOVED') <> (before IS NOT DISTINCT FROM 'ASKED') THEN
        CALL reviews.refuse('who was asked is removed, and nobody else'); END IF;
      IF NEW.decision = 'LEFT_OUT' AND before IS NOT NULL THEN
        CALL reviews.refuse('an organisation is left out before anything else is decided of it'); END IF;
      IF NEW.decision = 'ASKED' AND reviews.weekdays_between(NEW.decided_on,
        (SELECT f.self_review_due FROM reviews.first_promise f WHERE f.round_id = NEW.round_id)) < 10
      THEN CALL reviews.refuse('an organisation is asked while it has time to answer by the day first promised'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "decisions on a scope follow one another" BEFORE INSERT ON reviews.scope_decision
    FOR EACH ROW EXECUTE FUNCTION reviews.scope_decisions_follow();

  CREATE FUNCTION reviews.only_the_asked_acknowledge() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF (SELECT d.decision FROM reviews.scope_decision d WHERE d.round_id = NEW.round_id
        AND d.organisation_id = NEW.organisation_id ORDER BY d.turn DESC LIMIT 1) IS DISTINCT FROM 'ASKED'
      THEN CALL reviews.refuse('whoever is asked in a round acknowledges it'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "only the asked acknowledge" BEFORE INSERT ON reviews.scope_acknowledgement
    FOR EACH ROW EXECUTE FUNCTION reviews.only_the_asked_acknowledge();

  CREATE TRIGGER "what was voided goes no further" BEFORE INSERT ON reviews.scope_decision
    FOR EACH ROW EXECUTE FUNCTION reviews.its_round_stands();
  CREATE TRIGGER "what was voided goes no further" BEFORE INSERT ON reviews.scope_acknowledgement
    FOR EACH ROW EXECUTE FUNCTION reviews.its_round_stands();
`;

const RIGHTS = `
  ALTER TABLE reviews.scope_decision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  ALTER TABLE reviews.scope_acknowledgement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT ON reviews.scope_decision, reviews.scope_acknowledgement
    TO candour_public, candour_member, candour_receipt, candour_operator;
  GRANT INSERT ON reviews.scope_decision, reviews.scope_acknowledgement TO candour_member;
  CREATE POLICY "everyone reads who owes an answer" ON reviews.scope_decision FOR SELECT USING (true);
  CREATE POLICY "lead reviewers decide who owes an answer" ON reviews.scope_decision FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')));
  CREATE POLICY "everyone reads who acknowledged" ON reviews.scope_acknowledgement FOR SELECT USING (true);
  CREATE POLICY "who answers for an organisation acknowledges" ON reviews.scope_acknowledgement FOR INSERT TO candour_member
    WITH CHECK (organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
`;
