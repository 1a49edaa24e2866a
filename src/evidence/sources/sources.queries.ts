import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Database } from '../../platform/database/database.js';
import { everyPage, pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { holdsWords, wordsTyped } from '../../platform/database/searching.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { CitableSource } from './citable-source.entity.js';
import { codesTyped } from './source-codes.js';

const SOURCE = select(
  columns(
    CitableSource,
    's',
    ...(['id', 'ref', 'alsoCitedAs', 'title', 'publisher', 'published'] as const),
    ...(['publishedConfidence', 'urls', 'note'] as const),
  ),
);

/** By number, then law and guidance by number, then the rest by code. */
const SORT = `CASE WHEN s.ref ~ '^\\d+$' THEN lpad(s.ref, 4, '0')
  WHEN s.ref ~ '^L\\d' THEN 'L' || lpad(substr(s.ref, 2), 4, '0') ELSE s.ref END`;
const SORTED_SOURCE = SOURCE.and({ sort: sql<string>(SORT) });

/** A source as everyone reads it. */
export type SourceRow = RowOf<typeof SOURCE>;

const A_SHEET_PAGE = 200;

/** Every SELECT about sources. */
@Injectable()
export class SourcesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of sources by code, of those in which every word stands, or whose codes they are. */
  async list(actor: Actor, q: string | undefined, request: PageRequest): Promise<ListPage<SourceRow>> {
    const permitted = this.access.where(actor, 'read', CitableSource, { alias: 's', after: 5 });
    const rows = await this.database.rows(
      scopeOf(actor),
      SORTED_SOURCE.from(
        `evidence.source s WHERE (${holdsWords('s.searched', '$1')} OR ${hasCode('$5')})
          AND ($2::text IS NULL OR (${SORT}, s.id) > ($2, $3::uuid)) AND ${permitted.text}
          ORDER BY ${SORT}, s.id LIMIT $4`,
        [
          wordsTyped(q),
          request.after?.sort ?? null,
          request.after?.id ?? null,
          request.limit + 1,
          codesTyped(q ?? ''),
          ...permitted.values,
        ],
        true,
      ),
    );
    return pageOf(rows, request);
  }

  /** The sources of these codes, be they their own or others by which they are cited. */
  async coded(actor: Actor, codes: readonly string[]): Promise<SourceRow[]> {
    if (codes.length === 0) return [];
    const permitted = this.access.where(actor, 'read', CitableSource, { alias: 's', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      SOURCE.from(
        `evidence.source s WHERE ${hasCode('$1')} AND ${permitted.text} ORDER BY ${SORT} LIMIT 20`,
        [codes, ...permitted.values],
      ),
    );
  }

  /** The source of this code, be it its own or another by which it is cited; null when no list that was loaded has it. */
  async one(actor: Actor, code: string): Promise<SourceRow | null> {
    const permitted = this.access.where(actor, 'read', CitableSource, { alias: 's', after: 1 });
    return this.database.row(
      scopeOf(actor),
      SOURCE.from(
        `evidence.source s WHERE (s.ref = $1 OR $1 = ANY (s.also_cited_as)) AND ${permitted.text}
          ORDER BY s.ref = $1 DESC LIMIT 1`,
        [code.replaceAll('\0', ''), ...permitted.values],
      ),
    );
  }

  /** Every source in which these words stand, page by page. */
  each(actor: Actor, q: string | undefined): AsyncGenerator<SourceRow> {
    return everyPage(A_SHEET_PAGE, (request) => this.list(actor, q, request));
  }
}

function hasCode(codes: string): string {
  return `(s.ref = ANY (${codes}::text[]) OR s.also_cited_as && ${codes}::text[])`;
}
