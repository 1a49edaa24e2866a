import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made, type Stored } from '../../platform/database/recorded.js';
import { day } from '../../web/words.js';
import { writingTo, writingToOthers } from '../second-letters.js';
import { Proposal, type ProposalAsks } from './proposal.entity.js';
import { ProposalEnd, type ProposalEnding } from './proposal-end.entity.js';
import { overtakenInWords } from './proposal-shown.js';
import { DAYS_TO_AGREE, openUntil, proposalState } from './proposal-state.js';
import { ProposalsQueries, type ProposalRow } from './proposals.queries.js';
import type { ProposalInWords, SecondAct } from './second-act.js';

/** What somebody proposes; whatever its sort does not ask is left out. */
export type ProposalToMake = Pick<Stored<Proposal>, 'asks' | 'subjectId' | 'reason'> &
  Partial<Pick<Stored<Proposal>, 'reviewId' | 'which' | 'was' | 'becomes' | 'post' | 'legalBasis'>> &
  Partial<Pick<Stored<Proposal>, 'fromEditionId' | 'toEditionId'>>;

const NOTHING_ELSE = {
  reviewId: null,
  which: null,
  was: null,
  becomes: null,
  fromEditionId: null,
  toEditionId: null,
  post: null,
  legalBasis: null,
};

/**
 * Takes proposals, and does what was proposed when a second person agrees. Without one, nothing happens. The rooms whose
 * acts take two say when they start what follows, so that there is one way for all of them and it knows no room above.
 */
@Injectable()
export class ProposalsService {
  private readonly second = new Map<ProposalAsks, SecondAct>();

  constructor(
    private readonly ledger: Ledger,
    private readonly proposals: ProposalsQueries,
    private readonly clock: Clock,
  ) {}

  /** Says what follows when somebody agrees to a proposal of this sort. */
  on(asks: ProposalAsks, act: SecondAct): void {
    this.second.set(asks, act);
  }

  /** What a proposal would do, as a page says it. */
  inWords(actor: Actor, proposal: ProposalRow): Promise<ProposalInWords> {
    return this.following(proposal).inWords(actor, proposal);
  }

  /**
   * Keeps a proposal for somebody else to agree to, writes to those who could, and returns its id.
   * @throws OutOfTurn while the same of the actor's own waits already.
   */
  async propose(actor: Actor, given: ProposalToMake): Promise<Uuid> {
    const proposal = made(Proposal, {
      ...NOTHING_ELSE,
      ...given,
      id: newId(),
      proposedBy: personIdOf(actor),
      proposedOn: this.clock.today(),
    });
    const waiting = await this.proposals.waitingAbout(actor, proposal.proposedOn, proposal.subjectId);
    if (waiting.some((other) => other.own && isSame(other, proposal)))
      throw new OutOfTurn(
        'You proposed this before, and it waits for another person. Look under What takes two.',
      );
    await this.ledger.perform(
      actor,
      adding('propose', Proposal, proposal),
      writingToOthers(actor, proposal.reviewId, 'proposal-waits'),
    );
    return proposal.id;
  }

  /**
   * Agrees as the second person, and does what was proposed in the same transaction.
   * @throws OutOfTurn for whoever proposed it, when somebody agreed before, and when it has ended.
   */
  async agree(actor: Actor, id: Uuid): Promise<void> {
    const proposal = await this.proposals.one(actor, id);
    if (!proposal) throw new NotFound();
    if (proposal.own)
      throw new OutOfTurn('You proposed this. It happens when another person who may decide it agrees.');
    // Where it was overtaken, PostgreSQL says by which rule, and holds the same against whoever is quicker.
    this.mustWait(proposal, 'overtaken');
    const following = await this.following(proposal).acts(actor, proposal);
    await this.ledger.perform(actor, ...following);
  }

  /**
   * Ends a proposal with a reason: another person who may decide it declines it, whoever made it takes it back.
   * @throws OutOfTurn when somebody agreed before, and when it has ended.
   */
  async end(actor: Actor, id: Uuid, reason: string): Promise<void> {
    const proposal = await this.proposals.one(actor, id);
    if (!proposal) throw new NotFound();
    this.mustWait(proposal);
    const outcome = proposal.own ? 'taken-back' : 'declined';
    await this.ledger.perform(
      actor,
      adding('end', ProposalEnd, this.ended(actor, proposal, outcome, reason)),
      ...(outcome === 'declined' ? writingTo([proposal.proposedBy], 'proposal-declined') : []),
    );
  }

  /** Records that nobody agreed to these in time; the operator's own act, by the rule of days alone. */
  async lapse(actor: Actor, proposals: readonly ProposalRow[]): Promise<void> {
    const ends = proposals.map((proposal) => this.ended(actor, proposal, 'lapsed', null));
    const makers = proposals.map(({ proposedBy }) => proposedBy);
    await this.ledger.perform(
      actor,
      ...ends.map((end) => adding('lapse', ProposalEnd, end)),
      ...writingTo(makers, 'proposal-lapsed'),
    );
  }

  private mustWait(proposal: ProposalRow, except?: 'overtaken'): void {
    const state = proposalState(proposal, this.clock.today());
    if (state === 'waiting' || state === except) return;
    throw new OutOfTurn(WHY_NOT[state](proposal));
  }

  private ended(
    actor: Actor,
    { id: proposalId, subjectId, asks, reviewId, proposedBy }: ProposalRow,
    outcome: ProposalEnding,
    reason: string | null,
  ): ProposalEnd {
    return made(ProposalEnd, {
      ...{ id: newId(), proposalId, subjectId, asks, reviewId, proposedBy, outcome, reason },
      endedBy: actor.personId,
      endedOn: this.clock.today(),
    });
  }

  private following({ asks }: ProposalRow): SecondAct {
    const act = this.second.get(asks);
    if (!act) throw new Error(`Nothing is known to follow from “${asks}”.`);
    return act;
  }
}

/** True when two proposals would do the same to the same thing; their reasons may be other words. */
function isSame(one: ProposalRow, other: Stored<Proposal>): boolean {
  const { asks, which, was, becomes, toEditionId } = other;
  const isSameDate = one.which === which && one.was === was && one.becomes === becomes;
  return one.asks === asks && isSameDate && one.toEditionId === toEditionId;
}

const WHY_NOT = {
  agreed: () => 'Somebody agreed to this before.',
  declined: () => 'Somebody declined this. Whoever still wants it proposes it anew.',
  'taken-back': () => 'Whoever proposed this took it back. Whoever still wants it proposes it anew.',
  overtaken: (proposal: ProposalRow) =>
    `This was overtaken${overtakenInWords(proposal)}. Whoever still wants it proposes it anew.`,
  lapsed: ({ proposedOn }: ProposalRow) =>
    `Nobody agreed to this by ${day(openUntil(proposedOn))}, ${String(DAYS_TO_AGREE)} days after it was proposed, and it lapsed. Whoever still wants it proposes it anew.`,
};
