import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  column,
  columns,
  jsonObjectOrNull,
  orNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import { Review } from '../../reviews/review.entity.js';
import type { Round } from '../../reviews/round.entity.js';
import { intactText } from '../content/content-text.js';
import { Release } from '../release.entity.js';
import { Withdrawal } from '../withdrawal.entity.js';

/** One release in a list. What was withdrawn keeps its place, its number and its hash, and nothing else. */
export type ReleaseRow = RowOf<typeof RELEASE>;

/** What stands where something was withdrawn. */
export type Tombstone = NonNullable<ReleaseRow['withdrawal']>;

/** The newest release of a review, withdrawn or not, and the next place in the ledger of everything published. */
export interface NewestRelease {
  readonly follows: { readonly release: number; readonly contentHash: string } | null;
  readonly nextSerial: number;
}

/** Every SELECT about what was published. Everyone reads the same; what was withdrawn shows its tombstone to all. */
@Injectable()
export class ReleasesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of releases, newest first. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<ReleaseRow>> {
    const permitted = this.access.where(actor, 'read', Release, { alias: 'r', after: 2 });
    const statement = LISTED.from(
      `${RELEASES} WHERE ($1::integer IS NULL OR r.serial < $1) AND ${permitted.text}
        ORDER BY r.serial DESC LIMIT $2`,
      [serialFrom(request.after?.sort), request.limit + 1, ...permitted.values],
      true,
    );
    return pageOf(await this.database.rows(scopeOf(actor), statement), request);
  }

  /** The release of this place in the ledger, or of this id; null when there is none. */
  async one(actor: Actor, name: string): Promise<ReleaseRow | null> {
    const permitted = this.access.where(actor, 'read', Release, { alias: 'r', after: 2 });
    const statement = RELEASE.from(
      `${RELEASES} WHERE (r.id = $1 OR r.serial = $2) AND ${permitted.text}`,
      [isId(name) ? name : null, serialFrom(name), ...permitted.values],
      true,
    );
    return this.database.row(scopeOf(actor), statement);
  }

  /** The exact text that was published; null when there is none, or it was withdrawn. @throws Unavailable when it was changed. */
  async content(actor: Actor, id: Uuid): Promise<string | null> {
    const statement = CONTENT.from('publication.result r WHERE r.id = $1', [id], true);
    const found = await this.database.row(scopeOf(actor), statement);
    const content = found?.content ?? null;
    return found === null || content === null ? null : intactText({ ...found, content });
  }

  /** What the next release of a review follows, and its place in the ledger. */
  async newest(actor: Actor, reviewId: Uuid): Promise<NewestRelease> {
    const statement = NEWEST.from(
      `(SELECT coalesce(max(r.serial), 0) + 1 AS next FROM publication.release r) AS s
        LEFT JOIN LATERAL (SELECT r.id, r.number, r.content_hash FROM publication.release r
          WHERE r.review_id = $1 ORDER BY r.number DESC LIMIT 1) AS n ON TRUE`,
      [isId(reviewId) ? reviewId : null],
    );
    return (await this.database.row(scopeOf(actor), statement)) ?? { follows: null, nextSerial: 1 };
  }
}

const HIGHEST_SERIAL = 2 ** 31 - 1;

function serialFrom(text: string | undefined): number | null {
  if (text === undefined || !/^[1-9]\d{0,9}$/.test(text)) return null;
  const serial = Number(text);
  return serial <= HIGHEST_SERIAL ? serial : null;
}

/** The views `publication.result` and `publication.promise` name their columns as the records they are made of do. */
const RELEASES = `publication.result r JOIN publication.promise p ON p.review_id = r.review_id
  JOIN organisations.organisation o ON o.id = p.organisation_id
  LEFT JOIN deployments.deployment d ON d.id = p.deployment_id`;

const RELEASE = select({
  ...columns(Release, 'r', 'id', 'serial', 'reviewId', 'number'),
  ...columns(Review, 'p', 'organisationId'),
  organisation: column(Organisation, 'o', 'name'),
  ...columns(Review, 'p', 'deploymentId'),
  ...orNull({ deployment: column(Deployment, 'd', 'title') }),
  round: sql<Round['title']>('p.round'),
  firstPublicationDate: sql<CalendarDay>('p.first_publication_date::text'),
  daysLate: sql<number>('greatest(0, r.published_on - p.first_publication_date)'),
  ...columns(Release, 'r', 'publishedOn', 'contentHash'),
  ...orNull(columns(Release, 'r', 'overall')),
  withdrawal: jsonObjectOrNull(
    {
      ...columns(Withdrawal, 'r', 'post', 'reason', 'legalBasis'),
      on: column(Withdrawal, 'r', 'withdrawnOn'),
    },
    'r.withdrawn_on',
  ),
});

const LISTED = RELEASE.and({ sort: sql<string>('r.serial::text') });

const CONTENT = select({
  ...orNull(columns(Release, 'r', 'content')),
  ...columns(Release, 'r', 'contentHash'),
});

const NEWEST = select({
  follows: jsonObjectOrNull(
    { release: column(Release, 'n', 'number'), ...columns(Release, 'n', 'contentHash') },
    'n.id',
  ),
  nextSerial: sql<number>('s.next'),
});
