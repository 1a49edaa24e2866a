import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { adding, type Act } from '../../ledger/act.js';
import { made } from '../../platform/database/recorded.js';
import { Proposal } from '../../reviews/proposals/proposal.entity.js';
import type { ProposalRow } from '../../reviews/proposals/proposals.queries.js';
import { ProposalsService } from '../../reviews/proposals/proposals.service.js';
import type { ProposalInWords } from '../../reviews/proposals/second-act.js';
import { PromisesQueries } from '../promises/promises.queries.js';
import { RefusalToPublish } from '../refusal-to-publish.entity.js';
import { ReleasesQueries } from '../releases/releases.queries.js';
import { Withdrawal } from '../withdrawal.entity.js';

/** What a withdrawal does, for those who propose it and agree to it, after the words “After this”. */
export const AFTER_WITHDRAWAL =
  'nobody can read the result at its address. Everyone can read there which post withdrew it, why, and on what legal basis, and its number and fingerprint stay.';

/** What a refusal to publish does, in the same way. */
export const AFTER_REFUSAL =
  'everyone can read which post refuses to publish the result, why, and on what legal basis.';

/** The post that answers for not publishing something, its reason, and its legal basis; all three for everyone to read. */
export interface Grounds {
  readonly post: string;
  readonly reason: string;
  readonly legalBasis: string;
}

/**
 * Withdraws releases and refuses to publish results, as one person who leads the review proposes and another agrees.
 * Either leaves a tombstone that everyone reads and nobody removes.
 */
@Injectable()
export class TombstonesService {
  constructor(
    private readonly access: Access,
    private readonly releases: ReleasesQueries,
    private readonly promises: PromisesQueries,
    private readonly proposals: ProposalsService,
    private readonly clock: Clock,
  ) {
    proposals.on('withdraw-release', {
      inWords: (actor, proposal) => this.withdrawalInWords(actor, proposal),
      acts: (actor, proposal) => Promise.resolve([this.withdrawn(actor, proposal)]),
    });
    proposals.on('refuse-to-publish', {
      inWords: (actor, proposal) => this.refusalInWords(actor, proposal),
      acts: (actor, proposal) => Promise.resolve([this.refused(actor, proposal)]),
    });
  }

  /** Proposes to withdraw a release, named by its number in the ledger or its id, and returns the id of the proposal. */
  async proposeWithdrawal(actor: Actor, name: string, grounds: Grounds): Promise<Uuid> {
    const release = await this.releases.one(actor, name);
    if (!release) throw new NotFound();
    this.mustBeAbleToPropose(actor, release.reviewId);
    if (release.withdrawal !== null) throw new OutOfTurn('This release was withdrawn before.');
    const { id: subjectId, reviewId } = release;
    return this.proposals.propose(actor, { asks: 'withdraw-release', subjectId, reviewId, ...grounds });
  }

  /** Proposes to refuse to publish the result of a review, and returns the id of the proposal. */
  async proposeRefusal(actor: Actor, reviewId: Uuid, grounds: Grounds): Promise<Uuid> {
    const promise = await this.promises.one(actor, reviewId);
    if (!promise) throw new NotFound();
    this.mustBeAbleToPropose(actor, promise.id);
    if (promise.releases.length > 0) throw new OutOfTurn('What was published is withdrawn, not refused.');
    if (promise.refusal !== null) throw new OutOfTurn('Publication of this result was refused before.');
    const about = { subjectId: promise.id, reviewId: promise.id };
    return this.proposals.propose(actor, { asks: 'refuse-to-publish', ...about, ...grounds });
  }

  /** Refuses whoever may not propose about the result of the review. @throws NotPermitted */
  mustBeAbleToPropose(actor: Actor, reviewId: Uuid): void {
    const mine = standIn(Proposal, { reviewId, proposedBy: actor.personId });
    this.access.require(actor, 'propose', mine);
  }

  private withdrawn(actor: Actor, proposal: ProposalRow): Act {
    const withdrawal = made(Withdrawal, {
      ...agreedGrounds(proposal),
      id: newId(),
      releaseId: proposal.subjectId,
      withdrawnBy: personIdOf(actor),
      withdrawnOn: this.clock.today(),
    });
    return adding('withdraw', Withdrawal, withdrawal, withdrawal.reason);
  }

  private refused(actor: Actor, proposal: ProposalRow): Act {
    const refusal = made(RefusalToPublish, {
      ...agreedGrounds(proposal),
      id: newId(),
      refusedBy: personIdOf(actor),
      refusedOn: this.clock.today(),
    });
    return adding('refuse', RefusalToPublish, refusal, refusal.reason);
  }

  private async withdrawalInWords(actor: Actor, { subjectId }: ProposalRow): Promise<ProposalInWords> {
    const release = await this.releases.one(actor, subjectId);
    if (!release) throw new NotFound();
    return {
      title: `Withdraw release ${String(release.number)}`,
      about: `${release.organisation}, ${release.round}`,
      href: `/publications/reviews/${release.reviewId}`,
      after: `After this, ${AFTER_WITHDRAWAL}`,
    };
  }

  private async refusalInWords(actor: Actor, { subjectId }: ProposalRow): Promise<ProposalInWords> {
    const promise = await this.promises.one(actor, subjectId);
    if (!promise) throw new NotFound();
    return {
      title: 'Refuse to publish a result',
      about: `${promise.organisation}, ${promise.round}`,
      href: `/publications/reviews/${promise.id}`,
      after: `After this, ${AFTER_REFUSAL}`,
    };
  }
}

/** What both sorts of tombstone say, word for word as it was proposed. */
function agreedGrounds({ id: proposalId, proposedBy, reviewId, post, reason, legalBasis }: ProposalRow) {
  if (reviewId === null || post === null || legalBasis === null) throw new NotFound();
  return { proposalId, proposedBy, reviewId, post, reason, legalBasis };
}
