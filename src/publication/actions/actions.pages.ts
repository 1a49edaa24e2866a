import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { addressWith } from '../../web/list-request.js';
import { Action } from './action.entity.js';
import { AddAction } from './action.forms.js';
import { ActionsQueries } from './actions.queries.js';
import { ActionsService } from './actions.service.js';
import { PromisesQueries } from '../promises/promises.queries.js';
import { actionRows } from './action-rows.js';

const ListQuery = z.object({ ...paging, review: z.uuid().optional() });

/** What everyone reads of actions, and the page on which whoever leads a review sets one. */
@ApiExcludeController()
@Controller()
export class ActionsPages {
  constructor(
    private readonly actions: ActionsQueries,
    private readonly service: ActionsService,
    private readonly promises: PromisesQueries,
    private readonly clock: Clock,
  ) {}

  @Get('actions')
  @Requires('read', Action)
  async list(
    @Acting() actor: Actor,
    @Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>,
  ): Promise<Page> {
    const { items, next } = await this.actions.list(actor, { review: query.review }, pageRequest(query));
    return new Page('publication/actions/views/actions.njk', {
      title: 'Actions after published results',
      wide: true,
      actions: actionRows(items, this.clock.today()),
      next: next === null ? null : addressWith('/actions', { review: query.review, after: next }),
    });
  }

  @Get('publications/reviews/:reviewId/actions/new')
  @Requires('add', Action)
  ask(@Acting() actor: Actor, @Param('reviewId') reviewId: string): Promise<Page> {
    return this.page(actor, reviewId, AddAction.asked());
  }

  @Post('publications/reviews/:reviewId/actions/new')
  @Requires('add', Action)
  add(
    @Acting() actor: Actor,
    @Param('reviewId') reviewId: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(AddAction, body, {
      act: async (values) => {
        const id = await this.service.addAction(actor, { ...values, reviewId });
        return new Redirect(`/actions/${id}`, 'The action was set');
      },
      again: (asked) => this.page(actor, reviewId, asked),
    });
  }

  private async page(
    actor: Actor,
    reviewId: string,
    asked: Asked<FieldsOf<typeof AddAction>>,
  ): Promise<Page> {
    const promise = await this.promises.one(actor, reviewId);
    if (!promise) throw new NotFound();
    this.service.mustBeAbleToAdd(actor, promise.id);
    return new Page('publication/actions/views/add-action.njk', {
      title: 'Set an action',
      caption: `${promise.organisation}, ${promise.round}`,
      promise,
      ...asked,
    });
  }
}
