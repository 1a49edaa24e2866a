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
import { Release } from '../release.entity.js';
import { dueTable } from '../../reviews/progress/due-table.js';
import { dueSteps } from '../../reviews/progress/review-standing.js';
import { Proposal } from '../../reviews/proposals/proposal.entity.js';
import { ProposalsQueries } from '../../reviews/proposals/proposals.queries.js';
import { MOVABLE_DATE_WORDS } from '../../reviews/rounds/round-date-change.entity.js';
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
    private readonly proposals: ProposalsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', Release)
  async one(@Acting() actor: Actor, @Param('reviewId') reviewId: string): Promise<Page> {
    const promise = await this.promises.one(actor, reviewId);
    if (!promise) throw new NotFound();
    const today = this.clock.today();
    const releaseIds = promise.releases.map(({ id }) => id);
    const mayReadProposals = this.access.can(actor, 'read', Proposal);
    const mayReadPreparations = this.access.can(actor, 'read', Preparation);
    return new Page('publication/results/views/promise.njk', {
      title:
        promise.deployment === null ? promise.organisation : `${promise.deployment}, ${promise.organisation}`,
      caption: promise.round,
      promise: promiseSummary(promise, today),
      due: dueTable(dueSteps(promise, today)),
      moves: promise.moves.map((move) => ({ ...move, what: MOVABLE_DATE_WORDS[move.which] })),
      proposals: mayReadProposals
        ? await this.proposals.waitingAbout(actor, today, reviewId, ...releaseIds)
        : [],
      preparations: mayReadPreparations ? await this.preparations.ofReview(actor, reviewId) : [],
      may: this.permittedActs(actor, promise),
    });
  }

  private permittedActs(actor: Actor, promise: PromiseDetail): Readonly<Record<string, boolean>> {
    const ours = { reviewId: promise.id };
    const may = (verb: string, record: object): boolean => this.access.can(actor, verb, record);
    const by = actor.personId;
    const stands = promise.voidedOn === null;
    const propose = may('propose', standIn(Proposal, { ...ours, proposedBy: by }));
    return {
      prepare: stands && may('prepare', standIn(Preparation, { ...ours, preparedBy: by })),
      refuse: stands && promise.releases.length === 0 && promise.refusal === null && propose,
      withdraw: promise.newest !== null && !promise.withdrawn && propose,
      addAction: promise.releases.length > 0 && may('add', standIn(Action, { ...ours, addedBy: by })),
    };
  }
}
