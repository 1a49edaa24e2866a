import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { PromisesQueries } from '../promises/promises.queries.js';
import { RefuseToPublish, WithdrawRelease } from './tombstone.forms.js';
import { ReleasesQueries } from '../releases/releases.queries.js';
import { AFTER_REFUSAL, AFTER_WITHDRAWAL, TombstonesService } from './tombstones.service.js';
import { Proposal } from '../../reviews/proposals/proposal.entity.js';

const WAITS = 'Your proposal waits for another person who leads the review';
const AFTER_PROPOSING =
  'After this, your proposal waits for another person who leads the review. When they agree,';

type GroundsAsked = Asked<FieldsOf<typeof WithdrawRelease>>;

/** The pages on which it is proposed to withdraw a result or to refuse publication. Both ask for a post, a reason and a law. */
@ApiExcludeController()
@Controller('publications')
export class TombstonePages {
  constructor(
    private readonly releases: ReleasesQueries,
    private readonly promises: PromisesQueries,
    private readonly tombstones: TombstonesService,
  ) {}

  @Get(':name/withdraw')
  @Requires('propose', Proposal)
  askToWithdraw(@Acting() actor: Actor, @Param('name') name: string): Promise<Page> {
    return this.withdrawal(actor, name, WithdrawRelease.asked());
  }

  @Post(':name/withdraw')
  @Requires('propose', Proposal)
  withdraw(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(WithdrawRelease, body, {
      act: async (values) =>
        new Redirect(`/proposals/${await this.tombstones.proposeWithdrawal(actor, name, values)}`, WAITS),
      again: (asked) => this.withdrawal(actor, name, asked),
    });
  }

  @Get('reviews/:reviewId/refuse')
  @Requires('propose', Proposal)
  askToRefuse(@Acting() actor: Actor, @Param('reviewId') reviewId: string): Promise<Page> {
    return this.refusal(actor, reviewId, RefuseToPublish.asked());
  }

  @Post('reviews/:reviewId/refuse')
  @Requires('propose', Proposal)
  refuse(
    @Acting() actor: Actor,
    @Param('reviewId') reviewId: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(RefuseToPublish, body, {
      act: async (values) =>
        new Redirect(`/proposals/${await this.tombstones.proposeRefusal(actor, reviewId, values)}`, WAITS),
      again: (asked) => this.refusal(actor, reviewId, asked),
    });
  }

  private async withdrawal(actor: Actor, name: string, asked: GroundsAsked): Promise<Page> {
    const release = await this.releases.one(actor, name);
    if (!release) throw new NotFound();
    this.tombstones.mustBeAbleToPropose(actor, release.reviewId);
    return new Page('publication/tombstones/views/grounds.njk', {
      title: 'Propose to withdraw this result',
      caption: `${release.organisation}, release ${String(release.number)}`,
      leads: `/publications/${String(release.serial)}`,
      action: `/publications/${String(release.serial)}/withdraw`,
      button: 'Propose to withdraw the result',
      after: `${AFTER_PROPOSING} ${AFTER_WITHDRAWAL}`,
      ...asked,
    });
  }

  private async refusal(actor: Actor, reviewId: string, asked: GroundsAsked): Promise<Page> {
    const promise = await this.promises.one(actor, reviewId);
    if (!promise) throw new NotFound();
    this.tombstones.mustBeAbleToPropose(actor, promise.id);
    return new Page('publication/tombstones/views/grounds.njk', {
      title: 'Propose to refuse to publish this result',
      caption: `${promise.organisation}, ${promise.round}`,
      leads: `/publications/reviews/${promise.id}`,
      action: `/publications/reviews/${promise.id}/refuse`,
      button: 'Propose to refuse',
      after: `${AFTER_PROPOSING} ${AFTER_REFUSAL}`,
      ...asked,
    });
  }
}
