import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';
import { everyColumn, recordOf, select } from '../platform/database/selection.js';
import { pageOf, type ListPage, type PageRequest } from '../platform/database/keyset.js';
import { Organisation, type FactConfidence } from './organisation.entity.js';

/** One organisation in a list. */
export interface OrganisationRow {
  readonly id: Uuid;
  readonly key: string;
  readonly odsCode: string | null;
  readonly name: string;
  readonly type: string;
  readonly otherNames: readonly string[];
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly fictional: boolean;
  readonly source: string;
  readonly confidence: FactConfidence;
}

/** An organisation that came before or after another. */
export interface Successor {
  readonly key: string;
  readonly name: string;
  /** As closely as its source dates it; null when no source says. */
  readonly tookPlace: string | null;
  readonly confidence: FactConfidence;
}

/** Everything the register holds of one organisation. */
export interface OrganisationDetail extends OrganisationRow {
  readonly nationalGrouping: string | null;
  readonly predecessors: readonly Successor[];
  readonly successors: readonly Successor[];
}

/** What a list of organisations may be narrowed to. */
export interface OrganisationFilter {
  readonly ods?: string | undefined;
  readonly type?: string | undefined;
  /** Part of a name, present or former. */
  readonly q?: string | undefined;
}

/** Every SELECT about organisations. */
@Injectable()
export class OrganisationsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of organisations by name. */
  async list(
    actor: Actor,
    filter: OrganisationFilter,
    request: PageRequest,
  ): Promise<ListPage<OrganisationRow>> {
    const permitted = this.access.where(actor, 'read', Organisation, { alias: 'o', after: 6 });
    const rows = await this.database.rows<OrganisationRow & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `
        SELECT ${COLUMNS}, lower(o.name) AS sort FROM organisations.organisation o
        WHERE ($1::text IS NULL OR o.ods_code = upper($1))
          AND ($2::text IS NULL OR o.type = $2)
          AND ($3::text IS NULL OR o.name ILIKE '%' || $3 || '%' OR EXISTS (
            SELECT FROM unnest(o.other_names) AS other WHERE other ILIKE '%' || $3 || '%'))
          AND ($4::text IS NULL OR (lower(o.name), o.id) > ($4, $5::uuid))
          AND ${permitted.text}
        ORDER BY lower(o.name), o.id LIMIT $6`,
      values: [
        filter.ods ?? null,
        filter.type ?? null,
        filter.q ?? null,
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    });
    return pageOf(rows, request);
  }

  /** One organisation by id, key or ODS code; null when there is none. */
  async one(actor: Actor, name: string): Promise<OrganisationRow | null> {
    const permitted = this.access.where(actor, 'read', Organisation, { alias: 'o', after: 1 });
    return this.database.row<OrganisationRow>(scopeOf(actor), {
      text: `SELECT ${COLUMNS} FROM organisations.organisation o
        WHERE (o.id::text = $1 OR o.key = lower($1) OR o.ods_code = upper($1)) AND ${permitted.text}`,
      values: [name, ...permitted.values],
    });
  }

  /** One organisation with those it followed and those that followed it; null when there is none. */
  async detail(actor: Actor, name: string): Promise<OrganisationDetail | null> {
    const permitted = this.access.where(actor, 'read', Organisation, { alias: 'o', after: 1 });
    return this.database.row<OrganisationDetail>(scopeOf(actor), {
      text: `SELECT ${COLUMNS}, o.national_grouping AS "nationalGrouping",
          ${linked('s.successor_id = o.id', 's.predecessor_id')} AS predecessors,
          ${linked('s.predecessor_id = o.id', 's.successor_id')} AS successors
        FROM organisations.organisation o
        WHERE (o.key = lower($1) OR o.ods_code = upper($1)) AND ${permitted.text}`,
      values: [name, ...permitted.values],
    });
  }

  /** Every organisation by its key, as an import compares them with its file; some hundreds. */
  async heldByKey(actor: Actor): Promise<Map<string, Organisation>> {
    const all = select(everyColumn(Organisation, 'o')).from('organisations.organisation o');
    const rows = await this.database.rows(scopeOf(actor), all);
    return new Map(rows.map((row) => [row.key, recordOf(Organisation, row)]));
  }

  /** The successions that are recorded, each as `predecessor successor`. */
  async linkedPairs(actor: Actor): Promise<Set<string>> {
    const rows = await this.database.rows<{ pair: string }>(scopeOf(actor), {
      text: `SELECT predecessor_id || ' ' || successor_id AS pair FROM organisations.succession`,
    });
    return new Set(rows.map(({ pair }) => pair));
  }
}

const COLUMNS = `o.id, o.key, o.ods_code AS "odsCode", o.name, o.type, o.other_names AS "otherNames",
  o.opened_on AS "openedOn", o.closed_on AS "closedOn", o.fictional, o.source, o.confidence`;

function linked(condition: string, other: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('key', w.key, 'name', w.name, 'tookPlace', s.took_place,
      'confidence', s.confidence) ORDER BY s.took_place NULLS LAST, w.name), '[]')
    FROM organisations.succession s JOIN organisations.organisation w ON w.id = ${other} WHERE ${condition})`;
}
