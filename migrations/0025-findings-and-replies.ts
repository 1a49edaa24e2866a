import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The third layer, moderated scores; the right of reply, point by point and word-limited; the decisions on it by
 * somebody who did not score; and the unedited statements of user-led groups.
 */
export class FindingsAndReplies1764000000025 implements MigrationInterface {
  name = 'FindingsAndReplies1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "moderation and replies end complete" ON reviews.review;
      DROP TABLE reviews.moderated_score, reviews.reply_decision, reviews.reply, reviews.statement;
      DROP FUNCTION reviews.ends_are_complete, reviews.moderation_is_in_turn, reviews.replies_are_in_turn,
        reviews.replies_are_decided_by_others, reviews.words_in(text);
    `);
  }
}

const TABLES = `
  CREATE FUNCTION reviews.words_in(said text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT count(*)::integer FROM regexp_matches(said, '\\S+', 'g') $$;

  CREATE TABLE reviews.statement (
    id uuid CONSTRAINT "a statement has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a statement is printed unedited" CHECK (revision = 1),
    review_id uuid NOT NULL CONSTRAINT "a statement is about a review" REFERENCES reviews.review,
    organisation_id uuid NOT NULL CONSTRAINT "a statement is a group's" REFERENCES organisations.organisation,
    text text NOT NULL CONSTRAINT "a statement says something" CHECK (text ~ '\\S')
      CONSTRAINT "a statement has at most 20,000 characters" CHECK (length(text) <= 20000),
    stated_by uuid NOT NULL CONSTRAINT "a statement is sent by a person" REFERENCES identity.person,
    stated_on date NOT NULL
  );
  CREATE INDEX "statements about a review" ON reviews.statement (review_id, organisation_id);

  CREATE TABLE reviews.reply (
    id uuid CONSTRAINT "a point of reply has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a point of reply is never changed" CHECK (revision = 1),
    review_id uuid NOT NULL CONSTRAINT "a reply is to a review" REFERENCES reviews.review,
    organisation_id uuid NOT NULL CONSTRAINT "a reply is an organisation's" REFERENCES organisations.organisation,
    criterion text NOT NULL,
    kind text NOT NULL CONSTRAINT "a point is an error, something missing or a judgement"
      CHECK (kind IN ('error', 'incomplete', 'judgement')),
    text text NOT NULL CONSTRAINT "a point of reply has 1 to 300 words" CHECK (reviews.words_in(text) BETWEEN 1 AND 300),
    evidence_ids uuid[] NOT NULL,
    replied_by uuid NOT NULL CONSTRAINT "a reply is sent by a person" REFERENCES identity.person,
    replied_on date NOT NULL,
    CONSTRAINT "a point of reply belongs to one review" UNIQUE (id, review_id, organisation_id, criterion)
  );
  CREATE INDEX "replies to a review" ON reviews.reply (review_id);

  CREATE TABLE reviews.reply_decision (
    id uuid CONSTRAINT "a decision on a reply has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a decision on a reply is never changed" CHECK (revision = 1),
    reply_id uuid NOT NULL CONSTRAINT "a point of reply is decided once" UNIQUE,
    review_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    criterion text NOT NULL,
    accepted boolean NOT NULL,
    reasons text NOT NULL CONSTRAINT "a decision on a reply has reasons" CHECK (reasons ~ '\\S'),
    decided_by uuid NOT NULL CONSTRAINT "a decision on a reply is a person's" REFERENCES identity.person,
    decided_on date NOT NULL,
    CONSTRAINT "a decision answers a point of reply" FOREIGN KEY (reply_id, review_id, organisation_id, criterion)
      REFERENCES reviews.reply (id, review_id, organisation_id, criterion),
    CONSTRAINT "a decision on a reply belongs to its criterion" UNIQUE (id, review_id, criterion)
  );
  CREATE INDEX "decisions on replies to a review" ON reviews.reply_decision (review_id);

  CREATE TABLE reviews.moderated_score (
    id uuid CONSTRAINT "a moderated score has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a moderated score is never changed, only followed" CHECK (revision = 1),
    review_id uuid NOT NULL CONSTRAINT "a moderated score is of a review" REFERENCES reviews.review,
    criterion text NOT NULL,
    seq integer NOT NULL CONSTRAINT "moderated scores count from one" CHECK (seq > 0),
    score text NOT NULL CONSTRAINT "a moderated score is on the scale" CHECK (score IN ('3', '2', '1', '0', 'U', 'X', 'N')),
    grade text CONSTRAINT "moderated evidence is graded A to E" CHECK (grade IN ('A', 'B', 'C', 'D', 'E')),
    reason text NOT NULL CONSTRAINT "a moderated score has a reason" CHECK (reason ~ '\\S'),
    minority_view text NOT NULL,
    settled_by text NOT NULL CONSTRAINT "a score is settled by agreement, by meeting or after a reply"
      CHECK (settled_by IN ('agreement', 'meeting', 'reply')),
    reply_decision_id uuid,
    settled_on date NOT NULL,
    CONSTRAINT "this criterion was not moderated meanwhile" UNIQUE (review_id, criterion, seq),
    CONSTRAINT "a score that follows a reply names the decision" CHECK ((settled_by = 'reply') = (reply_decision_id IS NOT NULL)),
    CONSTRAINT "a score follows a decision on its own criterion" FOREIGN KEY (reply_decision_id, review_id, criterion)
      REFERENCES reviews.reply_decision (id, review_id, criterion)
  );

  CALL ledger.record_changes_of('reviews.statement', 'statement');
  CALL ledger.record_changes_of('reviews.reply', 'reply');
  CALL ledger.record_changes_of('reviews.reply_decision', 'reply-decision');
  CALL ledger.record_changes_of('reviews.moderated_score', 'moderated-score');
`;

const RULES = `
  CREATE FUNCTION reviews.moderation_is_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE reviewed record;
    BEGIN
      SELECT r.scores_opened_on, r.moderation_closed_on, r.reply_closed_on, NEW.criterion = ANY (n.criteria) AS asked INTO reviewed
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id FOR SHARE OF r;
      IF reviewed.scores_opened_on IS NULL THEN CALL reviews.refuse('the reviewers have not all locked their scores'); END IF;
      IF reviewed.reply_closed_on IS NOT NULL THEN CALL reviews.refuse('the findings are settled'); END IF;
      IF NOT reviewed.asked THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      IF (reviewed.moderation_closed_on IS NOT NULL) <> (NEW.settled_by = 'reply') THEN
        CALL reviews.refuse('once moderation is closed a score changes only because a reply was accepted'); END IF;
      IF NEW.settled_by = 'reply'
        AND NOT EXISTS (SELECT FROM reviews.reply_decision d WHERE d.id = NEW.reply_decision_id AND d.accepted)
      THEN CALL reviews.refuse('the reply was not accepted'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "moderation is in turn" BEFORE INSERT ON reviews.moderated_score
    FOR EACH ROW EXECUTE FUNCTION reviews.moderation_is_in_turn();

  CREATE FUNCTION reviews.replies_are_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE reviewed record;
    BEGIN
      SELECT r.moderation_closed_on, r.reply_due_on, r.reply_closed_on, NEW.criterion = ANY (n.criteria) AS asked,
          r.organisation_id = NEW.organisation_id OR EXISTS (SELECT FROM reviews.statement s
            WHERE s.review_id = r.id AND s.organisation_id = NEW.organisation_id) AS entitled INTO reviewed
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id FOR SHARE OF r;
      IF reviewed.moderation_closed_on IS NULL THEN CALL reviews.refuse('the time for reply has not begun'); END IF;
      IF reviewed.reply_closed_on IS NOT NULL OR NEW.replied_on > reviewed.reply_due_on THEN
        CALL reviews.refuse('the time for reply has ended'); END IF;
      IF NOT reviewed.entitled THEN
        CALL reviews.refuse('the trust replies, and groups that made a statement'); END IF;
      IF NOT reviewed.asked THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "replies are in turn" BEFORE INSERT ON reviews.reply
    FOR EACH ROW EXECUTE FUNCTION reviews.replies_are_in_turn();

  CREATE FUNCTION reviews.replies_are_decided_by_others() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF EXISTS (SELECT FROM reviews.score s JOIN reviews.assignment a ON a.id = s.assignment_id
        WHERE s.review_id = NEW.review_id AND a.person_id = NEW.decided_by)
      THEN CALL reviews.refuse('a reply is decided by somebody who did not score the review'); END IF;
      IF EXISTS (SELECT FROM reviews.review r WHERE r.id = NEW.review_id AND r.reply_closed_on IS NOT NULL)
      THEN CALL reviews.refuse('the findings are settled'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "replies are decided by others" BEFORE INSERT ON reviews.reply_decision
    FOR EACH ROW EXECUTE FUNCTION reviews.replies_are_decided_by_others();

  CREATE FUNCTION reviews.ends_are_complete() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NEW.moderation_closed_on IS NOT NULL AND OLD.moderation_closed_on IS NULL AND EXISTS (
        SELECT FROM reviews.round n, unnest(n.criteria) AS asked WHERE n.id = NEW.round_id AND NOT EXISTS (
          SELECT FROM reviews.moderated_score m WHERE m.review_id = NEW.id AND m.criterion = asked))
      THEN CALL reviews.refuse('not every criterion has a moderated score'); END IF;
      IF NEW.reply_closed_on IS NOT NULL AND OLD.reply_closed_on IS NULL THEN
        IF NEW.reply_closed_on <= NEW.reply_due_on THEN CALL reviews.refuse('the time for reply has not ended'); END IF;
        IF EXISTS (SELECT FROM reviews.reply p WHERE p.review_id = NEW.id
          AND NOT EXISTS (SELECT FROM reviews.reply_decision d WHERE d.reply_id = p.id))
        THEN CALL reviews.refuse('a point of reply has not been decided'); END IF;
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "moderation and replies end complete" BEFORE UPDATE ON reviews.review
    FOR EACH ROW EXECUTE FUNCTION reviews.ends_are_complete();
`;

const RIGHTS =
  ['statement', 'reply', 'reply_decision', 'moderated_score']
    .map(
      (table) => `
  ALTER TABLE reviews.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON reviews.${table} TO candour_member;
  GRANT SELECT ON reviews.${table} TO candour_operator;
  CREATE POLICY "the operator reads it" ON reviews.${table} FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "the owner looks at it for its functions" ON reviews.${table} FOR SELECT TO CURRENT_USER USING (true);
  CREATE POLICY "auditors and reviewers after the locks read it" ON reviews.${table} FOR SELECT TO candour_member USING (
    (SELECT access.holds('AUDITOR')) OR review_id = ANY ((SELECT reviews.as_reviewer('compare'))::uuid[]));
  CREATE POLICY "nobody barred touches it" ON reviews.${table} AS RESTRICTIVE FOR ALL TO candour_member
    USING (review_id <> ALL ((SELECT access.engaged_in('barred'))::uuid[]));
`,
    )
    .join('') +
  ['statement', 'reply', 'reply_decision']
    .map(
      (table) => `
  CREATE POLICY "who replies reads their own" ON reviews.${table} FOR SELECT TO candour_member USING (organisation_id =
    ANY ((SELECT reviews.trusts())::uuid[] || (SELECT access.organisations_as('USER_GROUP_MEMBER'))::uuid[]));
`,
    )
    .join('') +
  `
  CREATE POLICY "reviewers read statements" ON reviews.statement FOR SELECT TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_reviewer('review'))::uuid[]));
  CREATE POLICY "who may reply reads statements" ON reviews.statement FOR SELECT TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_replier())::uuid[]));
  CREATE POLICY "groups make statements" ON reviews.statement FOR INSERT TO candour_member WITH CHECK (
    stated_by = (SELECT access.person())
    AND organisation_id = ANY ((SELECT access.organisations_as('USER_GROUP_MEMBER'))::uuid[]));

  CREATE POLICY "trusts and groups reply" ON reviews.reply FOR INSERT TO candour_member WITH CHECK (
    replied_by = (SELECT access.person()) AND review_id = ANY ((SELECT reviews.as_replier())::uuid[])
    AND organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER', 'USER_GROUP_MEMBER'))::uuid[]));
  CREATE POLICY "who leads the review decides on replies" ON reviews.reply_decision FOR INSERT TO candour_member WITH CHECK (
    decided_by = (SELECT access.person()) AND review_id = ANY ((SELECT reviews.as_lead())::uuid[]));

  CREATE POLICY "who may reply reads moderated scores" ON reviews.moderated_score FOR SELECT TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_replier())::uuid[]));
  CREATE POLICY "who leads the review moderates" ON reviews.moderated_score FOR INSERT TO candour_member
    WITH CHECK (review_id = ANY ((SELECT reviews.as_lead())::uuid[]));
`;
