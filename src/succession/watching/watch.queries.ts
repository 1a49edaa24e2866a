import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { DEPLOYMENTS } from '../../deployments/finding/deployment-view.js';
import { CLAIM_COLUMNS } from '../../deployments/claims/claim-view.js';
import { Claim } from '../../deployments/claims/claim.entity.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { DeploymentName } from '../../deployments/deployment-name.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { column, columns, jsonList, select, sql, type RowOf } from '../../platform/database/selection.js';
import { FEATURES_NEEDED } from '../comparing/compare-schemes.js';
import { WATCHED_SCHEME, type WatchedScheme } from './watched-scheme.js';

/** Two schemes that share enough to be compared. */
export interface Candidates {
  readonly earlierId: Uuid;
  readonly id: Uuid;
}

/** Schemes that share enough with `e`, found by the index of features; and those that a claim or the record joins to it. */
const SHARING = `SELECT g.deployment_id AS id FROM succession.feature f
    JOIN succession.feature g ON g.sort = f.sort AND g.value = f.value AND g.deployment_id <> f.deployment_id
    WHERE f.deployment_id = e.id AND f.counts_as IS NOT NULL
    GROUP BY g.deployment_id HAVING count(DISTINCT g.counts_as) >= ${String(FEATURES_NEEDED)}
  UNION SELECT n.id FROM deployments.claim c JOIN deployments.deployment n ON n.key = ANY (c.about) AND n.id <> e.id
    WHERE c.topic = 'LINEAGE' AND c.withdrawn_on IS NULL AND e.key = ANY (c.about)
  UNION SELECT n.id FROM deployments.deployment n WHERE n.succeeds_id = e.id`;

/** Whether `e` stopped, was paused, or nobody knows whether it did; or something is recorded or claimed to follow it. */
const MAY_HAVE_STOPPED = `(e.state_code IN ('PAUSED', 'HALT_ORDERED', 'STEPPING_DOWN', 'CLOSED', 'DISBANDED', 'UNKNOWN')
  OR EXISTS (SELECT FROM deployments.transition t WHERE t.deployment_id = e.id
    AND t.to_state IN ('PAUSED', 'HALT_ORDERED', 'STEPPING_DOWN', 'CLOSED', 'DISBANDED'))
  OR EXISTS (SELECT FROM deployments.halt h WHERE h.deployment_id = e.id)
  OR EXISTS (SELECT FROM deployments.claim c WHERE c.deployment_id = e.id AND c.withdrawn_on IS NULL AND (c.topic = 'END'
    OR c.topic = 'STATE' AND c.value #>> '{}' IN ('PAUSED', 'HALT_ORDERED', 'STEPPING_DOWN', 'CLOSED', 'DISBANDED')))
  OR EXISTS (SELECT FROM deployments.claim c WHERE c.topic = 'LINEAGE' AND e.key = ANY (c.about))
  OR EXISTS (SELECT FROM deployments.deployment n WHERE n.succeeds_id = e.id))`;

const PAIR = select({ earlierId: column(Deployment, 'e', 'id'), id: column(Deployment, 'l', 'id') });
const SORTED_PAIR = PAIR.and({ sort: sql<string>('e.id::text') });
const PAIRS = `deployments.deployment e CROSS JOIN LATERAL (${SHARING}) s JOIN deployments.deployment l ON l.id = s.id`;

const NAMING_CLAIM = select({
  ...CLAIM_COLUMNS,
  scheme: sql<string | null>('d.key'),
  schemes: jsonList(
    {
      ...columns(Deployment, 'n', 'key', 'title', 'area'),
      names: jsonList(
        columns(DeploymentName, 'm', 'name'),
        'deployments.deployment_name m WHERE m.deployment_id = n.id',
        'lower(m.name)',
      ),
    },
    'deployments.deployment n WHERE n.id = c.deployment_id OR n.key = ANY (c.about)',
    'n.key',
  ),
});

/** A claim that names schemes, with those of the register that it is about. */
export type NamingClaim = RowOf<typeof NAMING_CLAIM>;

const MOST_OF_ONE = 50;
const MOST_CLAIMS = 500;

/** Every SELECT by which schemes that may go on in others are found. No request compares every two schemes. */
@Injectable()
export class WatchQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of pairs that share enough, the schemes that the register learnt of first before the others. */
  async pairs(actor: Actor, request: PageRequest): Promise<ListPage<Candidates>> {
    const [e, l] = this.permitted(actor, 3);
    const after = request.after && isId(request.after.sort) ? request.after : null;
    const rows = SORTED_PAIR.from(
      `${PAIRS} WHERE ($1::uuid IS NULL OR e.id >= $1) AND ($1::uuid IS NULL OR (e.id, l.id) > ($1, $2::uuid))
        AND ${MAY_HAVE_STOPPED} AND ${e.text} AND ${l.text} ORDER BY e.id, l.id LIMIT $3`,
      [after?.sort ?? null, after?.id ?? null, request.limit + 1, ...e.values, ...l.values],
    );
    return pageOf(await this.database.rows(scopeOf(actor), rows), request);
  }

  /** The schemes that share enough with one, whichever came first; fifty at most. */
  async beside(actor: Actor, id: Uuid): Promise<readonly Candidates[]> {
    const [e, l] = this.permitted(actor, 2);
    return this.database.rows(
      scopeOf(actor),
      PAIR.from(
        `deployments.deployment e CROSS JOIN LATERAL (${SHARING} UNION SELECT e.succeeds_id) s
          JOIN deployments.deployment l ON l.id = s.id
          WHERE e.id = $1 AND ${e.text} AND ${l.text} ORDER BY l.id LIMIT $2`,
        [id, MOST_OF_ONE, ...e.values, ...l.values],
      ),
    );
  }

  /** These schemes with all that is compared of them, by their ids. */
  async schemes(actor: Actor, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, WatchedScheme>> {
    if (ids.length === 0) return new Map();
    const permitted = this.access.where(actor, 'read', Deployment, { alias: 'd', after: 1 });
    const rows = await this.database.rows(
      scopeOf(actor),
      WATCHED_SCHEME.from(`${DEPLOYMENTS} WHERE d.id = ANY ($1) AND ${permitted.text}`, [
        [...new Set(ids)],
        ...permitted.values,
      ]),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What sources say of names, and of where schemes came from and what followed; what is withdrawn is left out. */
  async naming(actor: Actor): Promise<readonly NamingClaim[]> {
    const permitted = this.access.where(actor, 'read', Claim, { alias: 'c', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      NAMING_CLAIM.from(
        `deployments.claim c LEFT JOIN deployments.deployment d ON d.id = c.deployment_id
          WHERE c.topic IN ('LINEAGE', 'ALIAS') AND c.registered_by = 'sources' AND c.withdrawn_on IS NULL AND ${permitted.text}
          ORDER BY c.key LIMIT $1`,
        [MOST_CLAIMS, ...permitted.values],
      ),
    );
  }

  private permitted(actor: Actor, after: number) {
    const e = this.access.where(actor, 'read', Deployment, { alias: 'e', after });
    const l = this.access.where(actor, 'read', Deployment, { alias: 'l', after: after + e.values.length });
    return [e, l] as const;
  }
}
