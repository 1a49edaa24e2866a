import type { Uuid } from '../../kernel/identifiers.js';
import { DataFlow } from '../data-flow.entity.js';

/** Any submitted flow of a deployment, to ask whether somebody may examine what its trust submitted. */
export function flowUnderReview(deploymentId: Uuid): DataFlow {
  return Object.assign(new DataFlow(), { deploymentId, submitted: true });
}
