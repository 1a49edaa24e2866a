import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import {
  cursorFrom,
  pageOf,
  type Cursor,
  type ListPage,
  type PageRequest,
} from '../../platform/database/keyset.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { FlowDisclosure } from '../flow/flow-disclosure.entity.js';

/** What the public is told of the flows of a deployment, as far as one page or file holds it. */
export interface Disclosures {
  /** In the order in which it happened. */
  readonly rows: readonly DisclosureRow[];
  /** False when there is more than these rows, which are then the first. */
  readonly isWhole: boolean;
}

/** Far more than any scheme has; what lies beyond is read through the API, page by page. */
export const MOST_DISCLOSURES = 5000;

const AT_ONCE = 200;

/** Every SELECT about what the public is told, so that page, files and counts rest on the same rows. */
@Injectable()
export class DisclosuresQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of what the public is told of the flows of a deployment, in the order in which it happened. */
  async page(actor: Actor, deploymentId: Uuid, request: PageRequest): Promise<ListPage<DisclosureRow>> {
    const permitted = this.access.where(actor, 'read', FlowDisclosure, { alias: 'p', after: 3 });
    const rows = await this.database.rows(
      scopeOf(actor),
      DISCLOSURE.and({ sort: sql<string>('p.id::text') }).from(
        `data_sharing.flow_disclosure p
        WHERE p.deployment_id = $1 AND ($2::uuid IS NULL OR p.id > $2) AND ${permitted.text} ORDER BY p.id LIMIT $3`,
        [deploymentId, request.after?.sort ?? null, request.limit + 1, ...permitted.values],
        true,
      ),
    );
    return pageOf(rows, request);
  }

  /** Everything that is told, up to the most that a page or file holds. */
  async all(actor: Actor, deploymentId: Uuid): Promise<Disclosures> {
    const rows: DisclosureRow[] = [];
    let after: Cursor | null = null;
    do {
      const page = await this.page(actor, deploymentId, { limit: AT_ONCE, after });
      rows.push(...page.items);
      after = page.next === null ? null : cursorFrom(page.next);
    } while (after !== null && rows.length < MOST_DISCLOSURES);
    return { rows, isWhole: after === null };
  }

  /**
   * How many flows the public is told of, how many results are not shown in the newest results of each, and how many of
   * the flows show what the screening of their scheme denies (rule R-PAT-05).
   */
  async counted(actor: Actor, deploymentId: Uuid): Promise<DisclosedCounts> {
    const permitted = this.access.where(actor, 'read', FlowDisclosure, { alias: 'p', after: 1 });
    const counts = await this.database.row(
      scopeOf(actor),
      COUNTS.within(
        (list) => `WITH disclosed AS (SELECT p.id, p.series_id, p.subject, p.content
            FROM data_sharing.flow_disclosure p WHERE p.deployment_id = $1 AND ${permitted.text}),
          newest AS (SELECT DISTINCT ON (d.series_id) d.content FROM disclosed d
            WHERE d.subject = 'rule-results' ORDER BY d.series_id, d.id DESC)
          SELECT ${list}`,
        [deploymentId, ...permitted.values],
        true,
      ),
    );
    return counts ?? { flows: 0, notShown: 0, deny: 0 };
  }
}

const DISCLOSURE = select(
  columns(FlowDisclosure, 'p', 'id', 'flowId', 'seriesId', 'version', 'subject', 'disclosedOn', 'content'),
);

const COUNTS = select({
  deny: sql<number>(`(SELECT count(*)::int FROM newest n WHERE n.content -> 'notShown' ? 'R-PAT-05')`),
  flows: sql<number>('(SELECT count(DISTINCT d.series_id)::int FROM disclosed d)'),
  notShown: sql<number>(`(SELECT coalesce(sum((counts.value ->> 'FAIL')::int), 0)::int
    FROM newest n, jsonb_each(n.content -> 'groups') counts)`),
});

/** One thing that the public is told of a flow. */
export type DisclosureRow = RowOf<typeof DISCLOSURE>;

/** How much the public is told. */
export type DisclosedCounts = RowOf<typeof COUNTS>;
