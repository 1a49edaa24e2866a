import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';
import { DataFlow } from './data-flow.entity.js';
import {
  FLOW_DETAIL,
  FLOW_ROW,
  QUEUED_FLOW,
  STORED_REPORT,
  type FlowDetail,
  type FlowRow,
  type QueuedFlow,
  type StoredReport,
} from './flow-rows.js';
import { RuleReport } from './rule-report.entity.js';
import type { SignOffRole } from '../../legal-basis/record/safeguards/sign-off.js';

/** Every SELECT about data flows that a page or program shows. */
@Injectable()
export class FlowsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of the flows of a deployment, each in the newest version that stands and that the actor may see, in the order they began. */
  ofDeployment(actor: Actor, deploymentId: Uuid, request: PageRequest): Promise<ListPage<FlowRow>> {
    return this.newestOf(actor, deploymentId, request, STANDS);
  }

  /** A page of the drafts of a deployment that are put aside and that the actor may see, in the order their flows began. */
  putAsideOf(actor: Actor, deploymentId: Uuid, request: PageRequest): Promise<ListPage<FlowRow>> {
    return this.newestOf(actor, deploymentId, request, IS_PUT_ASIDE);
  }

  /** Everything about one version of a flow; null when there is none for this actor. */
  async one(actor: Actor, id: string): Promise<FlowDetail | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', DataFlow, { alias: 'f', after: 1 });
    return this.database.row(
      scopeOf(actor),
      FLOW_DETAIL.from(
        `data_sharing.data_flow f JOIN deployments.deployment d ON d.id = f.deployment_id
        WHERE f.id = $1 AND ${permitted.text}`,
        [id, ...permitted.values],
        true,
      ),
    );
  }

  /** One stored report with every result; null when there is none for this actor. */
  async report(actor: Actor, id: string): Promise<StoredReport | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', RuleReport, { alias: 'r', after: 1 });
    return this.database.row(
      scopeOf(actor),
      STORED_REPORT.from(`data_sharing.rule_report r WHERE r.id = $1 AND ${permitted.text}`, [
        id,
        ...permitted.values,
      ]),
    );
  }

  /** A page of submitted flows of these trusts that nobody has signed in any of these capacities, oldest first. */
  async awaiting(
    actor: Actor,
    wanted: { readonly organisations: readonly Uuid[]; readonly capacities: readonly SignOffRole[] },
    request: PageRequest,
  ): Promise<ListPage<QueuedFlow>> {
    const permitted = this.access.where(actor, 'read', DataFlow, { alias: 'f', after: 4 });
    const rows = await this.database.rows(
      scopeOf(actor),
      QUEUED_FLOW.and({ sort: sql<string>('f.id::text') }).from(
        `data_sharing.data_flow f JOIN deployments.deployment d ON d.id = f.deployment_id
        WHERE f.submitted AND f.organisation_id = ANY ($1)
          AND NOT EXISTS (SELECT FROM data_sharing.flow_sign_off s WHERE s.flow_id = f.id AND s.capacity = ANY ($2))
          AND NOT EXISTS (SELECT FROM data_sharing.data_flow n WHERE n.replaces_id = f.id AND n.submitted)
          AND ($3::uuid IS NULL OR f.id > $3) AND ${permitted.text}
        ORDER BY f.id LIMIT $4`,
        [
          wanted.organisations,
          wanted.capacities,
          request.after?.sort ?? null,
          request.limit + 1,
          ...permitted.values,
        ],
      ),
    );
    return pageOf(rows, request);
  }

  /** How many flows of a deployment stand that the actor may see, and how many of those are drafts in their newest version. */
  async counted(actor: Actor, deploymentId: Uuid): Promise<FlowCounts> {
    const permitted = this.access.where(actor, 'read', DataFlow, { alias: 'f', after: 1 });
    const counts = await this.database.row(
      scopeOf(actor),
      COUNTS.from(
        `(SELECT DISTINCT ON (f.series_id) f.submitted FROM data_sharing.data_flow f
          WHERE f.deployment_id = $1 AND ${STANDS} AND ${permitted.text}
          ORDER BY f.series_id, f.version DESC) newest`,
        [deploymentId, ...permitted.values],
        true,
      ),
    );
    return counts ?? { flows: 0, drafts: 0 };
  }

  private async newestOf(
    actor: Actor,
    deploymentId: Uuid,
    request: PageRequest,
    which: typeof STANDS | typeof IS_PUT_ASIDE,
  ): Promise<ListPage<FlowRow>> {
    const permitted = this.access.where(actor, 'read', DataFlow, { alias: 'f', after: 3 });
    const rows = await this.database.rows(
      scopeOf(actor),
      FLOW_ROW.and({ sort: sql<string>('f.series_id::text') }).from(
        `(SELECT DISTINCT ON (f.series_id) f.* FROM data_sharing.data_flow f
          WHERE f.deployment_id = $1 AND ${which} AND ($2::uuid IS NULL OR f.series_id > $2) AND ${permitted.text}
          ORDER BY f.series_id, f.version DESC LIMIT $3) f
        ORDER BY f.series_id`,
        [deploymentId, request.after?.sort ?? null, request.limit + 1, ...permitted.values],
        true,
      ),
    );
    return pageOf(rows, request);
  }
}

const STANDS = 'f.put_aside_on IS NULL';
const IS_PUT_ASIDE = 'f.put_aside_on IS NOT NULL';

const COUNTS = select({
  flows: sql<number>('count(*)::int'),
  drafts: sql<number>('count(*) FILTER (WHERE NOT newest.submitted)::int'),
});

/** How many flows a deployment has, and how many of them are drafts. */
export type FlowCounts = RowOf<typeof COUNTS>;
