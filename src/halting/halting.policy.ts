import type { Policy } from '../access/policy.js';
import { HaltStep } from '../deployments/life-cycle/halts/halt-step.entity.js';
import { Halt } from '../deployments/life-cycle/steps/halt.entity.js';
import { asLead, asReviewer, isReviewer, TRUST_ROLES } from '../reviews/engagement.js';

/** The sorts of body for which somebody with the role of a commissioner acts. */
const BODIES_OUTSIDE = ['COMMISSIONER', 'NHS_ENGLAND'] as const;

/**
 * Who commissions a scheme, NHS England, or who leads a review of it orders it to halt. Its trust answers; anybody of these,
 * of the trust or among its reviewers checks; and an order is lifted for the very body, or in the very review, that gave it.
 */
export const haltingPolicy: Policy = (actor, { allow }) => {
  allow('read', HaltStep);
  const takenBy = actor.personId;
  const ours = actor.organisationsAs('TRUST_SUBMITTER');
  const ofTrust = actor.organisationsAs(...TRUST_ROLES);
  const bodies = actor.organisationsAs('COMMISSIONER');
  if (ours.length > 0) {
    const byTrust = { takenBy, side: 'TRUST', leadOrganisationId: ours };
    allow('answer', HaltStep, { ...byTrust, kind: ['acknowledged', 'stepped-down', 'stopped'] });
    allow('lift', HaltStep, { ...byTrust, kind: 'lifted', outside: null });
  }
  if (ofTrust.length > 0)
    allow('check', HaltStep, { takenBy, kind: 'checked', side: 'TRUST', leadOrganisationId: ofTrust });
  for (const side of bodies.length > 0 ? BODIES_OUTSIDE : []) {
    allow('order', Halt, {
      ...{ published: true, outside: side },
      ...{ organisationId: bodies, orderedByPerson: takenBy },
    });
    allow('check', HaltStep, { takenBy, kind: 'checked', side, organisationId: bodies });
    allow('lift', HaltStep, { takenBy, kind: 'lifted', side, outside: side, orderedFor: bodies });
  }
  if (isReviewer(actor)) {
    const underReview = asReviewer(actor, 'deployment-under-review');
    allow('check', HaltStep, { takenBy, kind: 'checked', side: 'REVIEWER', deploymentId: underReview });
  }
  if (!actor.holds('LEAD_REVIEWER')) return;
  const led = { outside: 'REVIEWER', reviewId: asLead(actor) };
  allow('order', Halt, { ...led, published: true, orderedByPerson: takenBy });
  allow('lift', HaltStep, { ...led, takenBy, kind: 'lifted', side: 'REVIEWER' });
};
