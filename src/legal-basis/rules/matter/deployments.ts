import type { DeploymentView } from '../../record/register-view.js';
import type { Truth } from '../../record/answers/not-known.js';
import type { Matter } from './matter.js';
import { isCode } from '../reading/codes.js';
import { featuresOf } from './read-register.js';

type State = NonNullable<DeploymentView['state']>;

/** The fields from which the deployment of a flow is found and its state read. */
export const DEPLOYMENT_FIELDS = [
  'deploymentId',
  'register.deployments[].id',
  'register.deployments[].state',
] as const;

/** The fields from which it is read whether a deployment is like one that closed. */
export const LIKENESS_FIELDS = [
  'register.deployments[].area',
  'register.deployments[].forceOrgId',
  'register.deployments[].managerId',
  'register.deployments[].protocolHash',
  ...DEPLOYMENT_FIELDS,
] as const;

/** The deployment of a flow as the register holds it; null where it holds none. */
export function deploymentOf({ flow, register }: Matter): DeploymentView | null {
  return flow.deploymentId ? (register.deployments.get(flow.deploymentId) ?? null) : null;
}

/** Whether the deployment of a flow is in one of these states; not known where the register does not say. */
export function isDeployment(matter: Matter, ...states: State[]): Truth {
  const state = deploymentOf(matter)?.state;
  return state === 'UNKNOWN' ? null : isCode(state, ...states);
}

/** Whether a deployment shares so much with one that closed that it may follow it; not known where little is said of it. */
export function isLikeOneThatClosed(matter: Matter): Truth {
  const deployment = deploymentOf(matter);
  const features = deployment === null ? [] : featuresOf(deployment);
  const limit = matter.settings.successorLikenesses;
  if (features.length < limit) return null;
  const shared = features.flatMap((feature) => [...(matter.register.closedByFeature.get(feature) ?? [])]);
  return shared.some((id) => shared.filter((other) => other === id).length >= limit);
}
