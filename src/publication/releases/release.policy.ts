import type { Policy } from '../../access/policy.js';
import { asLead } from '../../reviews/engagement.js';
import { Preparation } from './preparation.entity.js';
import { RefusalToPublish } from '../refusal-to-publish.entity.js';
import { Release } from '../release.entity.js';
import { Withdrawal } from '../withdrawal.entity.js';

/**
 * Everyone reads what is published, what was withdrawn and what is refused. Who leads a review prepares its result, and
 * somebody else who leads it releases it; PostgreSQL refuses a release by the person who prepared it.
 */
export const releasePolicy: Policy = (actor, { allow }) => {
  allow('read', Release);
  allow('read', Withdrawal);
  allow('read', RefusalToPublish);
  if (actor.holds('AUDITOR')) allow('read', Preparation);
  if (!actor.holds('LEAD_REVIEWER')) return;
  const ours = { reviewId: asLead(actor) };
  allow('read', Preparation, ours);
  allow('prepare', Preparation, { ...ours, preparedBy: actor.personId });
  allow('release', Release, { ...ours, releasedBy: actor.personId });
  allow('withdraw', Withdrawal, { ...ours, withdrawnBy: actor.personId });
  allow('refuse', RefusalToPublish, { ...ours, refusedBy: actor.personId });
};
