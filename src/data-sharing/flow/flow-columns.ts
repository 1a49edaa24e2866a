/** Sign-offs of the flow `f` in short, oldest first. */
const SHORT_SIGN_OFFS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('capacity', s.capacity, 'decision', s.decision,
    'signedOn', s.signed_on) ORDER BY s.id), '[]') FROM data_sharing.flow_sign_off s WHERE s.flow_id = f.id)`;

/** Columns of a flow `f` in a list. */
export const FLOW_ROW_COLUMNS = `f.id, f.series_id AS "seriesId", f.version, f.deployment_id AS "deploymentId",
  f.organisation_id AS "organisationId", f.title, f.content ->> 'archetype' AS archetype, f.content ->> 'status' AS status,
  f.submitted, f.submitted_on AS "submittedOn", f.put_aside_on AS "putAsideOn", f.put_aside_reason AS "putAsideReason",
  ${SHORT_SIGN_OFFS} AS "signOffs"`;

const VERSIONS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'version', v.version, 'submittedOn', v.submitted_on,
    'putAsideOn', v.put_aside_on, 'replacesReason', v.replaces_reason) ORDER BY v.version DESC), '[]')
  FROM data_sharing.data_flow v WHERE v.series_id = f.series_id)`;

const SIGN_OFFS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'capacity', s.capacity, 'decision', s.decision,
    'signedOn', s.signed_on, 'reasons', s.reasons, 'conditions', s.conditions, 'adviceFollowed', s.advice_followed,
    'adviceNotFollowedReason', s.advice_not_followed_reason, 'dissent', s.dissent, 'schemeParts', s.scheme_parts)
    ORDER BY s.id), '[]') FROM data_sharing.flow_sign_off s WHERE s.flow_id = f.id)`;

const REPORTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'occasion', r.occasion, 'label', r.label,
    'ruleSet', r.rule_set, 'asAt', r.as_at, 'madeOn', r.made_on, 'inputHash', r.input_hash) ORDER BY r.id), '[]')
  FROM data_sharing.rule_report r WHERE r.flow_id = f.id)`;

const OVERRIDES = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'reportId', o.report_id, 'rule', o.rule,
    'ruleVersion', o.rule_version, 'outcome', o.outcome, 'reason', o.reason, 'evidence', o.evidence, 'madeOn', o.made_on)
    ORDER BY o.id), '[]') FROM data_sharing.rule_override o WHERE o.flow_id = f.id)`;

/** Columns of a flow `f` on its own page; its deployment is joined as `d`. */
export const FLOW_DETAIL_COLUMNS = `f.id, f.revision, f.series_id AS "seriesId", f.version, f.deployment_id AS "deploymentId",
  f.organisation_id AS "organisationId", f.title, f.content, f.explanations, f.replaces_id AS "replacesId",
  f.replaces_reason AS "replacesReason", f.submitted, f.submitted_on AS "submittedOn",
  f.put_aside_on AS "putAsideOn", f.put_aside_reason AS "putAsideReason",
  jsonb_build_object('key', d.key, 'title', d.title, 'published', d.published) AS deployment,
  ${VERSIONS} AS versions, ${SIGN_OFFS} AS "signOffs", ${REPORTS} AS reports, ${OVERRIDES} AS overrides`;
