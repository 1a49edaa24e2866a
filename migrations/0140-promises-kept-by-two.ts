import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A promise is counted from the first time it was made, and no one person bends it: a date moves, a round is voided, a
 * release is withdrawn and publication is refused only as one person proposed and another agreed.
 */
export class PromisesKeptByTwo1764000000140 implements MigrationInterface {
  name = 'PromisesKeptByTwo1764000000140';

  async up(runner: QueryRunner): Promise<void> {
    // Constraints on tables that hold rows are checked by a query of the owner, whom row-level security binds too.
    await runner.query(
      LOOKED_THROUGH.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;`).join(''),
    );
    await runner.query(TABLES);
    await runner.query(
      LOOKED_THROUGH.map((table) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`).join(''),
    );
    await runner.query(RIGHTS);
    await runner.query(VIEWS);
    await runner.query(RULES);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "dates move by two" ON reviews.round_date_change; DROP TRIGGER "a change of date is made" ON reviews.round_date_change;
      DROP TRIGGER "it takes two" ON publication.withdrawal; DROP TRIGGER "it takes two" ON publication.refusal;
      DROP VIEW reviews.agreed_proposal, reviews.first_promise;
      DROP TABLE reviews.round_voiding;
      DROP FUNCTION reviews.dates_move_by_two, reviews.changes_of_date_are_made,
        reviews.rounds_are_voided_by_two, publication.tombstones_take_two;
      ALTER FUNCTION reviews.no_date_moves_in_silence OWNER TO CURRENT_USER;
      ALTER FUNCTION reviews.no_date_moves_in_silence SECURITY INVOKER;
      ALTER FUNCTION reviews.no_date_moves_in_silence RESET row_security;
      DROP POLICY "lead reviewers agree why a date moves" ON reviews.round_date_change;
      ALTER TABLE reviews.round_date_change DROP COLUMN proposal_id, DROP COLUMN proposed_by, DROP COLUMN decided_by;
      ALTER TABLE publication.withdrawal DROP COLUMN proposal_id, DROP COLUMN proposed_by; ALTER TABLE publication.refusal DROP COLUMN proposal_id, DROP COLUMN proposed_by;
      DROP TABLE reviews.proposal;
      DROP POLICY "functions of the database lock it" ON reviews.round;
      REVOKE UPDATE (id) ON reviews.round FROM candour_definer;
      DROP POLICY "functions of the database read it" ON reviews.round_date_change;
      DROP POLICY "functions of the database read it" ON publication.refusal;
      REVOKE SELECT ON reviews.round_date_change, publication.refusal FROM candour_definer;
      REVOKE SELECT ON reviews.round_date_change FROM candour_public, candour_member, candour_receipt;
      GRANT SELECT ON reviews.round_date_change TO candour_public, candour_member, candour_receipt;
      CREATE POLICY "lead reviewers say why a date moves" ON reviews.round_date_change FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')));
    `);
  }
}

const LOOKED_THROUGH = [
  'reviews.round_date_change',
  'publication.withdrawal',
  'publication.refusal',
  'identity.person',
];

const TABLES = `
  -- What one person proposes and another must agree to. Nothing follows from it by itself.
  CREATE TABLE reviews.proposal (
    id uuid CONSTRAINT "a proposal has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a proposal never changes" CHECK (revision = 1),
    asks text NOT NULL CONSTRAINT "a proposal asks for one of four things that take two people"
      CHECK (asks IN ('move-date', 'void-round', 'withdraw-release', 'refuse-to-publish')),
    subject_id uuid NOT NULL,
    review_id uuid CONSTRAINT "a proposal about a result is about a review" REFERENCES reviews.review,
    which text CONSTRAINT "a proposal moves one of three dates"
      CHECK (which IN ('self_review_due', 'scoring_due', 'publication_date')),
    was date,
    becomes date,
    post text CONSTRAINT "a proposal names a post in words" CHECK (post ~ '\\S'),
    reason text NOT NULL CONSTRAINT "a proposal has a reason" CHECK (reason ~ '\\S'),
    legal_basis text CONSTRAINT "a proposal names a law in words" CHECK (legal_basis ~ '\\S'),
    proposed_by uuid NOT NULL CONSTRAINT "a proposal is a person's" REFERENCES identity.person,
    proposed_on date NOT NULL,
    CONSTRAINT "only a proposal to move a date says which, from when and to when"
      CHECK (num_nonnulls(which, was, becomes) = CASE asks WHEN 'move-date' THEN 3 ELSE 0 END),
    CONSTRAINT "a proposal to end something names a post" CHECK ((asks <> 'move-date') = (post IS NOT NULL)),
    CONSTRAINT "a proposal about a result names its review and a law" CHECK (
      num_nonnulls(review_id, legal_basis) = CASE WHEN asks IN ('withdraw-release', 'refuse-to-publish') THEN 2 ELSE 0 END),
    CONSTRAINT "a proposal is known by what it is about and who made it" UNIQUE (id, subject_id, proposed_by)
  );
  CREATE INDEX "proposals about something" ON reviews.proposal (subject_id, id);
  CALL ledger.record_changes_of('reviews.proposal', 'proposal');

  ALTER TABLE reviews.round_date_change
    ADD COLUMN proposal_id uuid CONSTRAINT "a move that was proposed is made once" UNIQUE,
    ADD COLUMN proposed_by uuid,
    ADD COLUMN decided_by uuid CONSTRAINT "a date is moved by a person" REFERENCES identity.person,
    ADD CONSTRAINT "whoever proposes to move a date does not decide it" CHECK (decided_by <> proposed_by),
    ADD CONSTRAINT "a date moves as it was proposed" FOREIGN KEY (proposal_id, round_id, proposed_by)
      REFERENCES reviews.proposal (id, subject_id, proposed_by);

  CREATE TABLE reviews.round_voiding (
    id uuid CONSTRAINT "a voiding has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a voiding never changes" CHECK (revision = 1),
    round_id uuid NOT NULL CONSTRAINT "a voiding is of a round" REFERENCES reviews.round
      CONSTRAINT "a round is voided once" UNIQUE,
    post text NOT NULL CONSTRAINT "a voiding names a post" CHECK (post ~ '\\S'),
    reason text NOT NULL CONSTRAINT "a voiding has a reason" CHECK (reason ~ '\\S'),
    proposal_id uuid NOT NULL,
    proposed_by uuid NOT NULL,
    voided_by uuid NOT NULL CONSTRAINT "a round is voided by a person" REFERENCES identity.person,
    voided_on date NOT NULL,
    CONSTRAINT "whoever proposes to void a round does not void it" CHECK (voided_by <> proposed_by),
    CONSTRAINT "a round is voided as it was proposed" FOREIGN KEY (proposal_id, round_id, proposed_by)
      REFERENCES reviews.proposal (id, subject_id, proposed_by)
  );
  CALL ledger.record_changes_of('reviews.round_voiding', 'round-voiding');
  CALL publication.freeze('reviews.round_voiding');

  ALTER TABLE publication.withdrawal
    ADD COLUMN proposal_id uuid,
    ADD COLUMN proposed_by uuid,
    ADD CONSTRAINT "whoever proposes to withdraw a result does not withdraw it" CHECK (withdrawn_by <> proposed_by),
    ADD CONSTRAINT "a result is withdrawn as it was proposed" FOREIGN KEY (proposal_id, release_id, proposed_by)
      REFERENCES reviews.proposal (id, subject_id, proposed_by);
  ALTER TABLE publication.refusal
    ADD COLUMN proposal_id uuid,
    ADD COLUMN proposed_by uuid,
    ADD CONSTRAINT "whoever proposes to refuse publication does not refuse it" CHECK (refused_by <> proposed_by),
    ADD CONSTRAINT "publication is refused as it was proposed" FOREIGN KEY (proposal_id, review_id, proposed_by)
      REFERENCES reviews.proposal (id, subject_id, proposed_by);
`;

const RIGHTS = `
  ALTER TABLE reviews.proposal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  ALTER TABLE reviews.round_voiding ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON reviews.proposal TO candour_member;
  GRANT INSERT ON reviews.round_voiding TO candour_member;
  GRANT SELECT ON reviews.proposal, reviews.round_voiding TO candour_operator;
  GRANT SELECT (id, revision, round_id, post, reason, voided_on) ON reviews.round_voiding
    TO candour_public, candour_member, candour_receipt;

  CREATE POLICY "the operator reads it" ON reviews.proposal FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "auditors and who could agree read proposals" ON reviews.proposal FOR SELECT TO candour_member USING (
    (SELECT access.holds('AUDITOR')) OR review_id IN (SELECT * FROM reviews.led() AS mine)
    OR (asks IN ('move-date', 'void-round') AND (SELECT access.holds('LEAD_REVIEWER'))));
  CREATE POLICY "people propose in their own name" ON reviews.proposal FOR INSERT TO candour_member WITH CHECK (
    proposed_by = (SELECT access.person()) AND (review_id IN (SELECT * FROM reviews.led() AS mine)
      OR (asks IN ('move-date', 'void-round') AND (SELECT access.holds('LEAD_REVIEWER')))));

  CREATE POLICY "everyone reads what was voided" ON reviews.round_voiding FOR SELECT USING (true);
  CREATE POLICY "lead reviewers void rounds in their own name" ON reviews.round_voiding FOR INSERT TO candour_member
    WITH CHECK (voided_by = (SELECT access.person()) AND (SELECT access.holds('LEAD_REVIEWER')));

  DROP POLICY "lead reviewers say why a date moves" ON reviews.round_date_change;
  CREATE POLICY "lead reviewers agree why a date moves" ON reviews.round_date_change FOR INSERT TO candour_member
    WITH CHECK (decided_by = (SELECT access.person()) AND (SELECT access.holds('LEAD_REVIEWER')));
  REVOKE SELECT ON reviews.round_date_change FROM candour_public, candour_member, candour_receipt;
  GRANT SELECT (id, revision, round_id, which, was, becomes, reason, decided_on) ON reviews.round_date_change
    TO candour_public, candour_member, candour_receipt;

  ${['reviews.proposal', 'reviews.round_voiding', 'reviews.round_date_change', 'publication.refusal']
    .map(
      (table) => `
  GRANT SELECT ON ${table} TO candour_definer;
  CREATE POLICY "functions of the database read it" ON ${table} FOR SELECT TO candour_definer USING (true);`,
    )
    .join('')}
  GRANT UPDATE (id) ON reviews.round TO candour_definer;
  CREATE POLICY "functions of the database lock it" ON reviews.round FOR UPDATE TO candour_definer USING (true);
`;

const VIEWS = `
  -- The dates as each round promised them first. A change is only ever added after those before it, so the first stays the first.
  CREATE VIEW reviews.first_promise WITH (security_invoker = true) AS
    SELECT n.id AS round_id, ${['self_review_due', 'scoring_due', 'publication_date']
      .map(
        (date) => `
      coalesce((SELECT c.was FROM reviews.round_date_change c WHERE c.round_id = n.id AND c.which = '${date}'
        ORDER BY c.decided_on, c.id LIMIT 1), n.${date}) AS ${date}`,
      )
      .join(',')}
    FROM reviews.round n;

  -- Proposals that somebody else agreed to, and when.
  CREATE VIEW reviews.agreed_proposal AS
    SELECT c.proposal_id, c.decided_on AS agreed_on FROM reviews.round_date_change c WHERE c.proposal_id IS NOT NULL
    UNION ALL SELECT v.proposal_id, v.voided_on FROM reviews.round_voiding v
    UNION ALL SELECT w.proposal_id, w.withdrawn_on FROM publication.withdrawal w WHERE w.proposal_id IS NOT NULL
    UNION ALL SELECT x.proposal_id, x.refused_on FROM publication.refusal x WHERE x.proposal_id IS NOT NULL;

  GRANT SELECT ON reviews.first_promise TO candour_public, candour_member, candour_receipt, candour_operator, candour_definer;
  GRANT SELECT ON reviews.agreed_proposal TO candour_member, candour_operator;
`;

const RULES = `
  CREATE FUNCTION reviews.dates_move_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      proposed reviews.proposal;
      held jsonb;
      first jsonb;
    BEGIN
      PERFORM FROM reviews.round n WHERE n.id = NEW.round_id FOR UPDATE;
      SELECT to_jsonb(n) INTO held FROM reviews.round n WHERE n.id = NEW.round_id;
      SELECT to_jsonb(f) INTO first FROM reviews.first_promise f WHERE f.round_id = NEW.round_id;
      SELECT * INTO proposed FROM reviews.proposal p WHERE p.id = NEW.proposal_id;
      IF proposed.asks IS DISTINCT FROM 'move-date' OR NEW.decided_by IS NULL OR NEW.proposed_by IS NULL
        OR (proposed.which, proposed.was, proposed.becomes, proposed.reason) IS DISTINCT FROM (NEW.which, NEW.was, NEW.becomes, NEW.reason)
      THEN CALL reviews.refuse('a promised date moves as one person proposed and another agreed'); END IF;
      IF NEW.was <> (held ->> NEW.which)::date THEN
        CALL reviews.refuse('the date has moved since this was proposed; propose it anew'); END IF;
      IF NEW.becomes < (first ->> NEW.which)::date OR NEW.becomes < NEW.decided_on THEN
        CALL reviews.refuse('a promised date moves to a day that is still to come, and not before the day first promised'); END IF;
      IF EXISTS (SELECT FROM reviews.round_voiding v WHERE v.round_id = NEW.round_id) THEN
        CALL reviews.refuse('this round was voided'); END IF;
      IF EXISTS (SELECT FROM reviews.round_date_change c
        WHERE c.round_id = NEW.round_id AND (c.decided_on, c.id) >= (NEW.decided_on, NEW.id))
      THEN CALL reviews.refuse('a change of date comes after those before it'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "dates move by two" BEFORE INSERT ON reviews.round_date_change
    FOR EACH ROW EXECUTE FUNCTION reviews.dates_move_by_two();

  -- Who moves a date may not read who proposed it, nor so the row's own transaction: the function sees it for them.
  ALTER FUNCTION reviews.no_date_moves_in_silence SECURITY DEFINER;

  -- Nobody writes that a date moved without moving it: the first change says what was promised first.
  CREATE FUNCTION reviews.changes_of_date_are_made() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NEW.becomes <> (SELECT (to_jsonb(n) ->> NEW.which)::date FROM reviews.round n WHERE n.id = NEW.round_id)
      THEN CALL reviews.refuse('a change of date changes it'); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "a change of date is made" AFTER INSERT ON reviews.round_date_change
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.changes_of_date_are_made();

  CREATE FUNCTION reviews.rounds_are_voided_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE proposed reviews.proposal;
    BEGIN
      PERFORM FROM reviews.round n WHERE n.id = NEW.round_id FOR UPDATE;
      SELECT * INTO proposed FROM reviews.proposal p WHERE p.id = NEW.proposal_id;
      IF proposed.asks IS DISTINCT FROM 'void-round' OR (proposed.post, proposed.reason) IS DISTINCT FROM (NEW.post, NEW.reason)
      THEN CALL reviews.refuse('a round is voided as one person proposed and another agreed'); END IF;
      IF EXISTS (SELECT FROM reviews.review r
        WHERE r.round_id = NEW.round_id AND (r.scores_opened_on IS NOT NULL OR r.published_on IS NOT NULL))
      THEN CALL reviews.refuse('scores were opened or a result was published in this round; its results are published, refused or withdrawn one by one'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "rounds are voided by two" BEFORE INSERT ON reviews.round_voiding
    FOR EACH ROW EXECUTE FUNCTION reviews.rounds_are_voided_by_two();

  CREATE FUNCTION publication.tombstones_take_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE proposed reviews.proposal;
    BEGIN
      SELECT * INTO proposed FROM reviews.proposal p WHERE p.id = NEW.proposal_id;
      IF proposed.asks IS DISTINCT FROM TG_ARGV[0] OR NEW.proposed_by IS NULL
        OR (proposed.review_id, proposed.post, proposed.reason, proposed.legal_basis)
          IS DISTINCT FROM (NEW.review_id, NEW.post, NEW.reason, NEW.legal_basis)
      THEN CALL reviews.refuse('nothing is withdrawn or refused but as one person proposed and another agreed'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "it takes two" BEFORE INSERT ON publication.withdrawal
    FOR EACH ROW EXECUTE FUNCTION publication.tombstones_take_two('withdraw-release');
  CREATE TRIGGER "it takes two" BEFORE INSERT ON publication.refusal
    FOR EACH ROW EXECUTE FUNCTION publication.tombstones_take_two('refuse-to-publish');
`;
