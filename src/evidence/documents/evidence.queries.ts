import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId } from '../../kernel/identifiers.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { EvidenceItem } from './evidence-item.entity.js';

const EVIDENCE_ROW = select(
  columns(
    EvidenceItem,
    'e',
    'id',
    'organisationId',
    'title',
    'documentType',
    'sha256',
    'bytes',
    'mediaType',
    'dated',
    'receivedOn',
    'audience',
    'whyNotEveryone',
    'subjectKind',
    'subjectId',
    'contentFault',
    'closedOn',
    'closedBecause',
    'revision',
  ),
);

const SORTED_ROW = EVIDENCE_ROW.and({ sort: sql<string>('e.id::text') });

/** One document as lists and pages show it. */
export type EvidenceRow = RowOf<typeof EVIDENCE_ROW>;

const MOST_DOCUMENTS = 500;
const MOST_OF_ONE_HASH = 20;

/** Every SELECT about evidence. */
@Injectable()
export class EvidenceQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The documents about one record that the actor may read, oldest first; five hundred at most. */
  about(actor: Actor, { kind, id }: RecordRef): Promise<EvidenceRow[]> {
    const permitted = this.access.where(actor, 'read', EvidenceItem, { alias: 'e', after: 3 });
    const about = `evidence.item e
        WHERE e.subject_kind = $1 AND e.subject_id = $2 AND ${permitted.text} ORDER BY e.id LIMIT $3`;
    const values = [kind, id, MOST_DOCUMENTS, ...permitted.values];
    return this.database.rows(scopeOf(actor), EVIDENCE_ROW.from(about, values));
  }

  /** A page of the documents about one record that the actor may read, in the order in which they came. */
  async list(actor: Actor, { kind, id }: RecordRef, request: PageRequest): Promise<ListPage<EvidenceRow>> {
    const permitted = this.access.where(actor, 'read', EvidenceItem, { alias: 'e', after: 4 });
    const rows = await this.database.rows(
      scopeOf(actor),
      SORTED_ROW.from(
        `evidence.item e WHERE e.subject_kind = $1 AND e.subject_id = $2 AND ($3::uuid IS NULL OR e.id > $3)
          AND ${permitted.text} ORDER BY e.id LIMIT $4`,
        [kind, id, request.after?.id ?? null, request.limit + 1, ...permitted.values],
      ),
    );
    return pageOf(rows, request);
  }

  /** The documents with this SHA-256 (lower-case hex) that the actor may read, whatever they are about; oldest first, twenty at most. */
  withHash(actor: Actor, sha256: string): Promise<EvidenceRow[]> {
    const permitted = this.access.where(actor, 'read', EvidenceItem, { alias: 'e', after: 2 });
    const same = `evidence.item e WHERE e.sha256 = $1 AND ${permitted.text} ORDER BY e.id LIMIT $2`;
    const values = [sha256, MOST_OF_ONE_HASH, ...permitted.values];
    return this.database.rows(scopeOf(actor), EVIDENCE_ROW.from(same, values));
  }

  /** One document; null when there is none or the actor may not read it. */
  async one(actor: Actor, id: string): Promise<EvidenceRow | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', EvidenceItem, { alias: 'e', after: 1 });
    const one = `evidence.item e WHERE e.id = $1 AND ${permitted.text}`;
    return this.database.row(scopeOf(actor), EVIDENCE_ROW.from(one, [id, ...permitted.values]));
  }
}
