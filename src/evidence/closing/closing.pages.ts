import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { EvidenceItem } from '../documents/evidence-item.entity.js';
import { EvidenceQueries, type EvidenceRow } from '../documents/evidence.queries.js';
import { CloseDocument } from './closing.form.js';
import { ClosingService } from './closing.service.js';

/** The page on which an organisation closes a document of its own to everyone. */
@ApiExcludeController()
@Controller('evidence/:id/close')
export class ClosingPages {
  constructor(
    private readonly queries: EvidenceQueries,
    private readonly closing: ClosingService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('close', EvidenceItem)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const document = await this.own(actor, id);
    return page(document, CloseDocument.asked({ version: document.revision }));
  }

  @Post()
  @Requires('close', EvidenceItem)
  async close(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const document = await this.own(actor, id);
    return submit(CloseDocument, body, {
      act: async (values) => {
        await this.closing.close(actor, document, values);
        return new Redirect(`/evidence/${document.id}`, 'Nobody can read the document any more');
      },
      again: (asked) => page(document, asked),
      current: async () => ({ version: (await this.own(actor, id)).revision }),
    });
  }

  private async own(actor: Actor, id: string): Promise<EvidenceRow> {
    const document = await this.queries.one(actor, id);
    if (!document) throw new NotFound();
    const { organisationId } = document;
    if (!this.access.can(actor, 'close', standIn(EvidenceItem, { organisationId }))) throw new NotFound();
    return document;
  }
}

function page(document: EvidenceRow, asked: Asked<FieldsOf<typeof CloseDocument>>): Page {
  return new Page('evidence/closing/views/close.njk', {
    title: 'Close this document to everyone',
    caption: document.title,
    action: `/evidence/${document.id}/close`,
    back: { href: `/evidence/${document.id}` },
    ...asked,
  });
}
