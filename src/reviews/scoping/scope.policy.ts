import type { Policy } from '../../access/policy.js';
import { ScopeAcknowledgement } from './scope-acknowledgement.entity.js';
import { ScopeDecision } from './scope-decision.entity.js';

/** Everyone reads who owes an answer in a round, who does not and why; lead reviewers decide it, and who answers acknowledges. */
export const scopePolicy: Policy = (actor, { allow }) => {
  allow('read', ScopeDecision);
  allow('read', ScopeAcknowledgement);
  if (actor.holds('LEAD_REVIEWER')) allow('decide', ScopeDecision, { decidedBy: actor.personId });
  const answersFor = actor.organisationsAs('TRUST_SUBMITTER');
  if (answersFor.length > 0) allow('acknowledge', ScopeAcknowledgement, { organisationId: answersFor });
};
