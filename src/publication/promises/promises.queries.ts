import { Injectable } from '@nestjs/common';
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
  jsonList,
  jsonObjectOrNull,
  orNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import { Review } from '../../reviews/review.entity.js';
import { dateMoves } from '../../reviews/date-moves.js';
import { Round } from '../../reviews/round.entity.js';
import { RoundVoiding } from '../../reviews/rounds/round-voiding.entity.js';
import { RefusalToPublish } from '../refusal-to-publish.entity.js';
import { Release } from '../release.entity.js';
import { Withdrawal } from '../withdrawal.entity.js';

/** A promised publication, with everything from which its standing follows. */
export type PromiseRow = RowOf<typeof PROMISE>;

/** A promised publication with its whole history: its releases, its refusal, and every move of its day. */
export type PromiseDetail = RowOf<typeof PROMISE_IN_FULL>;

/** The promises that are longest overdue, and how many there are altogether. */
export interface OverduePromises {
  readonly longest: readonly PromiseRow[];
  readonly count: number;
}

/** Whose promised publications are wanted: those about one scheme, or about one organisation. */
export interface PromisedAbout {
  readonly deploymentId?: Uuid;
  readonly organisationId?: Uuid;
}

/** Every SELECT about what rounds promised to publish. Promises are public, and so is the silence after them. */
@Injectable()
export class PromisesQueries {
  constructor(private readonly database: Database) {}

  /** A page of promised publications, the latest day first promised first. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<PromiseRow>> {
    const statement = LISTED.from(
      `${PROMISES} WHERE $1::date IS NULL OR (p.first_publication_date, p.review_id) < ($1, $2::uuid)
        ORDER BY p.first_publication_date DESC, p.review_id DESC LIMIT $3`,
      [request.after?.sort ?? null, request.after?.id ?? null, request.limit + 1],
      true,
    );
    return pageOf(await this.database.rows(scopeOf(actor), statement), request);
  }

  /** Promises whose first day has passed without a release or a refusal, the longest overdue first. */
  async overdue(actor: Actor, today: CalendarDay): Promise<OverduePromises> {
    const statement = OVERDUE.from(
      `${PROMISES} WHERE p.first_publication_date < $1 AND n.id IS NULL AND f.refused_on IS NULL
          AND p.voided_on IS NULL ORDER BY p.first_publication_date, p.review_id LIMIT $2`,
      [today, MOST_OVERDUE],
      true,
    );
    const longest = await this.database.rows(scopeOf(actor), statement);
    return { longest, count: longest[0]?.count ?? 0 };
  }

  /** The promised publications about a scheme or an organisation, the latest promised day first. */
  about(actor: Actor, { deploymentId, organisationId }: PromisedAbout): Promise<PromiseRow[]> {
    const statement = PROMISE.from(
      `${PROMISES} WHERE p.deployment_id = $1::uuid OR p.organisation_id = $2::uuid
        ORDER BY p.first_publication_date DESC, p.review_id DESC`,
      [deploymentId ?? null, organisationId ?? null],
      true,
    );
    return this.database.rows(scopeOf(actor), statement);
  }

  /** One promised publication with its releases, its refusal and every move of its day; null when there is none. */
  async one(actor: Actor, reviewId: Uuid): Promise<PromiseDetail | null> {
    if (!isId(reviewId)) return null;
    const statement = PROMISE_IN_FULL.from(`${PROMISES} WHERE p.review_id = $1`, [reviewId], true);
    return this.database.row(scopeOf(actor), statement);
  }
}

const MOST_OVERDUE = 100;

/** The views `publication.promise` and `publication.result` name their columns as the records they are made of do. */
const PROMISES = `publication.promise p JOIN organisations.organisation o ON o.id = p.organisation_id
  LEFT JOIN deployments.deployment d ON d.id = p.deployment_id
  LEFT JOIN publication.refusal f ON f.review_id = p.review_id
  LEFT JOIN reviews.round_voiding v ON v.round_id = p.round_id
  LEFT JOIN LATERAL (SELECT r.* FROM publication.result r WHERE r.review_id = p.review_id
    ORDER BY r.number DESC LIMIT 1) AS n ON TRUE`;

/** One release of a review in its history; its rating is gone when it was withdrawn. */
const releaseOfReview = (alias: string) => ({
  ...columns(Release, alias, 'id', 'serial', 'number', 'publishedOn', 'contentHash'),
  ...orNull({
    ...columns(Release, alias, 'overall'),
    ...columns(Withdrawal, alias, 'withdrawnOn'),
  }),
});

const PROMISE = select({
  id: sql<Uuid>('p.review_id'),
  ...columns(Review, 'p', 'roundId'),
  round: sql<Round['title']>('p.round'),
  ...columns(Round, 'p', 'asAt'),
  ...columns(Review, 'p', 'organisationId'),
  organisation: column(Organisation, 'o', 'name'),
  ...columns(Review, 'p', 'deploymentId'),
  ...orNull({ deployment: column(Deployment, 'd', 'title') }),
  firstSelfReviewDue: sql<CalendarDay>('p.first_self_review_due::text'),
  firstScoringDue: sql<CalendarDay>('p.first_scoring_due::text'),
  firstPublicationDate: sql<CalendarDay>('p.first_publication_date::text'),
  ...columns(Round, 'p', 'selfReviewDue', 'scoringDue', 'publicationDate'),
  ...columns(Review, 'p', 'startedOn', 'acknowledgedOn', 'submittedOn', 'scoresOpenedOn', 'publishedOn'),
  ...orNull(columns(RoundVoiding, 'p', 'voidedOn')),
  ...orNull(columns(RefusalToPublish, 'f', 'refusedOn')),
  releasedOn: sql<CalendarDay | null>('n.published_on::text'),
  withdrawn: sql<boolean>('n.withdrawn_on IS NOT NULL'),
  setAsideOn: sql<CalendarDay | null>('p.set_aside_on::text'),
  newest: jsonObjectOrNull(releaseOfReview('n'), 'n.id'),
  moves: dateMoves('p.round_id'),
});

const LISTED = PROMISE.and({ sort: sql<string>('p.first_publication_date::text') });

const OVERDUE = PROMISE.and({ count: sql<number>('(count(*) OVER ())::int') });

const PROMISE_IN_FULL = PROMISE.and({
  releases: jsonList(
    releaseOfReview('r'),
    'publication.result r WHERE r.review_id = p.review_id',
    'r.number DESC',
  ),
  refusal: jsonObjectOrNull(
    {
      ...columns(RefusalToPublish, 'f', 'post', 'reason', 'legalBasis'),
      on: column(RefusalToPublish, 'f', 'refusedOn'),
    },
    'f.id',
  ),
  voiding: jsonObjectOrNull(
    { ...columns(RoundVoiding, 'v', 'post', 'reason'), on: column(RoundVoiding, 'v', 'voidedOn') },
    'v.id',
  ),
});
