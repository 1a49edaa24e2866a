import { Injectable } from '@nestjs/common';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { column, orNull, select, sql, type RowOf } from '../../platform/database/selection.js';
import { Round } from '../../reviews/round.entity.js';
import type { NoticeKind } from '../notice-kinds.js';

const NOTICE = select({
  id: sql<Uuid>('n.id'),
  kind: sql<NoticeKind>('n.kind'),
  aboutId: sql<Uuid>('n.about_id'),
  roundId: sql<Uuid | null>('n.round_id'),
  reviewId: sql<Uuid | null>('n.review_id'),
  happenedOn: sql<CalendarDay>('n.happened_on::text'),
  dueOn: sql<CalendarDay | null>('n.due_on::text'),
  toldAt: sql<Date>('n.told_at'),
  isRead: sql<boolean>('n.read_at IS NOT NULL'),
  // Names of what is public, as whoever looks may see them.
  ...orNull({
    round: column(Round, 'd', 'title'),
    organisation: column(Organisation, 'o', 'name'),
    scheme: column(Deployment, 's', 'title'),
  }),
});
const LISTED = NOTICE.and({ sort: sql<string>('n.told_at::text') });
const UNREAD = select({ unread: sql<number>('count(*)::integer') });

/** One notice as the person to whom it is reads it. */
export type NoticeRow = RowOf<typeof NOTICE>;

/** More than this many unread notices are not counted further. */
const MOST_COUNTED = 100;

/** Every SELECT about notices. A person reads their own alone, and nobody else's exist for them. */
@Injectable()
export class NoticesQueries {
  constructor(private readonly database: Database) {}

  /** A page of the person's notices, newest first. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<NoticeRow>> {
    const from = `(SELECT * FROM notices.notice w
        WHERE w.person_id = $1 AND ($2::timestamptz IS NULL OR (w.told_at, w.id) < ($2, $3::uuid))
        ORDER BY w.told_at DESC, w.id DESC LIMIT $4) AS n
      LEFT JOIN reviews.round d ON d.id = n.round_id
      LEFT JOIN organisations.organisation o ON o.id = n.organisation_id
      LEFT JOIN reviews.step t ON t.review_id = n.review_id
      LEFT JOIN deployments.deployment s ON s.id = t.deployment_id
      ORDER BY n.told_at DESC, n.id DESC`;
    const { after, limit } = request;
    const page = LISTED.from(from, [actor.personId, after?.sort ?? null, after?.id ?? null, limit + 1]);
    return pageOf(await this.database.rows(scopeOf(actor), page), request);
  }

  /** How many notices the person has not read, a hundred at most. */
  async unread(actor: Actor): Promise<number> {
    const from = `(SELECT FROM notices.notice n WHERE n.person_id = $1 AND n.read_at IS NULL LIMIT ${MOST_COUNTED}) AS waiting`;
    const found = await this.database.row(scopeOf(actor), UNREAD.from(from, [actor.personId], true));
    return found?.unread ?? 0;
  }
}
