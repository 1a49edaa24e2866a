import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A panel is asked whether it is independent when scores open and when moderation closes. Moderation opens again in the act
 * that sets locked scores aside, so that what was settled on them is settled again.
 */
export class SettledOnScoresThatCount1764000000122 implements MigrationInterface {
  name = 'SettledOnScoresThatCount1764000000122';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL check_function_bodies = off');
    await runner.query(STEPS);
    await runner.query('DROP FUNCTION reviews.all_have_locked(uuid); CALL access.hand_to_definer();');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL check_function_bodies = off;
      DROP TRIGGER "what is set aside opens moderation again" ON reviews.interest_confirmation;
      ${AS_IT_WAS}
      DROP FUNCTION reviews.set_aside_is_settled_again;
      CALL access.hand_to_definer();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

/** When replies end, as it was and stays. */
const REPLIES_END = `      IF NEW.reply_closed_on IS NOT NULL AND OLD.reply_closed_on IS NULL THEN
        IF NEW.reply_closed_on <= NEW.reply_due_on THEN CALL reviews.refuse('the time for reply has not ended'); END IF;
        IF EXISTS (SELECT FROM reviews.reply p WHERE p.review_id = NEW.id
          AND NOT EXISTS (SELECT FROM reviews.reply_decision d WHERE d.reply_id = p.id))
        THEN CALL reviews.refuse('a point of reply has not been decided'); END IF;
      END IF;
      RETURN NEW;
    END $$;
`;

const STEPS = `
  CREATE OR REPLACE FUNCTION reviews.steps_are_in_turn() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE
      step record;
      reopens boolean := OLD.moderation_closed_on IS NOT NULL AND NEW.moderation_closed_on IS NULL;
    BEGIN
      IF reopens AND NOT EXISTS (SELECT FROM reviews.interest_confirmation c WHERE c.review_id = NEW.id AND c.agrees
        AND c.xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text)
      THEN CALL reviews.refuse('moderation opens again only when locked scores are set aside'); END IF;
      FOR step IN SELECT o.key, o.value AS was, to_jsonb(NEW) ->> o.key AS becomes FROM jsonb_each_text(to_jsonb(OLD)) AS o
        WHERE o.value IS DISTINCT FROM to_jsonb(NEW) ->> o.key
      LOOP
        IF step.was IS NOT NULL AND step.key <> 'revision' AND NOT (reopens AND step.becomes IS NULL
          AND step.key IN ('moderation_closed_on', 'reply_due_on', 'reply_closed_on'))
        THEN CALL reviews.refuse('each step of a review is dated once'); END IF;
        IF step.key = 'submitted_on'
          AND NOT EXISTS (SELECT FROM reviews.submission s WHERE s.review_id = NEW.id)
        THEN CALL reviews.refuse('a review counts as submitted only with its submission'); END IF;
        IF step.key = 'scores_opened_on' AND reviews.panel_fault(NEW.id) IS NOT NULL
        THEN CALL reviews.refuse('scores open only when an independent panel has locked all of them'); END IF;
      END LOOP;
      RETURN NEW;
    END $$;

  -- Where locked scores are set aside after moderation was closed, it opens again in the same act.
  CREATE FUNCTION reviews.set_aside_is_settled_again() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      IF NEW.agrees AND EXISTS (SELECT FROM reviews.review r WHERE r.id = NEW.review_id AND r.moderation_closed_on IS NOT NULL)
        AND EXISTS (SELECT FROM reviews.score_lock l JOIN reviews.assignment a ON a.id = l.assignment_id
          WHERE a.review_id = NEW.review_id AND a.person_id = NEW.person_id)
      THEN CALL reviews.refuse('what was settled on scores that are set aside is settled again'); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "what is set aside opens moderation again" AFTER INSERT ON reviews.interest_confirmation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.set_aside_is_settled_again();

  CREATE OR REPLACE FUNCTION reviews.ends_are_complete() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE fault text;
    BEGIN
      IF NEW.moderation_closed_on IS NOT NULL AND OLD.moderation_closed_on IS NULL THEN
        fault := reviews.panel_fault(NEW.id);
        IF fault IS NOT NULL THEN CALL reviews.refuse(fault); END IF;
        IF EXISTS (SELECT FROM reviews.round n, unnest(n.criteria) AS asked WHERE n.id = NEW.round_id AND NOT EXISTS (
            SELECT FROM reviews.moderated_score m WHERE m.review_id = NEW.id AND m.criterion = asked))
        THEN CALL reviews.refuse('not every criterion has a moderated score'); END IF;
      END IF;
${REPLIES_END}`;

const AS_IT_WAS = `
  CREATE OR REPLACE FUNCTION reviews.all_have_locked(of_review uuid) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT count(*) FILTER (WHERE c.cleared) >= 2 AND bool_or(c.cleared AND c.outside_nhs_england)
        AND bool_or(c.cleared AND c.capacity = 'lived-experience') AND bool_and(l.id IS NOT NULL)
      FROM reviews.clearance c LEFT JOIN reviews.score_lock l ON l.assignment_id = c.assignment_id
      WHERE c.review_id = of_review AND c.capacity <> 'lead' $$;
  CREATE OR REPLACE FUNCTION reviews.steps_are_in_turn() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
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
  CREATE OR REPLACE FUNCTION reviews.ends_are_complete() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      IF NEW.moderation_closed_on IS NOT NULL AND OLD.moderation_closed_on IS NULL AND EXISTS (
        SELECT FROM reviews.round n, unnest(n.criteria) AS asked WHERE n.id = NEW.round_id AND NOT EXISTS (
          SELECT FROM reviews.moderated_score m WHERE m.review_id = NEW.id AND m.criterion = asked))
      THEN CALL reviews.refuse('not every criterion has a moderated score'); END IF;
${REPLIES_END}`;
