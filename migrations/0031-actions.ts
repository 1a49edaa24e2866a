import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Actions that follow a published result, and every step about them. Steps are only added, in their turn, and nobody
 * checks what they reported themselves.
 */
export class Actions1764000000031 implements MigrationInterface {
  name = 'Actions1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE publication.action_step, publication.action;
      DROP FUNCTION publication.actions_follow_results, publication.steps_are_in_turn, publication.checked();
    `);
  }
}

const TABLES = `
  CREATE TABLE publication.action (
    id uuid CONSTRAINT "an action has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "an action never changes" CHECK (revision = 1),
    review_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    criterion text,
    what text NOT NULL CONSTRAINT "an action says what is to be done" CHECK (what ~ '\\S'),
    owner_post text NOT NULL CONSTRAINT "an action is owned by a post" CHECK (owner_post ~ '\\S'),
    due_on date NOT NULL,
    evidence_needed text NOT NULL CONSTRAINT "an action says what will show it was done" CHECK (evidence_needed ~ '\\S'),
    added_by uuid NOT NULL CONSTRAINT "an action is set by a person" REFERENCES identity.person,
    added_on date NOT NULL CONSTRAINT "an action is due after it was set" CHECK (added_on < due_on),
    CONSTRAINT "an action follows a review of its trust" FOREIGN KEY (review_id, organisation_id)
      REFERENCES reviews.review (id, organisation_id),
    CONSTRAINT "an action belongs to one review" UNIQUE (id, review_id, organisation_id)
  );
  CREATE INDEX "actions by their day" ON publication.action (due_on, id);
  CREATE INDEX "actions of a review" ON publication.action (review_id, due_on);

  CREATE TABLE publication.action_step (
    id uuid CONSTRAINT "a step of an action has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a step of an action never changes" CHECK (revision = 1),
    action_id uuid NOT NULL,
    review_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    seq integer NOT NULL CONSTRAINT "steps of an action count from one" CHECK (seq > 0),
    kind text NOT NULL CONSTRAINT "a step reports, accepts, does not accept or reopens"
      CHECK (kind IN ('done', 'accepted', 'not-accepted', 'reopened')),
    text text NOT NULL CONSTRAINT "a step gives its evidence or its reasons" CHECK (text ~ '\\S'),
    taken_by uuid NOT NULL CONSTRAINT "a step is taken by a person" REFERENCES identity.person,
    taken_on date NOT NULL,
    CONSTRAINT "a step belongs to an action of its review" FOREIGN KEY (action_id, review_id, organisation_id)
      REFERENCES publication.action (id, review_id, organisation_id),
    CONSTRAINT "nobody else took a step meanwhile" UNIQUE (action_id, seq)
  );

  CALL ledger.record_changes_of('publication.action', 'action');
  CALL ledger.record_changes_of('publication.action_step', 'action-step');
  CALL publication.freeze('publication.action');
  CALL publication.freeze('publication.action_step');
`;

const RULES = `
  CREATE FUNCTION publication.actions_follow_results() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM publication.release r WHERE r.review_id = NEW.review_id) THEN
        CALL reviews.refuse('actions follow a published result'); END IF;
      IF NOT EXISTS (SELECT FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id
        WHERE r.id = NEW.review_id AND (NEW.criterion IS NULL OR NEW.criterion = ANY (n.criteria)))
      THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "actions follow results" BEFORE INSERT ON publication.action
    FOR EACH ROW EXECUTE FUNCTION publication.actions_follow_results();

  CREATE FUNCTION publication.steps_are_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE last record;
    BEGIN
      PERFORM FROM publication.action a WHERE a.id = NEW.action_id FOR UPDATE;
      SELECT s.seq, s.kind, s.taken_by INTO last
        FROM publication.action_step s WHERE s.action_id = NEW.action_id ORDER BY s.seq DESC LIMIT 1;
      IF NEW.seq <> coalesce(last.seq, 0) + 1 THEN CALL reviews.refuse('nobody else took a step meanwhile'); END IF;
      IF NEW.kind = 'done' AND last.kind IN ('done', 'accepted') THEN
        CALL reviews.refuse('it was reported before'); END IF;
      IF NEW.kind IN ('accepted', 'not-accepted') AND last.kind IS DISTINCT FROM 'done' THEN
        CALL reviews.refuse('nothing was reported that can be checked'); END IF;
      IF NEW.kind = 'reopened' AND last.kind IS DISTINCT FROM 'accepted' THEN
        CALL reviews.refuse('only what was done and checked can be reopened'); END IF;
      IF NEW.kind IN ('accepted', 'not-accepted') AND last.taken_by = NEW.taken_by THEN
        CALL reviews.refuse('nobody checks what they reported themselves'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "steps are in turn" BEFORE INSERT ON publication.action_step
    FOR EACH ROW EXECUTE FUNCTION publication.steps_are_in_turn();
`;

const RIGHTS =
  ['action', 'action_step']
    .map(
      (table) => `
  ALTER TABLE publication.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT INSERT ON publication.${table} TO candour_member;
  GRANT SELECT ON publication.${table} TO candour_operator;
  CREATE POLICY "everyone reads it" ON publication.${table} FOR SELECT USING (true);
  CREATE POLICY "the owner locks it for its functions" ON publication.${table} FOR UPDATE TO CURRENT_USER USING (true);
`,
    )
    .join('') +
  `
  -- The reviews on whose actions a person may check what was reported.
  CREATE FUNCTION publication.checked() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(part), '{}') FROM unnest(reviews.as_lead() || reviews.as_reviewer('review')) AS part
      WHERE part <> ALL (access.engaged_in('barred')) $$;

  GRANT SELECT (id, revision, review_id, organisation_id, criterion, what, owner_post, due_on, evidence_needed, added_on)
    ON publication.action TO candour_public, candour_member, candour_receipt;
  GRANT SELECT (id, revision, action_id, review_id, organisation_id, seq, kind, text, taken_on)
    ON publication.action_step TO candour_public, candour_member, candour_receipt;

  CREATE POLICY "who leads the review sets actions" ON publication.action FOR INSERT TO candour_member
    WITH CHECK (added_by = (SELECT access.person()) AND review_id = ANY ((SELECT publication.led())::uuid[]));
  CREATE POLICY "the trust reports and others check" ON publication.action_step FOR INSERT TO candour_member
    WITH CHECK (taken_by = (SELECT access.person()) AND (
      (kind = 'done' AND organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]))
      OR (kind IN ('accepted', 'not-accepted') AND review_id = ANY ((SELECT publication.checked())::uuid[]))
      OR (kind = 'reopened' AND review_id = ANY ((SELECT publication.led())::uuid[]))));
`;
