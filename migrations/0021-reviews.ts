import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rounds with the dates they promised, the review of each deployment in them, and signed nil returns. A promised date
 * moves only with a published reason, and each step of a review is dated once, in its turn.
 */
export class Reviews1764000000021 implements MigrationInterface {
  name = 'Reviews1764000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA reviews;
      GRANT USAGE ON SCHEMA reviews TO candour_public, candour_member, candour_receipt, candour_operator;

      CREATE PROCEDURE reviews.refuse(sentence text) LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = sentence, ERRCODE = 'check_violation', CONSTRAINT = sentence; END $$;

      -- The records of a kind in which the person takes part, while they hold a role that such a part needs.
      CREATE FUNCTION reviews.as_reviewer(kind text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT CASE WHEN access.holds('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER')
          THEN access.engaged_in(kind) ELSE '{}' END $$;
      CREATE FUNCTION reviews.as_lead() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT CASE WHEN access.holds('LEAD_REVIEWER') THEN access.engaged_in('led') ELSE '{}' END $$;
      CREATE FUNCTION reviews.as_replier() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT CASE WHEN access.holds('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER',
            'EXECUTIVE_APPROVER', 'USER_GROUP_MEMBER')
          THEN access.engaged_in('reply') ELSE '{}' END $$;
      CREATE FUNCTION reviews.trusts() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT access.organisations_as('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER') $$;

      CREATE TABLE reviews.round (
        id uuid CONSTRAINT "a round has one id" PRIMARY KEY,
        revision integer NOT NULL,
        title text NOT NULL CONSTRAINT "a round has a title of its own" UNIQUE
          CONSTRAINT "a round has a title" CHECK (title <> ''),
        edition_id uuid NOT NULL CONSTRAINT "a round uses a published edition" REFERENCES frameworks.edition,
        as_at date NOT NULL,
        criteria text[] NOT NULL CONSTRAINT "a round asks about something" CHECK (cardinality(criteria) > 0),
        opened_on date NOT NULL,
        self_review_due date NOT NULL,
        scoring_due date NOT NULL,
        reply_working_days integer NOT NULL
          CONSTRAINT "a reply has between 5 and 60 working days" CHECK (reply_working_days BETWEEN 5 AND 60),
        publication_date date NOT NULL,
        CONSTRAINT "the dates of a round follow one another"
          CHECK (opened_on <= self_review_due AND self_review_due < scoring_due AND scoring_due < publication_date)
      );

      CREATE TABLE reviews.round_date_change (
        id uuid CONSTRAINT "a change of date has one id" PRIMARY KEY,
        revision integer NOT NULL,
        round_id uuid NOT NULL CONSTRAINT "a changed date is of a round" REFERENCES reviews.round,
        which text NOT NULL CONSTRAINT "a round has three dates that can move"
          CHECK (which IN ('self_review_due', 'scoring_due', 'publication_date')),
        was date NOT NULL,
        becomes date NOT NULL CONSTRAINT "a change of date changes it" CHECK (becomes <> was),
        reason text NOT NULL CONSTRAINT "a changed date has a reason" CHECK (reason ~ '\\S'),
        decided_on date NOT NULL
      );
      CREATE INDEX "changes of date of a round" ON reviews.round_date_change (round_id, decided_on);

      CREATE FUNCTION reviews.no_date_moves_in_silence() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
        DECLARE moved record;
        BEGIN
          FOR moved IN SELECT now_set.key AS which, (to_jsonb(OLD) ->> now_set.key)::date AS was, now_set.value::date AS becomes
            FROM jsonb_each_text(to_jsonb(NEW)) AS now_set
            WHERE now_set.key IN ('self_review_due', 'scoring_due', 'publication_date')
              AND now_set.value IS DISTINCT FROM to_jsonb(OLD) ->> now_set.key
          LOOP
            IF NOT EXISTS (SELECT FROM reviews.round_date_change c
              WHERE c.round_id = NEW.id AND c.which = moved.which AND c.was = moved.was AND c.becomes = moved.becomes
                AND c.xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text)
            THEN CALL reviews.refuse('a promised date moves only with a published reason'); END IF;
          END LOOP;
          RETURN NEW;
        END $$;
      CREATE TRIGGER "no promised date moves in silence" BEFORE UPDATE ON reviews.round
        FOR EACH ROW EXECUTE FUNCTION reviews.no_date_moves_in_silence();

      CREATE TABLE reviews.review (
        id uuid CONSTRAINT "a review has one id" PRIMARY KEY,
        revision integer NOT NULL,
        round_id uuid NOT NULL CONSTRAINT "a review is part of a round" REFERENCES reviews.round,
        deployment_id uuid NOT NULL CONSTRAINT "a review is of a deployment" REFERENCES deployments.deployment,
        organisation_id uuid NOT NULL CONSTRAINT "a review is of an organisation" REFERENCES organisations.organisation,
        started_on date NOT NULL,
        acknowledged_on date,
        submitted_on date,
        scores_opened_on date,
        moderation_closed_on date,
        reply_due_on date,
        reply_closed_on date,
        published_on date,
        CONSTRAINT "a deployment is reviewed once in a round" UNIQUE (round_id, deployment_id),
        CONSTRAINT "a review belongs to one organisation" UNIQUE (id, organisation_id),
        CONSTRAINT "a review takes its steps in order" CHECK (
          coalesce(submitted_on >= acknowledged_on, submitted_on IS NULL)
          AND coalesce(scores_opened_on >= submitted_on, scores_opened_on IS NULL)
          AND coalesce(moderation_closed_on >= scores_opened_on, moderation_closed_on IS NULL)
          AND coalesce(reply_closed_on >= moderation_closed_on, reply_closed_on IS NULL)),
        CONSTRAINT "closing moderation opens the time for reply" CHECK (
          (moderation_closed_on IS NULL) = (reply_due_on IS NULL) AND coalesce(reply_due_on > moderation_closed_on, true)),
        CONSTRAINT "what was submitted is published after its replies" CHECK (
          published_on IS NULL OR submitted_on IS NULL OR reply_closed_on IS NOT NULL)
      );
      CREATE INDEX "reviews of an organisation" ON reviews.review (organisation_id, id);

      CREATE TABLE reviews.nil_return (
        id uuid CONSTRAINT "a nil return has one id" PRIMARY KEY,
        revision integer NOT NULL,
        round_id uuid NOT NULL CONSTRAINT "a nil return answers a round" REFERENCES reviews.round,
        organisation_id uuid NOT NULL CONSTRAINT "a nil return is of an organisation" REFERENCES organisations.organisation,
        names_searched text[] NOT NULL
          CONSTRAINT "a nil return lists the names that were searched" CHECK (cardinality(names_searched) > 0),
        places_searched text[] NOT NULL
          CONSTRAINT "a nil return lists where the search was made" CHECK (cardinality(places_searched) > 0),
        searched_by text NOT NULL CONSTRAINT "a nil return says which post searched" CHECK (searched_by ~ '\\S'),
        signed_by uuid NOT NULL CONSTRAINT "a nil return is signed by a person" REFERENCES identity.person,
        signed_on date NOT NULL,
        CONSTRAINT "an organisation signs one nil return in a round" UNIQUE (round_id, organisation_id)
      );

      CALL ledger.record_changes_of('reviews.round', 'round');
      CALL ledger.record_changes_of('reviews.round_date_change', 'round-date-change');
      CALL ledger.record_changes_of('reviews.review', 'review');
      CALL ledger.record_changes_of('reviews.nil_return', 'nil-return');

      ALTER TABLE reviews.round ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE reviews.round_date_change ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE reviews.review ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE reviews.nil_return ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

      GRANT SELECT ON reviews.round, reviews.round_date_change TO candour_public, candour_member, candour_receipt, candour_operator;
      GRANT INSERT ON reviews.round, reviews.round_date_change TO candour_member;
      GRANT UPDATE (revision, self_review_due, scoring_due, publication_date) ON reviews.round TO candour_member;
      CREATE POLICY "everyone reads rounds" ON reviews.round FOR SELECT USING (true);
      CREATE POLICY "lead reviewers open rounds" ON reviews.round FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')));
      CREATE POLICY "lead reviewers reschedule rounds" ON reviews.round FOR UPDATE TO candour_member
        USING ((SELECT access.holds('LEAD_REVIEWER')));
      CREATE POLICY "everyone reads why a date moved" ON reviews.round_date_change FOR SELECT USING (true);
      CREATE POLICY "lead reviewers say why a date moves" ON reviews.round_date_change FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')));

      GRANT SELECT ON reviews.review, reviews.nil_return TO candour_member, candour_operator;
      GRANT INSERT ON reviews.review, reviews.nil_return TO candour_member;
      GRANT UPDATE (revision, acknowledged_on, submitted_on, scores_opened_on, moderation_closed_on, reply_due_on,
        reply_closed_on, published_on) ON reviews.review TO candour_member;
      CREATE POLICY "the operator reads reviews" ON reviews.review FOR SELECT TO candour_operator USING (true);
      CREATE POLICY "the owner looks at reviews for its functions" ON reviews.review FOR ALL TO CURRENT_USER USING (true);
      CREATE POLICY "who may read a review" ON reviews.review FOR SELECT TO candour_member USING (
        (SELECT access.holds('LEAD_REVIEWER', 'AUDITOR', 'USER_GROUP_MEMBER'))
        OR organisation_id = ANY ((SELECT reviews.trusts())::uuid[])
        OR id = ANY ((SELECT reviews.as_reviewer('review'))::uuid[]));
      CREATE POLICY "lead reviewers start reviews" ON reviews.review FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')));
      CREATE POLICY "who may take a review a step further" ON reviews.review FOR UPDATE TO candour_member USING (
        (SELECT access.holds('LEAD_REVIEWER'))
        OR organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[])
        OR id = ANY ((SELECT reviews.as_reviewer('review'))::uuid[]));
      CREATE POLICY "nobody barred touches a review" ON reviews.review AS RESTRICTIVE FOR ALL TO candour_member
        USING (id <> ALL ((SELECT access.engaged_in('barred'))::uuid[]));

      CREATE POLICY "the operator reads nil returns" ON reviews.nil_return FOR SELECT TO candour_operator USING (true);
      CREATE POLICY "who may read nil returns" ON reviews.nil_return FOR SELECT TO candour_member USING (
        (SELECT access.holds('LEAD_REVIEWER', 'AUDITOR')) OR organisation_id = ANY ((SELECT reviews.trusts())::uuid[]));
      CREATE POLICY "trusts sign their nil returns" ON reviews.nil_return FOR INSERT TO candour_member WITH CHECK (
        organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER', 'EXECUTIVE_APPROVER'))::uuid[])
        AND signed_by = (SELECT access.person()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA reviews CASCADE');
  }
}
