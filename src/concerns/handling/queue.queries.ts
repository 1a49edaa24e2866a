import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isCalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { sql } from '../../platform/database/selection.js';
import { Concern, stateOf } from '../concern.entity.js';
import { CONCERN, type ConcernRow } from '../concerns.queries.js';

/** A concern in the handlers' list. */
export interface QueuedConcern extends ConcernRow {
  /** The last message is the person's, and nobody has written since. */
  readonly awaitsReply: boolean;
}

/** The parts of the handlers' list: what waits, what is held apart, and what is closed or withdrawn. */
export const QUEUE_PARTS = ['open', 'held', 'done'] as const;

/** One part of the handlers' list. */
export type QueuePart = (typeof QUEUE_PARTS)[number];

/** The list that handlers work through. */
@Injectable()
export class QueueQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** One page of concerns: those that may be urgent first, then the oldest. Held ones stand apart. */
  async queue(actor: Actor, part: QueuePart, request: PageRequest): Promise<ListPage<QueuedConcern>> {
    const permitted = this.access.where(actor, 'read', Concern, { alias: 'c', after: 4 });
    const after = cursorIn(request);
    const rows = await this.database.rows(
      scopeOf(actor),
      QUEUED.from(
        `concerns.concern c
        WHERE ${PARTS[part]} AND ($1::boolean IS NULL OR (NOT c.urgent, c.filed_on, c.id) > ($1, $2::date, $3::uuid))
          AND ${permitted.text}
        ORDER BY NOT c.urgent, c.filed_on, c.id LIMIT $4`,
        [after?.unhurried, after?.filedOn, after?.id, request.limit + 1, ...permitted.values],
        true,
      ),
    );
    return pageOf(
      rows.map((row) => ({ ...row, state: stateOf(row) })),
      request,
    );
  }
}

const QUEUED = CONCERN.and({
  sort: sql<string>("(CASE WHEN c.urgent THEN '0' ELSE '1' END) || c.filed_on"),
  awaitsReply: sql<boolean>(`coalesce((SELECT m.direction = 'from-person' FROM concerns.message m
    WHERE m.concern_id = c.id ORDER BY m.turn DESC LIMIT 1), false)`),
});

const NOT_DONE = 'c.closed_on IS NULL AND c.withdrawn_on IS NULL';

const PARTS: Record<QueuePart, string> = {
  open: `${NOT_DONE} AND (c.held_on IS NULL OR c.admitted_on IS NOT NULL)`,
  held: `${NOT_DONE} AND c.held_on IS NOT NULL AND c.admitted_on IS NULL`,
  done: '(c.closed_on IS NOT NULL OR c.withdrawn_on IS NOT NULL)',
};

function cursorIn({ after }: PageRequest): { unhurried: boolean; filedOn: string; id: Uuid } | null {
  const filedOn = after?.sort.slice(1);
  if (after === null || !isCalendarDay(filedOn)) return null;
  return { unhurried: after.sort.startsWith('1'), filedOn, id: after.id };
}
