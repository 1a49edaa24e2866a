import type { Policy } from '../../../access/policy.js';
import { NamingAnswer } from './naming-answer.entity.js';
import { NamingDecision } from './naming-decision.entity.js';
import { SchemeNaming } from './scheme-naming.entity.js';

/** Everyone reads which scheme was named for whom and what became of it. Leads name, the trust answers, another lead decides. */
export const namingPolicy: Policy = (actor, { allow }) => {
  allow('read', SchemeNaming);
  allow('read', NamingAnswer);
  allow('read', NamingDecision);
  if (actor.holds('LEAD_REVIEWER')) {
    allow('name', SchemeNaming, { namedBy: actor.personId });
    allow('decide', NamingDecision, { decidedBy: actor.personId });
  }
  const answersFor = actor.organisationsAs('TRUST_SUBMITTER');
  if (answersFor.length > 0)
    allow('answer', NamingAnswer, { organisationId: answersFor, answeredBy: actor.personId });
};
