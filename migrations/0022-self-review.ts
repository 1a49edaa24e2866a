import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trust's own layer: answers and, apart from them, the score the trust gives itself, which reviewers cannot see
 * before they have locked theirs; the three signatures; and the submission, whose hash PostgreSQL itself checks.
 */
export class SelfReview1764000000022 implements MigrationInterface {
  name = 'SelfReview1764000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reviews.submission, reviews.attestation, reviews.self_score, reviews.self_answer;
      DROP FUNCTION reviews.answers_are_in_turn, reviews.signatures_are_in_turn, reviews.submissions_are_signed;
    `);
  }
}

const TABLES = `
  CREATE TABLE reviews.self_answer (
    id uuid CONSTRAINT "an answer has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "an answer is never changed, only followed" CHECK (revision = 1),
    review_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    criterion text NOT NULL,
    seq integer NOT NULL CONSTRAINT "answers count from one" CHECK (seq > 0),
    reason text NOT NULL CONSTRAINT "an answer has a reason" CHECK (reason ~ '\\S'),
    evidence_ids uuid[] NOT NULL,
    answered_by uuid NOT NULL CONSTRAINT "an answer is a person's" REFERENCES identity.person,
    answered_on date NOT NULL,
    CONSTRAINT "an answer belongs to a review of its trust" FOREIGN KEY (review_id, organisation_id)
      REFERENCES reviews.review (id, organisation_id),
    CONSTRAINT "nobody else answered this criterion meanwhile" UNIQUE (review_id, criterion, seq)
  );

  CREATE TABLE reviews.self_score (
    id uuid CONSTRAINT "a self-score has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a self-score is never changed, only followed" CHECK (revision = 1),
    answer_id uuid NOT NULL CONSTRAINT "a self-score belongs to an answer" REFERENCES reviews.self_answer
      CONSTRAINT "an answer has one self-score" UNIQUE,
    review_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    score text NOT NULL CONSTRAINT "a self-score is on the scale" CHECK (score IN ('3', '2', '1', '0', 'U', 'X', 'N')),
    grade text CONSTRAINT "a self-score's evidence is graded A to E" CHECK (grade IN ('A', 'B', 'C', 'D', 'E')),
    CONSTRAINT "a self-score belongs to a review of its trust" FOREIGN KEY (review_id, organisation_id)
      REFERENCES reviews.review (id, organisation_id),
    CONSTRAINT "a self-score with a number names its evidence" CHECK (score NOT IN ('3', '2', '1', '0') OR grade IS NOT NULL)
  );
  CREATE INDEX "self-scores of a review" ON reviews.self_score (review_id);

  CREATE TABLE reviews.attestation (
    id uuid CONSTRAINT "a signature has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a signature is never changed" CHECK (revision = 1),
    review_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    capacity text NOT NULL CONSTRAINT "three capacities sign a self-review"
      CHECK (capacity IN ('CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')),
    seq integer NOT NULL CONSTRAINT "signatures count from one" CHECK (seq > 0),
    stance text NOT NULL CONSTRAINT "a signatory attests, has reservations or refuses"
      CHECK (stance IN ('attest', 'reservations', 'refuse')),
    dissent text NOT NULL CONSTRAINT "reservations and refusals are explained" CHECK (stance = 'attest' OR dissent ~ '\\S'),
    answers_hash text NOT NULL CONSTRAINT "a signature names what it signs" CHECK (answers_hash ~ '^[0-9a-f]{64}$'),
    signed_by uuid NOT NULL CONSTRAINT "a signature is a person's" REFERENCES identity.person,
    signed_on date NOT NULL,
    CONSTRAINT "a signature belongs to a review of its trust" FOREIGN KEY (review_id, organisation_id)
      REFERENCES reviews.review (id, organisation_id),
    CONSTRAINT "nobody else signed in this capacity meanwhile" UNIQUE (review_id, capacity, seq)
  );

  CREATE TABLE reviews.submission (
    id uuid CONSTRAINT "a submission has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a submission is never changed" CHECK (revision = 1),
    review_id uuid NOT NULL CONSTRAINT "a self-review is submitted once" UNIQUE,
    organisation_id uuid NOT NULL,
    outcome text NOT NULL CONSTRAINT "a submission is approved or says why not"
      CHECK (outcome IN ('approved', 'with-reservations', 'with-refusal')),
    answers_hash text NOT NULL CONSTRAINT "a submission names the answers that were signed" CHECK (answers_hash ~ '^[0-9a-f]{64}$'),
    content text NOT NULL,
    content_hash text NOT NULL CONSTRAINT "a submission's hash is of its content"
      CHECK (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    submitted_by uuid NOT NULL CONSTRAINT "a submission is made by a person" REFERENCES identity.person,
    submitted_on date NOT NULL,
    CONSTRAINT "a submission belongs to a review of its trust" FOREIGN KEY (review_id, organisation_id)
      REFERENCES reviews.review (id, organisation_id)
  );

  CALL ledger.record_changes_of('reviews.self_answer', 'self-answer');
  CALL ledger.record_changes_of('reviews.self_score', 'self-score');
  CALL ledger.record_changes_of('reviews.attestation', 'attestation');
  CALL ledger.record_changes_of('reviews.submission', 'submission');
`;

const RULES = `
  CREATE FUNCTION reviews.answers_are_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE reviewed record;
    BEGIN
      SELECT r.acknowledged_on, r.submitted_on, NEW.criterion = ANY (n.criteria) AS asked INTO reviewed
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id FOR SHARE OF r;
      IF reviewed.acknowledged_on IS NULL THEN CALL reviews.refuse('the review has not been acknowledged yet'); END IF;
      IF reviewed.submitted_on IS NOT NULL THEN CALL reviews.refuse('the self-review has been submitted and cannot change'); END IF;
      IF NOT reviewed.asked THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "answers are given in turn" BEFORE INSERT ON reviews.self_answer
    FOR EACH ROW EXECUTE FUNCTION reviews.answers_are_in_turn();

  CREATE FUNCTION reviews.signatures_are_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM FROM reviews.review r WHERE r.id = NEW.review_id AND r.submitted_on IS NULL FOR UPDATE;
      IF NOT FOUND THEN CALL reviews.refuse('the self-review has been submitted and cannot change'); END IF;
      IF EXISTS (SELECT FROM reviews.attestation a
        WHERE a.review_id = NEW.review_id AND a.signed_by = NEW.signed_by AND a.capacity <> NEW.capacity)
      THEN CALL reviews.refuse('the same person has signed in another capacity; three different people sign'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "signatures are given in turn" BEFORE INSERT ON reviews.attestation
    FOR EACH ROW EXECUTE FUNCTION reviews.signatures_are_in_turn();

  CREATE FUNCTION reviews.submissions_are_signed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE signed record;
    BEGIN
      PERFORM FROM reviews.review r WHERE r.id = NEW.review_id FOR UPDATE;
      SELECT count(*) FILTER (WHERE a.answers_hash = NEW.answers_hash) AS of_these,
          bool_or(a.stance = 'refuse') AS refused, bool_or(a.signed_by = NEW.submitted_by) AS by_submitter INTO signed
        FROM (SELECT DISTINCT ON (capacity) * FROM reviews.attestation
          WHERE review_id = NEW.review_id ORDER BY capacity, seq DESC) AS a;
      IF signed.of_these < 3 THEN
        CALL reviews.refuse('the Caldicott Guardian, the Data Protection Officer and the executive must each sign these answers first');
      END IF;
      IF signed.by_submitter THEN CALL reviews.refuse('the person who submits cannot be one of the three who sign'); END IF;
      IF signed.refused AND NEW.outcome <> 'with-refusal' THEN
        CALL reviews.refuse('a signatory refused, so it can only be submitted with that refusal');
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "submissions are signed" BEFORE INSERT ON reviews.submission
    FOR EACH ROW EXECUTE FUNCTION reviews.submissions_are_signed();
`;

const RIGHTS =
  ['self_answer', 'self_score', 'attestation', 'submission']
    .map(
      (table) => `
  ALTER TABLE reviews.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON reviews.${table} TO candour_member;
  GRANT SELECT ON reviews.${table} TO candour_operator;
  CREATE POLICY "the operator reads it" ON reviews.${table} FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "the owner looks at it for its functions" ON reviews.${table} FOR SELECT TO CURRENT_USER USING (true);
  CREATE POLICY "its trust and auditors read it" ON reviews.${table} FOR SELECT TO candour_member USING (
    (SELECT access.holds('AUDITOR')) OR organisation_id = ANY ((SELECT reviews.trusts())::uuid[]));
  CREATE POLICY "nobody barred touches it" ON reviews.${table} AS RESTRICTIVE FOR ALL TO candour_member
    USING (review_id <> ALL ((SELECT access.engaged_in('barred'))::uuid[]));
`,
    )
    .join('') +
  `
  CREATE POLICY "reviewers read answers that were submitted" ON reviews.self_answer FOR SELECT TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_reviewer('review'))::uuid[]));
  CREATE POLICY "reviewers compare self-scores after the locks" ON reviews.self_score FOR SELECT TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_reviewer('compare'))::uuid[]));
  CREATE POLICY "reviewers read who signed" ON reviews.attestation FOR SELECT TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_reviewer('review'))::uuid[]));
  CREATE POLICY "reviewers read submissions after the locks" ON reviews.submission FOR SELECT TO candour_member
    USING (review_id = ANY ((SELECT reviews.as_reviewer('compare'))::uuid[]));

  CREATE POLICY "submitters answer" ON reviews.self_answer FOR INSERT TO candour_member WITH CHECK (
    organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[])
    AND answered_by = (SELECT access.person()));
  CREATE POLICY "submitters score themselves" ON reviews.self_score FOR INSERT TO candour_member WITH CHECK (
    organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
  CREATE POLICY "each signs in the capacity they hold" ON reviews.attestation FOR INSERT TO candour_member WITH CHECK (
    signed_by = (SELECT access.person()) AND (
      (capacity = 'CALDICOTT_GUARDIAN'
        AND organisation_id = ANY ((SELECT access.organisations_as('CALDICOTT_GUARDIAN'))::uuid[]))
      OR (capacity = 'DATA_PROTECTION_OFFICER'
        AND organisation_id = ANY ((SELECT access.organisations_as('DATA_PROTECTION_OFFICER'))::uuid[]))
      OR (capacity = 'EXECUTIVE_APPROVER'
        AND organisation_id = ANY ((SELECT access.organisations_as('EXECUTIVE_APPROVER'))::uuid[]))));
  CREATE POLICY "submitters submit" ON reviews.submission FOR INSERT TO candour_member WITH CHECK (
    organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[])
    AND submitted_by = (SELECT access.person()));
`;
