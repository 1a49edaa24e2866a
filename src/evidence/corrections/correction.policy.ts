import type { Policy } from '../../access/policy.js';
import { Correction } from './correction.entity.js';

/** Everyone reads corrections; who records for an organisation corrects what sources say of what it answers for. */
export const correctionPolicy: Policy = (actor, { allow }) => {
  allow('read', Correction);
  const organisationId = actor.organisationsAs('TRUST_SUBMITTER');
  if (organisationId.length > 0) allow('correct', Correction, { organisationId });
};
