import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { addressWith, listRequest, typedIn, type TypedQuery } from '../../web/list-request.js';
import { day } from '../../web/words.js';
import { CitableSource } from './citable-source.entity.js';
import { pageOfSource } from './source-codes.js';
import type { SourceTold } from './source-rooms.js';
import { sourceSheet } from './source-sheet.js';
import { SourcesQueries } from './sources.queries.js';
import { SourcesService } from './sources.service.js';

/** Sources for readers: what each code stands for, what was seen of it, and everything that cites it. */
@ApiExcludeController()
@Controller()
export class SourcesPages {
  constructor(
    private readonly sources: SourcesQueries,
    private readonly service: SourcesService,
  ) {}

  @Get('sources')
  @Requires('read', CitableSource)
  @NarrowedBy('q', 'after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const q = typedIn(query, 'q');
    const found = await this.sources.list(actor, q || undefined, listRequest(query));
    return new Page('evidence/sources/views/list.njk', {
      title: 'Sources',
      q,
      sources: found.items.map((one) => ({
        ...{ ref: one.ref, title: one.title, publisher: one.publisher },
        ...{ href: pageOfSource(one.ref), dated: dateInWords(one) },
      })),
      sheet: addressWith('/sources.csv', { q }),
      next: found.next === null ? null : addressWith('/sources', { q, after: found.next }),
    });
  }

  @Get('sources.csv')
  @Requires('read', CitableSource)
  @NarrowedBy('q')
  sheet(@Acting() actor: Actor, @Query() query: TypedQuery): Download {
    return sourceSheet(this.sources.each(actor, typedIn(query, 'q') || undefined));
  }

  @Get('sources/:code')
  @Requires('read', CitableSource)
  async one(@Acting() actor: Actor, @Param('code') code: string): Promise<Page> {
    const found = await this.service.named(actor, code);
    if (!found) throw new NotFound();
    const { source } = found;
    return new Page('evidence/sources/views/one.njk', {
      title: source.title,
      caption: `Source ${source.ref}`,
      wide: true,
      back: { href: '/sources', text: 'All sources' },
      ...found,
      facts: factsOf(source),
    });
  }
}

function factsOf(source: SourceTold) {
  return [
    { key: 'Code', value: source.ref },
    ...(source.alsoCitedAs.length > 0 ? [{ key: 'Also cited as', values: source.alsoCitedAs }] : []),
    { key: 'Published by', value: source.publisher ?? 'Not recorded' },
    { key: 'Date', value: dateInWords(source) },
    { key: 'What was seen of it', value: source.note ?? EXCERPT },
  ];
}

function dateInWords({
  published,
  publishedConfidence,
}: Pick<SourceTold, 'published' | 'publishedConfidence'>) {
  if (published === null) return 'Undated';
  if (publishedConfidence === 'A') return day(published);
  const why =
    publishedConfidence === 'B' ? 'reference being checked' : 'inferred: it carries no such date itself';
  return `${day(published)} (${why})`;
}

const EXCERPT = 'A stored excerpt was read, so that it may say more than is cited here.';
