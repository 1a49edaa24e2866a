import type { Policy, Rules, SubjectClass } from '../../access/policy.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { asLead, asReplier, asReviewer, isReviewer, TRUST_ROLES } from '../parts.js';
import { ReplyDecision } from '../reply/reply-decision.entity.js';
import { Reply } from '../reply/reply.entity.js';
import { Statement } from '../reply/statement.entity.js';
import { refuseBarred } from '../review.policy.js';
import { ModeratedScore } from './moderated-score.entity.js';

const KINDS: readonly SubjectClass<{ readonly reviewId: Uuid }>[] = [
  ModeratedScore,
  Reply,
  ReplyDecision,
  Statement,
];
const SAID: readonly SubjectClass<{ readonly organisationId: Uuid }>[] = [Reply, ReplyDecision, Statement];

/**
 * Who leads a review moderates it and decides on replies. The trust and user-led groups that made a statement read the
 * findings when moderation is closed, reply to them, and read the decisions on what they themselves said.
 */
export const findingsPolicy: Policy = (actor, rules) => {
  const { allow } = rules;
  if (actor.holds('AUDITOR') || actor.standing === 'operator') KINDS.forEach((kind) => allow('read', kind));
  if (isReviewer(actor)) {
    KINDS.forEach((kind) => allow('read', kind, { reviewId: asReviewer(actor, 'compare') }));
    allow('read', Statement, { reviewId: asReviewer(actor, 'review') });
  }
  if (actor.holds('LEAD_REVIEWER')) {
    allow('moderate', ModeratedScore, { reviewId: asLead(actor) });
    allow('decide', ReplyDecision, { reviewId: asLead(actor), decidedBy: actor.personId });
  }
  if (actor.holds(...TRUST_ROLES, 'USER_GROUP_MEMBER')) forRepliers(actor, rules);
  refuseBarred(actor, rules, ...KINDS);
};

function forRepliers(actor: Actor, { allow }: Rules): void {
  const open = { reviewId: asReplier(actor) };
  const own = { organisationId: actor.organisationsAs(...TRUST_ROLES, 'USER_GROUP_MEMBER') };
  allow('read', ModeratedScore, open);
  allow('read', Statement, open);
  SAID.forEach((kind) => allow('read', kind, own));
  const speaksFor = actor.organisationsAs('TRUST_SUBMITTER', 'USER_GROUP_MEMBER');
  if (speaksFor.length > 0)
    allow('reply', Reply, { ...open, organisationId: speaksFor, repliedBy: actor.personId });
  const groups = actor.organisationsAs('USER_GROUP_MEMBER');
  if (groups.length > 0) allow('state', Statement, { organisationId: groups, statedBy: actor.personId });
}
