import type { Policy } from '../../access/policy.js';
import { ListedTrust } from './listed-trust.entity.js';
import { PastRequest } from './past-request.entity.js';
import { RequestAnswer } from './request-answer.entity.js';

/** Everyone reads requests of the past; administrators and the operator load what sources say of them, and nobody types it. */
export const pastRequestPolicy: Policy = (actor, { allow }) => {
  const verbs = actor.holds('ADMIN') || actor.standing === 'operator' ? ['read', 'load'] : ['read'];
  allow(verbs, PastRequest);
  allow(verbs, RequestAnswer);
  allow(verbs, ListedTrust);
};
