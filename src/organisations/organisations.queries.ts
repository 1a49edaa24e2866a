import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';
import { changesAbout, formerlyOf } from '../evidence/history/record-change.js';
import { column, columns, jsonList, select, sql, type RowOf } from '../platform/database/selection.js';
import { pageOf, type ListPage, type PageRequest } from '../platform/database/keyset.js';
import { holdsWords, ledToByWords, wordsTyped } from '../platform/database/searching.js';
import { Organisation } from './organisation.entity.js';
import { organisationsLike, type LikelyOrganisation } from './organisations-like.js';
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
  changes: changesAbout('organisation', 'o.id'),
});

const SUCCESSION_DETAIL = select({
  ...columns(Succession, 's', 'id'),
  predecessorKey: column(Organisation, 'p', 'key'),
  predecessorName: column(Organisation, 'p', 'name'),
  successorName: column(Organisation, 'n', 'name'),
});

/** A succession as the page that takes it back tells it. */
export type SuccessionDetail = RowOf<typeof SUCCESSION_DETAIL>;

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

const MOST_CITING = 100;

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
          AND (${holdsWords('o.searched', '$3')} OR ${ledToByWords('o.id', '$3', [formerlyOf('organisation')])})
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

  /** The organisations that may be meant by what was typed, the nearest first; a few at most. Everyone reads organisations. */
  like(actor: Actor, typed: string): Promise<LikelyOrganisation[]> {
    return this.database.rows(scopeOf(actor), organisationsLike(typed));
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

  /** One succession that stands, with the names of both; null when there is none. */
  async succession(actor: Actor, id: Uuid): Promise<SuccessionDetail | null> {
    const permitted = this.access.where(actor, 'read', Succession, { alias: 's', after: 1 });
    const standing = `organisations.succession s JOIN organisations.organisation p ON p.id = s.predecessor_id
      JOIN organisations.organisation n ON n.id = s.successor_id
      WHERE s.id = $1 AND s.withdrawn_on IS NULL AND ${permitted.text}`;
    return this.database.row(scopeOf(actor), SUCCESSION_DETAIL.from(standing, [id, ...permitted.values]));
  }

  /** The organisations of which something is said from a source with one of these codes, or whose succession is. */
  async citing(actor: Actor, codes: readonly string[]): Promise<readonly OrganisationRow[]> {
    const permitted = this.access.where(actor, 'read', Organisation, { alias: 'o', after: 2 });
    return this.database.rows(
      scopeOf(actor),
      ORGANISATION_ROW.from(
        `organisations.organisation o WHERE (string_to_array(o.source, ' ') && $1 OR EXISTS (
            SELECT FROM organisations.succession s WHERE o.id IN (s.predecessor_id, s.successor_id)
              AND s.withdrawn_on IS NULL AND string_to_array(s.source, ' ') && $1))
          AND ${permitted.text} ORDER BY lower(o.name) LIMIT $2`,
        [codes, MOST_CITING, ...permitted.values],
      ),
    );
  }

  /** The ids of every organisation that this one followed, however far back. */
  async followedBy(actor: Actor, id: Uuid): Promise<readonly Uuid[]> {
    const rows = await this.database.rows(
      scopeOf(actor),
      FOLLOWED.from('organisations.follower f WHERE f.successor_id = $1', [id]),
    );
    return rows.map(({ predecessorId }) => predecessorId);
  }
}

const FOLLOWED = select({ predecessorId: sql<Uuid>('f.predecessor_id') });

const SORTED_ROW = ORGANISATION_ROW.and({ sort: sql<string>('lower(o.name)') });

function linked(condition: string, other: string) {
  return jsonList(
    {
      successionId: column(Succession, 's', 'id'),
      ...columns(Organisation, 'w', 'key', 'name'),
      ...columns(Succession, 's', 'tookPlace', 'source', 'confidence'),
    },
    `organisations.succession s JOIN organisations.organisation w ON w.id = ${other}
      WHERE ${condition} AND s.withdrawn_on IS NULL`,
    's.took_place NULLS LAST, w.name',
  );
}
