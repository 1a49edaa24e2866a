import type { Policy } from '../../access/policy.js';
import { EditionProposal } from './edition-proposal.entity.js';

/**
 * Administrators and the operator propose an edition and decide about one that waits; auditors read both. That nobody
 * publishes their own is held by the record itself, and by PostgreSQL.
 */
export const editionProposalPolicy: Policy = (actor, { allow }) => {
  if (actor.standing === 'operator') {
    allow('propose', EditionProposal, { proposedBy: null });
    allow(['read', 'publish', 'decline', 'take back'], EditionProposal);
  }
  if (actor.holds('AUDITOR')) allow('read', EditionProposal);
  if (!actor.holds('ADMIN')) return;
  allow('propose', EditionProposal, { proposedBy: actor.personId });
  allow(['read', 'publish', 'decline', 'take back'], EditionProposal);
};
