import type { Policy } from '../../access/policy.js';
import { asLead } from '../../reviews/engagement.js';
import { Release } from '../release.entity.js';
import { Preparation } from './preparation.entity.js';

/**
 * Everyone reads what is published. Who leads a review prepares its result, and somebody else who leads it releases it;
 * PostgreSQL refuses a release by the person who prepared it.
 */
export const releasePolicy: Policy = (actor, { allow }) => {
  allow('read', Release);
  if (actor.holds('AUDITOR')) allow('read', Preparation);
  if (!actor.holds('LEAD_REVIEWER')) return;
  const ours = { reviewId: asLead(actor) };
  allow('read', Preparation, ours);
  allow('prepare', Preparation, { ...ours, preparedBy: actor.personId });
  allow('release', Release, { ...ours, releasedBy: actor.personId });
};
