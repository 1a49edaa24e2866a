import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Data flows, the reports of the rules on them, who signed them, overrides, and what of all this is public. A submitted
 * flow never changes; everything about it is only ever added.
 */
export class DataFlows1764000000060 implements MigrationInterface {
  name = 'DataFlows1764000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FLOWS);
    await runner.query(ADDED_TO_FLOWS);
    await runner.query(RULES_OF_SIGNING);
    await runner.query(RECORDED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA data_sharing CASCADE');
  }
}

const FLOWS = `
  CREATE SCHEMA data_sharing;
  GRANT USAGE ON SCHEMA data_sharing TO candour_public, candour_member, candour_receipt, candour_operator;

  CREATE PROCEDURE data_sharing.refuse(sentence text) LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = sentence, ERRCODE = 'check_violation', CONSTRAINT = sentence; END $$;

  CREATE TABLE data_sharing.data_flow (
    id uuid CONSTRAINT "a version of a flow has one id" PRIMARY KEY,
    revision integer NOT NULL,
    deployment_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    series_id uuid NOT NULL,
    version integer NOT NULL CONSTRAINT "versions of a flow count from one" CHECK (version > 0),
    title text NOT NULL CONSTRAINT "a flow has a title" CHECK (title ~ '\\S'),
    content jsonb NOT NULL CONSTRAINT "a flow is a record" CHECK (jsonb_typeof(content) = 'object'),
    replaces_id uuid CONSTRAINT "a version is followed by one other" UNIQUE
      CONSTRAINT "a new version follows one that is there" REFERENCES data_sharing.data_flow,
    replaces_reason text CONSTRAINT "the reason for a new version is in words" CHECK (replaces_reason ~ '\\S'),
    explanations jsonb NOT NULL CONSTRAINT "explanations stand by their rules" CHECK (jsonb_typeof(explanations) = 'object'),
    submitted boolean NOT NULL,
    submitted_on date,
    submitted_by uuid CONSTRAINT "a flow is submitted by a person" REFERENCES identity.person,
    CONSTRAINT "a flow belongs to the trust that leads its deployment" FOREIGN KEY (deployment_id, organisation_id)
      REFERENCES deployments.deployment (id, lead_organisation_id),
    CONSTRAINT "a new version says what it replaces and why" CHECK (
      (version = 1) = (replaces_id IS NULL) AND (replaces_id IS NULL) = (replaces_reason IS NULL)),
    CONSTRAINT "a submitted flow has its day and its submitter" CHECK (
      submitted = (submitted_on IS NOT NULL) AND submitted = (submitted_by IS NOT NULL))
  );
  CREATE INDEX "flows of a deployment" ON data_sharing.data_flow (deployment_id, id);
  CREATE INDEX "flows of a trust" ON data_sharing.data_flow (organisation_id, submitted, id);

  CREATE FUNCTION data_sharing.keep_submitted_flows() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF OLD.submitted THEN CALL data_sharing.refuse('a submitted flow is never edited: a new version follows it'); END IF;
      IF (NEW.deployment_id, NEW.organisation_id, NEW.series_id, NEW.version, NEW.replaces_id)
        IS DISTINCT FROM (OLD.deployment_id, OLD.organisation_id, OLD.series_id, OLD.version, OLD.replaces_id)
      THEN CALL data_sharing.refuse('a flow stays in its deployment and in its place among versions'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "submitted flows stay as they are" BEFORE UPDATE ON data_sharing.data_flow
    FOR EACH ROW EXECUTE FUNCTION data_sharing.keep_submitted_flows();

  CREATE FUNCTION data_sharing.follow_submitted_flows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NEW.submitted THEN CALL data_sharing.refuse('a flow is a draft before it is submitted'); END IF;
      IF NEW.replaces_id IS NULL THEN
        IF NEW.series_id <> NEW.id THEN CALL data_sharing.refuse('the first version of a flow begins its series'); END IF;
      ELSIF NOT EXISTS (SELECT FROM data_sharing.data_flow f
        WHERE f.id = NEW.replaces_id AND f.submitted AND f.deployment_id = NEW.deployment_id
          AND f.series_id = NEW.series_id AND f.version = NEW.version - 1)
      THEN CALL data_sharing.refuse('a new version follows the submitted version before it'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "versions follow one another" BEFORE INSERT ON data_sharing.data_flow
    FOR EACH ROW EXECUTE FUNCTION data_sharing.follow_submitted_flows();

  CREATE FUNCTION data_sharing.submit_published_deployments() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NEW.submitted AND NOT EXISTS (SELECT FROM deployments.deployment d WHERE d.id = NEW.deployment_id AND d.published)
      THEN CALL data_sharing.refuse('its deployment is not in the public register yet'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "what is submitted belongs to a published deployment" BEFORE UPDATE ON data_sharing.data_flow
    FOR EACH ROW EXECUTE FUNCTION data_sharing.submit_published_deployments();
`;

const ADDED_TO_FLOWS = `
  CREATE TABLE data_sharing.rule_report (
    id uuid CONSTRAINT "a rule report has one id" PRIMARY KEY,
    revision integer NOT NULL,
    ${ofFlow('a rule report')},
    occasion text NOT NULL CONSTRAINT "a report is made on one of three occasions"
      CHECK (occasion IN ('submission', 'sign-off', 're-evaluation')),
    label text NOT NULL CONSTRAINT "a report says why it was made" CHECK (label ~ '\\S'),
    rule_set date NOT NULL,
    as_at date NOT NULL,
    made_on date NOT NULL,
    input_hash text NOT NULL CONSTRAINT "an input hash is SHA-256 in hexadecimal" CHECK (input_hash ~ '^[0-9a-f]{64}$'),
    results jsonb NOT NULL CONSTRAINT "a report lists results" CHECK (jsonb_typeof(results) = 'array')
  );
  CREATE INDEX "reports on a flow" ON data_sharing.rule_report (flow_id, id);
  CREATE UNIQUE INDEX "a flow is submitted with one report" ON data_sharing.rule_report (flow_id) WHERE occasion = 'submission';

  CREATE TABLE data_sharing.flow_sign_off (
    id uuid CONSTRAINT "a sign-off has one id" PRIMARY KEY,
    revision integer NOT NULL,
    ${ofFlow('a sign-off')},
    capacity text NOT NULL CONSTRAINT "a sign-off is made in one of four capacities"
      CHECK (capacity IN ('CALDICOTT_GUARDIAN', 'DPO', 'SIRO', 'EXEC_APPROVER')),
    decision text NOT NULL CONSTRAINT "a sign-off says one of six things"
      CHECK (decision IN ('APPROVED', 'APPROVED_WITH_CONDITIONS', 'REFUSED', 'ACCEPTED_RISK', 'ADVISED', 'NOT_ASKED')),
    signed_by uuid NOT NULL CONSTRAINT "a sign-off is a person's" REFERENCES identity.person,
    signed_on date NOT NULL,
    reasons text NOT NULL CONSTRAINT "a sign-off gives its reasons" CHECK (reasons ~ '\\S'),
    conditions text,
    advice_followed boolean,
    advice_not_followed_reason text,
    dissent text,
    scheme_parts text[] NOT NULL,
    CONSTRAINT "a data protection officer advises and never approves" CHECK ((capacity = 'DPO') = (decision = 'ADVISED')),
    CONSTRAINT "a conditional approval says its conditions" CHECK (decision <> 'APPROVED_WITH_CONDITIONS' OR conditions ~ '\\S'),
    CONSTRAINT "advice is not followed for a reason"
      CHECK (advice_followed IS NOT FALSE OR advice_not_followed_reason ~ '\\S')
  );
  CREATE INDEX "sign-offs of a flow" ON data_sharing.flow_sign_off (flow_id, id);

  CREATE TABLE data_sharing.rule_override (
    id uuid CONSTRAINT "an override has one id" PRIMARY KEY,
    revision integer NOT NULL,
    ${ofFlow('an override')},
    report_id uuid NOT NULL CONSTRAINT "an override is of a stored report" REFERENCES data_sharing.rule_report,
    rule text NOT NULL,
    rule_version integer NOT NULL,
    outcome text NOT NULL CONSTRAINT "an override is of a result that is not met" CHECK (outcome IN ('FAIL', 'WARN')),
    reason text NOT NULL CONSTRAINT "an override has a reason" CHECK (reason ~ '\\S'),
    evidence text NOT NULL CONSTRAINT "an override rests on evidence" CHECK (evidence ~ '\\S'),
    made_by uuid NOT NULL CONSTRAINT "an override is a person's" REFERENCES identity.person,
    made_on date NOT NULL,
    CONSTRAINT "a result is overridden once" UNIQUE (report_id, rule)
  );
  CREATE INDEX "overrides on a flow" ON data_sharing.rule_override (flow_id, id);

  CREATE TABLE data_sharing.flow_disclosure (
    id uuid CONSTRAINT "a disclosure has one id" PRIMARY KEY,
    revision integer NOT NULL,
    ${ofFlow('a disclosure')},
    series_id uuid NOT NULL,
    version integer NOT NULL,
    subject text NOT NULL CONSTRAINT "the public is told of results, sign-offs and overrides"
      CHECK (subject IN ('rule-results', 'sign-off', 'override')),
    subject_id uuid NOT NULL CONSTRAINT "each thing is disclosed once" UNIQUE,
    disclosed_on date NOT NULL,
    content jsonb NOT NULL CONSTRAINT "a disclosure has content" CHECK (jsonb_typeof(content) = 'object')
  );
  CREATE INDEX "disclosures of a deployment" ON data_sharing.flow_disclosure (deployment_id, id);
`;

const RULES_OF_SIGNING = `
  CREATE FUNCTION data_sharing.only_about_submitted_flows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM data_sharing.data_flow f WHERE f.id = NEW.flow_id AND f.submitted
        AND f.deployment_id = NEW.deployment_id AND f.organisation_id = NEW.organisation_id)
      THEN CALL data_sharing.refuse('the flow is not submitted'); END IF;
      RETURN NEW;
    END $$;

  -- Locks the flow, so that one person cannot sign twice in two capacities at the same moment.
  CREATE FUNCTION data_sharing.three_different_people() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM FROM data_sharing.data_flow f WHERE f.id = NEW.flow_id FOR NO KEY UPDATE;
      IF EXISTS (SELECT FROM data_sharing.data_flow f WHERE f.id = NEW.flow_id AND f.submitted_by = NEW.signed_by)
      THEN CALL data_sharing.refuse('nobody signs a flow that they submitted themselves'); END IF;
      IF EXISTS (SELECT FROM data_sharing.flow_sign_off s
        WHERE s.flow_id = NEW.flow_id AND s.signed_by = NEW.signed_by AND s.capacity <> NEW.capacity)
      THEN CALL data_sharing.refuse('nobody signs one flow in two capacities'); END IF;
      IF EXISTS (SELECT FROM data_sharing.data_flow f WHERE f.replaces_id = NEW.flow_id AND f.submitted)
      THEN CALL data_sharing.refuse('a newer version of the flow is submitted'); END IF;
      RETURN NEW;
    END $$;

  CREATE FUNCTION data_sharing.override_what_stands() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM data_sharing.rule_report r WHERE r.id = NEW.report_id AND r.flow_id = NEW.flow_id
        AND jsonb_path_exists(r.results, '$[*] ? (@.rule == $rule && @.outcome == $outcome && @.version == $version)',
          jsonb_build_object('rule', NEW.rule, 'outcome', NEW.outcome, 'version', NEW.rule_version)))
      THEN CALL data_sharing.refuse('the report does not hold the result that is overridden'); END IF;
      RETURN NEW;
    END $$;

  ${['rule_report', 'flow_sign_off', 'rule_override', 'flow_disclosure']
    .map(
      (table) => `CREATE TRIGGER "only about submitted flows" BEFORE INSERT ON data_sharing.${table}
    FOR EACH ROW EXECUTE FUNCTION data_sharing.only_about_submitted_flows();`,
    )
    .join('\n')}
  CREATE TRIGGER "three different people" BEFORE INSERT ON data_sharing.flow_sign_off
    FOR EACH ROW EXECUTE FUNCTION data_sharing.three_different_people();
  CREATE TRIGGER "only what stands is overridden" BEFORE INSERT ON data_sharing.rule_override
    FOR EACH ROW EXECUTE FUNCTION data_sharing.override_what_stands();
`;

const RECORDED = `
  CALL ledger.record_changes_of('data_sharing.data_flow', 'data-flow');
  CALL ledger.record_changes_of('data_sharing.rule_report', 'rule-report');
  CALL ledger.record_changes_of('data_sharing.flow_sign_off', 'flow-sign-off');
  CALL ledger.record_changes_of('data_sharing.rule_override', 'rule-override');
  CALL ledger.record_changes_of('data_sharing.flow_disclosure', 'flow-disclosure');
`;

function ofFlow(what: string): string {
  return `flow_id uuid NOT NULL CONSTRAINT "${what} is about a flow" REFERENCES data_sharing.data_flow,
    deployment_id uuid NOT NULL CONSTRAINT "${what} is about a deployment" REFERENCES deployments.deployment,
    organisation_id uuid NOT NULL CONSTRAINT "${what} is about a trust's flow" REFERENCES organisations.organisation`;
}
