import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Panels of a round are proposed with all that the proposal rests on, and accepted as a whole. What keeps somebody from a
 * panel is asked of the standing rule of independence; an acceptance stands only with panels that are complete.
 */
export class PanelsProposed1764000000246 implements MigrationInterface {
  name = 'PanelsProposed1764000000246';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reviews.panel_acceptance, reviews.panel_proposal;
      DROP FUNCTION reviews.accepted_panels_are_whole, reviews.kept_from_panels(uuid, uuid, uuid[], uuid[]),
        reviews.panels_taken(uuid);
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const TABLES = `
  CREATE TABLE reviews.panel_proposal (
    id uuid CONSTRAINT "a proposal of panels has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a proposal of panels never changes, it is followed by another" CHECK (revision = 1),
    round_id uuid NOT NULL CONSTRAINT "panels are proposed for a round" REFERENCES reviews.round,
    origin text NOT NULL CONSTRAINT "panels are computed, changed by hand or read from a table"
      CHECK (origin IN ('computed', 'changed', 'table')),
    based_on uuid CONSTRAINT "what was changed by hand is another proposal" REFERENCES reviews.panel_proposal,
    seed integer NOT NULL CONSTRAINT "a seed is not negative" CHECK (seed >= 0),
    terms jsonb NOT NULL CONSTRAINT "the terms of panels are an object" CHECK (jsonb_typeof(terms) = 'object'),
    inputs jsonb NOT NULL CONSTRAINT "what panels rest on is an object" CHECK (jsonb_typeof(inputs) = 'object'),
    inputs_hash text NOT NULL CONSTRAINT "what panels rest on has a fingerprint" CHECK (inputs_hash ~ '^[0-9a-f]{64}$'),
    panels jsonb NOT NULL CONSTRAINT "panels are listed" CHECK (jsonb_typeof(panels) = 'array'),
    reason text CONSTRAINT "a reason for changing a panel is not empty" CHECK (reason ~ '\\S'),
    proposed_by uuid NOT NULL CONSTRAINT "a person proposes panels" REFERENCES identity.person,
    proposed_on date NOT NULL,
    CONSTRAINT "what was changed by hand says what and why" CHECK (
      (origin = 'changed') = (based_on IS NOT NULL AND reason IS NOT NULL)),
    CONSTRAINT "a proposal of panels is one person's in one round" UNIQUE (id, round_id, proposed_by)
  );
  CREATE TABLE reviews.panel_acceptance (
    id uuid CONSTRAINT "an acceptance of panels has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "an acceptance of panels never changes" CHECK (revision = 1),
    proposal_id uuid NOT NULL CONSTRAINT "panels are accepted once" UNIQUE,
    round_id uuid NOT NULL,
    accepted_by uuid NOT NULL,
    accepted_on date NOT NULL,
    CONSTRAINT "who proposed panels accepts them" FOREIGN KEY (proposal_id, round_id, accepted_by)
      REFERENCES reviews.panel_proposal (id, round_id, proposed_by)
  );
  CALL ledger.record_changes_of('reviews.panel_proposal', 'panel-proposal');
  CALL ledger.record_changes_of('reviews.panel_acceptance', 'panel-acceptance');
  CALL publication.freeze('reviews.panel_proposal');
  CALL publication.freeze('reviews.panel_acceptance');
`;

const RULES = `
  SET LOCAL check_function_bodies = off;

  -- Which of these people is kept from the panels of which reviews, or of one, that the reader leads, by what is known of them as the
  -- standing rule judges it; by a part that they have or had there; or because they scored the trust the time before.
  CREATE FUNCTION reviews.kept_from_panels(of_round uuid, of_review uuid, people uuid[], outside uuid[])
    RETURNS TABLE (person_id uuid, review_id uuid, because text, words text) LANGUAGE sql STABLE ${DEFINER} AS $$
    WITH led AS MATERIALIZED (SELECT r.* FROM reviews.review r
        WHERE r.round_id = of_round AND r.id = coalesce(of_review, r.id) AND r.id IN (SELECT * FROM reviews.led())),
      before AS (SELECT l.id AS review_id, (SELECT earlier.round_id FROM reviews.review earlier
          WHERE earlier.organisation_id IN (SELECT * FROM reviews.kin_of(l.organisation_id)) AND earlier.round_id <> of_round
            AND earlier.started_on <= l.started_on ORDER BY earlier.started_on DESC, earlier.round_id LIMIT 1) AS round_id,
          l.organisation_id FROM led l)
    SELECT p, l.id, CASE f.code WHEN 'NOT_OUTSIDE' THEN 'not-outside' ELSE 'known-conflict' END, f.words
      FROM unnest(people) AS p, led l, reviews.faults_in(reviews.standing_of(p, l.id)
        || jsonb_build_object('outsideNhsEngland', p = ANY (outside))) AS f
    UNION ALL SELECT a.person_id, a.review_id, 'had-a-part', 'the person has or had a part in this review'
      FROM reviews.assignment a JOIN led l ON l.id = a.review_id WHERE a.person_id = ANY (people)
    UNION ALL SELECT DISTINCT a.person_id, b.review_id, 'twice-in-a-row', 'the person took part in the review of this trust before this one'
      FROM before b JOIN reviews.assignment a ON a.round_id = b.round_id AND a.capacity <> 'lead'
        AND a.organisation_id IN (SELECT * FROM reviews.kin_of(b.organisation_id))
      WHERE a.person_id = ANY (people) AND (a.ended_on IS NULL
        OR EXISTS (SELECT FROM reviews.score_lock k WHERE k.assignment_id = a.id))
    UNION ALL SELECT DISTINCT m.person_id, l.id, 'own-region', 'the records know a role of theirs in the region of this trust'
      FROM led l JOIN organisations.organisation t ON t.id = l.organisation_id
        JOIN organisations.organisation o ON o.national_grouping = t.national_grouping
        JOIN identity.membership m ON m.organisation_id = o.id AND m.person_id = ANY (people) $$;

  -- On how many panels of a round people sit to score, for lead reviewers.
  CREATE FUNCTION reviews.panels_taken(of_round uuid) RETURNS TABLE (person_id uuid, taken integer)
    LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT a.person_id, count(*)::integer FROM reviews.assignment a
      WHERE a.round_id = of_round AND a.ended_on IS NULL AND a.capacity <> 'lead' AND access.holds('LEAD_REVIEWER')
      GROUP BY a.person_id $$;

  -- It waits for the end of the transaction, when everybody is assigned.
  CREATE FUNCTION reviews.accepted_panels_are_whole() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE proposed record; fault text;
    BEGIN
      SELECT * INTO proposed FROM reviews.panel_proposal p WHERE p.id = NEW.proposal_id;
      IF EXISTS (SELECT FROM jsonb_array_elements(proposed.panels) AS panel, jsonb_array_elements_text(panel -> 'people') AS sits
        WHERE NOT EXISTS (SELECT FROM reviews.assignment a WHERE a.review_id = (panel ->> 'review')::uuid
          AND a.round_id = NEW.round_id AND a.person_id = sits::uuid AND a.ended_on IS NULL))
      THEN CALL reviews.refuse('whoever is accepted for a panel is assigned to it'); END IF;
      IF EXISTS (SELECT FROM jsonb_array_elements(proposed.panels) AS panel
        WHERE (SELECT count(*) < 2 OR bool_or(a.outside_nhs_england) IS NOT TRUE OR bool_or(a.capacity = 'lived-experience') IS NOT TRUE
          FROM reviews.assignment a WHERE a.review_id = (panel ->> 'review')::uuid AND a.ended_on IS NULL AND a.capacity <> 'lead'))
      THEN CALL reviews.refuse('a panel needs two people who score, one of them from outside NHS England and one with lived experience'); END IF;
      IF EXISTS (SELECT FROM reviews.assignment a
        WHERE a.round_id = NEW.round_id AND a.ended_on IS NULL AND a.capacity <> 'lead' AND a.person_id IN (
          SELECT sits::uuid FROM jsonb_array_elements(proposed.panels) AS panel, jsonb_array_elements_text(panel -> 'people') AS sits)
        GROUP BY a.person_id HAVING count(*) > (proposed.terms ->> 'load')::integer)
      THEN CALL reviews.refuse('somebody would sit on more panels than was set'); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "accepted panels are whole" AFTER INSERT ON reviews.panel_acceptance
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews.accepted_panels_are_whole();

  REVOKE EXECUTE ON FUNCTION reviews.kept_from_panels, reviews.panels_taken FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.kept_from_panels, reviews.panels_taken TO candour_member;
`;

const RIGHTS = `
  ${[
    ['panel_proposal', 'proposed_by'],
    ['panel_acceptance', 'accepted_by'],
  ]
    .map(
      ([table, by]) => `
  ALTER TABLE reviews.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON reviews.${table} TO candour_member;
  GRANT SELECT ON reviews.${table} TO candour_operator;
  CREATE POLICY "the operator reads it" ON reviews.${table} FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "who proposed panels and auditors read them" ON reviews.${table} FOR SELECT TO candour_member USING (
    (SELECT access.holds('AUDITOR')) OR ((SELECT access.holds('LEAD_REVIEWER')) AND ${by} = (SELECT access.person())));
  CREATE POLICY "lead reviewers write their own" ON reviews.${table} FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')) AND ${by} = (SELECT access.person()));`,
    )
    .join('')}
  GRANT SELECT ON reviews.panel_proposal TO candour_definer;
  CREATE POLICY "functions look at it" ON reviews.panel_proposal FOR SELECT TO candour_definer USING (true);
`;
