import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { day } from '../../web/words.js';
import type { ProposalRow } from './proposals.queries.js';
import { DAYS_TO_AGREE, openUntil, proposalState, type ProposalState } from './proposal-state.js';

/** A proposal with where it stands on a day. */
export interface StandingProposal extends ProposalRow {
  readonly state: ProposalState;
  /** The last day on which somebody can agree. */
  readonly openUntil: CalendarDay;
}

/** The proposal with where it stands today. */
export function standingProposal(proposal: ProposalRow, today: CalendarDay): StandingProposal {
  return { ...proposal, state: proposalState(proposal, today), openUntil: openUntil(proposal.proposedOn) };
}

/** Where a proposal stands, in words: whom it waits for and until when, or what became of it. */
export function standsInWords({ state, own, ...proposal }: StandingProposal): string {
  const last = day(proposal.openUntil);
  const ended = day(proposal.endedOn ?? proposal.agreedOn ?? proposal.openUntil);
  switch (state) {
    case 'waiting':
      return own ? `Waiting for another person until ${last}` : `Waiting for somebody to agree until ${last}`;
    case 'agreed':
      return `Agreed on ${ended}`;
    case 'declined':
      return `Declined on ${ended}`;
    case 'taken-back':
      return `Taken back on ${ended}`;
    case 'lapsed':
      return `Lapsed: nobody agreed by ${last}, ${String(DAYS_TO_AGREE)} days after it was proposed`;
  }
}
