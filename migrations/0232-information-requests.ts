import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A reviewer asks the trust for something about one criterion, by a day, and the trust answers beside what it submitted, which
 * stays as it was. No row says who asked. That something was asked, by when, and whether it was answered is for everyone.
 */
export class InformationRequests1764000000232 implements MigrationInterface {
  name = 'InformationRequests1764000000232';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reviews.information_step;
      DROP TABLE reviews.information_answer, reviews.information_request;
      DROP FUNCTION reviews.information_is_asked_in_turn, reviews.information_is_given_in_turn;
    `);
  }
}

const BOTH = ['information_request', 'information_answer'];

const TABLES = `
  CREATE TABLE reviews.information_request (
    id uuid CONSTRAINT "a request for information has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a request for information never changes" CHECK (revision = 1),
    review_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    criterion text NOT NULL,
    asks text NOT NULL CONSTRAINT "a request for information says what" CHECK (asks ~ '\\S'),
    due_on date NOT NULL,
    asked_on date NOT NULL,
    CONSTRAINT "information is asked of the trust under review" FOREIGN KEY (review_id, organisation_id)
      REFERENCES reviews.review (id, organisation_id),
    CONSTRAINT "a request for information is of one review" UNIQUE (id, review_id, organisation_id)
  );
  CREATE INDEX "requests for information of a review" ON reviews.information_request (review_id, criterion);
  CREATE TABLE reviews.information_answer (
    id uuid CONSTRAINT "an answer to a request has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "an answer to a request never changes" CHECK (revision = 1),
    request_id uuid NOT NULL CONSTRAINT "a request for information is answered once" UNIQUE,
    review_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    gives text NOT NULL CONSTRAINT "a trust gives what was asked, does not hold it, or refuses"
      CHECK (gives IN ('GIVEN', 'NOT_HELD', 'REFUSED')),
    answer text NOT NULL CONSTRAINT "an answer to a request has words" CHECK (answer ~ '\\S'),
    evidence_ids uuid[] NOT NULL,
    answered_by uuid NOT NULL CONSTRAINT "a person answers a request" REFERENCES identity.person,
    answered_on date NOT NULL,
    CONSTRAINT "the trust that was asked answers" FOREIGN KEY (request_id, review_id, organisation_id)
      REFERENCES reviews.information_request (id, review_id, organisation_id)
  );
  CREATE INDEX "answers to requests of a review" ON reviews.information_answer (review_id);
  CALL ledger.record_changes_of('reviews.information_request', 'information-request');
  CALL ledger.record_changes_of('reviews.information_answer', 'information-answer');
  CALL publication.freeze('reviews.information_request');
  CALL publication.freeze('reviews.information_answer');
`;

const RULES = `
  CREATE FUNCTION reviews.information_is_asked_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE reviewed record;
    BEGIN
      SELECT r.submitted_on, r.scores_opened_on, n.publication_date, NEW.criterion = ANY (n.criteria) AS asked INTO reviewed
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id FOR SHARE OF r;
      IF reviewed.submitted_on IS NULL THEN
        CALL reviews.refuse('information is asked for when the self-review is submitted'); END IF;
      IF reviewed.scores_opened_on IS NOT NULL THEN
        CALL reviews.refuse('scores are open, and no more information is asked for'); END IF;
      IF NOT reviewed.asked THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      IF reviews.weekdays_between(NEW.asked_on, NEW.due_on) < 5 THEN
        CALL reviews.refuse('a trust has five working days at least to answer a request'); END IF;
      IF NEW.due_on > reviewed.publication_date THEN
        CALL reviews.refuse('a request is due before the result is'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "information is asked for in turn" BEFORE INSERT ON reviews.information_request
    FOR EACH ROW EXECUTE FUNCTION reviews.information_is_asked_in_turn();

  CREATE FUNCTION reviews.information_is_given_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM FROM reviews.review r WHERE r.id = NEW.review_id AND r.reply_closed_on IS NULL FOR SHARE;
      IF NOT FOUND THEN CALL reviews.refuse('the findings are settled, and a request is not answered any more'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "information is given in turn" BEFORE INSERT ON reviews.information_answer
    FOR EACH ROW EXECUTE FUNCTION reviews.information_is_given_in_turn();
  ${BOTH.map(
    (table) => `
  CREATE TRIGGER "what was voided goes no further" BEFORE INSERT ON reviews.${table}
    FOR EACH ROW EXECUTE FUNCTION reviews.its_round_stands();`,
  ).join('')}
`;

const RIGHTS = `
  ${BOTH.map(
    (table) => `
  ALTER TABLE reviews.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON reviews.${table} TO candour_member;
  GRANT SELECT ON reviews.${table} TO candour_operator, candour_definer;
  CREATE POLICY "the operator reads it" ON reviews.${table} FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "functions of the database read it" ON reviews.${table} FOR SELECT TO candour_definer USING (true);
  CREATE POLICY "its trust, its reviewers and auditors read it" ON reviews.${table} FOR SELECT TO candour_member USING (
    (SELECT access.holds('AUDITOR')) OR organisation_id = ANY ((SELECT reviews.trusts())::uuid[])
    OR review_id IN (SELECT reviews.reviewed('review')));
  CREATE POLICY "whoever replies reads it" ON reviews.${table} FOR SELECT TO candour_member
    USING (review_id IN (SELECT reviews.replied_to()));
  CREATE POLICY "nobody barred touches it" ON reviews.${table} AS RESTRICTIVE FOR ALL TO candour_member
    USING (NOT (review_id IN (SELECT access.engaged('barred'))));`,
  ).join('')}
  CREATE POLICY "reviewers ask for information" ON reviews.information_request FOR INSERT TO candour_member
    WITH CHECK (review_id IN (SELECT reviews.reviewed('review')));
  CREATE POLICY "submitters answer requests" ON reviews.information_answer FOR INSERT TO candour_member WITH CHECK (
    organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]) AND answered_by = (SELECT access.person()));

  -- Days and how it was answered, for everyone: who asked, what, and in which words it was answered are told by nothing in it.
  CREATE VIEW reviews.information_step AS
    SELECT q.id, q.review_id, r.round_id, q.organisation_id, r.deployment_id, q.criterion, q.asked_on, q.due_on,
      a.gives, a.answered_on, r.scores_opened_on, r.reply_closed_on, v.voided_on
    FROM reviews.information_request q JOIN reviews.review r ON r.id = q.review_id
      LEFT JOIN reviews.information_answer a ON a.request_id = q.id
      LEFT JOIN reviews.round_voiding v ON v.round_id = r.round_id;
  GRANT SELECT ON reviews.information_step TO candour_public, candour_member, candour_receipt, candour_operator;
`;
