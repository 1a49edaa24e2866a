import type { Policy } from '../../access/policy.js';
import { asLead } from '../engagement.js';
import { ASKS_ABOUT_ROUNDS, Proposal } from './proposal.entity.js';
import { ProposalEnd } from './proposal-end.entity.js';

/**
 * Lead reviewers propose, agree and end about rounds, who leads a review about its result. That nobody agrees to their own
 * proposal is held by what follows from it. What nobody agreed to in time, the operator's nightly chore records as lapsed.
 */
export const proposalPolicy: Policy = (actor, { allow }) => {
  if (actor.standing === 'operator') allow('lapse', ProposalEnd, { outcome: 'lapsed' });
  if (actor.holds('AUDITOR')) {
    allow('read', Proposal);
    allow('read', ProposalEnd);
  }
  if (!actor.holds('LEAD_REVIEWER')) return;
  for (const theirs of [{ asks: ASKS_ABOUT_ROUNDS }, { reviewId: asLead(actor) }]) {
    allow(['read', 'agree'], Proposal, theirs);
    allow('propose', Proposal, { ...theirs, proposedBy: actor.personId });
    allow('read', ProposalEnd, theirs);
    allow('end', ProposalEnd, { ...theirs, endedBy: actor.personId });
  }
};
