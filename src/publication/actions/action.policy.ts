import type { Policy } from '../../access/policy.js';
import { asLead, asReviewer, isReviewer } from '../../reviews/engagement.js';
import { ActionStep } from './action-step.entity.js';
import { Action } from './action.entity.js';

/**
 * Everyone reads actions and every step about them. Who leads the review sets them, the trust reports them done, and
 * somebody else who takes part in the review checks that.
 */
export const actionPolicy: Policy = (actor, { allow }) => {
  allow('read', Action);
  allow('read', ActionStep);
  const reportsFor = actor.organisationsAs('TRUST_SUBMITTER');
  if (reportsFor.length > 0)
    allow('report', ActionStep, { kind: 'done', organisationId: reportsFor, takenBy: actor.personId });
  if (isReviewer(actor)) {
    const checked = { kind: ['accepted', 'not-accepted'], takenBy: actor.personId };
    allow('check', ActionStep, { ...checked, reviewId: asLead(actor) });
    allow('check', ActionStep, { ...checked, reviewId: asReviewer(actor, 'review') });
  }
  if (!actor.holds('LEAD_REVIEWER')) return;
  const ours = { reviewId: asLead(actor) };
  allow('add', Action, { ...ours, addedBy: actor.personId });
  allow('reopen', ActionStep, { ...ours, kind: 'reopened', takenBy: actor.personId });
};
