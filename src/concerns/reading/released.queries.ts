import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { column, columns, select, type RowOf } from '../../platform/database/selection.js';
import { RELEASE, RELEASED_TO, releaseFrom, type SealedRelease } from '../folder.queries.js';
import { ConcernRelease } from '../concern-release.entity.js';

/** What was released of a concern, in a list: nothing finer than the month, and nothing that leads to the concern. */
export type ReleasedRow = Omit<RowOf<typeof RELEASED>, 'sort'>;

/** One release with the concern it is of, to be opened. */
export interface ReleaseToOpen {
  readonly concernId: Uuid;
  readonly release: SealedRelease;
}

/** SELECTs for those to whom something of a concern was released. */
@Injectable()
export class ReleasedQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of releases, newest month first; within a month in no order that means anything. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<ReleasedRow>> {
    const permitted = this.access.where(actor, 'read', ConcernRelease, { alias: 'r', after: 3 });
    const { limit, after } = request;
    const rows = await this.database.rows(
      scopeOf(actor),
      RELEASED.from(
        `${RELEASED_TO}
        WHERE ($1::text IS NULL OR (r.month, r.id) < ($1, $2::uuid)) AND ${permitted.text}
        ORDER BY r.month DESC, r.id DESC LIMIT $3`,
        [after?.sort ?? null, after?.id ?? null, limit + 1, ...permitted.values],
        true,
      ),
    );
    return pageOf(rows, request);
  }

  /** One release; null when absent or unseeable. */
  async one(actor: Actor, id: string): Promise<ReleaseToOpen | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', ConcernRelease, { alias: 'r', after: 1 });
    const row = await this.database.row(
      scopeOf(actor),
      TO_OPEN.from(`${RELEASED_TO} WHERE r.id = $1 AND ${permitted.text}`, [id, ...permitted.values]),
    );
    if (!row) return null;
    const { concernId, ...release } = row;
    return { concernId, release: releaseFrom(concernId, release) };
  }
}

const RELEASED = select({
  ...columns(ConcernRelease, 'r', 'id', 'organisationId', 'deploymentId', 'themes', 'month'),
  organisation: column(Organisation, 'o', 'name'),
  sort: column(ConcernRelease, 'r', 'month'),
});

const TO_OPEN = RELEASE.and(columns(ConcernRelease, 'r', 'concernId'));
