import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { Concern } from '../concern.entity.js';
import { QUEUE_PARTS, QueueQueries, type QueuedConcern } from './queue.queries.js';
import { CorrespondenceService } from '../correspondence/correspondence.service.js';
import { HandlingService } from './handling.service.js';
import { EndLink, Link, ReleaseSummary, Triage, Write } from './handling.forms.js';
import { Linking } from './linking.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import { ReadingService, type OpenConcern } from '../reading/reading.service.js';
import { ConcernOut, MessagesBefore, OpenConcernOut } from '../concern-out.js';
import { Answers } from '../../web/api/answers.js';

const ConcernPage = pageSchema('ConcernPage', ConcernOut);
const ConcernQuery = z.object({
  ...paging,
  part: z.enum(QUEUE_PARTS).default('open').meta({ description: 'Held ones may be automatic.' }),
});

/** Concerns for the programs of concern handlers. Reading one is noted, and the person sees that it was read. */
@ApiTags('Concerns')
@ApiBearerAuth()
@Controller('api/v1/concerns')
export class HandlingApi {
  constructor(
    private readonly waiting: QueueQueries,
    private readonly reading: ReadingService,
    private readonly handling: HandlingService,
    private readonly correspondence: CorrespondenceService,
    private readonly linking: Linking,
  ) {}

  @Get()
  @Requires('read', Concern)
  @Answers(ConcernPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: ConcernQuery }) query: z.infer<typeof ConcernQuery>,
  ): Promise<ListPage<QueuedConcern>> {
    return this.waiting.queue(actor, query.part, pageRequest(query));
  }

  @Get(':id')
  @Requires('triage', Concern)
  @Answers(OpenConcernOut)
  one(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: MessagesBefore }) { before }: z.infer<typeof MessagesBefore>,
  ): Promise<OpenConcern> {
    return this.reading.forHandler(actor, idInAddress(id), before);
  }

  @Post(':id/triage')
  @Requires('triage', Concern)
  @Answers(OpenConcernOut)
  async triage(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Triage.schema }) { themes }: ValuesIn<typeof Triage>,
  ): Promise<OpenConcern> {
    await this.handling.triage(actor, idInAddress(id), themes);
    return this.reading.forHandler(actor, id);
  }

  @Post(':id/links')
  @Requires('link', Concern)
  @Answers(OpenConcernOut)
  async link(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Link.schema }) values: ValuesIn<typeof Link>,
  ): Promise<OpenConcern> {
    await this.linking.link(actor, idInAddress(id), values);
    return this.reading.forHandler(actor, id);
  }

  @Post(':id/links/ended')
  @Requires('link', Concern)
  @Answers(OpenConcernOut)
  async unlink(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: EndLink.schema }) values: ValuesIn<typeof EndLink>,
  ): Promise<OpenConcern> {
    await this.linking.unlink(actor, idInAddress(id), values);
    return this.reading.forHandler(actor, id);
  }

  @Post(':id/messages')
  @Requires('write', Concern)
  @Answers(OpenConcernOut)
  async write(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Write.schema }) { text, once }: ValuesIn<typeof Write>,
  ): Promise<OpenConcern> {
    await this.correspondence.write(actor, idInAddress(id), text, once);
    return this.reading.forHandler(actor, id);
  }

  @Post(':id/answer')
  @Requires('answer', Concern)
  @Answers(OpenConcernOut)
  async answer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Write.schema }) { text, once }: ValuesIn<typeof Write>,
  ): Promise<OpenConcern> {
    await this.correspondence.answer(actor, idInAddress(id), text, once);
    return this.reading.forHandler(actor, id);
  }

  @Post(':id/releases')
  @Requires('release', Concern)
  @Answers(OpenConcernOut)
  async release(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReleaseSummary.schema }) values: ValuesIn<typeof ReleaseSummary>,
  ): Promise<OpenConcern> {
    await this.linking.release(actor, idInAddress(id), values);
    return this.reading.forHandler(actor, id);
  }

  @Post(':id/closure')
  @Requires('close', Concern)
  @Answers(OpenConcernOut)
  async close(@Acting() actor: Actor, @Param('id') id: string): Promise<OpenConcern> {
    await this.handling.close(actor, idInAddress(id));
    return this.reading.forHandler(actor, id);
  }
}
