import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { Database } from '../../platform/database/database.js';
import type { DocumentType } from './document-types.js';
import { EvidenceItem, type Audience } from './evidence-item.entity.js';

/** One document as lists and pages show it. */
export interface EvidenceRow {
  readonly id: Uuid;
  readonly title: string;
  /** Null for documents that were kept before anybody was asked. */
  readonly documentType: DocumentType | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly dated: string | null;
  readonly receivedOn: string;
  readonly audience: Audience;
  /** Why not everyone may read it; null when everyone may. */
  readonly whyNotEveryone: string | null;
  readonly subjectKind: string;
  readonly subjectId: Uuid;
}

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
    return this.database.rows<EvidenceRow>(scopeOf(actor), {
      text: `SELECT ${COLUMNS} FROM evidence.item e
        WHERE e.subject_kind = $1 AND e.subject_id = $2 AND ${permitted.text} ORDER BY e.id LIMIT $3`,
      values: [kind, id, MOST_DOCUMENTS, ...permitted.values],
    });
  }

  /** The documents with this SHA-256 (lower-case hex) that the actor may read, whatever they are about; oldest first, twenty at most. */
  withHash(actor: Actor, sha256: string): Promise<EvidenceRow[]> {
    const permitted = this.access.where(actor, 'read', EvidenceItem, { alias: 'e', after: 2 });
    return this.database.rows<EvidenceRow>(scopeOf(actor), {
      text: `SELECT ${COLUMNS} FROM evidence.item e WHERE e.sha256 = $1 AND ${permitted.text} ORDER BY e.id LIMIT $2`,
      values: [sha256, MOST_OF_ONE_HASH, ...permitted.values],
    });
  }

  /** One document; null when there is none or the actor may not read it. */
  async one(actor: Actor, id: string): Promise<EvidenceRow | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', EvidenceItem, { alias: 'e', after: 1 });
    return this.database.row<EvidenceRow>(scopeOf(actor), {
      text: `SELECT ${COLUMNS} FROM evidence.item e WHERE e.id = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
  }
}

const COLUMNS = `e.id, e.title, e.document_type AS "documentType", e.sha256, e.bytes, e.media_type AS "mediaType", e.dated,
  e.received_on AS "receivedOn", e.audience,
  e.why_not_everyone AS "whyNotEveryone", e.subject_kind AS "subjectKind", e.subject_id AS "subjectId"`;
