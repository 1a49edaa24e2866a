import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import type { DeploymentDetail, DeploymentRow } from './deployment-view.js';
import { DEPLOYMENT_COLUMNS, NAMED_LEAD, NEWEST_CLASS, SEARCHED_TEXT } from './deployment-columns.js';
import { Deployment } from '../deployment.entity.js';
import { searchWords } from './search-words.js';

/** What a list of deployments may be narrowed to. */
export interface DeploymentFilter {
  /** Words of a title, area, name, agency or organisation, present or former. */
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  /** An organisation that leads it or took part in it. */
  readonly organisationId?: Uuid | undefined;
}

/** Every SELECT about deployments. Each read is one statement; row-level security limits the parts as it does the whole. */
@Injectable()
export class DeploymentsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of deployments by title. */
  async list(actor: Actor, filter: DeploymentFilter, request: PageRequest): Promise<ListPage<DeploymentRow>> {
    const permitted = this.access.where(actor, 'read', Deployment, { alias: 'd', after: 6 });
    const rows = await this.database.rows<DeploymentRow & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `
        SELECT d.id, d.key, d.title, d.area, ${NAMED_LEAD} AS lead, d.state_code AS "stateCode", d.state_at AS "stateAt",
          d.state_confidence AS "stateConfidence", d.overlays, d.fictional, d.published,
          ARRAY(SELECT n.name FROM deployments.deployment_name n WHERE n.deployment_id = d.id ORDER BY lower(n.name)) AS names,
          ${NEWEST_CLASS} AS classification, lower(d.title) AS sort
        FROM deployments.deployment d LEFT JOIN organisations.organisation o ON o.id = d.lead_organisation_id
        WHERE ($1::text[] IS NULL OR ${SEARCHED_TEXT} LIKE ALL ($1))
          AND ($2::text IS NULL OR d.state_code = $2)
          AND ($3::uuid IS NULL OR d.lead_organisation_id = $3 OR EXISTS (SELECT FROM deployments.deployment_agency a
            WHERE a.deployment_id = d.id AND a.organisation_id = $3))
          AND ($4::text IS NULL OR (lower(d.title), d.id) > ($4, $5::uuid))
          AND ${permitted.text}
        ORDER BY lower(d.title), d.id LIMIT $6`,
      values: [
        searchWords(filter.q),
        filter.state ?? null,
        filter.organisationId ?? null,
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    });
    return pageOf(rows, request);
  }

  /** Everything about one deployment, by id or key; null when there is none for this actor. */
  async one(actor: Actor, name: string): Promise<DeploymentDetail | null> {
    const permitted = this.access.where(actor, 'read', Deployment, { alias: 'd', after: 2 });
    return this.database.row<DeploymentDetail>(scopeOf(actor), {
      prepared: true,
      text: `
        SELECT ${DEPLOYMENT_COLUMNS}
        FROM deployments.deployment d LEFT JOIN organisations.organisation o ON o.id = d.lead_organisation_id
        WHERE (d.key = $1 OR d.id = $2::uuid) AND ${permitted.text}`,
      values: [name.replaceAll('\0', ''), isId(name) ? name : null, ...permitted.values],
    });
  }

  /** The ids of everything that belongs to a deployment and is as open as it is. */
  async partsOf(actor: Actor, id: Uuid): Promise<DeploymentParts | null> {
    return this.database.row<DeploymentParts>(scopeOf(actor), {
      text: `SELECT ${PART_TABLES.map(
        ([part, table]) =>
          `ARRAY(SELECT p.id FROM deployments.${table} p WHERE p.deployment_id = $1) AS "${part}"`,
      ).join(', ')}`,
      values: [id],
    });
  }
}

/** The ids of the parts of a deployment, by kind. */
export interface DeploymentParts {
  readonly names: readonly Uuid[];
  readonly agencies: readonly Uuid[];
  readonly claims: readonly Uuid[];
  readonly screenings: readonly Uuid[];
  readonly transitions: readonly Uuid[];
  readonly halts: readonly Uuid[];
}

const PART_TABLES = [
  ['names', 'deployment_name'],
  ['agencies', 'deployment_agency'],
  ['claims', 'claim'],
  ['screenings', 'screening'],
  ['transitions', 'transition'],
  ['halts', 'halt'],
] as const;
