import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Database } from '../../platform/database/database.js';
import { cursorFrom, pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { holdsWords, wordsTyped } from '../../platform/database/searching.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { CitableSource } from './citable-source.entity.js';

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

  /** A page of sources by code, of those in which every word stands. */
  async list(actor: Actor, q: string | undefined, request: PageRequest): Promise<ListPage<SourceRow>> {
    const permitted = this.access.where(actor, 'read', CitableSource, { alias: 's', after: 4 });
    const rows = await this.database.rows(
      scopeOf(actor),
      SORTED_SOURCE.from(
        `evidence.source s WHERE ${holdsWords('s.searched', '$1')}
          AND ($2::text IS NULL OR (${SORT}, s.id) > ($2, $3::uuid)) AND ${permitted.text}
          ORDER BY ${SORT}, s.id LIMIT $4`,
        [
          wordsTyped(q),
          request.after?.sort ?? null,
          request.after?.id ?? null,
          request.limit + 1,
          ...permitted.values,
        ],
        true,
      ),
    );
    return pageOf(rows, request);
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
  async *each(actor: Actor, q: string | undefined): AsyncGenerator<SourceRow> {
    for (let after: string | null = null; ;) {
      const page: ListPage<SourceRow> = await this.list(actor, q, {
        limit: A_SHEET_PAGE,
        after: after === null ? null : cursorFrom(after),
      });
      yield* page.items;
      if (page.next === null) return;
      after = page.next;
    }
  }
}
