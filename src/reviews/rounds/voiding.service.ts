import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { adding, type Act } from '../../ledger/act.js';
import { made } from '../../platform/database/recorded.js';
import type { ProposalRow } from '../proposals/proposals.queries.js';
import { ProposalsService } from '../proposals/proposals.service.js';
import type { ProposalInWords } from '../proposals/second-act.js';
import { RoundVoiding } from './round-voiding.entity.js';
import { RoundsQueries, type RoundRow } from './rounds.queries.js';

/** The post that answers for voiding a round, and its reason, for everyone to read. */
export interface RoundToVoid {
  readonly post: string;
  readonly reason: string;
}

/** Voids rounds that were opened wrongly. One lead reviewer proposes, another agrees; the tombstone is for everyone. */
@Injectable()
export class VoidingService {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly proposals: ProposalsService,
    private readonly clock: Clock,
  ) {
    proposals.on('void-round', {
      inWords: (actor, proposal) => this.inWords(actor, proposal),
      acts: (actor, proposal) => Promise.resolve([this.voided(actor, proposal)]),
    });
  }

  /** Proposes to void a round, and returns the id of the proposal. @throws OutOfTurn when it can be voided no more. */
  async propose(actor: Actor, roundId: Uuid, { post, reason }: RoundToVoid): Promise<Uuid> {
    const round = await this.rounds.one(actor, roundId);
    if (!round) throw new NotFound();
    const whyNot = whyNotVoided(round, await this.rounds.isTooLateToVoid(actor, roundId));
    if (whyNot !== null) throw new OutOfTurn(whyNot);
    return this.proposals.propose(actor, { asks: 'void-round', subjectId: roundId, post, reason });
  }

  private voided(actor: Actor, { id: proposalId, subjectId, post, reason, proposedBy }: ProposalRow): Act {
    if (post === null) throw new NotFound();
    const voiding = made(RoundVoiding, {
      id: newId(),
      roundId: subjectId,
      post,
      reason,
      proposalId,
      proposedBy,
      voidedBy: personIdOf(actor),
      voidedOn: this.clock.today(),
    });
    return adding('void', RoundVoiding, voiding, reason);
  }

  private async inWords(actor: Actor, { subjectId }: ProposalRow): Promise<ProposalInWords> {
    const round = await this.rounds.one(actor, subjectId);
    if (!round) throw new NotFound();
    return {
      title: 'Void a round',
      about: round.title,
      href: `/rounds/${subjectId}`,
      after:
        'After this, nobody can take a step in any review of the round. Everyone can read which post answers for it and why, and its promises are shown as voided.',
    };
  }
}

/** Why a round can be voided no more, in a sentence; null where it still can. */
export function whyNotVoided({ voiding }: Pick<RoundRow, 'voiding'>, isTooLate: boolean): string | null {
  if (voiding) return 'This round was voided before.';
  return isTooLate
    ? 'This round can be voided no more: scores were opened or a result was published in it. Its results are published, refused or withdrawn one by one.'
    : null;
}
