import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A proposal that takes two people ends: somebody else declines it with a reason, whoever made it takes it back, or nobody
 * agrees within 28 days and it lapses. What has ended cannot be agreed to any more.
 */
export class ProposalsEnd1764000000161 implements MigrationInterface {
  name = 'ProposalsEnd1764000000161';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(RIGHTS);
    await runner.query(RULES);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${AGREED_BY.map(({ table }) => `DROP TRIGGER "what was proposed still stands" ON ${table};`).join('\n')}
      DROP TABLE reviews.proposal_end;
      DROP TRIGGER "nobody proposes what is too late" ON reviews.proposal;
      DROP FUNCTION reviews.voiding_is_not_too_late, reviews.what_was_proposed_stands, reviews.proposals_end_once, reviews.proposal_open_until;
    `);
  }
}

/** What follows when somebody agrees to a proposal, and the day on which they did. */
const AGREED_BY = [
  { table: 'reviews.round_date_change', on: 'decided_on' },
  { table: 'reviews.round_voiding', on: 'voided_on' },
  { table: 'publication.withdrawal', on: 'withdrawn_on' },
  { table: 'publication.refusal', on: 'refused_on' },
] as const;

const TABLE = `
  CREATE TABLE reviews.proposal_end (
    id uuid CONSTRAINT "the end of a proposal has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "the end of a proposal never changes" CHECK (revision = 1),
    proposal_id uuid NOT NULL CONSTRAINT "a proposal ends once" UNIQUE,
    subject_id uuid NOT NULL,
    asks text NOT NULL CONSTRAINT "what ends was proposed"
      CHECK (asks IN ('move-date', 'void-round', 'withdraw-release', 'refuse-to-publish')),
    review_id uuid CONSTRAINT "what ends is about a review" REFERENCES reviews.review,
    outcome text NOT NULL CONSTRAINT "a proposal is declined, taken back, or lapses"
      CHECK (outcome IN ('declined', 'taken-back', 'lapsed')),
    reason text CONSTRAINT "an end of a proposal gives its reason in words" CHECK (reason ~ '\\S'),
    proposed_by uuid NOT NULL,
    ended_by uuid CONSTRAINT "a proposal is ended by a person" REFERENCES identity.person,
    ended_on date NOT NULL,
    CONSTRAINT "what ends is a proposal and who made it" FOREIGN KEY (proposal_id, subject_id, proposed_by)
      REFERENCES reviews.proposal (id, subject_id, proposed_by),
    CONSTRAINT "a person ends a proposal with a reason, time without one" CHECK (
      num_nonnulls(reason, ended_by) = CASE outcome WHEN 'lapsed' THEN 0 ELSE 2 END),
    CONSTRAINT "whoever made a proposal takes it back, another declines it" CHECK (
      CASE outcome WHEN 'taken-back' THEN ended_by = proposed_by WHEN 'declined' THEN ended_by <> proposed_by ELSE true END)
  );
  CALL ledger.record_changes_of('reviews.proposal_end', 'proposal-end');
  CALL publication.freeze('reviews.proposal_end');
`;

const THEIRS = `review_id IN (SELECT * FROM reviews.led() AS mine)
    OR (asks IN ('move-date', 'void-round') AND (SELECT access.holds('LEAD_REVIEWER')))`;

const RIGHTS = `
  ALTER TABLE reviews.proposal_end ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON reviews.proposal_end TO candour_member, candour_operator;
  GRANT SELECT ON reviews.proposal_end TO candour_definer;
  CREATE POLICY "the operator reads it" ON reviews.proposal_end FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "functions of the database read it" ON reviews.proposal_end FOR SELECT TO candour_definer USING (true);
  CREATE POLICY "auditors and who could agree read how proposals ended" ON reviews.proposal_end FOR SELECT TO candour_member
    USING ((SELECT access.holds('AUDITOR')) OR ${THEIRS});
  CREATE POLICY "people end proposals in their own name" ON reviews.proposal_end FOR INSERT TO candour_member
    WITH CHECK (ended_by = (SELECT access.person()) AND (${THEIRS}));
  CREATE POLICY "time ends what nobody agreed to" ON reviews.proposal_end FOR INSERT TO candour_operator
    WITH CHECK (outcome = 'lapsed');
`;

const RULES = `
  -- The last day on which somebody can agree.
  CREATE FUNCTION reviews.proposal_open_until(proposed_on date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT proposed_on + 28 $$;

  -- Who agrees and who ends take turns.
  CREATE FUNCTION reviews.proposals_end_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE proposed reviews.proposal;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('proposal ' || NEW.proposal_id::text, 0));
      SELECT * INTO proposed FROM reviews.proposal p WHERE p.id = NEW.proposal_id;
      IF (proposed.asks, proposed.review_id) IS DISTINCT FROM (NEW.asks, NEW.review_id)
      THEN CALL reviews.refuse('what ends is what was proposed'); END IF;
      IF EXISTS (SELECT FROM reviews.agreed_proposal a WHERE a.proposal_id = NEW.proposal_id)
      THEN CALL reviews.refuse('somebody agreed to this before'); END IF;
      IF (NEW.outcome = 'lapsed') <> (NEW.ended_on > reviews.proposal_open_until(proposed.proposed_on))
      THEN CALL reviews.refuse('a proposal lapses when 28 days have passed, and not before'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a proposal ends once, and not when it was agreed to" BEFORE INSERT ON reviews.proposal_end
    FOR EACH ROW EXECUTE FUNCTION reviews.proposals_end_once();

  -- What can never be agreed to is not proposed.
  CREATE FUNCTION reviews.voiding_is_not_too_late() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF EXISTS (SELECT FROM reviews.review r
        WHERE r.round_id = NEW.subject_id AND (r.scores_opened_on IS NOT NULL OR r.published_on IS NOT NULL))
      THEN CALL reviews.refuse('scores were opened or a result was published in this round; its results are published, refused or withdrawn one by one'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "nobody proposes what is too late" BEFORE INSERT ON reviews.proposal
    FOR EACH ROW WHEN (NEW.asks = 'void-round') EXECUTE FUNCTION reviews.voiding_is_not_too_late();

  CREATE FUNCTION reviews.what_was_proposed_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('proposal ' || NEW.proposal_id::text, 0));
      IF EXISTS (SELECT FROM reviews.proposal_end e WHERE e.proposal_id = NEW.proposal_id)
      THEN CALL reviews.refuse('this proposal has ended; propose it anew'); END IF;
      IF EXISTS (SELECT FROM reviews.proposal p WHERE p.id = NEW.proposal_id AND NOT (
        (to_jsonb(NEW) ->> TG_ARGV[0])::date BETWEEN p.proposed_on AND reviews.proposal_open_until(p.proposed_on)))
      THEN CALL reviews.refuse('a proposal is agreed to within 28 days, or it has lapsed; propose it anew'); END IF;
      RETURN NEW;
    END $$;
  ${AGREED_BY.map(
    ({ table, on }) => `
  CREATE TRIGGER "what was proposed still stands" BEFORE INSERT ON ${table}
    FOR EACH ROW EXECUTE FUNCTION reviews.what_was_proposed_stands('${on}');`,
  ).join('')}
`;
