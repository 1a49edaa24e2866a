import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { PutFlowAside, ReviseFlow } from '../flow/flow.forms.js';
import type { FlowDetail, FlowRow } from '../flow/flow-views.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { FlowsService } from './flows.service.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import type { Judged } from '../../legal-basis/judge-flow.js';
import { FlowOut, FlowPage, JudgedOut } from '../flow/flow-out.js';
import { withinBody } from '../../web/api/within-body.js';

const ofDeployment = z.object({
  ...paging,
  deployment: z
    .uuid({ error: 'Give the id of a deployment.' })
    .meta({ description: 'The id of a deployment.' }),
  putAside: z.enum(['true', 'false'], { error: 'Give true or false.' }).default('false').meta({
    description: 'With true, the drafts that are put aside; otherwise the flows that stand.',
  }),
});

const record = z.looseObject({}).meta({
  description: 'A flow in the structure of /api/v1/flow-record-schema; any answer may be absent.',
});
const revision = z
  .int()
  .min(1)
  .optional()
  .meta({ description: 'The revision you read; refused when it moved on.' });

const DraftFlow = z
  .object({
    deploymentId: z.uuid(),
    record,
    once: z.uuidv7({ error: 'Give a UUID of version 7, or leave it out.' }).optional().meta({
      description: 'The id of the new flow, a UUID of version 7 that you made; sent twice, it is begun once.',
    }),
  })
  .meta({ id: 'DraftFlow' });
const ChangeFlow = z.object({ record, revision }).meta({ id: 'ChangeFlow' });
const SubmitFlow = z
  .object({
    explanations: z.record(z.string().max(20), z.string().max(4000)).default({}).meta({
      description: 'By the id of the rule: what the trust says of each rule that its record does not meet.',
    }),
    revision,
  })
  .meta({ id: 'SubmitFlow' });

const PutAsideFlow = z
  .object({ reason: PutFlowAside.schema.shape.reason, revision })
  .meta({ id: 'PutAsideFlow' });
const TakeUpFlow = z.object({ revision }).meta({ id: 'TakeUpFlow' });

/** Data flows for programs: acts, not fields. */
@ApiTags('Data flows')
@Controller('api/v1/flows')
export class FlowsApi {
  constructor(
    private readonly flows: FlowsQueries,
    private readonly service: FlowsService,
  ) {}

  @Get()
  @Requires('read', DataFlow)
  @SerializeOptions({ schema: FlowPage })
  @ApiResponse({ status: 200, standardSchema: FlowPage })
  list(
    @Acting() actor: Actor,
    @Query({ schema: ofDeployment }) query: z.infer<typeof ofDeployment>,
  ): Promise<ListPage<FlowRow>> {
    const deployment = idInAddress(query.deployment);
    return query.putAside === 'true'
      ? this.flows.putAsideOf(actor, deployment, pageRequest(query))
      : this.flows.ofDeployment(actor, deployment, pageRequest(query));
  }

  @Get(':id')
  @Requires('read', DataFlow)
  @SerializeOptions({ schema: FlowOut })
  @ApiResponse({ status: 200, standardSchema: FlowOut })
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<object> {
    return withRecord(await this.found(actor, idInAddress(id)));
  }

  @Get(':id/report')
  @Requires('read', DataFlow)
  @SerializeOptions({ schema: JudgedOut })
  @ApiResponse({ status: 200, standardSchema: JudgedOut, description: 'As the flow stands now; not stored.' })
  judge(@Acting() actor: Actor, @Param('id') id: string): Promise<Judged> {
    return this.service.judge(actor, idInAddress(id));
  }

  @Post()
  @Requires('draft', DataFlow)
  @SerializeOptions({ schema: FlowOut })
  @ApiResponse({ status: 201, standardSchema: FlowOut })
  async draft(
    @Acting() actor: Actor,
    @Body({ schema: DraftFlow }) body: z.infer<typeof DraftFlow>,
  ): Promise<object> {
    const once = body.once && idInAddress(body.once);
    const deploymentId = idInAddress(body.deploymentId);
    const { id } = await withinBody('record', () =>
      this.service.draft(actor, deploymentId, body.record, once),
    );
    return withRecord(await this.found(actor, id));
  }

  @Put(':id')
  @Requires('change', DataFlow)
  @SerializeOptions({ schema: FlowOut })
  @ApiResponse({ status: 200, standardSchema: FlowOut })
  async change(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ChangeFlow }) body: z.infer<typeof ChangeFlow>,
  ): Promise<object> {
    const { record: written, revision: seen = null } = body;
    await withinBody('record', () => this.service.change(actor, idInAddress(id), written, seen));
    return withRecord(await this.found(actor, id));
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Requires('submit', DataFlow)
  @SerializeOptions({ schema: FlowOut })
  @ApiResponse({ status: 200, standardSchema: FlowOut })
  async submit(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SubmitFlow }) body: z.infer<typeof SubmitFlow>,
  ): Promise<object> {
    const { explanations, revision: expected } = body;
    await withinBody('explanations', () =>
      this.service.submit(actor, idInAddress(id), { explanations, expected }),
    );
    return withRecord(await this.found(actor, id));
  }

  @Post(':id/versions')
  @Requires('revise', DataFlow)
  @SerializeOptions({ schema: FlowOut })
  @ApiResponse({ status: 201, standardSchema: FlowOut })
  async revise(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReviseFlow.schema }) { reason }: ValuesIn<typeof ReviseFlow>,
  ): Promise<object> {
    const next = await this.service.revise(actor, idInAddress(id), reason);
    return withRecord(await this.found(actor, next.id));
  }

  @Post(':id/put-aside')
  @HttpCode(200)
  @Requires('put-aside', DataFlow)
  @SerializeOptions({ schema: FlowOut })
  @ApiResponse({ status: 200, standardSchema: FlowOut, description: 'Nothing of the draft is deleted.' })
  async putAside(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: PutAsideFlow }) body: z.infer<typeof PutAsideFlow>,
  ): Promise<object> {
    await this.service.putAside(actor, idInAddress(id), body.reason, body.revision ?? null);
    return withRecord(await this.found(actor, id));
  }

  @Post(':id/take-up')
  @HttpCode(200)
  @Requires('take-up', DataFlow)
  @SerializeOptions({ schema: FlowOut })
  @ApiResponse({ status: 200, standardSchema: FlowOut })
  async takeUp(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: TakeUpFlow }) body: z.infer<typeof TakeUpFlow>,
  ): Promise<object> {
    await this.service.takeUp(actor, idInAddress(id), body.revision ?? null);
    return withRecord(await this.found(actor, id));
  }

  private async found(actor: Actor, id: Uuid): Promise<FlowDetail> {
    const flow = await this.flows.one(actor, id);
    if (!flow) throw new NotFound();
    return flow;
  }
}

/** The flow with its record in the structure that files and rules use. */
function withRecord({ content, ...flow }: FlowDetail): object {
  return { ...flow, record: { id: flow.id, deploymentId: flow.deploymentId, ...content } };
}
