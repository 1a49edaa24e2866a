import type { Policy } from '../../access/policy.js';
import { asLead, asReplier, asReviewer, isReviewer, TRUST_ROLES } from '../engagement.js';
import { refuseBarred } from '../review.policy.js';
import { ModeratedScore } from './moderated-score.entity.js';

/**
 * Who leads a review moderates it. The trust and user-led groups that made a statement read the findings when
 * moderation is closed.
 */
export const findingsPolicy: Policy = (actor, rules) => {
  const { allow } = rules;
  if (actor.holds('AUDITOR') || actor.standing === 'operator') allow('read', ModeratedScore);
  if (isReviewer(actor)) allow('read', ModeratedScore, { reviewId: asReviewer(actor, 'compare') });
  if (actor.holds('LEAD_REVIEWER')) allow('moderate', ModeratedScore, { reviewId: asLead(actor) });
  if (actor.holds(...TRUST_ROLES, 'USER_GROUP_MEMBER'))
    allow('read', ModeratedScore, { reviewId: asReplier(actor) });
  refuseBarred(actor, rules, ModeratedScore);
};
