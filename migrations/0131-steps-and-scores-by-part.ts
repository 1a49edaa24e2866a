import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A lead takes a step in a review only with a part in it that is clear, and auditors read scores only once they are open:
 * in the records and in the log.
 */
export class StepsAndScoresByPart1764000000131 implements MigrationInterface {
  name = 'StepsAndScoresByPart1764000000131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AUDITED);
    await runner.query(READING);
    await runner.query(STEPS);
    await runner.query('CALL access.hand_to_definer(); SELECT access.settle_everything();');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "steps are taken by whose they are" ON reviews.review;
      DROP FUNCTION reviews.steps_are_taken_by_whose_they_are;
      DROP POLICY "who may take a review a step further" ON reviews.review;
      CREATE POLICY "who may take a review a step further" ON reviews.review FOR UPDATE TO candour_member USING (
        (SELECT access.holds('LEAD_REVIEWER'))
        OR organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[])
        OR id IN (SELECT * FROM reviews.reviewed('review') AS mine));
      DROP POLICY "scores are in the log of auditors once they are open" ON ledger.event;
      ${SCORE_TABLES.map(
        (table) => `
      DROP POLICY "auditors read it once scores are open" ON ${table};
      DROP POLICY "reviewers see their own" ON ${table};
      CREATE POLICY "reviewers see their own, auditors all" ON ${table} FOR SELECT TO candour_member USING (
        (SELECT access.holds('AUDITOR')) OR assignment_id IN (SELECT * FROM reviews.reviewed('scoring') AS mine));`,
      ).join('')}
      DROP TRIGGER "auditors are engaged" ON reviews.review;
      DROP TRIGGER "auditors are engaged" ON identity.membership;
      DROP FUNCTION reviews.engage_auditors_of_opened, reviews.engage_changed_auditor;
      CREATE OR REPLACE VIEW access.derived_engagement AS SELECT person_id, kind, record_id, via FROM reviews.engagement;
      DROP VIEW reviews.auditing;
      SELECT access.settle_everything();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";
const SCORE_TABLES = ['reviews.score', 'reviews.score_lock'];

const AUDITED = `
  SET LOCAL check_function_bodies = off;

  -- Auditors read the scores of every review in which they are open.
  CREATE VIEW reviews.auditing AS
    SELECT m.person_id, 'audited' AS kind, r.id AS record_id, r.id AS via
      FROM identity.membership m JOIN reviews.review r ON r.scores_opened_on IS NOT NULL
      WHERE m.role = 'AUDITOR' AND m.ended_on IS NULL;

  CREATE OR REPLACE VIEW access.derived_engagement AS
    SELECT person_id, kind, record_id, via FROM reviews.engagement
    UNION ALL SELECT person_id, kind, record_id, via FROM reviews.auditing;

  -- A review that opens and a person who becomes an auditor at the same moment take turns: the second sees the first.
  CREATE FUNCTION reviews.engage_auditors_of_opened() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('auditors', 0));
      PERFORM access.settle_through(NEW.id);
      RETURN NULL;
    END $$;
  CREATE TRIGGER "auditors are engaged" AFTER UPDATE ON reviews.review FOR EACH ROW
    WHEN (NEW.scores_opened_on IS DISTINCT FROM OLD.scores_opened_on) EXECUTE FUNCTION reviews.engage_auditors_of_opened();

  CREATE FUNCTION reviews.engage_changed_auditor() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      IF coalesce(NEW.role, OLD.role) <> 'AUDITOR' THEN RETURN NULL; END IF;
      PERFORM pg_advisory_xact_lock(hashtextextended('auditors', 0));
      PERFORM access.settle_person(coalesce(NEW.person_id, OLD.person_id));
      RETURN NULL;
    END $$;
  CREATE TRIGGER "auditors are engaged" AFTER INSERT OR UPDATE OR DELETE ON identity.membership
    FOR EACH ROW EXECUTE FUNCTION reviews.engage_changed_auditor();
`;

const READING = `
  ${SCORE_TABLES.map(
    (table) => `
  DROP POLICY "reviewers see their own, auditors all" ON ${table};
  CREATE POLICY "reviewers see their own" ON ${table} FOR SELECT TO candour_member
    USING (assignment_id IN (SELECT * FROM reviews.reviewed('scoring') AS mine));
  CREATE POLICY "auditors read it once scores are open" ON ${table} FOR SELECT TO candour_member
    USING ((SELECT access.holds('AUDITOR')) AND review_id IN (SELECT * FROM access.engaged('audited') AS mine));`,
  ).join('')}

  -- The log tells what a score says. A score is looked up only for its own events.
  CREATE POLICY "scores are in the log of auditors once they are open" ON ledger.event AS RESTRICTIVE FOR SELECT TO candour_member
    USING (CASE WHEN subject_kind IN ('score', 'score-lock')
      THEN (leaf::jsonb #>> '{record,reviewId}')::uuid IN (SELECT * FROM access.engaged('audited') AS mine) ELSE true END);
`;

const STEPS = `
  DROP POLICY "who may take a review a step further" ON reviews.review;
  CREATE POLICY "who may take a review a step further" ON reviews.review FOR UPDATE TO candour_member USING (
    id IN (SELECT * FROM reviews.led() AS mine)
    OR organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[])
    OR id IN (SELECT * FROM reviews.reviewed('review') AS mine));

  -- The trust acknowledges and submits; who takes part opens scores; all else is a step of whoever leads the review.
  CREATE FUNCTION reviews.steps_are_taken_by_whose_they_are() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    DECLARE
      leads boolean := NEW.id IN (SELECT * FROM reviews.led());
      takes_part boolean := NEW.id IN (SELECT * FROM reviews.reviewed('review'));
      answers boolean := NEW.organisation_id = ANY (access.organisations_as('TRUST_SUBMITTER'));
    BEGIN
      IF access.person() IS NULL THEN RETURN NEW; END IF;
      IF (NEW.acknowledged_on, NEW.submitted_on) IS DISTINCT FROM (OLD.acknowledged_on, OLD.submitted_on) AND NOT answers
      THEN CALL reviews.refuse('the trust itself acknowledges and submits'); END IF;
      IF NEW.scores_opened_on IS DISTINCT FROM OLD.scores_opened_on AND NOT (leads OR takes_part)
      THEN CALL reviews.refuse('scores are opened by whoever takes part in the review'); END IF;
      IF (NEW.moderation_closed_on, NEW.reply_due_on, NEW.reply_closed_on, NEW.published_on)
        IS DISTINCT FROM (OLD.moderation_closed_on, OLD.reply_due_on, OLD.reply_closed_on, OLD.published_on) AND NOT leads
      THEN CALL reviews.refuse('this is a step of whoever leads the review and has no interest that is undecided'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "steps are taken by whose they are" BEFORE UPDATE ON reviews.review
    FOR EACH ROW EXECUTE FUNCTION reviews.steps_are_taken_by_whose_they_are();
`;
