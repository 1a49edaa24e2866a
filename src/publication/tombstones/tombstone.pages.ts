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
import { RefusalToPublish } from '../refusal-to-publish.entity.js';
import { RefuseToPublish, WithdrawRelease } from './tombstone.forms.js';
import { ReleasesQueries } from '../releases/releases.queries.js';
import { TombstonesService } from './tombstones.service.js';
import { Withdrawal } from '../withdrawal.entity.js';

type GroundsAsked = Asked<FieldsOf<typeof WithdrawRelease>>;

/** The pages on which a result is withdrawn, or its publication refused. Both ask for a post, a reason and a law. */
@ApiExcludeController()
@Controller('publications')
export class TombstonePages {
  constructor(
    private readonly releases: ReleasesQueries,
    private readonly promises: PromisesQueries,
    private readonly tombstones: TombstonesService,
  ) {}

  @Get(':name/withdraw')
  @Requires('withdraw', Withdrawal)
  askToWithdraw(@Acting() actor: Actor, @Param('name') name: string): Promise<Page> {
    return this.withdrawal(actor, name, WithdrawRelease.asked());
  }

  @Post(':name/withdraw')
  @Requires('withdraw', Withdrawal)
  withdraw(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(WithdrawRelease, body, {
      act: async (values) => {
        const release = await this.releases.one(actor, name);
        await this.tombstones.withdraw(actor, name, values);
        return new Redirect(
          `/publications/reviews/${release?.reviewId ?? ''}`,
          'The result was withdrawn. Its place now says why',
        );
      },
      again: (asked) => this.withdrawal(actor, name, asked),
    });
  }

  @Get('reviews/:reviewId/refuse')
  @Requires('refuse', RefusalToPublish)
  askToRefuse(@Acting() actor: Actor, @Param('reviewId') reviewId: string): Promise<Page> {
    return this.refusal(actor, reviewId, RefuseToPublish.asked());
  }

  @Post('reviews/:reviewId/refuse')
  @Requires('refuse', RefusalToPublish)
  refuse(
    @Acting() actor: Actor,
    @Param('reviewId') reviewId: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(RefuseToPublish, body, {
      act: async (values) => {
        await this.tombstones.refuse(actor, reviewId, values);
        return new Redirect(`/publications/reviews/${reviewId}`, 'The refusal to publish was recorded');
      },
      again: (asked) => this.refusal(actor, reviewId, asked),
    });
  }

  private async withdrawal(actor: Actor, name: string, asked: GroundsAsked): Promise<Page> {
    const release = await this.releases.one(actor, name);
    if (!release) throw new NotFound();
    this.tombstones.mustBeAbleToWithdraw(actor, release.reviewId);
    return new Page('publication/tombstones/views/grounds.njk', {
      title: 'Withdraw this result',
      caption: `${release.organisation}, release ${String(release.number)}`,
      leads: `/publications/${String(release.serial)}`,
      action: `/publications/${String(release.serial)}/withdraw`,
      button: 'Withdraw the result',
      after:
        'After this, nobody can read the result at its address. Everyone can read there which post withdrew it, why, and on what legal basis, and its number and fingerprint stay.',
      ...asked,
    });
  }

  private async refusal(actor: Actor, reviewId: string, asked: GroundsAsked): Promise<Page> {
    const promise = await this.promises.one(actor, reviewId);
    if (!promise) throw new NotFound();
    this.tombstones.mustBeAbleToRefuse(actor, promise.id);
    return new Page('publication/tombstones/views/grounds.njk', {
      title: 'Refuse to publish this result',
      caption: `${promise.organisation}, ${promise.round}`,
      leads: `/publications/reviews/${promise.id}`,
      action: `/publications/reviews/${promise.id}/refuse`,
      button: 'Refuse to publish',
      after:
        'After this, everyone can read which post refuses to publish the result, why, and on what legal basis.',
      ...asked,
    });
  }
}
