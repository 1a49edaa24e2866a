import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ValuesIn } from '../../web/form/form.js';
import { JudgeAnew, OverrideResult, SignFlow } from '../flow/flow.forms.js';
import { FlowSignOff } from '../flow/flow-sign-off.entity.js';
import type { ReportView } from '../flow/flow-views.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import { RuleOverride } from '../flow/rule-override.entity.js';
import { RuleReport } from '../flow/rule-report.entity.js';
import { FlowSigningService } from './flow-signing.service.js';
import { CreatedOut, ReportOut } from '../flow/flow-out.js';
import { Answers } from '../../web/api/answers.js';

/** Signing flows, reading their reports and overriding results, for programs. */
@ApiTags('Data flows')
@Controller('api/v1/flows/:id')
export class FlowSigningApi {
  constructor(
    private readonly flows: FlowsQueries,
    private readonly signing: FlowSigningService,
  ) {}

  @Post('sign-offs')
  @Requires('sign', FlowSignOff)
  @Answers(CreatedOut, 201)
  sign(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SignFlow.schema }) values: ValuesIn<typeof SignFlow>,
  ): Promise<{ id: Uuid }> {
    return this.signing.signOff(actor, idInAddress(id), values);
  }

  @Get('reports/:report')
  @Requires('read', RuleReport)
  @Answers(ReportOut)
  async report(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('report') reportId: string,
  ): Promise<ReportView> {
    const report = await this.flows.report(actor, reportId);
    if (report?.flowId !== id) throw new NotFound();
    return report;
  }

  @Post('reports')
  @Requires('report', RuleReport)
  @Answers(CreatedOut, 201)
  async judgeAnew(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: JudgeAnew.schema }) { label }: ValuesIn<typeof JudgeAnew>,
  ): Promise<{ id: Uuid }> {
    const { reportId } = await this.signing.reevaluate(actor, idInAddress(id), label);
    return { id: reportId };
  }

  @Post('reports/:report/overrides')
  @Requires('override', RuleOverride)
  @Answers(CreatedOut, 201)
  async override(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('report') reportId: string,
    @Body({ schema: OverrideResult.schema }) values: ValuesIn<typeof OverrideResult>,
  ): Promise<{ id: Uuid }> {
    await this.report(actor, id, reportId);
    return this.signing.override(actor, { reportId: idInAddress(reportId), ...values });
  }
}
