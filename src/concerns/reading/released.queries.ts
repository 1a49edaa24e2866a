import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  RELEASE_COLUMNS,
  releaseFrom,
  type ConcernReleaseRow,
  type SealedRelease,
} from '../folder.queries.js';
import { ConcernRelease } from '../concern-release.entity.js';

/** What was released of a concern, in a list: nothing finer than the month, and nothing that leads to the concern. */
export interface ReleasedRow {
  readonly id: Uuid;
  readonly organisationId: Uuid;
  readonly organisation: string;
  readonly deploymentId: Uuid | null;
  readonly themes: readonly string[];
  readonly month: string;
}

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
    const rows = await this.database.rows<ReleasedRow & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `
        SELECT r.id, r.organisation_id AS "organisationId", o.name AS organisation, r.deployment_id AS "deploymentId",
          r.themes, r.month, r.month AS sort
        FROM concerns.release r JOIN organisations.organisation o ON o.id = r.organisation_id
        WHERE ($1::text IS NULL OR (r.month, r.id) < ($1, $2::uuid)) AND ${permitted.text}
        ORDER BY r.month DESC, r.id DESC LIMIT $3`,
      values: [
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    });
    return pageOf(rows, request);
  }

  /** One release; null when absent or unseeable. */
  async one(actor: Actor, id: string): Promise<ReleaseToOpen | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', ConcernRelease, { alias: 'r', after: 1 });
    const row = await this.database.row<ConcernReleaseRow & { concernId: Uuid }>(scopeOf(actor), {
      text: `SELECT ${RELEASE_COLUMNS}, r.concern_id AS "concernId"
        FROM concerns.release r JOIN organisations.organisation o ON o.id = r.organisation_id
        WHERE r.id = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
    if (!row) return null;
    const { concernId, ...release } = row;
    return { concernId, release: releaseFrom(concernId, release) };
  }
}
