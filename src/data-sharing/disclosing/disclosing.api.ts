import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { OpenToAll, Requires } from '../../access/requirement.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { FlowDisclosure } from '../flow/flow-disclosure.entity.js';
import { DisclosuresQueries, type DisclosureRow } from './disclosures.queries.js';
import { recordFileJsonSchema } from '../../legal-basis/record/record-file.js';
import { DisclosurePage } from '../flow/flow-out.js';
import { Answers } from '../../web/api/answers.js';

const Paging = z.object(paging);

/** What everybody may read about data sharing, for programs. */
@ApiTags('Data flows')
@Controller('api/v1')
export class DisclosingApi {
  constructor(
    private readonly disclosures: DisclosuresQueries,
    private readonly deployments: DeploymentsQueries,
  ) {}

  @Get('deployments/:name/flow-disclosures')
  @Requires('read', FlowDisclosure)
  @Answers(DisclosurePage)
  async disclosed(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Query({ schema: Paging }) query: z.infer<typeof Paging>,
  ): Promise<ListPage<DisclosureRow>> {
    const deployment = await this.deployments.one(actor, name);
    if (!deployment) throw new NotFound();
    return this.disclosures.page(actor, deployment.id, pageRequest(query));
  }

  @Get('flow-record-schema')
  @OpenToAll('The structure of a record is published, so that anybody can write and check one.')
  @ApiResponse({ status: 200, description: 'The JSON Schema (2020-12) of a file of flows.' })
  schema(): object {
    return recordFileJsonSchema();
  }
}
