import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { MadeRecordOut } from '../made-record-out.js';
import { ActionDetailOut, ActionPage } from './action-out.js';
import { actionState } from './action-state.js';
import { ActionStep } from './action-step.entity.js';
import { Action } from './action.entity.js';
import { AddAction, CheckAction, ReopenAction, ReportAction } from './action.forms.js';
import { ActionsQueries } from './actions.queries.js';
import { ActionsService } from './actions.service.js';
import { Answers } from '../../web/api/answers.js';

const ActionQuery = z.object({ ...paging, review: z.uuid().optional() });

/** Actions after published results, for programs. */
@ApiTags('Actions')
@Controller('api/v1')
export class ActionsApi {
  constructor(
    private readonly actions: ActionsQueries,
    private readonly service: ActionsService,
    private readonly clock: Clock,
  ) {}

  @Get('actions')
  @Requires('read', Action)
  @Answers(ActionPage)
  async list(@Acting() actor: Actor, @Query({ schema: ActionQuery }) query: z.infer<typeof ActionQuery>) {
    const { items, next } = await this.actions.list(actor, { review: query.review }, pageRequest(query));
    return { items: items.map((row) => ({ ...row, state: actionState(row, this.clock.today()) })), next };
  }

  @Get('actions/:id')
  @Requires('read', Action)
  @Answers(ActionDetailOut)
  async one(@Acting() actor: Actor, @Param('id') id: string) {
    const action = await this.actions.one(actor, id);
    if (!action) throw new NotFound();
    return { ...action, state: actionState(action, this.clock.today()) };
  }

  @Post('reviews/:reviewId/actions')
  @Requires('add', Action)
  @Answers(MadeRecordOut, 201)
  async add(
    @Acting() actor: Actor,
    @Param('reviewId') reviewId: string,
    @Body({ schema: AddAction.schema }) values: ValuesIn<typeof AddAction>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.service.addAction(actor, { ...values, reviewId }) };
  }

  @Post('actions/:id/report')
  @Requires('report', ActionStep)
  @Answers(MadeRecordOut, 201)
  async report(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReportAction.schema }) { evidence }: ValuesIn<typeof ReportAction>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.service.reportDone(actor, id, evidence) };
  }

  @Post('actions/:id/check')
  @Requires('check', ActionStep)
  @Answers(MadeRecordOut, 201)
  async check(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CheckAction.schema }) { outcome, reasons }: ValuesIn<typeof CheckAction>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.service.checkDone(actor, id, { accepted: outcome === 'accepted', reasons }) };
  }

  @Post('actions/:id/reopening')
  @Requires('reopen', ActionStep)
  @Answers(MadeRecordOut, 201)
  async reopen(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReopenAction.schema }) { reasons }: ValuesIn<typeof ReopenAction>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.service.reopen(actor, id, reasons) };
  }
}
