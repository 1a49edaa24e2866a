import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { PromisesQueries } from '../promises/promises.queries.js';
import { RefusalToPublish } from '../refusal-to-publish.entity.js';
import { ReleasesQueries } from '../releases/releases.queries.js';
import { Withdrawal } from '../withdrawal.entity.js';
import { standIn } from '../../access/stand-in.js';

/** The post that answers for not publishing something, its reason, and its legal basis; all three for everyone to read. */
export interface Grounds {
  readonly post: string;
  readonly reason: string;
  readonly legalBasis: string;
}

/** Withdraws releases and refuses to publish results. Either leaves a tombstone that everyone reads and nobody removes. */
@Injectable()
export class TombstonesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly releases: ReleasesQueries,
    private readonly promises: PromisesQueries,
    private readonly clock: Clock,
  ) {}

  /** Withdraws a release, named by its number in the ledger or its id, and returns the id of the tombstone. */
  async withdraw(actor: Actor, name: string, { post, reason, legalBasis }: Grounds): Promise<Uuid> {
    const release = await this.releases.one(actor, name);
    if (!release) throw new NotFound();
    const withdrawal = made(Withdrawal, {
      id: newId(),
      releaseId: release.id,
      reviewId: release.reviewId,
      post,
      reason,
      legalBasis,
      withdrawnBy: personIdOf(actor),
      withdrawnOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('withdraw', Withdrawal, withdrawal, reason));
    return withdrawal.id;
  }

  /** Refuses to publish the result of a review and returns the id of the tombstone. */
  async refuse(actor: Actor, reviewId: Uuid, { post, reason, legalBasis }: Grounds): Promise<Uuid> {
    const promise = await this.promises.one(actor, reviewId);
    if (!promise) throw new NotFound();
    const refusal = made(RefusalToPublish, {
      id: newId(),
      reviewId: promise.id,
      post,
      reason,
      legalBasis,
      refusedBy: personIdOf(actor),
      refusedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('refuse', RefusalToPublish, refusal, reason));
    return refusal.id;
  }

  /** Refuses whoever may not withdraw results of the review. @throws NotPermitted */
  mustBeAbleToWithdraw(actor: Actor, reviewId: Uuid): void {
    const mine = standIn(Withdrawal, { reviewId, withdrawnBy: actor.personId });
    this.access.require(actor, 'withdraw', mine);
  }

  /** Refuses whoever may not refuse to publish the review. @throws NotPermitted */
  mustBeAbleToRefuse(actor: Actor, reviewId: Uuid): void {
    const mine = standIn(RefusalToPublish, { reviewId, refusedBy: actor.personId });
    this.access.require(actor, 'refuse', mine);
  }
}
