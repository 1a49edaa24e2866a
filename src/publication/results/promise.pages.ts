import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Action } from '../actions/action.entity.js';
import { PreparationsQueries } from '../releases/preparations.queries.js';
import { Preparation } from '../releases/preparation.entity.js';
import { PromisesQueries, type PromiseDetail } from '../promises/promises.queries.js';
import { RefusalToPublish } from '../refusal-to-publish.entity.js';
import { Release } from '../release.entity.js';
import { Withdrawal } from '../withdrawal.entity.js';
import { promiseSummary } from '../promises/promise-summary.js';
import { standIn } from '../../access/stand-in.js';

/** The page of one promised publication: its standing, its releases, and what whoever leads the review can do next. */
@ApiExcludeController()
@Controller('publications/reviews/:reviewId')
export class PromisePages {
  constructor(
    private readonly access: Access,
    private readonly promises: PromisesQueries,
    private readonly preparations: PreparationsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', Release)
  async one(@Acting() actor: Actor, @Param('reviewId') reviewId: string): Promise<Page> {
    const promise = await this.promises.one(actor, reviewId);
    if (!promise) throw new NotFound();
    const today = this.clock.today();
    const mayReadPreparations = this.access.can(actor, 'read', Preparation);
    return new Page('publication/results/views/promise.njk', {
      title:
        promise.deployment === null ? promise.organisation : `${promise.deployment}, ${promise.organisation}`,
      caption: promise.round,
      promise: promiseSummary(promise, today),
      preparations: mayReadPreparations ? await this.preparations.ofReview(actor, reviewId) : [],
      may: this.permittedActs(actor, promise),
    });
  }

  private permittedActs(actor: Actor, promise: PromiseDetail): Readonly<Record<string, boolean>> {
    const ours = { reviewId: promise.id };
    const may = (verb: string, record: object): boolean => this.access.can(actor, verb, record);
    const by = actor.personId;
    return {
      prepare: may('prepare', standIn(Preparation, { ...ours, preparedBy: by })),
      refuse:
        promise.releases.length === 0 &&
        promise.refusal === null &&
        may('refuse', standIn(RefusalToPublish, { ...ours, refusedBy: by })),
      withdraw:
        promise.newest?.withdrawn === false &&
        may('withdraw', standIn(Withdrawal, { ...ours, withdrawnBy: by })),
      addAction: promise.releases.length > 0 && may('add', standIn(Action, { ...ours, addedBy: by })),
    };
  }
}
