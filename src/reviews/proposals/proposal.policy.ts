import type { Policy } from '../../access/policy.js';
import { asLead } from '../engagement.js';
import { ASKS_ABOUT_ROUNDS, Proposal } from './proposal.entity.js';

/**
 * Lead reviewers propose and agree about rounds, who leads a review about its result. That nobody agrees to their own
 * proposal is held by what follows from it.
 */
export const proposalPolicy: Policy = (actor, { allow }) => {
  if (actor.holds('AUDITOR')) allow('read', Proposal);
  if (!actor.holds('LEAD_REVIEWER')) return;
  for (const theirs of [{ asks: ASKS_ABOUT_ROUNDS }, { reviewId: asLead(actor) }]) {
    allow(['read', 'agree'], Proposal, theirs);
    allow('propose', Proposal, { ...theirs, proposedBy: actor.personId });
  }
};
