import type { Policy, Rules, SubjectClass } from '../../access/policy.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { asReviewer, isReviewer, TRUST_ROLES } from '../engagement.js';
import { refuseBarred } from '../review.policy.js';
import { SelfReviewSignature } from './self-review-signature.entity.js';
import { SelfAnswer } from './self-answer.entity.js';
import { SelfScore } from './self-score.entity.js';
import { SIGNING_CAPACITIES } from './signing.js';
import { Submission } from './submission.entity.js';

const KINDS: readonly SubjectClass<{ readonly reviewId: Uuid; readonly organisationId: Uuid }>[] = [
  SelfAnswer,
  SelfScore,
  SelfReviewSignature,
  Submission,
];

/**
 * A trust's people read and write their own. Reviewers who are clear read submitted answers, and the trust's own score
 * only when all of them have locked theirs.
 */
export const selfReviewPolicy: Policy = (actor, rules) => {
  const { allow } = rules;
  if (actor.holds('AUDITOR') || actor.standing === 'operator') KINDS.forEach((kind) => allow('read', kind));
  if (isReviewer(actor)) {
    allow('read', SelfAnswer, { reviewId: asReviewer(actor, 'review') });
    allow('read', SelfReviewSignature, { reviewId: asReviewer(actor, 'review') });
    allow('read', SelfScore, { reviewId: asReviewer(actor, 'compare') });
    allow('read', Submission, { reviewId: asReviewer(actor, 'compare') });
  }
  forTrusts(actor, rules);
  refuseBarred(actor, rules, ...KINDS);
};

function forTrusts(actor: Actor, { allow }: Rules): void {
  const trusts = actor.organisationsAs(...TRUST_ROLES);
  const answersFor = actor.organisationsAs('TRUST_SUBMITTER');
  if (trusts.length > 0) KINDS.forEach((kind) => allow('read', kind, { organisationId: trusts }));
  if (answersFor.length > 0) {
    allow('answer', SelfAnswer, { organisationId: answersFor, answeredBy: actor.personId });
    allow('answer', SelfScore, { organisationId: answersFor });
    allow('submit', Submission, { organisationId: answersFor, submittedBy: actor.personId });
  }
  for (const capacity of SIGNING_CAPACITIES) {
    const signsFor = actor.organisationsAs(capacity);
    if (signsFor.length > 0)
      allow('attest', SelfReviewSignature, { organisationId: signsFor, capacity, signedBy: actor.personId });
  }
}
