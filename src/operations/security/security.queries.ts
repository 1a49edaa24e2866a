import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Person } from '../../identity/people/person.entity.js';
import type { Role } from '../../identity/roles.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { column, orNull, select, sql, type RowOf } from '../../platform/database/selection.js';
import type { SecurityEventKind } from './security-event.js';

/** One security event as its page shows it. */
export type SecurityLine = Omit<RowOf<typeof LINE>, 'sort'>;

/** Which security events are wanted. */
export interface SecurityFilter {
  readonly kind: SecurityEventKind | undefined;
  readonly until: CalendarDay | undefined;
}

/** Every SELECT about security events; row-level security opens them to administrators. */
@Injectable()
export class SecurityQueries {
  constructor(private readonly database: Database) {}

  /** Attempts and what was done to accounts, newest first: one list of what is counted and what the log has. */
  async events(
    actor: Actor,
    { kind, until }: SecurityFilter,
    { after, limit }: PageRequest,
  ): Promise<ListPage<SecurityLine>> {
    const page = LINE.from(`${EVENTS} ORDER BY s.happened_at DESC, s.id DESC LIMIT $5`, [
      kind ?? null,
      until ?? null,
      after?.sort ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
    return pageOf(await this.database.rows(scopeOf(actor), page), { after, limit });
  }
}

const EVENTS = `(
    SELECT n.id, n.minute AS happened_at, n.kind, n.person_id, n.count, n.route, NULL AS role, NULL AS post
      FROM identity.security_note n
    UNION ALL
    SELECT e.id, e.happened_at, e.kind, e.person_id, 1, NULL, e.role, e.post FROM identity.account_event e
  ) s LEFT JOIN identity.person p ON p.id = s.person_id
  WHERE s.kind IS NOT NULL AND ($1::text IS NULL OR s.kind = $1)
    AND ($2::date IS NULL OR s.happened_at < ($2::date + 1)::timestamp AT TIME ZONE 'Europe/London')
    AND ($3::timestamptz IS NULL OR (s.happened_at, s.id) < ($3, $4::uuid))`;

const LINE = select({
  id: sql<Uuid>('s.id'),
  happenedAt: sql<Date>('s.happened_at'),
  kind: sql<SecurityEventKind>('s.kind'),
  personId: sql<Uuid | null>('s.person_id'),
  ...orNull({ name: column(Person, 'p', 'name') }),
  count: sql<number>('s.count'),
  route: sql<string | null>('s.route'),
  role: sql<Role | null>('s.role'),
  post: sql<string | null>('s.post'),
  sort: sql<string>('s.happened_at::text'),
});
