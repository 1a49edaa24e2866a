import type { DeploymentView } from '../../record/register-view.js';
import type { Truth } from '../../record/answers/not-known.js';
import type { Matter } from './matter.js';
import { isCode } from '../reading/codes.js';

type State = NonNullable<DeploymentView['state']>;

/** The fields from which the deployment of a flow is found and its state read. */
export const DEPLOYMENT_FIELDS = [
  'deploymentId',
  'register.deployments[].id',
  'register.deployments[].state',
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
