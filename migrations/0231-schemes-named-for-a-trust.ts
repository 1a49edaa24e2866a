import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A scheme that only sources know is named for a trust, with the reason, and the trust is asked. It says that it is its own, or
 * disputes it; somebody who did not name it decides. Nothing of it is overwritten, and no nil return passes over it.
 */
export class SchemesNamedForATrust1764000000231 implements MigrationInterface {
  name = 'SchemesNamedForATrust1764000000231';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(WHO_ANSWERS);
    await runner.query(RULES);
    await runner.query(NIL_RETURNS);
    await runner.query(RIGHTS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${NIL_TABLES.map((table) => `DROP TRIGGER "what was voided goes no further" ON reviews.${table};`).join('\n')}
      DROP TRIGGER "no nil return passes over a named scheme" ON reviews.nil_return;
      DROP TRIGGER "no nil return passes over a named scheme" ON reviews.nil_signature;
      DROP FUNCTION reviews.nil_returns_answer_for_the_named, reviews.signatures_answer_for_the_named, reviews.is_passed_over;
      DROP TABLE reviews.naming_decision, reviews.naming_answer, reviews.scheme_naming;
      DROP FUNCTION reviews.schemes_are_named_from_outside, reviews.disputes_are_decided_by_others,
        reviews.named_for, reviews.answering_trust, reviews.acts_for, reviews.round_of_naming;
      ${itsRoundStands('')}
      CALL access.hand_to_definer();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";
const TRUST = "('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')";
const NIL_TABLES = ['nil_signature', 'nil_challenge', 'nil_setting_aside'];
const NAMING_TABLES = ['scheme_naming', 'naming_answer', 'naming_decision'];

const TABLES = `
  CREATE TABLE reviews.scheme_naming (
    id uuid CONSTRAINT "a naming has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a naming never changes" CHECK (revision = 1),
    round_id uuid NOT NULL CONSTRAINT "a scheme is named in a round" REFERENCES reviews.round,
    deployment_id uuid NOT NULL CONSTRAINT "what is named is a scheme of the register" REFERENCES deployments.deployment,
    organisation_id uuid NOT NULL CONSTRAINT "a scheme is named for an organisation" REFERENCES organisations.organisation,
    reason text NOT NULL CONSTRAINT "a naming has a reason" CHECK (reason ~ '\\S'),
    post text NOT NULL CONSTRAINT "a post answers for a naming" CHECK (post ~ '\\S'),
    named_by uuid NOT NULL CONSTRAINT "a person names" REFERENCES identity.person,
    named_on date NOT NULL,
    CONSTRAINT "a scheme is named for an organisation once in a round" UNIQUE (round_id, deployment_id, organisation_id),
    CONSTRAINT "a naming is of one organisation" UNIQUE (id, organisation_id)
  );
  CREATE INDEX "namings by scheme" ON reviews.scheme_naming (deployment_id);
  CREATE INDEX "namings by organisation" ON reviews.scheme_naming (organisation_id, round_id);
  CREATE TABLE reviews.naming_answer (
    id uuid CONSTRAINT "an answer to a naming has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "an answer to a naming never changes" CHECK (revision = 1),
    naming_id uuid NOT NULL CONSTRAINT "a naming is answered once" UNIQUE,
    organisation_id uuid NOT NULL,
    says text NOT NULL CONSTRAINT "the scheme is its own, or it disputes that" CHECK (says IN ('OURS', 'DISPUTED')),
    reason text NOT NULL CONSTRAINT "an answer to a naming has a reason" CHECK (reason ~ '\\S'),
    post text NOT NULL CONSTRAINT "a post answers a naming" CHECK (post ~ '\\S'),
    answered_by uuid NOT NULL CONSTRAINT "a person answers a naming" REFERENCES identity.person,
    answered_on date NOT NULL,
    CONSTRAINT "the organisation that was named answers" FOREIGN KEY (naming_id, organisation_id)
      REFERENCES reviews.scheme_naming (id, organisation_id)
  );
  CREATE TABLE reviews.naming_decision (
    id uuid CONSTRAINT "a decision on a dispute has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a decision on a dispute never changes" CHECK (revision = 1),
    naming_id uuid NOT NULL CONSTRAINT "a dispute is decided once" UNIQUE
      CONSTRAINT "what is decided is a naming" REFERENCES reviews.scheme_naming,
    outcome text NOT NULL CONSTRAINT "a naming stands or falls" CHECK (outcome IN ('STANDS', 'FALLS')),
    reason text NOT NULL CONSTRAINT "a decision on a dispute has a reason" CHECK (reason ~ '\\S'),
    post text NOT NULL CONSTRAINT "a post answers for a decision on a dispute" CHECK (post ~ '\\S'),
    decided_by uuid NOT NULL CONSTRAINT "a person decides a dispute" REFERENCES identity.person,
    decided_on date NOT NULL
  );
  CALL ledger.record_changes_of('reviews.scheme_naming', 'scheme-naming');
  CALL ledger.record_changes_of('reviews.naming_answer', 'naming-answer');
  CALL ledger.record_changes_of('reviews.naming_decision', 'naming-decision');
  ${NAMING_TABLES.map((table) => `CALL publication.freeze('reviews.${table}');`).join('\n')}
`;

const WHO_ANSWERS = `
  GRANT SELECT ON ${NAMING_TABLES.map((table) => `reviews.${table}`).join(', ')} TO candour_definer;

  -- Whether whoever acts holds a post in this organisation, or in one that it was or became.
  CREATE FUNCTION reviews.acts_for(of_organisation uuid) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT EXISTS (SELECT FROM reviews.kin_of(of_organisation) AS k
      WHERE k = ANY ((access.organisations_as${TRUST})::uuid[])) $$;
  REVOKE EXECUTE ON FUNCTION reviews.acts_for FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.acts_for TO candour_member;

  CREATE FUNCTION reviews.round_of_naming(of_naming uuid) RETURNS uuid LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT m.round_id FROM reviews.scheme_naming m WHERE m.id = of_naming $$;

  -- The schemes named in a round for an organisation, or one that it followed, for which it has to answer: it has said
  -- nothing yet, or that they are its own, or it was decided that they are. What it disputes waits for whoever decides.
  CREATE FUNCTION reviews.named_for(of_round uuid, of_organisation uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT m.deployment_id FROM reviews.scheme_naming m
      LEFT JOIN reviews.naming_answer a ON a.naming_id = m.id LEFT JOIN reviews.naming_decision d ON d.naming_id = m.id
      WHERE m.round_id = of_round AND (m.organisation_id = of_organisation OR EXISTS (SELECT FROM organisations.follower f
          WHERE f.predecessor_id = m.organisation_id AND f.successor_id = of_organisation))
        AND (coalesce(a.says, 'OURS') = 'OURS' OR d.outcome = 'STANDS') $$;
  REVOKE EXECUTE ON FUNCTION reviews.named_for FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.named_for TO candour_public, candour_member, candour_receipt, candour_operator;

  -- The trust that answers for a scheme in a round: the one that leads it, or the one that took what it was named for as its
  -- own, or for which it was decided so.
  CREATE FUNCTION reviews.answering_trust(of_round uuid, of_deployment uuid) RETURNS uuid LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT coalesce((SELECT d.lead_organisation_id FROM deployments.deployment d WHERE d.id = of_deployment),
      (SELECT m.organisation_id FROM reviews.scheme_naming m JOIN reviews.naming_answer a ON a.naming_id = m.id
          LEFT JOIN reviews.naming_decision x ON x.naming_id = m.id
        WHERE m.round_id = of_round AND m.deployment_id = of_deployment AND (a.says = 'OURS' OR x.outcome = 'STANDS')
        ORDER BY m.named_on, m.id LIMIT 1)) $$;
  REVOKE EXECUTE ON FUNCTION reviews.answering_trust FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.answering_trust TO candour_member;
`;

const RULES = `
  CREATE FUNCTION reviews.schemes_are_named_from_outside() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF reviews.acts_for(NEW.organisation_id) THEN
        CALL reviews.refuse('nobody who holds a post in a trust names a scheme for it'); END IF;
      IF NOT EXISTS (SELECT FROM deployments.deployment d
        WHERE d.id = NEW.deployment_id AND d.published AND d.lead_organisation_id IS NULL) THEN
        CALL reviews.refuse('a scheme is named that sources know and that no trust answers for'); END IF;
      IF (SELECT d.decision FROM reviews.scope_decision d WHERE d.round_id = NEW.round_id
        AND d.organisation_id = NEW.organisation_id ORDER BY d.turn DESC LIMIT 1) IS DISTINCT FROM 'ASKED' THEN
        CALL reviews.refuse('who is named for a scheme is asked in the round'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "schemes are named from outside" BEFORE INSERT ON reviews.scheme_naming
    FOR EACH ROW EXECUTE FUNCTION reviews.schemes_are_named_from_outside();

  CREATE FUNCTION reviews.disputes_are_decided_by_others() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    DECLARE named record;
    BEGIN
      SELECT m.named_by, m.organisation_id, a.says INTO named FROM reviews.scheme_naming m
        LEFT JOIN reviews.naming_answer a ON a.naming_id = m.id WHERE m.id = NEW.naming_id;
      IF named.says IS DISTINCT FROM 'DISPUTED' THEN CALL reviews.refuse('what is decided was disputed before'); END IF;
      IF NEW.decided_by = named.named_by THEN
        CALL reviews.refuse('a dispute is decided by somebody who did not name the scheme'); END IF;
      IF reviews.acts_for(named.organisation_id) THEN
        CALL reviews.refuse('nobody who holds a post in a trust decides its dispute'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "disputes are decided by others" BEFORE INSERT ON reviews.naming_decision
    FOR EACH ROW EXECUTE FUNCTION reviews.disputes_are_decided_by_others();
`;

/** A record of a nil return, or of a naming, belongs to the round of what it is about. */
function itsRoundStands(also: string): string {
  return `
  CREATE OR REPLACE FUNCTION reviews.its_round_stands() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    DECLARE its_round uuid := coalesce((to_jsonb(NEW) ->> 'round_id')::uuid,
      (SELECT r.round_id FROM reviews.review r WHERE r.id = (to_jsonb(NEW) ->> 'review_id')::uuid)${also});
    BEGIN
      PERFORM FROM reviews.round n WHERE n.id = its_round FOR SHARE;
      IF EXISTS (SELECT FROM reviews.round_voiding v WHERE v.round_id = its_round) THEN
        CALL reviews.refuse('the round was voided, and nothing in it goes further'); END IF;
      RETURN NEW;
    END $$;`;
}

const NIL_RETURNS = `
  ${itsRoundStands(`,
      (SELECT n.round_id FROM reviews.nil_return n WHERE n.id = (to_jsonb(NEW) ->> 'nil_return_id')::uuid),
      reviews.round_of_naming((to_jsonb(NEW) ->> 'naming_id')::uuid)`)}
  ${[...NIL_TABLES, ...NAMING_TABLES]
    .map(
      (table) => `CREATE TRIGGER "what was voided goes no further" BEFORE INSERT ON reviews.${table}
    FOR EACH ROW EXECUTE FUNCTION reviews.its_round_stands();`,
    )
    .join('\n  ')}

  -- Whether this return says nothing of a scheme for which its organisation has to answer.
  CREATE FUNCTION reviews.is_passed_over(of_nil_return uuid) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT EXISTS (SELECT FROM reviews.nil_return r, reviews.named_for(r.round_id, r.organisation_id) AS named
      WHERE r.id = of_nil_return AND NOT EXISTS (SELECT FROM jsonb_array_elements(r.not_schemes) AS n
        WHERE n ->> 'deploymentId' = named::text AND n ->> 'why' ~ '\\S')) $$;
  REVOKE EXECUTE ON FUNCTION reviews.is_passed_over FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reviews.is_passed_over TO candour_public, candour_member, candour_receipt, candour_operator;

  CREATE FUNCTION reviews.nil_returns_answer_for_the_named() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF EXISTS (SELECT FROM reviews.named_for(NEW.round_id, NEW.organisation_id) AS named
        WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(NEW.not_schemes) AS n
          WHERE n ->> 'deploymentId' = named::text AND n ->> 'why' ~ '\\S'))
      THEN CALL reviews.refuse('a scheme is named for this trust in this round; say of each why it is not such a scheme, or dispute it'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "no nil return passes over a named scheme" BEFORE INSERT ON reviews.nil_return
    FOR EACH ROW EXECUTE FUNCTION reviews.nil_returns_answer_for_the_named();

  CREATE FUNCTION reviews.signatures_answer_for_the_named() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF reviews.is_passed_over(NEW.nil_return_id) THEN CALL reviews.refuse('a scheme was named for this trust since, and this return says nothing of it; answer that first'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "no nil return passes over a named scheme" BEFORE INSERT ON reviews.nil_signature
    FOR EACH ROW EXECUTE FUNCTION reviews.signatures_answer_for_the_named();
`;

const RIGHTS = `
  ${NAMING_TABLES.map(
    (table) => `
  ALTER TABLE reviews.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT ON reviews.${table} TO candour_public, candour_member, candour_receipt, candour_operator;
  GRANT INSERT ON reviews.${table} TO candour_member;
  CREATE POLICY "everyone reads what is said of named schemes" ON reviews.${table} FOR SELECT USING (true);
  CREATE POLICY "functions of the database read it" ON reviews.${table} FOR SELECT TO candour_definer USING (true);`,
  ).join('')}
  CREATE POLICY "lead reviewers name schemes" ON reviews.scheme_naming FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')) AND named_by = (SELECT access.person()));
  CREATE POLICY "the trust that was named answers" ON reviews.naming_answer FOR INSERT TO candour_member WITH CHECK (
    organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]) AND answered_by = (SELECT access.person()));
  CREATE POLICY "lead reviewers decide disputes" ON reviews.naming_decision FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')) AND decided_by = (SELECT access.person()));
`;
