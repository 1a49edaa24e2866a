import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
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
      seen: found.items[0]?.toldAt.toISOString(),
      next: found.next === null ? null : addressWith('/notices', { after: found.next }),
    });
  }

  @Post('read')
  @RequiresSignIn()
  async markAll(@Acting() actor: Actor, @Body() body: unknown): Promise<Redirect> {
    const seen = seenBy(body);
    await this.marking.markRead(actor, seen === null ? {} : { seen });
    return new Redirect('/notices', 'What you have seen is marked as read');
  }

  @Post(':id/read')
  @RequiresSignIn()
  async markOne(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    if (!isId(id)) throw new NotFound();
    await this.marking.markRead(actor, { id });
    return new Redirect('/notices', 'The notice is marked as read');
  }
}

/** The moment of the newest notice that the page showed: what came after it stays new. */
function seenBy(body: unknown): Date | null {
  const seen = typeof body === 'object' && body !== null && 'seen' in body ? body.seen : null;
  const moment = typeof seen === 'string' ? new Date(seen) : null;
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment;
}
