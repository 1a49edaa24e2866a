import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Independent scores and their locks. A score names an assignment and no person; it is only ever added, never after the
 * lock; a lock needs every criterion; and scores open when the whole independent panel has locked, not before.
 */
export class Scores1764000000024 implements MigrationInterface {
  name = 'Scores1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a review takes each step in its turn" ON reviews.review;
      DROP FUNCTION reviews.steps_are_in_turn, reviews.all_have_locked(uuid), reviews.taking_part(uuid);
      DROP TABLE reviews.score_lock, reviews.score;
      DROP FUNCTION reviews.scores_are_in_turn, reviews.locks_are_complete;
    `);
  }
}

const TABLES = `
  CREATE TABLE reviews.score (
    id uuid CONSTRAINT "a score has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a score is never changed, only followed" CHECK (revision = 1),
    assignment_id uuid NOT NULL,
    review_id uuid NOT NULL,
    criterion text NOT NULL,
    seq integer NOT NULL CONSTRAINT "scores count from one" CHECK (seq > 0),
    score text NOT NULL CONSTRAINT "a score is on the scale" CHECK (score IN ('3', '2', '1', '0', 'U', 'X', 'N')),
    grade text CONSTRAINT "evidence is graded A to E" CHECK (grade IN ('A', 'B', 'C', 'D', 'E')),
    confidence text NOT NULL CONSTRAINT "confidence is low, medium or high" CHECK (confidence IN ('low', 'medium', 'high')),
    rationale text NOT NULL CONSTRAINT "a score has a rationale" CHECK (rationale ~ '\\S'),
    evidence_ids uuid[] NOT NULL,
    scored_on date NOT NULL,
    CONSTRAINT "a score belongs to an assignment" FOREIGN KEY (assignment_id, review_id)
      REFERENCES reviews.assignment (id, review_id),
    CONSTRAINT "this criterion was not scored meanwhile" UNIQUE (assignment_id, criterion, seq),
    CONSTRAINT "a score with a number names its evidence" CHECK (score NOT IN ('3', '2', '1', '0') OR grade IS NOT NULL)
  );
  CREATE INDEX "scores of a review" ON reviews.score (review_id);

  CREATE TABLE reviews.score_lock (
    id uuid CONSTRAINT "a lock has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a lock is never changed" CHECK (revision = 1),
    assignment_id uuid NOT NULL CONSTRAINT "scores are locked once" UNIQUE,
    review_id uuid NOT NULL,
    nonce text NOT NULL CONSTRAINT "a lock has a nonce of 32 hexadecimal digits" CHECK (nonce ~ '^[0-9a-f]{32}$'),
    content_hash text NOT NULL CONSTRAINT "a lock names what it locks" CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    locked_on date NOT NULL,
    CONSTRAINT "a lock belongs to an assignment" FOREIGN KEY (assignment_id, review_id)
      REFERENCES reviews.assignment (id, review_id)
  );
  CREATE INDEX "locks of a review" ON reviews.score_lock (review_id);

  CALL ledger.record_changes_of('reviews.score', 'score');
  CALL ledger.record_changes_of('reviews.score_lock', 'score-lock');
`;

const RULES = `
  CREATE FUNCTION reviews.scores_are_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE assigned record;
    BEGIN
      SELECT a.capacity, r.submitted_on, NEW.criterion = ANY (n.criteria) AS asked,
          EXISTS (SELECT FROM reviews.clearance c WHERE c.assignment_id = a.id AND c.cleared) AS cleared INTO assigned
        FROM reviews.assignment a JOIN reviews.review r ON r.id = a.review_id JOIN reviews.round n ON n.id = r.round_id
        WHERE a.id = NEW.assignment_id FOR SHARE OF a;
      IF NOT assigned.cleared THEN CALL reviews.refuse('the reviewer has not declared interests and been cleared'); END IF;
      IF assigned.capacity = 'lead' THEN CALL reviews.refuse('the person who leads a review does not score it'); END IF;
      IF assigned.submitted_on IS NULL THEN CALL reviews.refuse('the self-review has not been submitted yet'); END IF;
      IF NOT assigned.asked THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      IF EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = NEW.assignment_id)
      THEN CALL reviews.refuse('the scores have been locked and cannot change'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "scores are given in turn" BEFORE INSERT ON reviews.score
    FOR EACH ROW EXECUTE FUNCTION reviews.scores_are_in_turn();

  CREATE FUNCTION reviews.locks_are_complete() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE missing integer;
    BEGIN
      -- The review first and then the assignment, so that of two people who lock at once one knows of the other.
      PERFORM FROM reviews.review r WHERE r.id = NEW.review_id FOR UPDATE;
      PERFORM FROM reviews.assignment a WHERE a.id = NEW.assignment_id FOR UPDATE;
      SELECT count(*) INTO missing
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id, unnest(n.criteria) AS asked
        WHERE r.id = NEW.review_id AND NOT EXISTS (
          SELECT FROM reviews.score s WHERE s.assignment_id = NEW.assignment_id AND s.criterion = asked);
      IF missing > 0 THEN CALL reviews.refuse(format('%s criteria have no score yet', missing)); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "locks are complete" BEFORE INSERT ON reviews.score_lock
    FOR EACH ROW EXECUTE FUNCTION reviews.locks_are_complete();

  -- True when at least two reviewers are clear, one of them from outside and one with lived experience, and all have locked.
  CREATE FUNCTION reviews.all_have_locked(of_review uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT count(*) FILTER (WHERE c.cleared) >= 2 AND bool_or(c.cleared AND c.outside_nhs_england)
        AND bool_or(c.cleared AND c.capacity = 'lived-experience') AND bool_and(l.id IS NOT NULL)
      FROM reviews.clearance c LEFT JOIN reviews.score_lock l ON l.assignment_id = c.assignment_id
      WHERE c.review_id = of_review AND c.capacity <> 'lead' $$;

  -- The assignments whose scores count: those of people who have not left.
  CREATE FUNCTION reviews.taking_part(of_review uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT coalesce(array_agg(a.id), '{}') FROM reviews.assignment a WHERE a.review_id = of_review AND a.ended_on IS NULL $$;

  CREATE FUNCTION reviews.steps_are_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE step record;
    BEGIN
      FOR step IN SELECT o.key, o.value AS was, to_jsonb(NEW) ->> o.key AS becomes FROM jsonb_each_text(to_jsonb(OLD)) AS o
        WHERE o.value IS DISTINCT FROM to_jsonb(NEW) ->> o.key
      LOOP
        IF step.was IS NOT NULL AND step.key <> 'revision' THEN
          CALL reviews.refuse('each step of a review is dated once'); END IF;
        IF step.key = 'submitted_on'
          AND NOT EXISTS (SELECT FROM reviews.submission s WHERE s.review_id = NEW.id)
        THEN CALL reviews.refuse('a review counts as submitted only with its submission'); END IF;
        IF step.key = 'scores_opened_on' AND NOT coalesce(reviews.all_have_locked(NEW.id), false)
        THEN CALL reviews.refuse('scores open only when an independent panel has locked all of them'); END IF;
      END LOOP;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a review takes each step in its turn" BEFORE UPDATE ON reviews.review
    FOR EACH ROW EXECUTE FUNCTION reviews.steps_are_in_turn();
`;

const RIGHTS =
  ['score', 'score_lock']
    .map(
      (table) => `
  ALTER TABLE reviews.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON reviews.${table} TO candour_member;
  GRANT SELECT ON reviews.${table} TO candour_operator;
  CREATE POLICY "the operator reads it" ON reviews.${table} FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "the owner looks at it for its functions" ON reviews.${table} FOR SELECT TO CURRENT_USER USING (true);
  CREATE POLICY "reviewers see their own, auditors all" ON reviews.${table} FOR SELECT TO candour_member USING (
    (SELECT access.holds('AUDITOR')) OR assignment_id = ANY ((SELECT reviews.as_reviewer('scoring'))::uuid[]));
  CREATE POLICY "reviewers see each other's when all have locked" ON reviews.${table} FOR SELECT TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_reviewer('compare'))::uuid[]));
  CREATE POLICY "reviewers add their own" ON reviews.${table} FOR INSERT TO candour_member
    WITH CHECK (assignment_id = ANY ((SELECT reviews.as_reviewer('scoring'))::uuid[]));
  CREATE POLICY "nobody barred touches it" ON reviews.${table} AS RESTRICTIVE FOR ALL TO candour_member
    USING (review_id <> ALL ((SELECT access.engaged_in('barred'))::uuid[]));
`,
    )
    .join('') +
  `
  CREATE POLICY "who may reply reads the scores" ON reviews.score FOR SELECT TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_replier())::uuid[]));
  CREATE POLICY "who leads the review sees who has locked" ON reviews.score_lock FOR SELECT TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_lead())::uuid[]));
`;
