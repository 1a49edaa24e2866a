import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { DocumentOut } from '../documents/document-out.js';
import { EvidenceItem } from '../documents/evidence-item.entity.js';
import { EvidenceQueries, type EvidenceRow } from '../documents/evidence.queries.js';
import { CloseDocument } from './closing.form.js';
import { ClosingService } from './closing.service.js';

/** Closing a document to everyone, for programs. */
@ApiTags('Evidence')
@Controller('api/v1/evidence')
export class ClosingApi {
  constructor(
    private readonly queries: EvidenceQueries,
    private readonly closing: ClosingService,
  ) {}

  @Post(':id/closed')
  @Requires('close', EvidenceItem)
  @Answers(DocumentOut, 201)
  async close(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CloseDocument.schema }) values: ValuesIn<typeof CloseDocument>,
  ): Promise<EvidenceRow> {
    await this.closing.close(actor, await this.one(actor, id), values);
    return this.one(actor, id);
  }

  private async one(actor: Actor, id: string): Promise<EvidenceRow> {
    const document = await this.queries.one(actor, id);
    if (!document) throw new NotFound();
    return document;
  }
}
