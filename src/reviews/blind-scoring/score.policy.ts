import type { Policy, SubjectClass } from '../../access/policy.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { asAuditor, asLead, asReviewer, isReviewer, repliedScores, TRUST_ROLES } from '../engagement.js';
import { refuseBarred } from '../review.policy.js';
import { ScoreLock } from './score-lock.entity.js';
import { Score } from './score.entity.js';

const KINDS: readonly SubjectClass<{ readonly assignmentId: Uuid }>[] = [Score, ScoreLock];

/**
 * A reviewer sees and adds their own scores. Nobody sees another's before all have locked, auditors neither, and whoever
 * joins later not before they have; the trust and user-led groups see them when the time for reply begins. What is open is
 * open for good, whatever becomes of its author.
 */
export const scorePolicy: Policy = (actor, rules) => {
  const { allow } = rules;
  for (const kind of KINDS) {
    if (actor.standing === 'operator') allow('read', kind);
    if (actor.holds('AUDITOR')) allow('read', kind, { assignmentId: asAuditor(actor) });
  }
  if (isReviewer(actor)) {
    const own = { assignmentId: asReviewer(actor, 'scoring') };
    const open = { assignmentId: asReviewer(actor, 'open-scores') };
    allow(['read', 'score'], Score, own);
    allow(['read', 'lock'], ScoreLock, own);
    allow('read', Score, open);
    allow('read', ScoreLock, open);
  }
  if (actor.holds('LEAD_REVIEWER')) allow('read', ScoreLock, { reviewId: asLead(actor) });
  if (actor.holds(...TRUST_ROLES, 'USER_GROUP_MEMBER'))
    allow('read', Score, { assignmentId: repliedScores(actor) });
  refuseBarred(actor, rules, Score, ScoreLock);
};
