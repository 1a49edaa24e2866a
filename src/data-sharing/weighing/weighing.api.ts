import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { StatedJudgement } from '../flow/stated-judgement.entity.js';
import { JudgeStated } from './judge-stated.form.js';
import { WeighingService } from './weighing.service.js';

const JudgementsMade = z
  .object({ ids: z.array(z.uuid()).meta({ description: 'In the order in which they were sent.' }) })
  .meta({ id: 'JudgementsMade' });

/** Judging what a record only states, for programs. */
@ApiTags('Data flows')
@Controller('api/v1/flows/:id/reports/:report/judgements')
export class WeighingApi {
  constructor(
    private readonly flows: FlowsQueries,
    private readonly weighing: WeighingService,
  ) {}

  @Post()
  @Requires('judge', StatedJudgement)
  @Answers(JudgementsMade, 201)
  async judge(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('report') reportId: string,
    @Body({ schema: JudgeStated }) values: z.infer<typeof JudgeStated>,
  ): Promise<{ readonly ids: readonly Uuid[] }> {
    const report = await this.flows.report(actor, reportId);
    if (report?.flowId !== id) throw new NotFound();
    return this.weighing.judge(actor, idInAddress(reportId), values);
  }
}
