import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { day } from '../../web/words.js';
import type { ProposalRow } from './proposals.queries.js';
import {
  DAYS_TO_AGREE,
  openUntil,
  proposalState,
  type OvertakenBy,
  type ProposalState,
} from './proposal-state.js';

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

/** What overtook a proposal, as the end of a sentence. */
const OVERTAKEN_WORDS: Readonly<Record<OvertakenBy, string>> = {
  'date-moved': 'the date was moved to another day',
  'round-voided': 'the round was voided',
  'too-late-to-void': 'scores were opened or a result was published in the round',
  withdrawn: 'the release was withdrawn',
  refused: 'publication was refused',
  published: 'the result was published',
  'edition-moved': 'the round was moved to another edition',
  submitted: 'a trust submitted its self-review, or a result was published, in the round',
  'decided-again': 'something else was decided of the organisation',
  'set-aside': 'the return was set aside',
};

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
    case 'overtaken':
      return `Overtaken${overtakenInWords(proposal)}. Nobody can agree to it any more`;
    case 'lapsed':
      return `Lapsed: nobody agreed by ${last}, ${String(DAYS_TO_AGREE)} days after it was proposed`;
  }
}

/** When and by what a proposal was overtaken, to stand after that it was. */
export function overtakenInWords({
  overtakenOn,
  overtakenBy,
}: Pick<ProposalRow, 'overtakenOn' | 'overtakenBy'>): string {
  if (overtakenOn === null || overtakenBy === null) return '';
  return ` on ${day(overtakenOn)}: ${OVERTAKEN_WORDS[overtakenBy]}`;
}
