import type { Policy } from '../../access/policy.js';
import { asLead } from '../../reviews/engagement.js';
import { RefusalToPublish } from '../refusal-to-publish.entity.js';
import { Withdrawal } from '../withdrawal.entity.js';

/** Everyone reads what was withdrawn and what is refused; who leads the review agrees to either when another proposed it. */
export const tombstonePolicy: Policy = (actor, { allow }) => {
  allow('read', Withdrawal);
  allow('read', RefusalToPublish);
  if (!actor.holds('LEAD_REVIEWER')) return;
  const ours = { reviewId: asLead(actor) };
  allow('withdraw', Withdrawal, { ...ours, withdrawnBy: actor.personId });
  allow('refuse', RefusalToPublish, { ...ours, refusedBy: actor.personId });
};
