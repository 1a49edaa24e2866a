import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { DEPLOYMENTS } from '../../deployments/finding/deployment-view.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Database } from '../../platform/database/database.js';
import { everyPage, pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { sql } from '../../platform/database/selection.js';
import { WATCHED_SCHEME, type WatchedScheme } from '../watching/watched-scheme.js';

const SORTED_SCHEME = WATCHED_SCHEME.and({ sort: sql<string>('lower(d.title)') });
const A_SHEET_PAGE = 200;

/** Every SELECT about schemes that ended. */
@Injectable()
export class EndedSchemesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of schemes that are halted, stepped down, closed, disbanded or said to have ended, by title. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<WatchedScheme>> {
    const permitted = this.access.where(actor, 'read', Deployment, { alias: 'd', after: 3 });
    const rows = SORTED_SCHEME.from(
      `${DEPLOYMENTS} WHERE (d.state_code IN ('HALT_ORDERED', 'STEPPING_DOWN', 'CLOSED', 'DISBANDED')
          OR d.state_code = 'UNKNOWN' AND EXISTS (SELECT FROM deployments.claim c WHERE c.deployment_id = d.id AND c.topic = 'END'
            AND c.withdrawn_on IS NULL AND NOT c.planned AND c.dated IS NOT NULL))
        AND ($1::text IS NULL OR (lower(d.title), d.id) > ($1, $2::uuid)) AND ${permitted.text}
        ORDER BY lower(d.title), d.id LIMIT $3`,
      [request.after?.sort ?? null, request.after?.id ?? null, request.limit + 1, ...permitted.values],
    );
    return pageOf(await this.database.rows(scopeOf(actor), rows), request);
  }

  /** Every one of them, page by page, so that a table of any length is sent as it is read. */
  each(actor: Actor): AsyncGenerator<WatchedScheme> {
    return everyPage(A_SHEET_PAGE, (request) => this.list(actor, request));
  }
}
