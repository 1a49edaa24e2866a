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
import { Preparation } from './preparation.entity.js';
import { PreparingService } from './preparing.service.js';
import { PromisesQueries } from '../promises/promises.queries.js';
import { PrepareResult, resultToPrepare } from './release.forms.js';

/** The page on which whoever leads a review prepares its result for a second person. */
@ApiExcludeController()
@Controller('publications/reviews/:reviewId/prepare')
export class PreparingPages {
  constructor(
    private readonly promises: PromisesQueries,
    private readonly preparing: PreparingService,
  ) {}

  @Get()
  @Requires('prepare', Preparation)
  ask(@Acting() actor: Actor, @Param('reviewId') reviewId: string): Promise<Page> {
    return this.page(actor, reviewId, PrepareResult.asked());
  }

  @Post()
  @Requires('prepare', Preparation)
  prepare(
    @Acting() actor: Actor,
    @Param('reviewId') reviewId: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(PrepareResult, body, {
      act: async (values) => {
        const id = await this.preparing.prepare(actor, reviewId, resultToPrepare(values));
        return new Redirect(`/publications/preparations/${id}`, 'The result was prepared');
      },
      again: (asked) => this.page(actor, reviewId, asked),
    });
  }

  private async page(
    actor: Actor,
    reviewId: string,
    asked: Asked<FieldsOf<typeof PrepareResult>>,
  ): Promise<Page> {
    const promise = await this.promises.one(actor, reviewId);
    if (!promise) throw new NotFound();
    this.preparing.mustLead(actor, promise.id);
    return new Page('publication/releases/views/prepare.njk', {
      title: 'Prepare the result',
      caption: `${promise.organisation}, ${promise.round}`,
      promise,
      ...asked,
    });
  }
}
