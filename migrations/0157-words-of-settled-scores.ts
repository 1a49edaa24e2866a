import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The words that are published with a score that counts follow as the score does: what the meeting found, or why its
 * proposal does not count. Nobody who writes past the application gives others (`settledBecause` says them for pages).
 */
export class WordsOfSettledScores1764000000157 implements MigrationInterface {
  name = 'WordsOfSettledScores1764000000157';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "the words of a score follow" ON reviews.moderated_score;
      DROP FUNCTION reviews.words_of_scores_follow, reviews.settled_because;
    `);
  }
}

const WORDS = `
  CREATE FUNCTION reviews.settled_because(of_review uuid, of_criterion text, on_day date, of_decision uuid) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' SET row_security = on AS $$
    DECLARE
      proposal record;
      outcome text;
    BEGIN
      IF of_decision IS NULL AND NOT reviews.has_reason_to_meet(of_review, of_criterion) THEN
        RETURN 'The reviewers’ scores were close enough to settle without a meeting; where they were one apart the lower counts.';
      END IF;
      SELECT * INTO proposal FROM reviews.score_proposal p WHERE p.review_id = of_review AND p.criterion = of_criterion
        AND p.reply_decision_id IS NOT DISTINCT FROM of_decision ORDER BY p.seq DESC LIMIT 1;
      outcome := reviews.proposal_outcome(proposal.id, on_day);
      IF outcome IN ('ALL_CONFIRMED', 'WITHIN_RANGE') THEN RETURN proposal.reason; END IF;
      RETURN CASE outcome
        WHEN 'NOT_ALL_CONFIRMED' THEN 'It needed every reviewer whose score counts, and not all of them confirmed it.'
        WHEN 'NOBODY_CONFIRMED' THEN 'No reviewer confirmed it.'
        WHEN 'NOT_SECONDED' THEN 'Reviewers dissented, and no second person who leads the review stood behind it.'
        END || ' So the lowest score of the reviewers counts.';
    END $$;
  REVOKE EXECUTE ON FUNCTION reviews.settled_because FROM PUBLIC;

  CREATE FUNCTION reviews.words_of_scores_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NEW.reason IS DISTINCT FROM
        reviews.settled_because(NEW.review_id, NEW.criterion, NEW.settled_on, NEW.reply_decision_id)
      THEN CALL reviews.refuse('the words of a score that counts follow from the meetings of the reviewers'); END IF;
      RETURN NEW;
    END $$;
  -- After "moderation is in turn", which says first whether the score itself follows.
  CREATE TRIGGER "the words of a score follow" BEFORE INSERT ON reviews.moderated_score
    FOR EACH ROW EXECUTE FUNCTION reviews.words_of_scores_follow();
`;
