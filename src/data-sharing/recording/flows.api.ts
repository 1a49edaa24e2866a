import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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
import { PutFlowAside, ReviseFlow } from './flow.forms.js';
import type { FlowDetail, FlowRow } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { FlowsService } from './flows.service.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import type { JudgedCase } from '../judging/judged-case.js';
import { FlowOut, FlowPage, JudgedOut } from '../flow/flow-out.js';
import { withinBody } from '../../web/api/within-body.js';
import { Answers } from '../../web/api/answers.js';

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
  .strictObject({
    deploymentId: z.uuid(),
    record,
    once: z.uuidv7({ error: 'Give a UUID of version 7, or leave it out.' }).optional().meta({
      description: 'The id of the new flow, a UUID of version 7 that you made; sent twice, it is begun once.',
    }),
  })
  .meta({ id: 'DraftFlow' });
const ChangeFlow = z.strictObject({ record, revision }).meta({ id: 'ChangeFlow' });
const SubmitFlow = z
  .strictObject({
    explanations: z.record(z.string().max(20), z.string().max(4000)).default({}).meta({
      description: 'By the id of the rule: what the trust says of each rule that its record does not meet.',
    }),
    revision,
  })
  .meta({ id: 'SubmitFlow' });

const ExplainFlow = z
  .strictObject({
    explanations: z
      .record(
        z
          .string()
          .regex(/^(?:R-[A-Z0-9]+-\d+|together-[a-z-]+)$/, { error: 'Name a rule, such as R-GEN-01.' }),
        z.string().max(4000),
      )
      .meta({ description: 'By the id of the rule: what the trust says so far. It replaces what was kept.' }),
    revision,
  })
  .meta({ id: 'ExplainFlow' });

const PutAsideFlow = z
  .strictObject({ reason: PutFlowAside.schema.shape.reason, revision })
  .meta({ id: 'PutAsideFlow' });
const TakeUpFlow = z.strictObject({ revision }).meta({ id: 'TakeUpFlow' });

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
  @Answers(FlowPage)
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
  @Answers(FlowOut)
  async one(@Acting() actor: Actor, @Param('id') id: string) {
    return withRecord(await this.found(actor, idInAddress(id)));
  }

  @Get(':id/report')
  @Requires('read', DataFlow)
  @Answers(JudgedOut, 200, 'As the flow stands now; not stored.')
  judge(@Acting() actor: Actor, @Param('id') id: string): Promise<JudgedCase> {
    return this.service.judge(actor, idInAddress(id));
  }

  @Post()
  @Requires('draft', DataFlow)
  @Answers(FlowOut, 201)
  async draft(@Acting() actor: Actor, @Body({ schema: DraftFlow }) body: z.infer<typeof DraftFlow>) {
    const once = body.once && idInAddress(body.once);
    const deploymentId = idInAddress(body.deploymentId);
    const { id } = await withinBody('record', () =>
      this.service.draft(actor, deploymentId, body.record, once),
    );
    return withRecord(await this.found(actor, id));
  }

  @Put(':id')
  @Requires('change', DataFlow)
  @Answers(FlowOut)
  async change(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ChangeFlow }) body: z.infer<typeof ChangeFlow>,
  ) {
    const { record: written, revision: seen = null } = body;
    await withinBody('record', () => this.service.change(actor, idInAddress(id), written, seen));
    return withRecord(await this.found(actor, id));
  }

  @Put(':id/explanations')
  @Requires('explain', DataFlow)
  @Answers(FlowOut, 200, 'Kept with the draft; submitting sends them again.')
  async explain(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ExplainFlow }) body: z.infer<typeof ExplainFlow>,
  ) {
    await this.service.explain(actor, idInAddress(id), body.explanations, body.revision ?? null);
    return withRecord(await this.found(actor, id));
  }

  @Post(':id/submission')
  @Requires('submit', DataFlow)
  @Answers(FlowOut)
  async submit(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SubmitFlow }) body: z.infer<typeof SubmitFlow>,
  ) {
    const { explanations, revision: expected } = body;
    await withinBody('explanations', () =>
      this.service.submit(actor, idInAddress(id), { explanations, expected }),
    );
    return withRecord(await this.found(actor, id));
  }

  @Post(':id/versions')
  @Requires('revise', DataFlow)
  @Answers(FlowOut, 201)
  async revise(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReviseFlow.schema }) { reason }: ValuesIn<typeof ReviseFlow>,
  ) {
    const next = await this.service.revise(actor, idInAddress(id), reason);
    return withRecord(await this.found(actor, next.id));
  }

  @Post(':id/put-aside')
  @Requires('put-aside', DataFlow)
  @Answers(FlowOut, 200, 'Nothing of the draft is deleted.')
  async putAside(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: PutAsideFlow }) body: z.infer<typeof PutAsideFlow>,
  ) {
    await this.service.putAside(actor, idInAddress(id), body.reason, body.revision ?? null);
    return withRecord(await this.found(actor, id));
  }

  @Post(':id/take-up')
  @Requires('take-up', DataFlow)
  @Answers(FlowOut)
  async takeUp(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: TakeUpFlow }) body: z.infer<typeof TakeUpFlow>,
  ) {
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
function withRecord({ content, ...flow }: FlowDetail) {
  return { ...flow, record: { id: flow.id, deploymentId: flow.deploymentId, ...content } };
}
