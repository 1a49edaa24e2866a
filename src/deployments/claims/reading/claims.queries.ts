import { Injectable } from '@nestjs/common';
import { Access } from '../../../access/access.js';
import type { Actor } from '../../../identity/actor.js';
import { scopeOf } from '../../../identity/actor-scope.js';
import { Organisation } from '../../../organisations/organisation.entity.js';
import { Database } from '../../../platform/database/database.js';
import { everyPage, pageOf, type ListPage, type PageRequest } from '../../../platform/database/keyset.js';
import { holdsWords, wordsTyped } from '../../../platform/database/searching.js';
import {
  columns,
  jsonList,
  jsonObjectOrNull,
  select,
  sql,
  type RowOf,
} from '../../../platform/database/selection.js';
import { Deployment } from '../../deployment.entity.js';
import { CLAIM_TOPICS, type ClaimTopic } from '../claim-topics.js';
import { CLAIM_COLUMNS } from '../claim-view.js';
import { Claim } from '../claim.entity.js';

const SCHEME = columns(Deployment, 'd', 'key', 'title', 'area', 'fictional');

/** A claim with the scheme it is about, or the schemes that it names, and the organisations that it concerns. */
const PLACED_CLAIM = select({
  ...CLAIM_COLUMNS,
  scheme: jsonObjectOrNull(SCHEME, 'd.id'),
  schemes: jsonList(SCHEME, 'deployments.deployment d WHERE d.key = ANY (c.about)', 'lower(d.area)'),
  organisations: jsonList(
    columns(Organisation, 'o', 'key', 'name'),
    'organisations.organisation o WHERE o.key = ANY (c.bodies)',
    'lower(o.name)',
  ),
});

const CLAIMS = 'deployments.claim c LEFT JOIN deployments.deployment d ON d.id = c.deployment_id';
const SORT = `lpad(array_position(ARRAY['${CLAIM_TOPICS.join("','")}'], c.topic)::text, 2, '0') || ' ' || c.key`;
const SORTED_CLAIM = PLACED_CLAIM.and({ sort: sql<string>(SORT) });
const TOPIC_COUNT = select({ topic: sql<ClaimTopic>('c.topic'), claims: sql<number>('count(*)::int') });

/** A claim and where it belongs. */
export type PlacedClaim = RowOf<typeof PLACED_CLAIM>;

/** What a list of claims may be narrowed to. */
export interface ClaimFilter {
  /** Words of what is said, of its cautions, its figures or its sources. */
  readonly q?: string | undefined;
  readonly topic?: ClaimTopic | undefined;
  /** The key of an organisation that it concerns. */
  readonly organisation?: string | undefined;
  /** The key of a scheme that it is about. */
  readonly deployment?: string | undefined;
  /** The codes of a source that it cites. */
  readonly sources?: readonly string[] | undefined;
}

const MOST_BESIDE = 100;
const A_SHEET_PAGE = 200;

/** Every SELECT about claims wherever they belong, limited to what the actor may read. */
@Injectable()
export class ClaimsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of claims, topic by topic. */
  async list(actor: Actor, filter: ClaimFilter, request: PageRequest): Promise<ListPage<PlacedClaim>> {
    const permitted = this.access.where(actor, 'read', Claim, { alias: 'c', after: 8 });
    const rows = await this.database.rows(
      scopeOf(actor),
      SORTED_CLAIM.from(
        `${CLAIMS} WHERE ${NARROWED} AND ($6::text IS NULL OR (${SORT}, c.id) > ($6, $7::uuid)) AND ${permitted.text}
          ORDER BY ${SORT}, c.id LIMIT $8`,
        [
          ...narrowing(filter),
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

  /** How many claims there are of each topic among those that a list would hold whatever its topic; none is left out. */
  async counts(actor: Actor, filter: Omit<ClaimFilter, 'topic'>): Promise<ReadonlyMap<ClaimTopic, number>> {
    const permitted = this.access.where(actor, 'read', Claim, { alias: 'c', after: 5 });
    const rows = await this.database.rows(
      scopeOf(actor),
      TOPIC_COUNT.from(`${CLAIMS} WHERE ${NARROWED} AND ${permitted.text} GROUP BY c.topic`, [
        ...narrowing(filter),
        ...permitted.values,
      ]),
    );
    return new Map(rows.map(({ topic, claims }) => [topic, claims]));
  }

  /** The claim of this key; null when there is none for this actor. */
  async one(actor: Actor, key: string): Promise<PlacedClaim | null> {
    const permitted = this.access.where(actor, 'read', Claim, { alias: 'c', after: 1 });
    return this.database.row(
      scopeOf(actor),
      PLACED_CLAIM.from(`${CLAIMS} WHERE c.key = $1 AND ${permitted.text}`, [
        key.replaceAll('\0', ''),
        ...permitted.values,
      ]),
    );
  }

  /** Claims that do not agree with these, whichever of the two says so, and that are not among them. */
  async against(actor: Actor, claims: readonly PlacedClaim[]): Promise<PlacedClaim[]> {
    const permitted = this.access.where(actor, 'read', Claim, { alias: 'c', after: 3 });
    return this.database.rows(
      scopeOf(actor),
      PLACED_CLAIM.from(
        `${CLAIMS} WHERE (c.key = ANY ($1) OR c.contradicts && $2) AND c.key <> ALL ($2) AND ${permitted.text}
          ORDER BY c.key LIMIT $3`,
        [
          claims.flatMap(({ contradicts }) => contradicts),
          claims.map(({ key }) => key),
          MOST_BESIDE,
          ...permitted.values,
        ],
      ),
    );
  }

  /** Every claim of a list, page by page, so that a table of any length is sent as it is read. */
  each(actor: Actor, filter: ClaimFilter): AsyncGenerator<PlacedClaim> {
    return everyPage(A_SHEET_PAGE, (request) => this.list(actor, filter, request));
  }
}

const NARROWED = `${holdsWords('c.found_by', '$1')} AND ($2::text IS NULL OR c.topic = $2)
  AND ($3::text IS NULL OR $3 = ANY (c.bodies)) AND ($4::text IS NULL OR d.key = $4 OR $4 = ANY (c.about))
  AND ($5::text[] IS NULL OR EXISTS (SELECT FROM jsonb_array_elements(c.sources) cited WHERE cited ->> 'ref' = ANY ($5)))`;

function narrowing({ q, topic, organisation, deployment, sources }: ClaimFilter): readonly unknown[] {
  return [wordsTyped(q), topic ?? null, organisation ?? null, deployment ?? null, sources ?? null];
}
