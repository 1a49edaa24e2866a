import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { ExchangeQueries } from './exchange.queries.js';
import { recordsOf } from './exported.js';
import type { FlowInFile } from './reading/file-reading.js';
import { FlowImportService } from './flow-import.service.js';
import { readJson } from './reading/read-json.js';
import { Answers } from '../../web/api/answers.js';

const ofDeployment = z.object({ deployment: z.uuid({ error: 'Give the id of a deployment.' }) });

const FlowRecords = z
  .object({ flows: z.array(z.record(z.string(), z.json())) })
  .meta({ id: 'FlowRecords', description: 'Flows in the structure of /api/v1/flow-record-schema.' });

const ImportFlowRecords = z
  .strictObject({
    deploymentId: z.uuid(),
    flows: z.array(z.looseObject({})).max(200).meta({
      description: 'Flows in the structure of /api/v1/flow-record-schema; a known id changes that draft.',
    }),
    mark: z.string().max(100).optional().meta({
      description: 'The mark of the preview that is to be carried out. Without it nothing is imported.',
    }),
  })
  .meta({ id: 'ImportFlowRecords' });

const FlowImportOut = z
  .object({
    imported: z.boolean(),
    mark: z.string(),
    flows: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        does: z.enum(['new', 'change', 'nothing', 'refused']),
        flowId: z.uuid().nullable(),
        refusals: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'FlowImport' });

/** Flows of a deployment as one file, out and in, for programs. */
@ApiTags('Data flows')
@Controller('api/v1')
export class ExchangeApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly queries: ExchangeQueries,
    private readonly imports: FlowImportService,
  ) {}

  @Get('flow-records')
  @Requires('read', DataFlow)
  @Answers(FlowRecords)
  async records(
    @Acting() actor: Actor,
    @Query({ schema: ofDeployment }) { deployment }: z.infer<typeof ofDeployment>,
  ) {
    const { id } = await this.found(actor, deployment);
    return recordsOf(id, await this.queries.newest(actor, id));
  }

  @Post('flow-imports')
  @Requires('draft', DataFlow)
  @Answers(FlowImportOut)
  async take(
    @Acting() actor: Actor,
    @Body({ schema: ImportFlowRecords }) body: z.infer<typeof ImportFlowRecords>,
  ) {
    const place = await this.found(actor, body.deploymentId);
    const inFile = flowsIn(body.flows);
    const { mark } = body;
    const plan = await (mark === undefined
      ? this.imports.plan(actor, place, inFile)
      : this.imports.carryOut(actor, place, { inFile, mark }));
    return {
      imported: mark !== undefined,
      mark: plan.mark,
      flows: plan.flows.map(({ key, title, does, held, refusals }) => ({
        ...{ key, title, does, refusals },
        flowId: held?.id ?? null,
      })),
    };
  }

  private async found(actor: Actor, id: string): Promise<DeploymentDetail> {
    const deployment = await this.deployments.one(actor, id);
    if (!deployment) throw new NotFound();
    return deployment;
  }
}

function flowsIn(flows: readonly object[]): FlowInFile[] {
  const reading = readJson(Buffer.from(JSON.stringify({ flows })));
  if ('flows' in reading) return reading.flows;
  throw new Unprocessable(
    reading.faults.map(({ where, wrong, instead }) => ({ field: where, text: `${wrong} ${instead}` })),
  );
}
