import type { Policy, SubjectClass } from '../../access/policy.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { asLead, asReviewer, isReviewer } from '../engagement.js';
import { Assignment } from './assignment.entity.js';
import { InterestConfirmation } from '../excluding/interest-confirmation.entity.js';
import { InterestDeclaration } from './interest-declaration.entity.js';
import { InterestDecision } from './interest-decision.entity.js';

const KINDS: readonly SubjectClass<{ readonly reviewId: Uuid; readonly personId: Uuid }>[] = [
  Assignment,
  InterestDeclaration,
  InterestDecision,
  InterestConfirmation,
];

/**
 * People see their own assignments and declarations and no others'. Who leads a review, having declared themselves,
 * assigns the others and decides about their interests, never about their own.
 */
export const reviewerPolicy: Policy = (actor, { allow }) => {
  if (actor.holds('AUDITOR') || actor.standing === 'operator') KINDS.forEach((kind) => allow('read', kind));
  if (actor.standing !== 'person') return;
  KINDS.forEach((kind) => allow('read', kind, { personId: actor.personId }));
  if (isReviewer(actor))
    allow('declare', InterestDeclaration, {
      personId: actor.personId,
      assignmentId: asReviewer(actor, 'assigned'),
    });
  if (!actor.holds('LEAD_REVIEWER')) return;
  const led = { reviewId: asLead(actor) };
  KINDS.forEach((kind) => allow('read', kind, led));
  allow('assign', Assignment, { capacity: 'lead' });
  allow(['assign', 'end', 'return'], Assignment, led);
  allow('decide', InterestDecision, { ...led, decidedBy: actor.personId });
  allow('confirm', InterestConfirmation, { ...led, decidedBy: actor.personId });
};
