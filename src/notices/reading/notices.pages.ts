import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RequiresSignIn } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { addressWith, listRequest, type TypedQuery } from '../../web/list-request.js';
import { MarkingService } from './marking.service.js';
import { shownNotice } from './notice-shown.js';
import { NoticesQueries } from './notices.queries.js';

/** What a person was told, for that person. */
@ApiExcludeController()
@Controller('notices')
export class NoticesPages {
  constructor(
    private readonly queries: NoticesQueries,
    private readonly marking: MarkingService,
  ) {}

  @Get()
  @RequiresSignIn()
  @NarrowedBy('after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const [found, unread] = await Promise.all([
      this.queries.list(actor, listRequest(query)),
      this.queries.unread(actor),
    ]);
    return new Page('notices/reading/views/notices.njk', {
      title: 'Your notices',
      notices: found.items.map(shownNotice),
      unread,
      next: found.next === null ? null : addressWith('/notices', { after: found.next }),
    });
  }

  @Post('read')
  @RequiresSignIn()
  async markAll(@Acting() actor: Actor): Promise<Redirect> {
    await this.marking.markRead(actor, null);
    return new Redirect('/notices', 'All your notices are marked as read');
  }

  @Post(':id/read')
  @RequiresSignIn()
  async markOne(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    if (!isId(id)) throw new NotFound();
    await this.marking.markRead(actor, id);
    return new Redirect('/notices', 'The notice is marked as read');
  }
}
