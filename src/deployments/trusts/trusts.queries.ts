import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { ledToByWords, wordsTyped } from '../../platform/database/searching.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  columns,
  jsonObject,
  select,
  sql,
  type JsonRow,
  type RowOf,
} from '../../platform/database/selection.js';
import { Deployment } from '../deployment.entity.js';

/** A scheme of a trust, as a link to it, with every name it has gone by. */
const SCHEME = {
  ...columns(Deployment, 'd', 'key', 'title'),
  names: sql<readonly string[]>('n.names'),
};

const TRUST_ROW = select({
  ...columns(Organisation, 'o', 'id', 'key', 'odsCode', 'name', 'type', 'nationalGrouping', 'fictional'),
  deployments: sql<readonly JsonRow<typeof SCHEME>[]>('schemes.list'),
  sort: sql<string>('lower(o.name)'),
});

/** Which trust leads or took part in which scheme, or followed the trust that leads it. */
const SCHEMES_OF_TRUSTS = `SELECT lead_organisation_id AS trust, id FROM deployments.deployment
  UNION SELECT organisation_id, deployment_id FROM deployments.deployment_agency WHERE part = 'TRUST'
  UNION SELECT f.successor_id, d.id FROM organisations.follower f
    JOIN deployments.deployment d ON d.lead_organisation_id = f.predecessor_id`;

/** Where a word leads to a trust, as sets of ids: its names, and titles, areas and names of its schemes. */
const TRUSTS_BY_WORD = [
  'SELECT id FROM organisations.organisation WHERE searched LIKE word',
  `SELECT part.trust FROM (${SCHEMES_OF_TRUSTS}) part JOIN deployments.deployment USING (id) WHERE searched LIKE word`,
  `SELECT part.trust FROM (${SCHEMES_OF_TRUSTS}) part JOIN deployments.deployment_name n ON n.deployment_id = part.id
    WHERE n.searched LIKE word`,
];

/** An organisation that leads a scheme or took part in one as a trust, in a list. */
type TrustRow = Omit<RowOf<typeof TRUST_ROW>, 'sort'>;

/** What a list of trusts may be narrowed to. */
export interface TrustFilter {
  /** Words of the trust's name, or of any name that its schemes have gone by. */
  readonly q?: string | undefined;
  readonly region?: string | undefined;
  readonly type?: string | undefined;
}

/** The SELECTs about organisations as those who answer for schemes. */
@Injectable()
export class TrustsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of trusts that have schemes this actor can see, by name. */
  async list(actor: Actor, filter: TrustFilter, request: PageRequest): Promise<ListPage<TrustRow>> {
    const permitted = this.access.where(actor, 'read', Organisation, { alias: 'o', after: 6 });
    const rows = await this.database.rows(
      scopeOf(actor),
      TRUST_ROW.from(
        `organisations.organisation o
        CROSS JOIN LATERAL (
          SELECT jsonb_agg(${jsonObject(SCHEME).sql} ORDER BY lower(d.title)) AS list
          FROM (${SCHEMES_OF_TRUSTS}) part JOIN deployments.deployment d ON d.id = part.id
          CROSS JOIN LATERAL (SELECT ARRAY(SELECT name FROM deployments.deployment_name
            WHERE deployment_id = d.id ORDER BY lower(name)) AS names) n
          WHERE part.trust = o.id) schemes
        WHERE schemes.list IS NOT NULL
          AND ${ledToByWords('o.id', '$1', TRUSTS_BY_WORD)}
          AND ($2::text IS NULL OR o.national_grouping = $2)
          AND ($3::text IS NULL OR o.type = $3)
          AND ($4::text IS NULL OR (lower(o.name), o.id) > ($4, $5::uuid))
          AND ${permitted.text}
        ORDER BY lower(o.name), o.id LIMIT $6`,
        [
          wordsTyped(filter.q),
          filter.region ?? null,
          filter.type ?? null,
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
}
