import type { Following } from '../../evidence/mending/mendable.js';
import { newId } from '../../kernel/identifiers.js';
import { adding, changing, type Act, type Look } from '../../ledger/act.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { columns, jsonObject, select } from '../../platform/database/selection.js';
import { Claim } from '../claims/claim.entity.js';
import { stateAsSaid, stateClaim, stateNoteOf } from '../claims/state-claim.js';
import { Deployment } from '../deployment.entity.js';
import { startMustFitEnd } from '../recording/claimed-dates.js';
import { Transition } from './steps/transition.entity.js';

/**
 * What a trust says of where its scheme stands follows when it mends the state: its own claim on which the state rests says
 * the same, or a new one does where the state rested on a step or on a claim that was withdrawn.
 */
export async function claimOfState({ id, reason, today }: Following, look: Look): Promise<readonly Act[]> {
  const [scheme] = await look(SCHEME.from(SCHEME_AND_TRUST, [id]));
  if (!scheme) return [];
  const { organisation } = scheme;
  const said = stateAsSaid(organisation.name, scheme);
  const [own] = await look(OWN_CLAIM.from(STANDING_CLAIMS, [id, scheme.stateClaims, said.statement]));
  const change = (claim: Claim): void => {
    Object.assign(claim, said);
  };
  if (own && scheme.stateClaims.includes(own.key))
    return [changing('mend', Claim, own.id, { change, reason })];
  const key = own?.key ?? `${scheme.key}-state-${newId().slice(-6)}`;
  const part = { ...scheme, deploymentId: id };
  const claimed = own
    ? changing('mend', Claim, own.id, { change, reason })
    : adding('state', Claim, stateClaim(scheme, { key, trust: { organisation, today }, part }), reason);
  return [claimed, changing('mend', Deployment, id, { change: restingOn(key, organisation.name), reason })];
}

/** A start or an end that a trust mends still fits the other one that it claims: otherwise nothing is mended. */
export async function fittingDates({ id }: Following, look: Look): Promise<readonly Act[]> {
  const [claim] = await look(DATED_CLAIM.from('deployments.claim c WHERE c.id = $1', [id]));
  if (claim?.deploymentId) await startMustFitEnd(look, claim.deploymentId, claim);
  return [];
}

/** The state of a scheme follows when its trust mends the step on which it rests: since when, and why. */
export async function stateOfStep({ id, reason }: Following, look: Look): Promise<readonly Act[]> {
  const [step] = await look(STEP.from(STEP_OF_STATE, [id]));
  if (!step) return [];
  const change = (scheme: Deployment): void => {
    Object.assign(scheme, { stateAt: step.happened, stateNote: step.reason });
  };
  return [changing('step', Deployment, step.deploymentId, { change, reason })];
}

function restingOn(key: string, trust: string) {
  return (scheme: Deployment): void => {
    Object.assign(scheme, { stateClaims: [key], stateNote: stateNoteOf(trust), stateConfidence: 'A' });
  };
}

const SCHEME = select({
  ...columns(
    Deployment,
    'd',
    'key',
    'stateCode',
    'stateAt',
    'stateClaims',
    'leadOrganisationId',
    'published',
  ),
  organisation: jsonObject(columns(Organisation, 'o', 'id', 'name', 'fictional')),
});
const SCHEME_AND_TRUST =
  'deployments.deployment d JOIN organisations.organisation o ON o.id = d.lead_organisation_id WHERE d.id = $1';

const OWN_CLAIM = select(columns(Claim, 'c', 'id', 'key'));
const STANDING_CLAIMS = `deployments.claim c
  WHERE c.deployment_id = $1 AND c.registered_by = 'trust' AND c.topic = 'STATE' AND c.withdrawn_on IS NULL
    AND (c.key = ANY ($2) OR c.statement = $3)
  ORDER BY c.key = ANY ($2) DESC, c.id LIMIT 1`;

const DATED_CLAIM = select(columns(Claim, 'c', 'deploymentId', 'topic', 'dated'));

const STEP = select(columns(Transition, 't', 'deploymentId', 'happened', 'reason'));
const STEP_OF_STATE = `deployments.transition t JOIN deployments.deployment d ON d.id = t.deployment_id
  WHERE t.id = $1 AND d.state_claims = '{}' AND d.state_code = t.to_state
    AND NOT EXISTS (SELECT FROM deployments.transition n WHERE n.deployment_id = d.id AND n.id > t.id)`;
