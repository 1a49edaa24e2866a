import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import { Database } from '../platform/database/database.js';
import { columns, jsonList, select, sql, type RowOf } from '../platform/database/selection.js';
import { pageOf, type ListPage, type PageRequest } from '../platform/database/keyset.js';
import { holdsWords, wordsTyped } from '../platform/database/searching.js';
import { Organisation } from './organisation.entity.js';
import { Succession } from './succession.entity.js';

const ORGANISATION_ROW = select(
  columns(
    Organisation,
    'o',
    'id',
    'key',
    'odsCode',
    'name',
    'type',
    'otherNames',
    'formerNames',
    'openedOn',
    'closedOn',
    'fictional',
    'source',
    'confidence',
  ),
);

const ORGANISATION_DETAIL = ORGANISATION_ROW.and({
  ...columns(Organisation, 'o', 'nationalGrouping'),
  predecessors: linked('s.successor_id = o.id', 's.predecessor_id'),
  successors: linked('s.predecessor_id = o.id', 's.successor_id'),
});

/** One organisation in a list. */
export type OrganisationRow = RowOf<typeof ORGANISATION_ROW>;

/** Everything the register holds of one organisation. */
export type OrganisationDetail = RowOf<typeof ORGANISATION_DETAIL>;

/** An organisation that came before or after another. */
export type Successor = OrganisationDetail['successors'][number];

/** What a list of organisations may be narrowed to. */
export interface OrganisationFilter {
  readonly ods?: string | undefined;
  readonly type?: string | undefined;
  /** Words of a name, present or former. */
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
    const rows = await this.database.rows(
      scopeOf(actor),
      SORTED_ROW.from(
        `organisations.organisation o
        WHERE ($1::text IS NULL OR o.ods_code = upper($1))
          AND ($2::text IS NULL OR o.type = $2)
          AND ${holdsWords('o.searched', '$3')}
          AND ($4::text IS NULL OR (lower(o.name), o.id) > ($4, $5::uuid))
          AND ${permitted.text}
        ORDER BY lower(o.name), o.id LIMIT $6`,
        [
          filter.ods ?? null,
          filter.type ?? null,
          wordsTyped(filter.q),
          request.after?.sort ?? null,
          request.after?.id ?? null,
          request.limit + 1,
          ...permitted.values,
        ],
        true,
      ),
    );
    return pageOf(rows, request);
  }

  /** One organisation by id, key or ODS code; null when there is none. */
  async one(actor: Actor, name: string): Promise<OrganisationRow | null> {
    const permitted = this.access.where(actor, 'read', Organisation, { alias: 'o', after: 1 });
    return this.database.row(
      scopeOf(actor),
      ORGANISATION_ROW.from(
        `organisations.organisation o
        WHERE (o.id::text = $1 OR o.key = lower($1) OR o.ods_code = upper($1)) AND ${permitted.text}`,
        [name, ...permitted.values],
      ),
    );
  }

  /** One organisation with those it followed and those that followed it; null when there is none. */
  async detail(actor: Actor, name: string): Promise<OrganisationDetail | null> {
    const permitted = this.access.where(actor, 'read', Organisation, { alias: 'o', after: 1 });
    return this.database.row(
      scopeOf(actor),
      ORGANISATION_DETAIL.from(
        `organisations.organisation o
        WHERE (o.key = lower($1) OR o.ods_code = upper($1)) AND ${permitted.text}`,
        [name, ...permitted.values],
      ),
    );
  }
}

const SORTED_ROW = ORGANISATION_ROW.and({ sort: sql<string>('lower(o.name)') });

function linked(condition: string, other: string) {
  return jsonList(
    {
      ...columns(Organisation, 'w', 'key', 'name'),
      ...columns(Succession, 's', 'tookPlace', 'source', 'confidence'),
    },
    `organisations.succession s JOIN organisations.organisation w ON w.id = ${other} WHERE ${condition}`,
    's.took_place NULLS LAST, w.name',
  );
}
