import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import {
  recordedKind,
  tableOf,
  type RecordedClass,
  type RecordedEntity,
} from '../../platform/database/recorded.js';
import { everyColumn, recordOf, select } from '../../platform/database/selection.js';
import type { KeptEvent } from './kept-event.js';

/** Where reading the log of one kind goes on. */
export interface LogPlace {
  readonly subjectId: Uuid;
  readonly revision: number;
}

const BEFORE_ALL: LogPlace = { subjectId: '00000000-0000-0000-0000-000000000000', revision: 0 };
const EVENTS_PER_PAGE = 1000;

/** Reads the log and the records beside it, a page at a time, as the operator. */
@Injectable()
export class VerificationQueries {
  private readonly scope = scopeOf(OPERATOR);

  constructor(private readonly database: Database) {}

  /** The kinds that have events, by name. */
  async kindsWithEvents(): Promise<string[]> {
    const rows = await this.database.rows<{ kind: string }>(this.scope, {
      text: 'SELECT DISTINCT subject_kind AS kind FROM ledger.event ORDER BY 1',
    });
    return rows.map(({ kind }) => kind);
  }

  /** The next thousand events of one kind, record by record and in order of revision. */
  events(kind: string, after: LogPlace = BEFORE_ALL): Promise<KeptEvent[]> {
    return this.database.rows<KeptEvent>(this.scope, {
      text: `SELECT e.id, e.log, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.revision, e.action,
          e.day, e.recorded_at AS "recordedAt", e.leaf, encode(e.leaf_hash, 'hex') AS "leafHash",
          EXISTS (SELECT FROM ledger.queue q WHERE q.event_id = e.id) AS queued,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('field', o.field, 'salt', encode(o.salt, 'hex'), 'value', o.value)), '[]')
           FROM ledger.opening o WHERE o.event_id = e.id) AS openings
        FROM ledger.event e
        WHERE e.subject_kind = $1 AND (e.subject_id, e.revision) > ($2::uuid, $3)
        ORDER BY e.subject_id, e.revision LIMIT $4`,
      values: [kind, after.subjectId, after.revision, EVENTS_PER_PAGE],
    });
  }

  /** The records of these ids that exist now. */
  async records(kind: RecordedClass, ids: readonly Uuid[]): Promise<Map<Uuid, RecordedEntity>> {
    const wanted = select(everyColumn(kind, 'r')).from(`${tableOf(kind)} r WHERE r.id = ANY ($1)`, [ids]);
    const rows = await this.database.rows(this.scope, wanted);
    return new Map(rows.map((row) => [row.id, recordOf(kind, row)]));
  }

  /** The ids of records about which there is no event at all; a thousand at most. */
  async recordsWithoutEvents(kind: RecordedClass): Promise<Uuid[]> {
    const rows = await this.database.rows<{ id: Uuid }>(this.scope, {
      text: `SELECT r.id FROM ${tableOf(kind)} r WHERE NOT EXISTS (
          SELECT FROM ledger.event e WHERE e.subject_kind = $1 AND e.subject_id = r.id) LIMIT $2`,
      values: [recordedKind(kind).kind, EVENTS_PER_PAGE],
    });
    return rows.map(({ id }) => id);
  }
}
