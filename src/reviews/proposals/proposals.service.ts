import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made, type Stored } from '../../platform/database/recorded.js';
import { Proposal, type ProposalAsks } from './proposal.entity.js';
import { ProposalsQueries, type ProposalRow } from './proposals.queries.js';
import type { ProposalInWords, SecondAct } from './second-act.js';

/** What somebody proposes; whatever its sort does not ask is left out. */
export type ProposalToMake = Pick<Stored<Proposal>, 'asks' | 'subjectId' | 'reason'> &
  Partial<Pick<Stored<Proposal>, 'reviewId' | 'which' | 'was' | 'becomes' | 'post' | 'legalBasis'>>;

const NOTHING_ELSE = {
  reviewId: null,
  which: null,
  was: null,
  becomes: null,
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

  /** Keeps a proposal for somebody else to agree to, and returns its id. */
  async propose(actor: Actor, given: ProposalToMake): Promise<Uuid> {
    const proposal = made(Proposal, {
      ...NOTHING_ELSE,
      ...given,
      id: newId(),
      proposedBy: personIdOf(actor),
      proposedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('propose', Proposal, proposal));
    return proposal.id;
  }

  /**
   * Agrees as the second person, and does what was proposed in the same transaction.
   * @throws OutOfTurn for whoever proposed it, and when somebody agreed before.
   */
  async agree(actor: Actor, id: Uuid): Promise<void> {
    const proposal = await this.proposals.one(actor, id);
    if (!proposal) throw new NotFound();
    if (proposal.own)
      throw new OutOfTurn('You proposed this. It happens when another person who may decide it agrees.');
    if (proposal.agreedOn !== null) throw new OutOfTurn('Somebody agreed to this before.');
    const following = await this.following(proposal).acts(actor, proposal);
    await this.ledger.perform(actor, ...following);
  }

  private following({ asks }: ProposalRow): SecondAct {
    const act = this.second.get(asks);
    if (!act) throw new Error(`Nothing is known to follow from “${asks}”.`);
    return act;
  }
}
