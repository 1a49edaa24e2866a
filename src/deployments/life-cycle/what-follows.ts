import type { Following } from '../../evidence/mending/mendable.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, type Act, type Look } from '../../ledger/act.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { columns, jsonObject, select, sql } from '../../platform/database/selection.js';
import { Claim } from '../claims/claim.entity.js';
import { stateAsSaid, stateClaim, stateNoteOf } from '../claims/state-claim.js';
import { Deployment } from '../deployment.entity.js';
import { datesMustFit } from '../recording/fitting-dates.js';
import { Transition } from './steps/transition.entity.js';

/**
 * What a trust says of where its scheme stands follows when it mends the state: its own claim on which the state rests says
 * the same, or a new one does where the state rested on a step or on a claim that was withdrawn.
 */
export async function claimOfState({ id, reason, today }: Following, look: Look): Promise<readonly Act[]> {
  await datesMustFit(look, id, 'stateAt');
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

/** A claim that a trust mends or withdraws leaves its scheme where it stands, and dates that fit: otherwise nothing is done. */
export async function claimsThatFit({ id }: Following, look: Look): Promise<readonly Act[]> {
  const [claim] = await look(CLAIM_AND_STATE.from(CLAIM_OF_SCHEME, [id]));
  if (!claim) return [];
  if (!claim.isStateAsSaid) throw new Unprocessable([{ field: 'statement', text: RESTS_ON_IT }]);
  await datesMustFit(look, claim.deploymentId, 'dated');
  return [];
}

/** The state of a scheme follows when its trust mends the step on which it rests: since when, and why. */
export async function stateOfStep({ id, reason }: Following, look: Look): Promise<readonly Act[]> {
  const [step] = await look(STEP.from(STEP_OF_SCHEME, [id]));
  if (!step) return [];
  await datesMustFit(look, step.deploymentId, 'happened');
  if (!step.isWhereItStands) return [];
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

const RESTS_ON_IT =
  'Where the scheme stands rests on this, so it cannot be changed alone. Change where the scheme stands: this follows';

const CLAIM_AND_STATE = select({
  deploymentId: sql<Uuid>('c.deployment_id'),
  isStateAsSaid:
    sql<boolean>(`NOT (d.registered_by = 'trust' AND c.registered_by = 'trust' AND c.key = ANY (d.state_claims))
    OR c.withdrawn_on IS NULL AND c.topic = 'STATE' AND c.value IS NOT DISTINCT FROM to_jsonb(d.state_code)
      AND c.dated IS NOT DISTINCT FROM d.state_at`),
});
const CLAIM_OF_SCHEME =
  'deployments.claim c JOIN deployments.deployment d ON d.id = c.deployment_id WHERE c.id = $1';

const STEP = select({
  ...columns(Transition, 't', 'deploymentId', 'happened', 'reason'),
  isWhereItStands: sql<boolean>(`d.state_claims = '{}' AND d.state_code = t.to_state
    AND NOT EXISTS (SELECT FROM deployments.transition n WHERE n.deployment_id = d.id AND n.id > t.id)`),
});
const STEP_OF_SCHEME =
  'deployments.transition t JOIN deployments.deployment d ON d.id = t.deployment_id WHERE t.id = $1';
