import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import type { Download } from '../../web/answer/download.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { TakesFiles } from '../../web/guard/uploads.js';
import { ChangeAudience } from '../audience/audience.form.js';
import { AudienceService } from '../audience/audience.service.js';
import { EvidenceFiles } from '../contents/evidence-files.js';
import { DocumentOut } from './document-out.js';
import { Documented } from '../documented.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { OfferDocument, offeredDocument } from './evidence.forms.js';
import { EvidenceQueries, type EvidenceRow } from './evidence.queries.js';
import { EvidenceService } from './evidence.service.js';
import { Answers } from '../../web/api/answers.js';

const DocumentsOut = pageSchema('EvidenceDocuments', DocumentOut);

const AboutQuery = z.object({
  ...paging,
  kind: z.string().max(40).meta({ description: 'The kind of record, such as review or deployment.' }),
  id: z.uuid(),
});
type AboutQuery = z.infer<typeof AboutQuery>;

/** A multipart body brings one file by itself, where the form expects a list of files. */
const SentDocument = z.preprocess(
  (sent) =>
    typeof sent === 'object' && sent !== null && 'file' in sent
      ? { ...sent, file: [sent.file].flat() }
      : sent,
  OfferDocument.schema,
);

/** Documents about records, for programs. */
@ApiTags('Evidence')
@Controller('api/v1/evidence')
export class EvidenceApi {
  constructor(
    private readonly documented: Documented,
    private readonly queries: EvidenceQueries,
    private readonly evidence: EvidenceService,
    private readonly files: EvidenceFiles,
    private readonly audience: AudienceService,
  ) {}

  @Get()
  @Requires('read', EvidenceItem)
  @Answers(DocumentsOut)
  async about(
    @Acting() actor: Actor,
    @Query({ schema: AboutQuery }) query: AboutQuery,
  ): Promise<ListPage<EvidenceRow>> {
    if (!(await this.documented.find(actor, query))) throw new NotFound();
    return this.queries.list(actor, query, pageRequest(query));
  }

  @Get(':id')
  @Requires('read', EvidenceItem)
  @Answers(DocumentOut)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<EvidenceRow> {
    const document = await this.queries.one(actor, id);
    if (!document) throw new NotFound();
    return document;
  }

  @Get(':id/content')
  @Requires('read', EvidenceItem)
  @ApiResponse({ status: 200, description: 'The content, as an attachment.' })
  async content(@Acting() actor: Actor, @Param('id') id: string): Promise<Download> {
    return this.files.download(await this.one(actor, id));
  }

  @Post('about/:kind/:id')
  @Requires('offer', EvidenceItem)
  @TakesFiles()
  @Answers(DocumentOut, 201)
  @ApiConsumes('multipart/form-data')
  async offer(
    @Acting() actor: Actor,
    @Param() about: RecordRef,
    @Body({ schema: SentDocument }) values: ValuesIn<typeof OfferDocument>,
  ): Promise<EvidenceRow> {
    const { id, outcome } = await this.evidence.offer(actor, offeredDocument(about, values));
    const document = await this.one(actor, id);
    if (outcome === 'here-already') throw new OutOfTurn(hereAlready(document));
    return document;
  }

  @Post(':id/audience')
  @Requires('say-who-may-read', EvidenceItem)
  @Answers(DocumentOut, 201)
  async change(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ChangeAudience.schema }) values: ValuesIn<typeof ChangeAudience>,
  ): Promise<EvidenceRow> {
    const document = await this.one(actor, id);
    await this.audience.change(actor, document.id, values);
    return this.one(actor, id);
  }
}

function hereAlready({ id, title, audience }: EvidenceRow): string {
  return (
    `The same content is here already as document ${id}, “${title}”, with the audience “${audience}”. Nothing that you ` +
    `sent was kept. To change who may read it, post to /api/v1/evidence/${id}/audience.`
  );
}
