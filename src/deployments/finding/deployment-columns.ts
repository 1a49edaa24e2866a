/** The trust that leads, as a JSON object; joined as `o`. */
export const NAMED_LEAD = `CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'key', o.key, 'name', o.name) END`;

/** The class that the newest screening led to; ids sort by time. */
export const NEWEST_CLASS = `(SELECT s.classification FROM deployments.screening s
  WHERE s.deployment_id = d.id ORDER BY s.id DESC LIMIT 1)`;

/** Everything that a search looks at, as one lower-case text: title, area, names, agencies and their names past and present. */
export const SEARCHED_TEXT = `lower(concat_ws(' ', d.title, d.area, o.name, array_to_string(o.other_names, ' '), o.ods_code,
  (SELECT string_agg(n.name, ' ') FROM deployments.deployment_name n WHERE n.deployment_id = d.id),
  (SELECT string_agg(concat_ws(' ', a.name, w.name, array_to_string(w.other_names, ' '), w.ods_code), ' ')
    FROM deployments.deployment_agency a LEFT JOIN organisations.organisation w ON w.id = a.organisation_id
    WHERE a.deployment_id = d.id)))`;

const NAMES = `(SELECT coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'kind', n.kind, 'claimKey', n.claim_key)
    ORDER BY lower(n.name)), '[]')
  FROM deployments.deployment_name n WHERE n.deployment_id = d.id)`;

const AGENCIES = `(SELECT coalesce(jsonb_agg(jsonb_build_object(
    'organisation', CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('id', w.id, 'key', w.key, 'name', w.name) END,
    'name', coalesce(w.name, a.name), 'part', a.part, 'claimKey', a.claim_key) ORDER BY lower(coalesce(w.name, a.name))), '[]')
  FROM deployments.deployment_agency a LEFT JOIN organisations.organisation w ON w.id = a.organisation_id
  WHERE a.deployment_id = d.id)`;

const CLAIMS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'key', c.key, 'registeredBy', c.registered_by,
    'topic', c.topic, 'statement', c.statement, 'value', c.value, 'figures', c.figures, 'dated', c.dated,
    'planned', c.planned, 'asOf', c.as_of, 'sources', c.sources, 'confidence', c.confidence,
    'contradicts', c.contradicts, 'cautions', c.cautions, 'scope', c.scope) ORDER BY c.dated NULLS LAST, c.key), '[]')
  FROM deployments.claim c WHERE c.deployment_id = d.id OR d.key = ANY (c.about))`;

const SCREENINGS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'answeredOn', s.answered_on,
    'answers', s.answers, 'evidence', s.evidence, 'classification', s.classification) ORDER BY s.id DESC), '[]')
  FROM deployments.screening s WHERE s.deployment_id = d.id)`;

const TRANSITIONS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'fromState', t.from_state,
    'toState', t.to_state, 'happened', t.happened, 'reason', t.reason, 'answers', t.answers, 'raises', t.raises)
    ORDER BY t.id DESC), '[]')
  FROM deployments.transition t WHERE t.deployment_id = d.id)`;

const HALTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'orderedBy', h.ordered_by,
    'orderedOn', h.ordered_on, 'effectiveOn', h.effective_on, 'reason', h.reason) ORDER BY h.id DESC), '[]')
  FROM deployments.halt h WHERE h.deployment_id = d.id)`;

/** Every column of a deployment's own page; the deployment is `d`, its lead `o`. */
export const DEPLOYMENT_COLUMNS = `d.id, d.revision, d.key, d.title, d.area, ${NAMED_LEAD} AS lead,
  d.lead_organisation_id AS "leadOrganisationId", d.state_code AS "stateCode", d.state_at AS "stateAt",
  d.state_claims AS "stateClaims", d.state_confidence AS "stateConfidence", d.state_note AS "stateNote", d.overlays,
  d.registered_by AS "registeredBy", d.taken_up AS "takenUp", d.fictional, d.published, d.note,
  d.offence_history AS "offenceHistory", d.offence_history_on AS "offenceHistoryOn",
  (SELECT jsonb_build_object('key', p.key, 'title', p.title) FROM deployments.deployment p WHERE p.id = d.succeeds_id) AS succeeds,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('key', p.key, 'title', p.title) ORDER BY p.key), '[]')
    FROM deployments.deployment p WHERE p.succeeds_id = d.id) AS "succeededBy",
  ${NEWEST_CLASS} AS classification, ${NAMES} AS names, ${AGENCIES} AS agencies, ${CLAIMS} AS claims,
  ${SCREENINGS} AS screenings, ${TRANSITIONS} AS transitions, ${HALTS} AS halts`;
