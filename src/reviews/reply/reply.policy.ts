import type { Policy, Rules, SubjectClass } from '../../access/policy.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { asLead, asReplier, asReviewer, isReviewer, TRUST_ROLES } from '../engagement.js';
import { refuseBarred } from '../review.policy.js';
import { ReplyDecision } from './reply-decision.entity.js';
import { Reply } from './reply.entity.js';
import { Statement } from './statement.entity.js';

const KINDS: readonly SubjectClass<{ readonly reviewId: Uuid; readonly organisationId: Uuid }>[] = [
  Reply,
  ReplyDecision,
  Statement,
];

/**
 * The trust and user-led groups that made a statement reply to the findings, and read the decisions on what they
 * themselves said. Who leads a review decides on replies.
 */
export const replyPolicy: Policy = (actor, rules) => {
  const { allow } = rules;
  if (actor.holds('AUDITOR') || actor.standing === 'operator') KINDS.forEach((kind) => allow('read', kind));
  if (isReviewer(actor)) {
    KINDS.forEach((kind) => allow('read', kind, { reviewId: asReviewer(actor, 'compare') }));
    allow('read', Statement, { reviewId: asReviewer(actor, 'review') });
  }
  if (actor.holds('LEAD_REVIEWER'))
    allow('decide', ReplyDecision, { reviewId: asLead(actor), decidedBy: actor.personId });
  if (actor.holds(...TRUST_ROLES, 'USER_GROUP_MEMBER')) forRepliers(actor, rules);
  refuseBarred(actor, rules, ...KINDS);
};

function forRepliers(actor: Actor, { allow }: Rules): void {
  const open = { reviewId: asReplier(actor) };
  const own = { organisationId: actor.organisationsAs(...TRUST_ROLES, 'USER_GROUP_MEMBER') };
  allow('read', Statement, open);
  KINDS.forEach((kind) => allow('read', kind, own));
  const speaksFor = actor.organisationsAs('TRUST_SUBMITTER', 'USER_GROUP_MEMBER');
  if (speaksFor.length > 0)
    allow('reply', Reply, { ...open, organisationId: speaksFor, repliedBy: actor.personId });
  const groups = actor.organisationsAs('USER_GROUP_MEMBER');
  if (groups.length > 0) allow('state', Statement, { organisationId: groups, statedBy: actor.personId });
}
