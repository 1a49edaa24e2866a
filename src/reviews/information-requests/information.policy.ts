import type { Policy, SubjectClass } from '../../access/policy.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { asReplier, asReviewer, isReviewer, TRUST_ROLES } from '../engagement.js';
import { refuseBarred } from '../review.policy.js';
import { InformationAnswer } from './information-answer.entity.js';
import { InformationRequest } from './information-request.entity.js';

const KINDS: readonly SubjectClass<{ readonly reviewId: Uuid; readonly organisationId: Uuid }>[] = [
  InformationRequest,
  InformationAnswer,
];

/** Reviewers who are clear ask, and read what any of them asked; the trust answers; whoever replies reads it from then on. */
export const informationPolicy: Policy = (actor, rules) => {
  const { allow } = rules;
  if (actor.holds('AUDITOR') || actor.standing === 'operator') KINDS.forEach((kind) => allow('read', kind));
  if (isReviewer(actor)) {
    const reviewed = { reviewId: asReviewer(actor, 'review') };
    KINDS.forEach((kind) => allow('read', kind, reviewed));
    allow('ask', InformationRequest, reviewed);
  }
  const trusts = actor.organisationsAs(...TRUST_ROLES);
  if (trusts.length > 0) KINDS.forEach((kind) => allow('read', kind, { organisationId: trusts }));
  if (actor.holds(...TRUST_ROLES, 'USER_GROUP_MEMBER'))
    KINDS.forEach((kind) => allow('read', kind, { reviewId: asReplier(actor) }));
  const answersFor = actor.organisationsAs('TRUST_SUBMITTER');
  if (answersFor.length > 0)
    allow('answer', InformationAnswer, { organisationId: answersFor, answeredBy: actor.personId });
  refuseBarred(actor, rules, ...KINDS);
};
