import type { Policy } from '../../access/policy.js';
import { asLead, asReplier, asReviewer, isReviewer, TRUST_ROLES } from '../engagement.js';
import { refuseBarred } from '../review.policy.js';
import { ScoreLock } from './score-lock.entity.js';
import { Score } from './score.entity.js';

/**
 * A reviewer sees and adds their own scores. Nobody but an auditor sees another's before all have locked; the trust and
 * user-led groups see them when the time for reply begins.
 */
export const scorePolicy: Policy = (actor, rules) => {
  const { allow } = rules;
  if (actor.holds('AUDITOR') || actor.standing === 'operator') {
    allow('read', Score);
    allow('read', ScoreLock);
  }
  if (isReviewer(actor)) {
    const own = { assignmentId: asReviewer(actor, 'scoring') };
    const open = { reviewId: asReviewer(actor, 'compare') };
    allow(['read', 'score'], Score, own);
    allow(['read', 'lock'], ScoreLock, own);
    allow('read', Score, open);
    allow('read', ScoreLock, open);
  }
  if (actor.holds('LEAD_REVIEWER')) allow('read', ScoreLock, { reviewId: asLead(actor) });
  if (actor.holds(...TRUST_ROLES, 'USER_GROUP_MEMBER')) allow('read', Score, { reviewId: asReplier(actor) });
  refuseBarred(actor, rules, Score, ScoreLock);
};
