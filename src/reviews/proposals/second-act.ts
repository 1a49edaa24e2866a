import type { Actor } from '../../identity/actor.js';
import type { Act } from '../../ledger/act.js';
import type { ProposalRow } from './proposals.queries.js';

/** A proposal as a page shows it: what would happen, to what, and where that stands. */
export interface ProposalInWords {
  readonly title: string;
  /** What it is about: a round, or the result of a trust. */
  readonly about: string;
  readonly href: string;
  /** A page that tells more of what would happen, where there is one. */
  readonly more?: { readonly href: string; readonly text: string };
  /** What everyone can read after somebody agreed. */
  readonly after: string;
}

/** What happens when somebody else agrees to a proposal of one sort. */
export interface SecondAct {
  readonly inWords: (actor: Actor, proposal: ProposalRow) => Promise<ProposalInWords>;
  /** The acts that follow, in the name of whoever agrees. */
  readonly acts: (actor: Actor, proposal: ProposalRow) => Promise<readonly Act[]>;
}
