import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import type { Choice } from '../../web/form/field.js';
import { FlowPart } from './flow-part.entity.js';
import type { PartContent } from './parts-of-record.js';

/** What is recorded in the name of one partner of one flow. */
export interface PartView {
  readonly id: Uuid;
  readonly flowId: Uuid;
  readonly seriesId: Uuid;
  readonly version: number;
  readonly title: string;
  readonly recordedOn: string;
  readonly partner: string;
  readonly trust: string;
  readonly deployment: { readonly key: string; readonly title: string };
  readonly content: PartContent;
}

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
    const rows = await this.database.rows<{ asked: string; id: Uuid }>(scopeOf(actor), {
      text: `SELECT asked, o.id FROM unnest($1::text[]) asked JOIN organisations.organisation o
        ON o.key = asked OR lower(o.ods_code) = asked OR o.id::text = asked`,
      values: [references.map((reference) => reference.replaceAll('\0', ''))],
    });
    return new Map(rows.map(({ asked, id }) => [asked, id]));
  }

  /**
   * The trust that leads a scheme and the agencies of it that the register holds, to choose from by their keys; an agency
   * that the scheme knows by name alone is found by that name.
   */
  async ofScheme(actor: Actor, deploymentId: Uuid): Promise<Choice[]> {
    return this.database.rows<Choice>(scopeOf(actor), {
      text: `SELECT o.key AS value, o.name AS label FROM organisations.organisation o
        WHERE o.id = (SELECT d.lead_organisation_id FROM deployments.deployment d WHERE d.id = $1)
          OR o.id IN (SELECT a.organisation_id FROM deployments.deployment_agency a WHERE a.deployment_id = $1)
          OR lower(o.name) IN (SELECT lower(a.name) FROM deployments.deployment_agency a WHERE a.deployment_id = $1)
        ORDER BY lower(o.name), o.key LIMIT 100`,
      values: [deploymentId],
    });
  }

  /** A page of what is recorded in the actor's name, each flow in its newest submitted version. */
  async inOurName(actor: Actor, request: PageRequest): Promise<ListPage<PartView>> {
    const permitted = this.access.where(actor, 'read', FlowPart, { alias: 'p', after: 2 });
    const rows = await this.database.rows<PartView & { sort: string }>(scopeOf(actor), {
      text: `SELECT ${COLUMNS}, p.id::text AS sort FROM ${JOINED}
        WHERE NOT EXISTS (SELECT FROM data_sharing.flow_part n
            WHERE n.series_id = p.series_id AND n.partner_id = p.partner_id AND n.version > p.version)
          AND ($1::uuid IS NULL OR p.id > $1) AND ${permitted.text} ORDER BY p.id LIMIT $2`,
      values: [request.after?.sort ?? null, request.limit + 1, ...permitted.values],
    });
    return pageOf(rows, request);
  }

  /** One part; null when there is none for this actor. */
  async one(actor: Actor, id: string): Promise<PartView | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', FlowPart, { alias: 'p', after: 1 });
    return this.database.row<PartView>(scopeOf(actor), {
      text: `SELECT ${COLUMNS} FROM ${JOINED} WHERE p.id = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
  }
}

const COLUMNS = `p.id, p.flow_id AS "flowId", p.series_id AS "seriesId", p.version, p.title, p.recorded_on AS "recordedOn",
  o.name AS partner, t.name AS trust, jsonb_build_object('key', d.key, 'title', d.title) AS deployment, p.content`;

const JOINED = `data_sharing.flow_part p JOIN deployments.deployment d ON d.id = p.deployment_id
  JOIN organisations.organisation o ON o.id = p.partner_id JOIN organisations.organisation t ON t.id = p.organisation_id`;
