import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people find of results that a record only states: the Guardian, the officer and the reviewers, never whoever wrote
 * or submitted the words. It is told to everybody as it is, and nothing of it is ever changed.
 */
export class JudgementsOfWhatIsStated1764000000176 implements MigrationInterface {
  name = 'JudgementsOfWhatIsStated1764000000176';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(WRITERS);
    await runner.query(RULES);
    await runner.query(RIGHTS);
    await runner.query(told(true));
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "a judgement is told as it is" ON data_sharing.flow_disclosure;
      DROP POLICY "functions of the database read it" ON data_sharing.flow_disclosure;
      REVOKE SELECT ON data_sharing.flow_disclosure FROM candour_definer;
      DROP TABLE data_sharing.stated_judgement;
      DROP FUNCTION data_sharing.judge_what_is_stated, data_sharing.tell_judgements, data_sharing.tell_judgement_as_it_is,
        data_sharing.written_by_me, data_sharing.written_by;
      DROP POLICY "functions of the database read it" ON ledger.opening;
      REVOKE SELECT ON ledger.opening FROM candour_definer;
    `);
    await runner.query(told(false));
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const TABLE = `
  CREATE TABLE data_sharing.stated_judgement (
    id uuid CONSTRAINT "a judgement has one id" PRIMARY KEY,
    revision integer NOT NULL,
    flow_id uuid NOT NULL CONSTRAINT "a judgement is about a flow" REFERENCES data_sharing.data_flow,
    deployment_id uuid NOT NULL CONSTRAINT "a judgement is about a deployment" REFERENCES deployments.deployment,
    organisation_id uuid NOT NULL CONSTRAINT "a judgement is about a trust's flow" REFERENCES organisations.organisation,
    report_id uuid NOT NULL CONSTRAINT "a judgement is of a stored report" REFERENCES data_sharing.rule_report,
    input_hash text NOT NULL,
    rule text NOT NULL,
    rule_version integer NOT NULL,
    said text NOT NULL,
    post text NOT NULL CONSTRAINT "a judgement is made in one of three posts"
      CHECK (post IN ('CALDICOTT_GUARDIAN', 'DPO', 'REVIEWER')),
    finding text NOT NULL CONSTRAINT "a judgement finds one of three things"
      CHECK (finding IN ('ADEQUATE', 'NOT_ADEQUATE', 'CANNOT_TELL')),
    reason text NOT NULL CONSTRAINT "a judgement has a reason" CHECK (reason ~ '\\S'),
    judged_by uuid NOT NULL CONSTRAINT "a judgement is a person's" REFERENCES identity.person,
    judged_on date NOT NULL
  );
  CREATE INDEX "judgements on a flow" ON data_sharing.stated_judgement (flow_id, id);
  CREATE TRIGGER "only about submitted flows" BEFORE INSERT ON data_sharing.stated_judgement
    FOR EACH ROW EXECUTE FUNCTION data_sharing.only_about_submitted_flows();
  CALL ledger.record_changes_of('data_sharing.stated_judgement', 'stated-judgement');
`;

const WRITERS = `
  -- What a function says is looked at when it runs, as the role that it runs as.
  SET LOCAL check_function_bodies = off;
  GRANT SELECT ON ledger.opening TO candour_definer;
  CREATE POLICY "functions of the database read it" ON ledger.opening FOR SELECT TO candour_definer USING (true);

  -- Whoever submitted this version or one before it, or saved any of their words: the log of the saves says who that was.
  CREATE FUNCTION data_sharing.written_by(of_flow uuid, of_person uuid) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT EXISTS (
      SELECT FROM data_sharing.data_flow f JOIN data_sharing.data_flow v ON v.series_id = f.series_id AND v.version <= f.version
      WHERE f.id = of_flow AND (v.submitted_by = of_person OR EXISTS (
        SELECT FROM ledger.event e JOIN ledger.opening o ON o.event_id = e.id AND o.field = '@actor'
        WHERE e.subject_kind = 'data-flow' AND e.subject_id = v.id AND e.action NOT IN ('put-aside', 'take-up')
          AND o.value #>> '{}' = of_person::text))) $$;
  REVOKE EXECUTE ON FUNCTION data_sharing.written_by FROM PUBLIC;

  -- The same of whoever asks, and of nobody else.
  CREATE FUNCTION data_sharing.written_by_me(of_flow uuid) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT data_sharing.written_by(of_flow, access.person()) $$;
`;

const RULES = `
  -- Locks the flow, so that a form that is sent twice at one moment judges once.
  CREATE FUNCTION data_sharing.judge_what_is_stated() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      PERFORM FROM data_sharing.data_flow f WHERE f.id = NEW.flow_id FOR NO KEY UPDATE;
      IF NOT EXISTS (SELECT FROM data_sharing.rule_report r
        WHERE r.id = NEW.report_id AND r.flow_id = NEW.flow_id AND r.input_hash = NEW.input_hash
          AND jsonb_path_exists(r.results, '$[*] ? (@.rule == $rule && @.version == $version && @.outcome == "STATED" && @.message == $said)',
            jsonb_build_object('rule', NEW.rule, 'version', NEW.rule_version, 'said', NEW.said)))
      THEN CALL data_sharing.refuse('the report does not hold these words as stated'); END IF;
      IF data_sharing.written_by(NEW.flow_id, NEW.judged_by)
      THEN CALL data_sharing.refuse('nobody judges words that they wrote or submitted themselves'); END IF;
      IF EXISTS (SELECT FROM data_sharing.stated_judgement j
        WHERE j.flow_id = NEW.flow_id AND j.judged_by = NEW.judged_by AND j.post <> NEW.post)
      THEN CALL data_sharing.refuse('nobody judges one flow in two posts'); END IF;
      IF EXISTS (SELECT FROM data_sharing.data_flow f WHERE f.replaces_id = NEW.flow_id AND f.submitted)
      THEN CALL data_sharing.refuse('a newer version of the flow is submitted'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "others judge what is stated" BEFORE INSERT ON data_sharing.stated_judgement
    FOR EACH ROW EXECUTE FUNCTION data_sharing.judge_what_is_stated();

  CREATE FUNCTION data_sharing.tell_judgements() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM data_sharing.flow_disclosure d WHERE d.subject_id = NEW.id AND d.subject = 'judgement')
      THEN CALL data_sharing.refuse('a judgement is told to everybody'); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER "judgements are told" AFTER INSERT ON data_sharing.stated_judgement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION data_sharing.tell_judgements();

  CREATE FUNCTION data_sharing.tell_judgement_as_it_is() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM data_sharing.stated_judgement j WHERE j.id = NEW.subject_id AND j.flow_id = NEW.flow_id
        AND NEW.content = jsonb_build_object('tells', 'judgement', 'rule', j.rule, 'ruleVersion', j.rule_version,
          'post', j.post, 'finding', j.finding, 'reason', j.reason))
      THEN CALL data_sharing.refuse('a judgement is told as it is'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a judgement is told as it is" BEFORE INSERT ON data_sharing.flow_disclosure
    FOR EACH ROW WHEN (NEW.subject = 'judgement') EXECUTE FUNCTION data_sharing.tell_judgement_as_it_is();
`;

const RIGHTS = `
  ALTER TABLE data_sharing.stated_judgement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON data_sharing.stated_judgement TO candour_member;
  GRANT SELECT ON data_sharing.stated_judgement TO candour_public, candour_receipt, candour_operator, candour_definer;
  CREATE POLICY "functions of the database read it" ON data_sharing.stated_judgement FOR SELECT TO candour_definer USING (true);
  CREATE POLICY "the operator reads everything" ON data_sharing.stated_judgement FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "read with its flow" ON data_sharing.stated_judgement FOR SELECT TO candour_member
    USING (organisation_id = ANY ((SELECT data_sharing.of_our_trusts())::uuid[])
      OR deployment_id IN (SELECT * FROM reviews.reviewed('deployment-under-review') AS mine)
      OR (SELECT access.holds('AUDITOR')));
  CREATE POLICY "each judges in their own post" ON data_sharing.stated_judgement FOR INSERT TO candour_member
    WITH CHECK (judged_by = (SELECT access.person()) AND (
      post = 'CALDICOTT_GUARDIAN' AND organisation_id = ANY ((SELECT access.organisations_as('CALDICOTT_GUARDIAN'))::uuid[])
      OR post = 'DPO' AND organisation_id = ANY ((SELECT access.organisations_as('DATA_PROTECTION_OFFICER'))::uuid[])
      OR post = 'REVIEWER' AND deployment_id IN (SELECT * FROM reviews.reviewed('deployment-under-review') AS mine)));
  GRANT SELECT ON data_sharing.flow_disclosure TO candour_definer;
  CREATE POLICY "functions of the database read it" ON data_sharing.flow_disclosure FOR SELECT TO candour_definer USING (true);
`;

/** What the public may be told of, with judgements or without, and who may tell it. */
function told(judgements: boolean): string {
  return `
    ALTER TABLE data_sharing.flow_disclosure
      DROP CONSTRAINT "the public is told of ${judgements ? 'results, sign-offs and overrides' : 'what is done with a flow'}",
      ADD CONSTRAINT "the public is told of ${judgements ? 'what is done with a flow' : 'results, sign-offs and overrides'}"
        CHECK (subject IN ('rule-results', 'sign-off', 'override'${judgements ? ", 'judgement'" : ''}));
    DROP POLICY "a disclosure comes with its act" ON data_sharing.flow_disclosure;
    CREATE POLICY "a disclosure comes with its act" ON data_sharing.flow_disclosure FOR INSERT TO candour_member
      WITH CHECK (
        subject = 'rule-results' AND organisation_id = ANY ((SELECT data_sharing.drafted_for())::uuid[])
        OR subject IN ('sign-off', 'rule-results') AND organisation_id = ANY ((SELECT access.organisations_as(
          'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER'))::uuid[])
        OR subject = 'override' AND (SELECT access.holds('LEAD_REVIEWER'))
          AND deployment_id IN (SELECT * FROM reviews.reviewed('deployment-under-review') AS mine)${
            judgements
              ? `
        OR subject = 'judgement' AND (organisation_id = ANY ((SELECT access.organisations_as(
            'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER'))::uuid[])
          OR deployment_id IN (SELECT * FROM reviews.reviewed('deployment-under-review') AS mine))`
              : ''
          });
  `;
}
