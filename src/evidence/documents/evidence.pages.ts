import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { TakesFiles } from '../../web/guard/uploads.js';
import { addressWith, listRequest, type TypedQuery } from '../../web/list-request.js';
import { day } from '../../web/words.js';
import { hereAlreadyPage } from '../audience/audience-page.js';
import { EvidenceFiles } from '../contents/evidence-files.js';
import { documentTypeInWords } from './document-types.js';
import { Documented, type DocumentedRecord } from '../documented.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { OfferDocument, offeredDocument } from './evidence.forms.js';
import { AUDIENCE_WORDS } from './who-may-read.js';
import { EvidenceQueries, type EvidenceRow } from './evidence.queries.js';
import { EvidenceService } from './evidence.service.js';

/** Pages on which documents about a record are listed, offered and fetched. */
@ApiExcludeController()
@Controller('evidence')
export class EvidencePages {
  constructor(
    private readonly documented: Documented,
    private readonly queries: EvidenceQueries,
    private readonly evidence: EvidenceService,
    private readonly files: EvidenceFiles,
    private readonly access: Access,
  ) {}

  @Get('about/:kind/:id')
  @Requires('read', EvidenceItem)
  @NarrowedBy('after')
  async list(@Acting() actor: Actor, @Param() about: RecordRef, @Query() query: TypedQuery): Promise<Page> {
    const record = await this.record(actor, about);
    const { items, next } = await this.queries.list(actor, about, listRequest(query));
    return new Page('evidence/documents/views/documents.njk', {
      title: 'Documents',
      caption: record.title,
      wide: true,
      record,
      rows: items.map(asRow),
      next: next === null ? null : addressWith(listOf(about), { after: next }),
      offer: this.mayOffer(actor, record) && `${listOf(about)}/offer`,
    });
  }

  @Get('about/:kind/:id/offer')
  @Requires('offer', EvidenceItem)
  ask(@Acting() actor: Actor, @Param() about: RecordRef): Promise<Page> {
    return this.form(actor, about, OfferDocument.asked());
  }

  @Post('about/:kind/:id/offer')
  @Requires('offer', EvidenceItem)
  @TakesFiles()
  offer(@Acting() actor: Actor, @Param() about: RecordRef, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(OfferDocument, body, {
      act: async (values) => {
        const { id, outcome } = await this.evidence.offer(actor, offeredDocument(about, values));
        if (outcome === 'here-already') return hereAlreadyPage(await this.document(actor, id), values);
        const became =
          outcome === 'kept' ? 'was kept' : 'is here already, as you describe it. Nothing was changed';
        return new Redirect(listOf(about), `“${values.title}” ${became}`);
      },
      again: (asked) => this.form(actor, about, asked),
    });
  }

  @Get(':id')
  @Requires('read', EvidenceItem)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const document = await this.document(actor, id);
    const about = { kind: document.subjectKind, id: document.subjectId };
    return new Page('evidence/documents/views/document.njk', {
      title: document.title,
      document: {
        ...document,
        sort: documentTypeInWords(document.documentType),
        size: sizeInWords(document.bytes),
        openTo: AUDIENCE_WORDS[document.audience],
      },
      record: await this.documented.find(actor, about),
      change: this.mayChange(actor, document) && `/evidence/${document.id}/audience`,
      close: this.mayChange(actor, document) && `/evidence/${document.id}/close`,
      back: { href: listOf(about), text: 'Documents' },
    });
  }

  @Get(':id/content')
  @Requires('read', EvidenceItem)
  async content(@Acting() actor: Actor, @Param('id') id: string): Promise<Download> {
    return this.files.download(await this.document(actor, id));
  }

  private async form(
    actor: Actor,
    about: RecordRef,
    asked: Asked<FieldsOf<typeof OfferDocument>>,
  ): Promise<Page> {
    const record = await this.record(actor, about);
    if (!this.mayOffer(actor, record)) throw new NotFound();
    const model = { title: 'Offer a document', caption: record.title, action: `${listOf(about)}/offer` };
    return new Page('evidence/documents/views/offer.njk', {
      ...model,
      back: { href: listOf(about) },
      ...asked,
    });
  }

  private async record(actor: Actor, about: RecordRef): Promise<DocumentedRecord> {
    const record = await this.documented.find(actor, about);
    if (!record) throw new NotFound();
    return record;
  }

  private async document(actor: Actor, id: string): Promise<EvidenceRow> {
    const document = await this.queries.one(actor, id);
    if (!document) throw new NotFound();
    return document;
  }

  private mayChange(actor: Actor, { organisationId }: EvidenceRow): boolean {
    return this.access.can(actor, 'say-who-may-read', standIn(EvidenceItem, { organisationId }));
  }

  private mayOffer(actor: Actor, { organisationId }: DocumentedRecord): boolean {
    return this.access.can(actor, 'offer', standIn(EvidenceItem, { organisationId }));
  }
}

function listOf({ kind, id }: RecordRef): string {
  return `/evidence/about/${kind}/${id}`;
}

function asRow({
  id,
  title,
  documentType,
  dated,
  receivedOn,
  audience,
  bytes,
  closedOn,
}: EvidenceRow): unknown[] {
  const made = dated === null ? 'It bears no date' : day(dated);
  const link = { href: `/evidence/${id}`, text: title };
  return [
    link,
    documentTypeInWords(documentType),
    made,
    day(receivedOn),
    sizeInWords(bytes),
    closedOn === null ? AUDIENCE_WORDS[audience] : `Nobody: closed on ${day(closedOn)}`,
  ];
}

/** The size of a file as people say it: `812 bytes`, `14 kB`, `2.3 MB`. One kB is 1,000 bytes. */
function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} bytes`;
  if (bytes < 999_500) return `${String(Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
