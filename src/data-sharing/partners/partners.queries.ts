import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { column, columns, jsonObject, select, sql, type RowOf } from '../../platform/database/selection.js';
import type { Choice } from '../../web/form/field.js';
import { FlowPart } from './flow-part.entity.js';

/** Every SELECT about what is recorded in the name of partners. */
@Injectable()
export class PartnersQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The ids of the organisations that these ODS codes, keys or ids stand for in the register, by what was asked. */
  async organisationsNamed(actor: Actor, references: readonly string[]): Promise<ReadonlyMap<string, Uuid>> {
    if (references.length === 0) return new Map();
    const rows = await this.database.rows(
      scopeOf(actor),
      NAMED.from(
        `unnest($1::text[]) asked JOIN organisations.organisation o
        ON o.key = asked OR lower(o.ods_code) = asked OR o.id::text = asked`,
        [references.map((reference) => reference.replaceAll('\0', ''))],
      ),
    );
    return new Map(rows.map(({ asked, id }) => [asked, id]));
  }

  /**
   * The trust that leads a scheme and the agencies of it that were picked from the register, to choose from by their keys;
   * a name that was typed leads to nobody.
   */
  async ofScheme(actor: Actor, deploymentId: Uuid): Promise<Choice[]> {
    return this.database.rows(
      scopeOf(actor),
      CHOICE.from(
        `organisations.organisation o
        WHERE o.id = (SELECT d.lead_organisation_id FROM deployments.deployment d WHERE d.id = $1)
          OR o.id IN (SELECT a.organisation_id FROM deployments.deployment_agency a WHERE a.deployment_id = $1 AND a.withdrawn_on IS NULL)
        ORDER BY lower(o.name), o.key`,
        [deploymentId],
      ),
    );
  }

  /** A page of what is recorded in the actor's name, each flow in its newest submitted version. */
  async inOurName(actor: Actor, request: PageRequest): Promise<ListPage<PartRow>> {
    const permitted = this.access.where(actor, 'read', FlowPart, { alias: 'p', after: 2 });
    const rows = await this.database.rows(
      scopeOf(actor),
      PART.and({ sort: sql<string>('p.id::text') }).from(
        `${JOINED}
        WHERE NOT EXISTS (SELECT FROM data_sharing.flow_part n
            WHERE n.series_id = p.series_id AND n.partner_id = p.partner_id AND n.version > p.version)
          AND ($1::uuid IS NULL OR p.id > $1) AND ${permitted.text} ORDER BY p.id LIMIT $2`,
        [request.after?.sort ?? null, request.limit + 1, ...permitted.values],
      ),
    );
    return pageOf(rows, request);
  }

  /** One part; null when there is none for this actor. */
  async one(actor: Actor, id: string): Promise<PartRow | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', FlowPart, { alias: 'p', after: 1 });
    return this.database.row(
      scopeOf(actor),
      PART.from(`${JOINED} WHERE p.id = $1 AND ${permitted.text}`, [id, ...permitted.values]),
    );
  }
}

const NAMED = select({ asked: sql<string>('asked'), ...columns(Organisation, 'o', 'id') });

const CHOICE = select({
  value: column(Organisation, 'o', 'key'),
  label: column(Organisation, 'o', 'name'),
});

const PART = select({
  ...columns(FlowPart, 'p', 'id', 'flowId', 'seriesId', 'version', 'title', 'recordedOn', 'content'),
  partner: column(Organisation, 'o', 'name'),
  trust: column(Organisation, 't', 'name'),
  deployment: jsonObject(columns(Deployment, 'd', 'key', 'title')),
});

const JOINED = `data_sharing.flow_part p JOIN deployments.deployment d ON d.id = p.deployment_id
  JOIN organisations.organisation o ON o.id = p.partner_id JOIN organisations.organisation t ON t.id = p.organisation_id`;

/** What is recorded in the name of one partner of one flow. */
export type PartRow = RowOf<typeof PART>;
