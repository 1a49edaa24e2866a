import type { Policy } from '../../access/policy.js';
import { SuccessionAnswer } from './succession-answer.entity.js';

/** Everyone reads what trusts answer; a trust's submitter answers for the own trust, and nobody changes an answer. */
export const successionAnswerPolicy: Policy = (actor, { allow }) => {
  allow('read', SuccessionAnswer);
  const organisationId = actor.organisationsAs('TRUST_SUBMITTER');
  if (organisationId.length > 0) allow('answer', SuccessionAnswer, { organisationId });
};
