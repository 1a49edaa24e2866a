import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { FlowPart } from './flow-part.entity.js';
import { PartnersQueries, type PartRow } from './partners.queries.js';
import { Answers } from '../../web/api/answers.js';

const FlowPartOut = z
  .object({
    id: z.uuid(),
    flowId: z.uuid(),
    seriesId: z.uuid(),
    version: z.int(),
    title: z.string(),
    recordedOn: z.string().meta({ format: 'date' }),
    partner: z.string(),
    trust: z.string(),
    deployment: z.object({ key: z.string(), title: z.string() }),
    content: z.record(z.string(), z.json()).meta({
      description: 'The partner’s own parties, assertions and policy documents of the flow.',
    }),
  })
  .meta({ id: 'FlowPart' });
const FlowPartPage = pageSchema('FlowPartPage', FlowPartOut);
const asked = z.object(paging);

/** What is recorded in the name of a partner, for programs. */
@ApiTags('Data flows')
@Controller('api/v1/flow-parts')
export class PartnersApi {
  constructor(private readonly queries: PartnersQueries) {}

  @Get()
  @Requires('read', FlowPart)
  @Answers(FlowPartPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: asked }) query: z.infer<typeof asked>,
  ): Promise<ListPage<PartRow>> {
    return this.queries.inOurName(actor, pageRequest(query));
  }

  @Get(':id')
  @Requires('read', FlowPart)
  @Answers(FlowPartOut)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<PartRow> {
    const part = await this.queries.one(actor, id);
    if (!part) throw new NotFound();
    return part;
  }
}
