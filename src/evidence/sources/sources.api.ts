import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { CitableSource, DATE_CONFIDENCES } from './citable-source.entity.js';
import { SourcesQueries, type SourceRow } from './sources.queries.js';
import { SourcesService, type CitedInFull } from './sources.service.js';

const told = {
  ref: z.string().meta({ description: 'The code it is cited by: `47`, `L13`, `SEED-B`.' }),
  alsoCitedAs: z.array(z.string()),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z
    .string()
    .nullable()
    .meta({ description: 'As closely as it is dated: 2021-05-13, 2021-05, 2021.' }),
  publishedConfidence: z.enum(DATE_CONFIDENCES),
  urls: z.array(z.string()),
  note: z.string().nullable().meta({ description: 'What was seen of it and what was not.' }),
};

const SourcePage = pageSchema('SourcePage', z.object(told).meta({ id: 'Source' }));

const SourceInFull = z
  .object({
    source: z.object(told),
    onTheList: z.boolean().meta({ description: 'False: no list of sources that was loaded has it.' }),
    citing: z.array(
      z.object({
        heading: z.string(),
        entries: z.array(z.object({ text: z.string(), href: z.string().nullable() })),
        more: z.object({ text: z.string(), href: z.string() }).optional(),
      }),
    ),
  })
  .meta({ id: 'SourceInFull' });

const SourceQuery = z.object({
  ...paging,
  q: z.string().max(200).optional().meta({ description: 'Words of its title, publisher or code.' }),
});

/** Sources for programs. */
@ApiTags('Sources')
@Controller('api/v1/sources')
export class SourcesApi {
  constructor(
    private readonly sources: SourcesQueries,
    private readonly service: SourcesService,
  ) {}

  @Get()
  @Requires('read', CitableSource)
  @Answers(SourcePage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: SourceQuery }) query: z.infer<typeof SourceQuery>,
  ): Promise<ListPage<SourceRow>> {
    return this.sources.list(actor, query.q, pageRequest(query));
  }

  @Get(':code')
  @Requires('read', CitableSource)
  @Answers(SourceInFull)
  async one(@Acting() actor: Actor, @Param('code') code: string): Promise<CitedInFull> {
    const found = await this.service.named(actor, code);
    if (!found) throw new NotFound();
    return found;
  }
}
