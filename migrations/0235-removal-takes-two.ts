import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Taking an organisation out of a scope, and setting a nil return aside, take two lead reviewers: one proposes with the post
 * and the reason, another agrees. PostgreSQL refuses either without the other.
 */
export class RemovalTakesTwo1764000000235 implements MigrationInterface {
  name = 'RemovalTakesTwo1764000000235';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      asks([...BEFORE, ...ADDED], 'a proposal asks for what takes two people', NAMED_BEFORE),
    );
    await runner.query(COLUMNS);
    await runner.query(views(AGREED, OVERTAKEN));
    await runner.query(RULES);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "an organisation is removed by two" ON reviews.scope_decision;
      DROP TRIGGER "a nil return is set aside by two" ON reviews.nil_setting_aside;
      DROP TRIGGER "what was proposed still stands" ON reviews.scope_decision;
      DROP TRIGGER "what was proposed still stands" ON reviews.nil_setting_aside;
      DROP FUNCTION reviews.organisations_are_removed_by_two, reviews.nil_returns_are_set_aside_by_two;
      ${views('', '')}
      ${RIGHTS_BEFORE}
      ALTER TABLE reviews.scope_decision DROP COLUMN proposal_id, DROP COLUMN proposed_by, DROP COLUMN decided_by;
      ALTER TABLE reviews.nil_setting_aside DROP COLUMN proposal_id, DROP COLUMN proposed_by, DROP COLUMN set_aside_by;
      ${asks(BEFORE, NAMED_BEFORE, 'a proposal asks for what takes two people')}
      CALL access.hand_to_definer();
    `);
  }
}

const BEFORE = ['move-date', 'void-round', 'withdraw-release', 'refuse-to-publish', 'move-edition'];
const ADDED = ['remove-from-scope', 'set-aside-nil-return'];
const NAMED_BEFORE = 'a proposal asks for one of five things that take two people';

/** What is asked, and who of those without a review may ask it. */
function asks(words: readonly string[], name: string, instead: string): string {
  const listed = (these: readonly string[]) => these.map((word) => `'${word}'`).join(', ');
  const ofRounds = listed([
    'move-date',
    'void-round',
    'move-edition',
    ...words.filter((word) => ADDED.includes(word)),
  ]);
  const theirs = `(review_id IN (SELECT * FROM reviews.led() AS mine)
    OR (asks IN (${ofRounds}) AND (SELECT access.holds('LEAD_REVIEWER'))))`;
  const read = `(SELECT access.holds('AUDITOR')) OR ${theirs}`;
  return `
    ALTER TABLE reviews.proposal DROP CONSTRAINT "${instead}",
      ADD CONSTRAINT "${name}" CHECK (asks IN (${listed(words)}));
    ALTER TABLE reviews.proposal_end DROP CONSTRAINT "what ends was proposed",
      ADD CONSTRAINT "what ends was proposed" CHECK (asks IN (${listed(words)}));
    ALTER POLICY "auditors and who could agree read proposals" ON reviews.proposal USING (${read});
    ALTER POLICY "people propose in their own name" ON reviews.proposal
      WITH CHECK (proposed_by = (SELECT access.person()) AND ${theirs});
    ALTER POLICY "auditors and who could agree read how proposals ended" ON reviews.proposal_end USING (${read});
    ALTER POLICY "people end proposals in their own name" ON reviews.proposal_end
      WITH CHECK (ended_by = (SELECT access.person()) AND ${theirs});`;
}

const COLUMNS = `
  ALTER TABLE reviews.scope_decision
    ADD COLUMN proposal_id uuid CONSTRAINT "a removal that was proposed is made once" UNIQUE
      CONSTRAINT "a removal was proposed" REFERENCES reviews.proposal,
    ADD COLUMN proposed_by uuid,
    ADD COLUMN decided_by uuid CONSTRAINT "a person decides on a scope" REFERENCES identity.person,
    ADD CONSTRAINT "whoever proposes a removal does not decide it" CHECK (decided_by <> proposed_by);
  ALTER TABLE reviews.nil_setting_aside
    ADD COLUMN proposal_id uuid CONSTRAINT "a nil return is set aside as was proposed once" UNIQUE
      CONSTRAINT "a setting aside was proposed" REFERENCES reviews.proposal,
    ADD COLUMN proposed_by uuid,
    ADD COLUMN set_aside_by uuid CONSTRAINT "a person sets a nil return aside" REFERENCES identity.person,
    ADD CONSTRAINT "whoever proposes to set a nil return aside does not do it" CHECK (set_aside_by <> proposed_by);
  -- Who proposed and who agreed is for nobody to read: a post answers for it.
  REVOKE SELECT ON reviews.scope_decision, reviews.nil_setting_aside FROM candour_public, candour_member, candour_receipt;
  GRANT SELECT (id, revision, round_id, organisation_id, turn, decision, reason, post, decided_on) ON reviews.scope_decision
    TO candour_public, candour_member, candour_receipt;
  GRANT SELECT (id, revision, nil_return_id, reason, post, set_aside_on) ON reviews.nil_setting_aside
    TO candour_public, candour_member, candour_receipt;
  GRANT SELECT ON reviews.scope_decision, reviews.nil_setting_aside TO candour_definer;
  CREATE POLICY "functions of the database read it" ON reviews.scope_decision FOR SELECT TO candour_definer USING (true);
  CREATE POLICY "functions of the database read it" ON reviews.nil_setting_aside FOR SELECT TO candour_definer USING (true);
  ALTER POLICY "lead reviewers decide who owes an answer" ON reviews.scope_decision
    WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')) AND decided_by = (SELECT access.person()));
  ALTER POLICY "lead reviewers set nil returns aside" ON reviews.nil_setting_aside
    WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')) AND set_aside_by = (SELECT access.person()));
`;

const RIGHTS_BEFORE = `
  ALTER POLICY "lead reviewers decide who owes an answer" ON reviews.scope_decision
    WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')));
  ALTER POLICY "lead reviewers set nil returns aside" ON reviews.nil_setting_aside
    WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')));
  DROP POLICY "functions of the database read it" ON reviews.scope_decision;
  DROP POLICY "functions of the database read it" ON reviews.nil_setting_aside;
  REVOKE SELECT ON reviews.scope_decision, reviews.nil_setting_aside FROM candour_definer;
  GRANT SELECT ON reviews.scope_decision, reviews.nil_setting_aside TO candour_public, candour_member, candour_receipt;
`;

const AGREED = `
    UNION ALL SELECT d.proposal_id, d.decided_on FROM reviews.scope_decision d WHERE d.proposal_id IS NOT NULL
    UNION ALL SELECT a.proposal_id, a.set_aside_on FROM reviews.nil_setting_aside a WHERE a.proposal_id IS NOT NULL`;

const OVERTAKEN = `
          UNION ALL SELECT later.decided_on, 'decided-again' FROM reviews.scope_decision d JOIN reviews.scope_decision later
              ON later.round_id = d.round_id AND later.organisation_id = d.organisation_id AND later.turn = d.turn + 1
            WHERE p.asks = 'remove-from-scope' AND d.id = p.subject_id AND later.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT v.voided_on, 'round-voided' FROM reviews.scope_decision d JOIN reviews.round_voiding v ON v.round_id = d.round_id
            WHERE p.asks = 'remove-from-scope' AND d.id = p.subject_id
          UNION ALL SELECT a.set_aside_on, 'set-aside' FROM reviews.nil_setting_aside a
            WHERE p.asks = 'set-aside-nil-return' AND a.nil_return_id = p.subject_id AND a.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT v.voided_on, 'round-voided' FROM reviews.nil_return n JOIN reviews.round_voiding v ON v.round_id = n.round_id
            WHERE p.asks = 'set-aside-nil-return' AND n.id = p.subject_id`;

/** Both views as migration 0228 left them, with what is added. */
function views(agreed: string, overtaken: string): string {
  return `
  CREATE OR REPLACE VIEW reviews.agreed_proposal AS
    SELECT c.proposal_id, c.decided_on AS agreed_on FROM reviews.round_date_change c WHERE c.proposal_id IS NOT NULL
    UNION ALL SELECT v.proposal_id, v.voided_on FROM reviews.round_voiding v
    UNION ALL SELECT w.proposal_id, w.withdrawn_on FROM publication.withdrawal w WHERE w.proposal_id IS NOT NULL
    UNION ALL SELECT x.proposal_id, x.refused_on FROM publication.refusal x WHERE x.proposal_id IS NOT NULL
    UNION ALL SELECT e.proposal_id, e.decided_on FROM reviews.edition_move e${agreed};
  CREATE OR REPLACE VIEW reviews.overtaken_proposal AS
        SELECT p.id AS proposal_id, o.overtaken_on, o.overtaken_by
        FROM reviews.proposal p CROSS JOIN LATERAL (
          SELECT newest.decided_on AS overtaken_on, 'date-moved' AS overtaken_by FROM (
            SELECT c.decided_on, c.becomes, c.proposal_id FROM reviews.round_date_change c
              WHERE c.round_id = p.subject_id AND c.which = p.which AND c.id > p.id ORDER BY c.id DESC LIMIT 1) AS newest
            WHERE p.asks = 'move-date' AND newest.becomes <> p.was AND newest.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT v.voided_on, 'round-voided' FROM reviews.round_voiding v
            WHERE p.asks IN ('move-date', 'void-round') AND v.round_id = p.subject_id AND v.proposal_id <> p.id
          UNION ALL SELECT min(least(r.scores_opened_on, r.published_on)), 'too-late-to-void' FROM reviews.review r
            WHERE p.asks = 'void-round' AND r.round_id = p.subject_id HAVING min(least(r.scores_opened_on, r.published_on)) IS NOT NULL
          UNION ALL SELECT w.withdrawn_on, 'withdrawn' FROM publication.withdrawal w
            WHERE p.asks = 'withdraw-release' AND w.release_id = p.subject_id AND w.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT x.refused_on, 'refused' FROM publication.refusal x
            WHERE p.asks = 'refuse-to-publish' AND x.review_id = p.subject_id AND x.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT l.published_on, 'published' FROM publication.release l
            WHERE p.asks = 'refuse-to-publish' AND l.review_id = p.subject_id
          UNION ALL SELECT v.voided_on, 'round-voided' FROM reviews.round_voiding v
            WHERE p.asks = 'move-edition' AND v.round_id = p.subject_id
          UNION ALL SELECT min(m.decided_on), 'edition-moved' FROM reviews.edition_move m
            WHERE p.asks = 'move-edition' AND m.round_id = p.subject_id AND m.id > p.id AND m.proposal_id <> p.id
            HAVING min(m.decided_on) IS NOT NULL
          UNION ALL SELECT min(least(r.submitted_on, r.published_on)), 'submitted' FROM reviews.review r
            WHERE p.asks = 'move-edition' AND r.round_id = p.subject_id HAVING min(least(r.submitted_on, r.published_on)) IS NOT NULL${overtaken}
          ORDER BY 1 LIMIT 1) AS o;`;
}

const RULES = `
  CREATE FUNCTION reviews.organisations_are_removed_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      proposed reviews.proposal;
      asked uuid := (SELECT d.id FROM reviews.scope_decision d WHERE d.round_id = NEW.round_id
        AND d.organisation_id = NEW.organisation_id AND d.turn = NEW.turn - 1);
    BEGIN
      SELECT * INTO proposed FROM reviews.proposal p WHERE p.id = NEW.proposal_id;
      IF proposed.asks IS DISTINCT FROM 'remove-from-scope' OR NEW.decided_by IS NULL
        OR (proposed.subject_id, proposed.proposed_by, proposed.post, proposed.reason)
          IS DISTINCT FROM (asked, NEW.proposed_by, NEW.post, NEW.reason)
      THEN CALL reviews.refuse('an organisation is removed as one person proposed and another agreed'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "an organisation is removed by two" BEFORE INSERT ON reviews.scope_decision
    FOR EACH ROW WHEN (NEW.decision = 'REMOVED') EXECUTE FUNCTION reviews.organisations_are_removed_by_two();

  CREATE FUNCTION reviews.nil_returns_are_set_aside_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE proposed reviews.proposal;
    BEGIN
      SELECT * INTO proposed FROM reviews.proposal p WHERE p.id = NEW.proposal_id;
      IF proposed.asks IS DISTINCT FROM 'set-aside-nil-return' OR NEW.set_aside_by IS NULL
        OR (proposed.subject_id, proposed.proposed_by, proposed.post, proposed.reason)
          IS DISTINCT FROM (NEW.nil_return_id, NEW.proposed_by, NEW.post, NEW.reason)
      THEN CALL reviews.refuse('a nil return is set aside as one person proposed and another agreed'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a nil return is set aside by two" BEFORE INSERT ON reviews.nil_setting_aside
    FOR EACH ROW EXECUTE FUNCTION reviews.nil_returns_are_set_aside_by_two();

  CREATE TRIGGER "what was proposed still stands" BEFORE INSERT ON reviews.scope_decision
    FOR EACH ROW WHEN (NEW.proposal_id IS NOT NULL) EXECUTE FUNCTION reviews.what_was_proposed_stands('decided_on');
  CREATE TRIGGER "what was proposed still stands" BEFORE INSERT ON reviews.nil_setting_aside
    FOR EACH ROW EXECUTE FUNCTION reviews.what_was_proposed_stands('set_aside_on');
`;
