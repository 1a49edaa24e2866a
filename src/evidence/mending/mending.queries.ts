import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { Database } from '../../platform/database/database.js';
import { tableOf } from '../../platform/database/recorded.js';
import { everyColumn, recordOf, select, sql, type RowOf } from '../../platform/database/selection.js';
import { CORRECTABLE } from '../corrections/corrections.queries.js';
import type { MendableKind, MendableRecord } from './mendable.js';

const ENTRY = CORRECTABLE.and({ withdrawnOn: sql<CalendarDay | null>('c.withdrawn_on::text') });

/** An entry on the page of a record, as the list of what can be mended shows it. */
export type EntryRow = RowOf<typeof ENTRY>;

const MOST_ENTRIES = 500;

/** Every SELECT about what can be mended. */
@Injectable()
export class MendingQueries {
  constructor(private readonly database: Database) {}

  /** What stands on the page of a record, of those that one of these organisations answers for; five hundred at most. */
  about(actor: Actor, { kind, id }: RecordRef, organisations: readonly Uuid[]): Promise<EntryRow[]> {
    const about = `evidence.correctable c WHERE c.about_kind = $1 AND c.about_id = $2 AND c.organisation_id = ANY ($3)
      ORDER BY c.kind, c.id LIMIT ${String(MOST_ENTRIES)}`;
    return this.database.rows(scopeOf(actor), ENTRY.from(about, [kind, isId(id) ? id : null, organisations]));
  }

  /** The entry itself, as this actor may see it; null when there is none. */
  async one({ recorded }: MendableKind, actor: Actor, id: Uuid): Promise<MendableRecord | null> {
    if (!isId(id)) return null;
    const row = await this.database.row(
      scopeOf(actor),
      select(everyColumn(recorded, 'r')).from(`${tableOf(recorded)} r WHERE r.id = $1`, [id]),
    );
    return row && recordOf(recorded, row);
  }
}
