import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A round opens only with dates that can be kept, and what was voided goes no further. */
export class RoundsThatStand1764000000141 implements MigrationInterface {
  name = 'RoundsThatStand1764000000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULES);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${GOES_NO_FURTHER.map(([table]) => `DROP TRIGGER "what was voided goes no further" ON ${table};`).join('\n')}
      DROP TRIGGER "reviews start in time" ON reviews.review;
      DROP TRIGGER "rounds open with dates that can be kept" ON reviews.round;
      DROP FUNCTION reviews.its_round_stands, reviews.reviews_start_in_time, reviews.dates_can_be_kept,
        reviews.weekdays_between;
    `);
  }
}

/** Whatever belongs to a round or to one of its reviews, and when it is refused once the round was voided. */
const GOES_NO_FURTHER = [
  ['reviews.review', 'INSERT OR UPDATE'],
  ...[
    ...['nil_return', 'self_answer', 'attestation', 'submission', 'assignment', 'score', 'score_lock'],
    ...['statement', 'reply', 'reply_decision', 'moderated_score'],
  ].map((table) => [`reviews.${table}`, 'INSERT'] as const),
  ...['preparation', 'release', 'refusal'].map((table) => [`publication.${table}`, 'INSERT'] as const),
] as const;

const RULES = `
  -- Days from Monday to Friday after the first up to the second. Bank holidays are known to the application alone.
  CREATE FUNCTION reviews.weekdays_between(since date, until date) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT count(*) FROM generate_series(since + 1, until, interval '1 day') AS d WHERE extract(isodow FROM d) < 6 $$;

  CREATE FUNCTION reviews.dates_can_be_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF NEW.as_at > NEW.opened_on THEN CALL reviews.refuse('the day under review is not in the future'); END IF;
      IF reviews.weekdays_between(NEW.opened_on, NEW.self_review_due) < 10
        OR reviews.weekdays_between(NEW.self_review_due, NEW.scoring_due) < 10
        OR reviews.weekdays_between(NEW.scoring_due, NEW.publication_date) < 15 + NEW.reply_working_days
      THEN CALL reviews.refuse('a round opens with dates that leave time for each step'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "rounds open with dates that can be kept" BEFORE INSERT ON reviews.round
    FOR EACH ROW EXECUTE FUNCTION reviews.dates_can_be_kept();

  CREATE FUNCTION reviews.reviews_start_in_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF reviews.weekdays_between(NEW.started_on,
        (SELECT f.self_review_due FROM reviews.first_promise f WHERE f.round_id = NEW.round_id)) < 10
      THEN CALL reviews.refuse('a review starts while its trust has time to answer by the day first promised'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "reviews start in time" BEFORE INSERT ON reviews.review
    FOR EACH ROW EXECUTE FUNCTION reviews.reviews_start_in_time();

  -- A step of a review takes turns with the voiding of its round, so that none slips in beside it.
  CREATE FUNCTION reviews.its_round_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE its_round uuid := coalesce((to_jsonb(NEW) ->> 'round_id')::uuid,
      (SELECT r.round_id FROM reviews.review r WHERE r.id = (to_jsonb(NEW) ->> 'review_id')::uuid));
    BEGIN
      PERFORM FROM reviews.round n WHERE n.id = its_round FOR SHARE;
      IF EXISTS (SELECT FROM reviews.round_voiding v WHERE v.round_id = its_round) THEN
        CALL reviews.refuse('the round was voided, and nothing in it goes further'); END IF;
      RETURN NEW;
    END $$;
  ${GOES_NO_FURTHER.map(
    ([table, when]) => `
  CREATE TRIGGER "what was voided goes no further" BEFORE ${when} ON ${table}
    FOR EACH ROW EXECUTE FUNCTION reviews.its_round_stands();`,
  ).join('')}
`;
