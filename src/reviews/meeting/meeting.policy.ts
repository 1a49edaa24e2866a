import type { Policy, SubjectClass } from '../../access/policy.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { asLead, asReplier, asReviewer, isReviewer, TRUST_ROLES } from '../engagement.js';
import { refuseBarred } from '../review.policy.js';
import { MeetingRequest } from '../requesting/meeting-request.entity.js';
import { ProposalAnswer } from './proposal-answer.entity.js';
import { ProposalSecond } from './proposal-second.entity.js';
import { ScoreProposal } from './score-proposal.entity.js';

const KINDS: readonly SubjectClass<{ readonly reviewId: Uuid }>[] = [
  MeetingRequest,
  ScoreProposal,
  ProposalAnswer,
  ProposalSecond,
];

/**
 * Who leads a review proposes and seconds; reviewers ask for meetings, confirm and dissent under their own assignment;
 * user-led groups say where survivors contradict. The trust and groups read it when moderation is closed.
 */
export const meetingPolicy: Policy = (actor, rules) => {
  const { allow } = rules;
  const me = actor.personId;
  if (actor.holds('AUDITOR') || actor.standing === 'operator') KINDS.forEach((kind) => allow('read', kind));
  if (isReviewer(actor)) {
    const open = { reviewId: asReviewer(actor, 'compare') };
    const own = { ...open, assignmentId: asReviewer(actor, 'scoring') };
    KINDS.forEach((kind) => allow('read', kind, open));
    allow('ask', MeetingRequest, { ...own, askedAs: 'reviewer', requestedBy: me });
    allow('answer', ProposalAnswer, own);
  }
  if (actor.holds('LEAD_REVIEWER')) {
    const led = { reviewId: asLead(actor) };
    allow('ask', MeetingRequest, { ...led, askedAs: 'lead', requestedBy: me });
    allow('propose', ScoreProposal, { ...led, proposedBy: me });
    allow('second', ProposalSecond, { ...led, secondedBy: me });
  }
  const groups = actor.organisationsAs('USER_GROUP_MEMBER');
  if (groups.length > 0) {
    allow('read', MeetingRequest, { organisationId: groups });
    allow('ask', MeetingRequest, { organisationId: groups, askedAs: 'group', requestedBy: me });
  }
  if (actor.holds(...TRUST_ROLES, 'USER_GROUP_MEMBER'))
    KINDS.forEach((kind) => allow('read', kind, { reviewId: asReplier(actor) }));
  refuseBarred(actor, rules, ...KINDS);
};
