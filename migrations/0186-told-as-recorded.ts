import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What everybody is told of a flow is what was recorded: results, sign-offs and overrides are told as they are, of the
 * version and the day that they are of, and none is kept from the public. A trust reports on a flow when it submits it.
 */
export class ToldAsRecorded1764000000186 implements MigrationInterface {
  name = 'ToldAsRecorded1764000000186';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TELLING);
    await runner.query(reporting("occasion = 'submission' AND "));
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reporting(''));
    await runner.query(`
      ${Object.keys(TOLD)
        .map((table) => `DROP TRIGGER "what is done is told" ON data_sharing.${table};`)
        .join('\n')}
      DROP TRIGGER "the public is told what was recorded" ON data_sharing.flow_disclosure;
      DROP FUNCTION data_sharing.tell_what_is_done, data_sharing.tell_as_recorded, data_sharing.what_was_recorded;
      DROP POLICY "functions of the database read it" ON data_sharing.rule_override;
      REVOKE SELECT ON data_sharing.rule_override FROM candour_definer;
      ${JUDGEMENTS_ALONE}
      CALL access.hand_to_definer();
    `);
  }
}

/** What is told of each, and of which rows: a report that was made anew is for those who examine the flow. */
const TOLD = { rule_report: "WHEN (NEW.occasion <> 're-evaluation')", flow_sign_off: '', rule_override: '' };

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const OUTCOMES = ['DOES_NOT_APPLY', 'PASS', 'STATED', 'WARN', 'UNKNOWN', 'FAIL'];

const TELLING = `
  -- What a function says is looked at when it runs, as the role that it runs as.
  SET LOCAL check_function_bodies = off;
  GRANT SELECT ON data_sharing.rule_override TO candour_definer;
  CREATE POLICY "functions of the database read it" ON data_sharing.rule_override FOR SELECT TO candour_definer USING (true);

  -- The flow and the day of a report, a sign-off, an override or a judgement, and what the public is told of it.
  CREATE FUNCTION data_sharing.what_was_recorded(of_subject text, of_id uuid)
    RETURNS TABLE (flow_id uuid, recorded_on date, content jsonb) LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT s.flow_id, s.signed_on, jsonb_build_object('tells', 'sign-off', 'capacity', s.capacity, 'decision', s.decision,
        'adviceFollowed', s.advice_followed, 'dissent', s.dissent)
      FROM data_sharing.flow_sign_off s WHERE of_subject = 'sign-off' AND s.id = of_id
    UNION ALL SELECT o.flow_id, o.made_on, jsonb_build_object('tells', 'override', 'rule', o.rule, 'ruleVersion', o.rule_version,
        'outcome', o.outcome, 'reason', o.reason, 'evidence', o.evidence)
      FROM data_sharing.rule_override o WHERE of_subject = 'override' AND o.id = of_id
    UNION ALL SELECT j.flow_id, j.judged_on, jsonb_build_object('tells', 'judgement', 'rule', j.rule, 'ruleVersion', j.rule_version,
        'post', j.post, 'finding', j.finding, 'reason', j.reason)
      FROM data_sharing.stated_judgement j WHERE of_subject = 'judgement' AND j.id = of_id
    UNION ALL SELECT r.flow_id, r.made_on, jsonb_build_object('tells', 'rule-results', 'occasion', r.occasion, 'label', r.label,
        'ruleSet', to_char(r.rule_set, 'YYYY-MM-DD'), 'asAt', to_char(r.as_at, 'YYYY-MM-DD'),
        'groups', (SELECT coalesce(jsonb_object_agg(g.code, g.counts), '{}') FROM (
          SELECT split_part(x ->> 'rule', '-', 2) AS code,
            jsonb_build_object(${OUTCOMES.map((one) => `'${one}', count(*) FILTER (WHERE x ->> 'outcome' = '${one}')`).join(', ')}) AS counts
          FROM jsonb_array_elements(r.results) x GROUP BY 1) g),
        'notShown', (SELECT coalesce(jsonb_agg(x ->> 'rule' ORDER BY n), '[]')
          FROM jsonb_array_elements(r.results) WITH ORDINALITY AS listed (x, n) WHERE x ->> 'outcome' = 'FAIL'),
        'flags', (SELECT coalesce(jsonb_agg(f.flag ORDER BY f.first), '[]') FROM (
          SELECT flag, min(ARRAY[n, m]) AS first FROM jsonb_array_elements(r.results) WITH ORDINALITY AS listed (x, n),
            jsonb_array_elements_text(x -> 'flags') WITH ORDINALITY AS raised (flag, m) GROUP BY flag) f))
        || CASE WHEN r.read_in_part IS NULL THEN '{}' ELSE jsonb_build_object('readInPart', r.read_in_part) END
      FROM data_sharing.rule_report r WHERE of_subject = 'rule-results' AND r.id = of_id $$;
  REVOKE EXECUTE ON FUNCTION data_sharing.what_was_recorded FROM PUBLIC;

  CREATE FUNCTION data_sharing.tell_as_recorded() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM data_sharing.what_was_recorded(NEW.subject, NEW.subject_id) w
          JOIN data_sharing.data_flow f ON f.id = w.flow_id
        WHERE (w.flow_id, w.recorded_on, w.content, f.series_id, f.version)
          = (NEW.flow_id, NEW.disclosed_on, NEW.content, NEW.series_id, NEW.version))
      THEN CALL data_sharing.refuse('the public is told what was recorded'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "the public is told what was recorded" BEFORE INSERT ON data_sharing.flow_disclosure
    FOR EACH ROW EXECUTE FUNCTION data_sharing.tell_as_recorded();

  CREATE FUNCTION data_sharing.tell_what_is_done() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM data_sharing.flow_disclosure d WHERE d.subject_id = NEW.id)
      THEN CALL data_sharing.refuse('everybody is told what is done with a submitted flow'); END IF;
      RETURN NULL;
    END $$;
  ${Object.entries(TOLD)
    .map(
      ([
        table,
        rows,
      ]) => `CREATE CONSTRAINT TRIGGER "what is done is told" AFTER INSERT ON data_sharing.${table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW ${rows} EXECUTE FUNCTION data_sharing.tell_what_is_done();`,
    )
    .join('\n')}

  -- Judgements were told as they are before; now by the same function as everything else.
  DROP TRIGGER "a judgement is told as it is" ON data_sharing.flow_disclosure;
  DROP FUNCTION data_sharing.tell_judgement_as_it_is;
`;

/** How judgements alone were held to what was recorded, in migration 0176. */
const JUDGEMENTS_ALONE = `
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

/** Who reports on a flow; the trust only on some occasion. */
function reporting(byTheTrust: string): string {
  return `
    DROP POLICY "a report comes with a submission or a sign-off" ON data_sharing.rule_report;
    CREATE POLICY "a report comes with a submission or a sign-off" ON data_sharing.rule_report FOR INSERT TO candour_member
      WITH CHECK (${byTheTrust}organisation_id = ANY ((SELECT data_sharing.drafted_for())::uuid[])
        OR occasion = 'sign-off' AND organisation_id = ANY ((SELECT access.organisations_as(
          'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER'))::uuid[])
        OR occasion = 're-evaluation' AND (SELECT access.holds('LEAD_REVIEWER'))
          AND deployment_id IN (SELECT * FROM reviews.reviewed('deployment-under-review') AS mine));
  `;
}
