import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import type { ValuesIn } from '../../web/form/form.js';
import { CreatedOut, ReportOut } from '../flow/flow-out.js';
import type { StoredReport } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { RuleOverride } from '../flow/rule-override.entity.js';
import { RuleReport } from '../flow/rule-report.entity.js';
import { JudgeAnew, OverrideResult } from './leading.forms.js';
import { LeadingService } from './leading.service.js';

/** Reading the reports of a flow, judging it anew and overriding results, for programs. */
@ApiTags('Data flows')
@Controller('api/v1/flows/:id/reports')
export class LeadingApi {
  constructor(
    private readonly flows: FlowsQueries,
    private readonly leading: LeadingService,
  ) {}

  @Get(':report')
  @Requires('read', RuleReport)
  @Answers(ReportOut)
  async report(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('report') reportId: string,
  ): Promise<StoredReport> {
    const report = await this.flows.report(actor, reportId);
    if (report?.flowId !== id) throw new NotFound();
    return report;
  }

  @Post()
  @Requires('report', RuleReport)
  @Answers(CreatedOut, 201)
  async judgeAnew(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: JudgeAnew.schema }) { label }: ValuesIn<typeof JudgeAnew>,
  ): Promise<{ id: Uuid }> {
    const { reportId } = await this.leading.reevaluate(actor, idInAddress(id), label);
    return { id: reportId };
  }

  @Post(':report/overrides')
  @Requires('override', RuleOverride)
  @Answers(CreatedOut, 201)
  async override(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('report') reportId: string,
    @Body({ schema: OverrideResult.schema }) values: ValuesIn<typeof OverrideResult>,
  ): Promise<{ id: Uuid }> {
    await this.report(actor, id, reportId);
    return this.leading.override(actor, { reportId: idInAddress(reportId), ...values });
  }
}
