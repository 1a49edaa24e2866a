import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';

/** One event as the list of the log shows it. */
export type LogLine = Omit<RowOf<typeof LINE>, 'sort'>;

/** One event as the history of its record shows it. */
export type RecordEvent = Omit<RowOf<typeof EVENT>, 'sort'>;

/** Every SELECT about the log; row-level security opens it to auditors. */
@Injectable()
export class LogQueries {
  constructor(private readonly database: Database) {}

  /** The staff log, newest first: what was done, to which record and in which post. */
  async log(actor: Actor, request: PageRequest): Promise<ListPage<LogLine>> {
    const from = `ledger.event e WHERE e.log = 'staff' AND ($1::uuid IS NULL OR e.id < $1)
      ORDER BY e.id DESC LIMIT $2`;
    const page = LINE.from(from, [request.after?.id ?? null, request.limit + 1], true);
    return pageOf(await this.database.rows(scopeOf(actor), page), request);
  }

  /** What was done to one record, newest first. */
  async history(
    actor: Actor,
    { kind, id }: { readonly kind: string; readonly id: Uuid },
    request: PageRequest,
  ): Promise<ListPage<RecordEvent>> {
    const from = `ledger.event e WHERE e.subject_kind = $1 AND e.subject_id = $2
        AND ($3::uuid IS NULL OR e.revision < (
          SELECT last.revision FROM ledger.event last
          WHERE last.id = $3 AND last.subject_kind = $1 AND last.subject_id = $2))
      ORDER BY e.revision DESC LIMIT $4`;
    const page = EVENT.from(from, [kind, id, request.after?.id ?? null, request.limit + 1]);
    return pageOf(await this.database.rows(scopeOf(actor), page), request);
  }
}

const POST = sql<string>("coalesce(e.leaf::jsonb -> 'actor' ->> 'post', 'nobody known')");

const LINE = select({
  id: sql<Uuid>('e.id'),
  day: sql<string>('e.day'),
  action: sql<string>('e.action'),
  kind: sql<string>('e.subject_kind'),
  subjectId: sql<Uuid>('e.subject_id'),
  post: POST,
  sort: sql<string>('e.id::text'),
});

const EVENT = select({
  id: sql<Uuid>('e.id'),
  day: sql<string>('e.day'),
  action: sql<string>('e.action'),
  revision: sql<number>('e.revision'),
  leafHash: sql<string>("encode(e.leaf_hash, 'hex')"),
  post: POST,
  reason: sql<string | null>("e.leaf::jsonb ->> 'reason'"),
  record: sql<Readonly<Record<string, unknown>>>("e.leaf::jsonb -> 'record'"),
  sort: sql<string>('e.revision::text'),
});
