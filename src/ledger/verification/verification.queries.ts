import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Json } from '../../kernel/canonical-json.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import {
  recordedKind,
  tableOf,
  type RecordedClass,
  type RecordedEntity,
} from '../../platform/database/recorded.js';
import {
  columns,
  everyColumn,
  jsonList,
  recordOf,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import type { KeptEvent } from './kept-event.js';

/** Where reading the log of one kind goes on. */
export interface LogPlace {
  readonly subjectId: Uuid;
  readonly revision: number;
}

const DIFFERENCE = select({
  personId: sql<Uuid>('d.person_id'),
  kind: sql<string>('d.kind'),
  recordId: sql<Uuid>('d.record_id'),
  kept: sql<boolean>('d.kept'),
});

/** A part that a person takes in a record by the table that rights look into, or by the records, but not by both. */
export type EngagementDifference = RowOf<typeof DIFFERENCE>;

const CHANGE_DIFFERENCE = select({
  subjectKind: sql<string>('d.subject_kind'),
  subjectId: sql<Uuid>('d.subject_id'),
  revision: sql<number>('d.revision'),
  field: sql<string>('d.field'),
  eventId: sql<Uuid | null>('d.event_id'),
  kept: sql<boolean>('d.kept'),
  told: sql<boolean>('d.told'),
  differs: sql<readonly string[]>('d.differs'),
});

/** A change of what everyone could read that is kept, or told by the log, but not by both alike. */
export type ChangeDifference = RowOf<typeof CHANGE_DIFFERENCE>;

const COUNT = select({ count: sql<number>('count(*)::int') });

const BEFORE_ALL: LogPlace = { subjectId: '00000000-0000-0000-0000-000000000000', revision: 0 };
const EVENTS_PER_PAGE = 1000;

/** Reads the log and the records beside it, a page at a time, as the operator. */
@Injectable()
export class VerificationQueries {
  private readonly scope = scopeOf(OPERATOR);

  constructor(private readonly database: Database) {}

  /** The kinds that have events, by name. */
  async kindsWithEvents(): Promise<string[]> {
    const kinds = KIND.from('ledger.event e GROUP BY e.subject_kind ORDER BY e.subject_kind');
    return (await this.database.rows(this.scope, kinds)).map(({ kind }) => kind);
  }

  /** The next thousand events of one kind, record by record and in order of revision. */
  events(kind: string, after: LogPlace = BEFORE_ALL): Promise<KeptEvent[]> {
    const next = EVENT.from(
      `ledger.event e WHERE e.subject_kind = $1 AND (e.subject_id, e.revision) > ($2::uuid, $3)
        ORDER BY e.subject_id, e.revision LIMIT $4`,
      [kind, after.subjectId, after.revision, EVENTS_PER_PAGE],
    );
    return this.database.rows(this.scope, next);
  }

  /** The records of these ids that exist now. */
  async records(kind: RecordedClass, ids: readonly Uuid[]): Promise<Map<Uuid, RecordedEntity>> {
    const wanted = select(everyColumn(kind, 'r')).from(`${tableOf(kind)} r WHERE r.id = ANY ($1)`, [ids]);
    const rows = await this.database.rows(this.scope, wanted);
    return new Map(rows.map((row) => [row.id, recordOf(kind, row)]));
  }

  /** Where what people are let take part in is not what follows from the records; a thousand at most. */
  engagementDifferences(): Promise<EngagementDifference[]> {
    return this.database.rows(
      this.scope,
      DIFFERENCE.from('access.engagement_differences() d ORDER BY d.kept DESC, 1, 2, 3 LIMIT $1', [
        EVENTS_PER_PAGE,
      ]),
    );
  }

  /** How many changes of public records are kept. */
  async keptChanges(): Promise<number> {
    const kept = await this.database.row(this.scope, COUNT.from('ledger.change'));
    return kept?.count ?? 0;
  }

  /** Where what is kept of changes of public records is not what the log tells; a thousand at most. */
  changeDifferences(): Promise<ChangeDifference[]> {
    return this.database.rows(
      this.scope,
      CHANGE_DIFFERENCE.from('ledger.change_differences() d ORDER BY 1, 2, 3, 4 LIMIT $1', [EVENTS_PER_PAGE]),
    );
  }

  /** The ids of records about which there is no event at all; a thousand at most. */
  async recordsWithoutEvents(kind: RecordedClass): Promise<Uuid[]> {
    const without = select(columns(kind, 'r', 'id')).from(
      `${tableOf(kind)} r WHERE NOT EXISTS (
        SELECT FROM ledger.event e WHERE e.subject_kind = $1 AND e.subject_id = r.id) LIMIT $2`,
      [recordedKind(kind).kind, EVENTS_PER_PAGE],
    );
    return (await this.database.rows(this.scope, without)).map(({ id }) => id);
  }
}

const KIND = select({ kind: sql<string>('e.subject_kind') });

const EVENT = select({
  id: sql<Uuid>('e.id'),
  log: sql<string>('e.log'),
  subjectKind: sql<string>('e.subject_kind'),
  subjectId: sql<Uuid>('e.subject_id'),
  revision: sql<number>('e.revision'),
  action: sql<string>('e.action'),
  day: sql<CalendarDay>('e.day'),
  recordedAt: sql<Date | null>('e.recorded_at'),
  leaf: sql<string>('e.leaf'),
  leafHash: sql<string>("encode(e.leaf_hash, 'hex')"),
  queued: sql<boolean>('EXISTS (SELECT FROM ledger.queue q WHERE q.event_id = e.id)'),
  openings: jsonList(
    {
      field: sql<string>('o.field'),
      salt: sql<string>("encode(o.salt, 'hex')"),
      value: sql<Json>('o.value'),
    },
    'ledger.opening o WHERE o.event_id = e.id',
    'o.field',
  ),
});
