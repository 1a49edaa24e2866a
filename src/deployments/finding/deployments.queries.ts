import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Clock } from '../../kernel/clock.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { ledToByWords, wordsTyped } from '../../platform/database/searching.js';
import { select, sql } from '../../platform/database/selection.js';
import { REGIONS } from '../../organisations/regions.js';
import { Deployment } from '../deployment.entity.js';
import { haltWithState } from '../life-cycle/halts/told-halt.js';
import type { LifeCycleState } from '../life-cycle-state.js';
import {
  DEPLOYMENT_DETAIL,
  DEPLOYMENT_ROW,
  DEPLOYMENTS,
  DEPLOYMENTS_BY_WORD,
  type DeploymentDetail,
  type DeploymentRow,
} from './deployment-view.js';
import { inRegion } from './where-it-lies.js';

/** What a list of deployments may be narrowed to. */
export interface DeploymentFilter {
  /** Words of a title, area, name, place, agency, organisation or claim, present or former. */
  readonly q?: string | undefined;
  readonly state?: LifeCycleState | undefined;
  /** The name of a region in which it lies. */
  readonly region?: string | undefined;
  /** An organisation that leads it, took part in it, or followed the one that leads it. */
  readonly organisationId?: Uuid | undefined;
}

/** Every SELECT about deployments. Each read is one statement; row-level security limits the parts as it does the whole. */
@Injectable()
export class DeploymentsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** A page of deployments by title. */
  async list(actor: Actor, filter: DeploymentFilter, request: PageRequest): Promise<ListPage<DeploymentRow>> {
    const permitted = this.access.where(actor, 'read', Deployment, { alias: 'd', after: 7 });
    const rows = await this.database.rows(
      scopeOf(actor),
      SORTED_ROW.from(
        `${DEPLOYMENTS}
        WHERE ${ledToByWords('d.id', '$1', DEPLOYMENTS_BY_WORD)}
          AND ($2::text IS NULL OR d.state_code = $2)
          AND ($3::uuid IS NULL OR d.lead_organisation_id = $3 OR EXISTS (SELECT FROM deployments.deployment_agency a
            WHERE a.deployment_id = d.id AND a.organisation_id = $3)
            OR d.lead_organisation_id IN (SELECT predecessor_id FROM organisations.follower WHERE successor_id = $3))
          AND ($4::text IS NULL OR (lower(d.title), d.id) > ($4, $5::uuid))
          AND ($7::text IS NULL OR d.id IN (${inRegion('$7')}))
          AND ${permitted.text}
        ORDER BY lower(d.title), d.id LIMIT $6`,
        [
          wordsTyped(filter.q),
          filter.state ?? null,
          filter.organisationId ?? null,
          request.after?.sort ?? null,
          request.after?.id ?? null,
          request.limit + 1,
          wordsTyped(filter.region),
          ...permitted.values,
        ],
        true,
      ),
    );
    return pageOf(rows, request);
  }

  /** The regions that the list can be narrowed to: those of NHS England, and those that are recorded of some scheme. */
  async regions(actor: Actor): Promise<readonly string[]> {
    const rows = await this.database.rows(scopeOf(actor), REGIONS_RECORDED);
    const names = new Set([...Object.values(REGIONS), ...rows.map(({ name }) => name)]);
    return [...names].sort((a, b) => a.localeCompare(b));
  }

  /** Everything about one deployment, by id or key; null when there is none for this actor. */
  async one(actor: Actor, name: string): Promise<DeploymentDetail | null> {
    const permitted = this.access.where(actor, 'read', Deployment, { alias: 'd', after: 2 });
    const found = await this.database.row(
      scopeOf(actor),
      DEPLOYMENT_DETAIL.from(
        `${DEPLOYMENTS} WHERE (d.key = $1 OR d.id = $2::uuid) AND ${permitted.text}`,
        [name.replaceAll('\0', ''), isId(name) ? name : null, ...permitted.values],
        true,
      ),
    );
    const today = this.clock.today();
    return found && { ...found, halts: found.halts.map((halt) => haltWithState(halt, today)) };
  }

  /**
   * Everything about the deployment of this id or key.
   * @throws NotFound when there is none for this actor.
   */
  async named(actor: Actor, name: string): Promise<DeploymentDetail> {
    const deployment = await this.one(actor, name);
    if (!deployment) throw new NotFound();
    return deployment;
  }
}

const REGIONS_RECORDED = select({ name: sql<string>('DISTINCT p.name') }).from(
  `deployments.deployment_place p WHERE p.kind = 'REGION' AND p.withdrawn_on IS NULL`,
);

const SORTED_ROW = DEPLOYMENT_ROW.and({ sort: sql<string>('lower(d.title)') });
