import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Meetings are asked for, proposed, answered and seconded in their turn and time; no score is taken that does not follow from
 * them, whoever sends it; and moderation and replies end only when every criterion has the score that follows.
 */
export class MeetingsInTurn1764000000127 implements MigrationInterface {
  name = 'MeetingsInTurn1764000000127';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RIGHTS);
    await runner.query(MEETING_RULES);
    await runner.query(SETTLING_RULES);
    await runner.query(TIME_RULES);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "the time to confirm is kept" ON reviews.review;
      DROP TRIGGER "moderation ends settled" ON reviews.review;
      DROP TRIGGER "answers to proposals are in time" ON reviews.proposal_answer;
      DROP TRIGGER "proposals leave time" ON reviews.score_proposal;
      DROP TRIGGER "proposals are seconded in turn" ON reviews.proposal_second;
      DROP TRIGGER "proposals are answered in turn" ON reviews.proposal_answer;
      DROP TRIGGER "proposals are in turn" ON reviews.score_proposal;
      DROP TRIGGER "meetings are asked for in turn" ON reviews.meeting_request;
      ${AS_IT_WAS}
      DROP FUNCTION reviews.time_to_confirm_is_kept, reviews.meetings_are_in_time, reviews.moderation_ends_settled,
        reviews.proposals_are_seconded_in_turn, reviews.proposals_are_answered_in_turn, reviews.is_open_proposal,
        reviews.proposals_are_in_turn, reviews.meetings_are_asked_for_in_turn;
      DROP POLICY "functions of the database read it" ON concerns.release;
      REVOKE SELECT (id, deployment_id, reviewers_may_read) ON concerns.release FROM candour_definer;
      REVOKE USAGE ON SCHEMA concerns FROM candour_definer;
    `);
  }
}

const RIGHTS = `
  GRANT USAGE ON SCHEMA concerns TO candour_definer;
  GRANT SELECT (id, deployment_id, reviewers_may_read) ON concerns.release TO candour_definer;
  CREATE POLICY "functions of the database read it" ON concerns.release FOR SELECT TO candour_definer USING (true);
`;

const MEETING_RULES = `
  CREATE FUNCTION reviews.meetings_are_asked_for_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE reviewed record;
    BEGIN
      SELECT r.deployment_id, r.submitted_on, r.scores_opened_on, r.moderation_closed_on, NEW.criterion = ANY (n.criteria) AS asked
        INTO reviewed FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id FOR SHARE OF r;
      IF reviewed.submitted_on IS NULL OR (NEW.asked_as <> 'group' AND reviewed.scores_opened_on IS NULL)
      THEN CALL reviews.refuse('the reviewers have not all locked their scores'); END IF;
      IF reviewed.moderation_closed_on IS NOT NULL THEN CALL reviews.refuse('moderation is closed'); END IF;
      IF NOT reviewed.asked THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      IF NEW.asked_as = 'group' AND NOT EXISTS (SELECT FROM reviews.statement t
        WHERE t.review_id = NEW.review_id AND t.organisation_id = NEW.organisation_id)
      THEN CALL reviews.refuse('a group first makes a statement in the review'); END IF;
      IF NEW.ground = 'survivors' AND NOT EXISTS (SELECT FROM reviews.statement t WHERE t.review_id = NEW.review_id)
      THEN CALL reviews.refuse('no user-led group has made a statement in this review'); END IF;
      IF NEW.ground = 'concerns' AND NOT EXISTS (SELECT FROM concerns.release c
        WHERE c.deployment_id = reviewed.deployment_id AND c.reviewers_may_read)
      THEN CALL reviews.refuse('no concern about this scheme is open to its reviewers'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "meetings are asked for in turn" BEFORE INSERT ON reviews.meeting_request
    FOR EACH ROW EXECUTE FUNCTION reviews.meetings_are_asked_for_in_turn();

  CREATE FUNCTION reviews.proposals_are_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE reviewed record;
    BEGIN
      SELECT r.scores_opened_on, r.moderation_closed_on, r.reply_closed_on, NEW.criterion = ANY (n.criteria) AS asked INTO reviewed
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id FOR SHARE OF r;
      IF reviewed.scores_opened_on IS NULL THEN CALL reviews.refuse('the reviewers have not all locked their scores'); END IF;
      IF reviewed.reply_closed_on IS NOT NULL THEN CALL reviews.refuse('the findings are settled'); END IF;
      IF NOT reviewed.asked THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      IF (reviewed.moderation_closed_on IS NOT NULL) <> (NEW.reply_decision_id IS NOT NULL) THEN
        CALL reviews.refuse('once moderation is closed a score changes only because a reply was accepted'); END IF;
      IF NEW.reply_decision_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM reviews.reply_decision d WHERE d.id = NEW.reply_decision_id AND d.accepted)
      THEN CALL reviews.refuse('the reply was not accepted'); END IF;
      IF NEW.reply_decision_id IS NULL AND NOT reviews.has_reason_to_meet(NEW.review_id, NEW.criterion)
      THEN CALL reviews.refuse('there is no reason to meet about this criterion: its score settles itself'); END IF;
      IF NEW.score = 'N' AND reviews.gravity_of(NEW.review_id, NEW.criterion) IN ('RED_LINE', 'KNOCK_OUT')
        AND NOT reviews.claimed_not_applicable(NEW.review_id, NEW.criterion)
      THEN CALL reviews.refuse('the trust has not claimed that this requirement does not apply'); END IF;
      IF EXISTS (SELECT FROM unnest(NEW.took_part) AS present WHERE NOT EXISTS (SELECT FROM reviews.assignment a
        WHERE a.id = present AND a.review_id = NEW.review_id AND a.capacity <> 'lead'))
      THEN CALL reviews.refuse('only reviewers of this review take part in its meetings'); END IF;
      IF NEW.seq <> (SELECT coalesce(max(p.seq), 0) + 1 FROM reviews.score_proposal p
        WHERE p.review_id = NEW.review_id AND p.criterion = NEW.criterion)
      THEN CALL reviews.refuse('proposals follow one another'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "proposals are in turn" BEFORE INSERT ON reviews.score_proposal
    FOR EACH ROW EXECUTE FUNCTION reviews.proposals_are_in_turn();

  -- Whether what was proposed last for its criterion can still be answered or seconded.
  CREATE FUNCTION reviews.is_open_proposal(of_proposal uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    SELECT coalesce((SELECT r.reply_closed_on IS NULL AND (r.moderation_closed_on IS NULL OR p.reply_decision_id IS NOT NULL)
        AND NOT EXISTS (SELECT FROM reviews.score_proposal later WHERE later.review_id = p.review_id
          AND later.criterion = p.criterion AND later.seq > p.seq)
      FROM reviews.score_proposal p JOIN reviews.review r ON r.id = p.review_id WHERE p.id = of_proposal), false) $$;
  REVOKE EXECUTE ON FUNCTION reviews.is_open_proposal FROM PUBLIC;

  CREATE FUNCTION reviews.proposals_are_answered_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM FROM reviews.review r WHERE r.id = NEW.review_id FOR SHARE;
      IF NOT reviews.is_open_proposal(NEW.proposal_id) THEN CALL reviews.refuse('something else was proposed, or settled, since'); END IF;
      IF NEW.answered_on > (SELECT p.confirm_by FROM reviews.score_proposal p WHERE p.id = NEW.proposal_id)
      THEN CALL reviews.refuse('the time to confirm this has ended'); END IF;
      IF NOT EXISTS (SELECT FROM reviews.weighed_scores(NEW.review_id, NEW.criterion) AS w WHERE w.assignment_id = NEW.assignment_id)
      THEN CALL reviews.refuse('only reviewers whose score counts confirm or dissent'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "proposals are answered in turn" BEFORE INSERT ON reviews.proposal_answer
    FOR EACH ROW EXECUTE FUNCTION reviews.proposals_are_answered_in_turn();

  CREATE FUNCTION reviews.proposals_are_seconded_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM FROM reviews.review r WHERE r.id = NEW.review_id FOR SHARE;
      IF NOT reviews.is_open_proposal(NEW.proposal_id) THEN CALL reviews.refuse('something else was proposed, or settled, since'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "proposals are seconded in turn" BEFORE INSERT ON reviews.proposal_second
    FOR EACH ROW EXECUTE FUNCTION reviews.proposals_are_seconded_in_turn();
`;

/** When a score can be settled, as it was and stays. */
const TIME_OF_SETTLING = `      SELECT r.scores_opened_on, r.moderation_closed_on, r.reply_closed_on, NEW.criterion = ANY (n.criteria) AS asked INTO reviewed
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id FOR SHARE OF r;
      IF reviewed.scores_opened_on IS NULL THEN CALL reviews.refuse('the reviewers have not all locked their scores'); END IF;
      IF reviewed.reply_closed_on IS NOT NULL THEN CALL reviews.refuse('the findings are settled'); END IF;
      IF NOT reviewed.asked THEN CALL reviews.refuse('the round does not ask this criterion'); END IF;
      IF (reviewed.moderation_closed_on IS NOT NULL) <> (NEW.settled_by = 'reply') THEN
        CALL reviews.refuse('once moderation is closed a score changes only because a reply was accepted'); END IF;
`;

const SETTLING_RULES = `
  CREATE OR REPLACE FUNCTION reviews.moderation_is_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = '' SET row_security = on AS $$
    DECLARE
      reviewed record;
      follows record;
    BEGIN
${TIME_OF_SETTLING}      IF NEW.minority_view <> '' THEN CALL reviews.refuse('a minority view is what a reviewer says who dissents'); END IF;
      IF NEW.settled_by = 'reply' THEN
        SELECT CASE WHEN reviews.proposal_outcome(p.id, NEW.settled_on) IN ('ALL_CONFIRMED', 'WITHIN_RANGE') THEN 'settled' END AS state,
            reviews.carried(p.score, p.grade) AS score, p.grade, 'reply' AS settled_by INTO follows
          FROM reviews.score_proposal p WHERE p.reply_decision_id = NEW.reply_decision_id AND reviews.is_open_proposal(p.id);
      ELSE SELECT * INTO follows FROM reviews.settled_score(NEW.review_id, NEW.criterion, NEW.settled_on); END IF;
      IF follows.state IS DISTINCT FROM 'settled' OR follows.score <> NEW.score OR follows.grade IS DISTINCT FROM NEW.grade
        OR follows.settled_by <> NEW.settled_by
      THEN CALL reviews.refuse('a score counts only as it follows from the scores and the meetings of the reviewers'); END IF;
      RETURN NEW;
    END $$;

  CREATE FUNCTION reviews.moderation_ends_settled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NEW.moderation_closed_on IS NOT NULL AND OLD.moderation_closed_on IS NULL AND EXISTS (
        SELECT FROM reviews.round n, unnest(n.criteria) AS asked,
            reviews.settled_score(NEW.id, asked, NEW.moderation_closed_on) AS follows
          WHERE n.id = NEW.round_id AND NOT EXISTS (SELECT FROM (
            SELECT m.score, m.grade, m.settled_by FROM reviews.moderated_score m
              WHERE m.review_id = NEW.id AND m.criterion = asked ORDER BY m.seq DESC LIMIT 1) AS newest
            WHERE follows.state = 'settled' AND newest.score = follows.score AND newest.settled_by = follows.settled_by
              AND newest.grade IS NOT DISTINCT FROM follows.grade))
      THEN CALL reviews.refuse('not every criterion is settled as it follows from scores and meetings'); END IF;
      IF NEW.reply_closed_on IS NOT NULL AND OLD.reply_closed_on IS NULL AND EXISTS (
        SELECT FROM reviews.score_proposal p WHERE p.review_id = NEW.id AND p.reply_decision_id IS NOT NULL
          AND reviews.is_open_proposal(p.id) AND (
            reviews.proposal_outcome(p.id, NEW.reply_closed_on) = 'WAITING'
            OR (reviews.proposal_outcome(p.id, NEW.reply_closed_on) IN ('ALL_CONFIRMED', 'WITHIN_RANGE') AND NOT EXISTS (
              SELECT FROM reviews.moderated_score m WHERE m.reply_decision_id = p.reply_decision_id))))
      THEN CALL reviews.refuse('what was proposed after a reply is not settled yet'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "moderation ends settled" BEFORE UPDATE ON reviews.review
    FOR EACH ROW EXECUTE FUNCTION reviews.moderation_ends_settled();
`;

const TIME_RULES = `
  -- Days are those of the log and not what the application says: no proposal is backdated, and no answer comes late.
  CREATE FUNCTION reviews.meetings_are_in_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF TG_TABLE_NAME = 'score_proposal' THEN
        IF reviews.recorded_on('score-proposal', NEW.id, 1) + 5 > NEW.confirm_by
        THEN CALL reviews.refuse('reviewers have at least five days to confirm'); END IF;
      ELSIF reviews.recorded_on('proposal-answer', NEW.id, 1)
        > (SELECT p.confirm_by FROM reviews.score_proposal p WHERE p.id = NEW.proposal_id)
      THEN CALL reviews.refuse('the time to confirm this has ended'); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "proposals leave time" AFTER INSERT ON reviews.score_proposal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.meetings_are_in_time();
  CREATE CONSTRAINT TRIGGER "answers to proposals are in time" AFTER INSERT ON reviews.proposal_answer
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.meetings_are_in_time();

  CREATE FUNCTION reviews.time_to_confirm_is_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE today date := reviews.recorded_on('review', NEW.id, NEW.revision);
    BEGIN
      IF (NEW.moderation_closed_on IS NOT NULL AND OLD.moderation_closed_on IS NULL)
          OR (NEW.reply_closed_on IS NOT NULL AND OLD.reply_closed_on IS NULL) THEN
        IF EXISTS (SELECT FROM reviews.score_proposal p WHERE p.review_id = NEW.id
          AND (p.reply_decision_id IS NOT NULL) = (NEW.reply_closed_on IS NOT NULL)
          AND NOT EXISTS (SELECT FROM reviews.score_proposal later WHERE later.review_id = p.review_id
            AND later.criterion = p.criterion AND later.seq > p.seq
            AND (later.reply_decision_id IS NOT NULL) = (p.reply_decision_id IS NOT NULL))
          AND (p.reply_decision_id IS NOT NULL OR reviews.has_reason_to_meet(p.review_id, p.criterion))
          AND reviews.proposal_outcome(p.id, today) = 'WAITING')
        THEN CALL reviews.refuse('reviewers still have time to confirm'); END IF;
      END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "the time to confirm is kept" AFTER UPDATE ON reviews.review
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.time_to_confirm_is_kept();
`;

const AS_IT_WAS = `
  CREATE OR REPLACE FUNCTION reviews.moderation_is_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = '' SET row_security = on AS $$
    DECLARE reviewed record;
    BEGIN
${TIME_OF_SETTLING}      IF NEW.settled_by = 'reply'
        AND NOT EXISTS (SELECT FROM reviews.reply_decision d WHERE d.id = NEW.reply_decision_id AND d.accepted)
      THEN CALL reviews.refuse('the reply was not accepted'); END IF;
      RETURN NEW;
    END $$;
  CALL access.hand_to_definer();
`;
