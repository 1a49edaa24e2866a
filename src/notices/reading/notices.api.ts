import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RequiresSignIn } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { NOTICE_KIND_CODES } from '../notice-kinds.js';
import { MarkingService } from './marking.service.js';
import { shownNotice, type ShownNotice } from './notice-shown.js';
import { NoticesQueries } from './notices.queries.js';

const Paging = z.object(paging);
const NoticePage = pageSchema(
  'NoticePage',
  z
    .object({
      id: z.uuid(),
      kind: z.enum(NOTICE_KIND_CODES),
      says: z.string(),
      leadsTo: z.string().meta({ description: 'The page on which one goes on.' }),
      round: z.string().nullable(),
      organisation: z.string().nullable(),
      scheme: z.string().nullable(),
      happenedOn: z.iso.date(),
      dueOn: z.iso.date().nullable(),
      isRead: z.boolean(),
    })
    .meta({ id: 'Notice' }),
);
const UnreadOut = z.object({ unread: z.int() }).meta({ id: 'UnreadNotices' });

/** What a person was told, for programs of that person. */
@ApiTags('Notices')
@ApiBearerAuth()
@Controller('api/v1/notices')
export class NoticesApi {
  constructor(
    private readonly queries: NoticesQueries,
    private readonly marking: MarkingService,
  ) {}

  @Get()
  @RequiresSignIn()
  @Answers(NoticePage)
  async list(
    @Acting() actor: Actor,
    @Query({ schema: Paging }) query: z.infer<typeof Paging>,
  ): Promise<ListPage<ShownNotice>> {
    const found = await this.queries.list(actor, pageRequest(query));
    return { ...found, items: found.items.map(shownNotice) };
  }

  @Post('read')
  @HttpCode(200)
  @RequiresSignIn()
  @Answers(UnreadOut)
  async markAll(@Acting() actor: Actor): Promise<{ readonly unread: number }> {
    await this.marking.markRead(actor, {});
    return { unread: await this.queries.unread(actor) };
  }

  @Post(':id/read')
  @HttpCode(200)
  @RequiresSignIn()
  @Answers(UnreadOut)
  async markOne(
    @Acting() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<{ readonly unread: number }> {
    await this.marking.markRead(actor, { id });
    return { unread: await this.queries.unread(actor) };
  }
}
