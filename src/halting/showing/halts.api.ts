import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import { haltShape } from '../../deployments/life-cycle/halts/halt-out.js';
import { Halt } from '../../deployments/life-cycle/steps/halt.entity.js';
import { LIFE_CYCLE_STATES } from '../../deployments/life-cycle-state.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { HaltsQueries, type HaltRow } from './halts.queries.js';

const HaltOut = z
  .object({
    ...haltShape,
    scheme: z.object({
      key: z.string(),
      title: z.string(),
      area: z.string(),
      stateCode: z
        .enum(LIFE_CYCLE_STATES)
        .meta({ description: 'What is said of where the scheme stands; an order stands whatever it says.' }),
      fictional: z.boolean(),
    }),
    trust: z.object({ key: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'Halt' });

const HaltPage = pageSchema('HaltPage', HaltOut);

const HaltQuery = z.object({
  ...paging,
  scheme: z.string().max(200).optional().meta({ description: 'The key of a scheme.' }),
});

/** Orders to halt for programs. */
@ApiTags('Halts')
@Controller('api/v1/halts')
export class HaltsApi {
  constructor(private readonly halts: HaltsQueries) {}

  @Get()
  @Requires('read', Halt)
  @Answers(HaltPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: HaltQuery }) query: z.infer<typeof HaltQuery>,
  ): Promise<ListPage<HaltRow>> {
    return this.halts.list(actor, { scheme: query.scheme }, pageRequest(query));
  }

  @Get(':id')
  @Requires('read', Halt)
  @Answers(HaltOut)
  one(@Acting() actor: Actor, @Param('id') id: string): Promise<HaltRow> {
    return this.halts.one(actor, id);
  }
}
