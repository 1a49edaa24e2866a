import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Deployment } from '../deployments/deployment.entity.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import { isId, type Uuid } from '../kernel/identifiers.js';
import { NotFound } from '../kernel/refusal.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../platform/database/keyset.js';
import {
  column,
  columns,
  everyColumn,
  orNull,
  select,
  sql,
  type RowOf,
} from '../platform/database/selection.js';
import { Review } from './review.entity.js';
import { Round } from './round.entity.js';
import { dateMoves } from './date-moves.js';
import { RoundVoiding } from './rounds/round-voiding.entity.js';

/** The view `reviews.publicity` names its columns as the records they are made of do. */
const FROM_REVIEW = `reviews.review r JOIN reviews.round n ON n.id = r.round_id
  JOIN reviews.publicity p ON p.review_id = r.id
  JOIN organisations.organisation o ON o.id = r.organisation_id
  LEFT JOIN deployments.deployment d ON d.id = r.deployment_id`;

const REVIEW = select({
  ...everyColumn(Review, 'r'),
  round: column(Round, 'n', 'title'),
  // Null where the reader may not see the deployment.
  ...orNull({ deployment: column(Deployment, 'd', 'title') }),
  organisation: column(Organisation, 'o', 'name'),
  ...columns(Round, 'n', 'selfReviewDue', 'scoringDue', 'publicationDate'),
  firstSelfReviewDue: column(Round, 'p', 'selfReviewDue'),
  firstScoringDue: column(Round, 'p', 'scoringDue'),
  firstPublicationDate: column(Round, 'p', 'publicationDate'),
  ...orNull(columns(RoundVoiding, 'p', 'voidedOn')),
  // What became of the promise, as rooms above record it and everyone may know.
  refusedOn: sql<CalendarDay | null>('p.refused_on::text'),
  releasedOn: sql<CalendarDay | null>('p.released_on::text'),
  withdrawn: sql<boolean | null>('p.withdrawn'),
  setAsideOn: sql<CalendarDay | null>('p.set_aside_on::text'),
});

const LISTED_REVIEW = REVIEW.and({ sort: sql<string>('page.sort') });

const HEADER = REVIEW.and({
  ...columns(Round, 'n', 'editionId', 'editionMoveId', 'asAt', 'criteria', 'replyWorkingDays'),
  /** How often the round moved to another edition. */
  editionMoves: sql<number>(
    '(SELECT count(*)::int FROM reviews.edition_move m WHERE m.round_id = r.round_id)',
  ),
  moves: dateMoves('r.round_id'),
});

const REVIEWABLE = select({
  ...columns(Deployment, 'd', 'id', 'title'),
  organisation: column(Organisation, 'o', 'name'),
});

const TRUST = select({ organisationId: sql<Uuid | null>('reviews.answering_trust($1, d.id)') });

/** One review with what its round promised and what it is about. */
export type ReviewRow = RowOf<typeof REVIEW>;

/** One review with what its round asks. */
export type ReviewHeader = RowOf<typeof HEADER>;

/** A deployment that a round could ask about, with the trust that leads it. */
export type ReviewableDeployment = RowOf<typeof REVIEWABLE>;

/** What a list of reviews may be narrowed to. */
export interface ReviewFilter {
  readonly round?: Uuid | undefined;
}

/** Every SELECT about reviews as wholes. */
@Injectable()
export class ReviewsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of the reviews this actor may read, by the name of the trust: which they are first, and then what they say. */
  async list(actor: Actor, filter: ReviewFilter, request: PageRequest): Promise<ListPage<ReviewRow>> {
    const permitted = this.access.where(actor, 'read', Review, { alias: 'r', after: 4 });
    const listed = LISTED_REVIEW.from(
      `(SELECT r.id, lower(o.name) AS sort
          FROM reviews.review r JOIN organisations.organisation o ON o.id = r.organisation_id
          WHERE ($1::uuid IS NULL OR r.round_id = $1)
            AND ($2::text IS NULL OR (lower(o.name), r.id) > ($2, $3::uuid)) AND ${permitted.text}
          ORDER BY lower(o.name), r.id LIMIT $4) AS page
        JOIN (${FROM_REVIEW}) ON r.id = page.id ORDER BY page.sort, page.id`,
      [
        filter.round ?? null,
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
      true,
    );
    return pageOf(await this.database.rows(scopeOf(actor), listed), request);
  }

  /** Reviews about which groups can state today, the nearest last day first; a dozen at most. */
  openForStatements(actor: Actor, today: CalendarDay): Promise<ReviewRow[]> {
    const permitted = this.access.where(actor, 'read', Review, { alias: 'r', after: 1 });
    const from = `${FROM_REVIEW} WHERE p.voided_on IS NULL AND r.reply_closed_on IS NULL
        AND (r.reply_due_on IS NULL OR r.reply_due_on >= $1) AND (r.submitted_on IS NOT NULL OR p.released_on IS NULL)
        AND ${permitted.text} ORDER BY r.reply_due_on NULLS LAST, r.id LIMIT 12`;
    return this.database.rows(scopeOf(actor), REVIEW.from(from, [today, ...permitted.values], true));
  }

  /** One review as this actor may read it. @throws NotFound when there is none, or it is not open to them. */
  async header(actor: Actor, id: Uuid): Promise<ReviewHeader> {
    if (!isId(id)) throw new NotFound();
    const permitted = this.access.where(actor, 'read', Review, { alias: 'r', after: 1 });
    const header = await this.database.row(
      scopeOf(actor),
      HEADER.from(`${FROM_REVIEW} WHERE r.id = $1 AND ${permitted.text}`, [id, ...permitted.values], true),
    );
    if (!header) throw new NotFound();
    return header;
  }

  /** Deployments of the register that a round could still ask about, and whether there are more than are listed. */
  async reviewable(
    actor: Actor,
    roundId: Uuid,
  ): Promise<{ readonly deployments: readonly ReviewableDeployment[]; readonly more: boolean }> {
    const permitted = this.access.where(actor, 'read', Deployment, { alias: 'd', after: 2 });
    const found = await this.database.rows(
      scopeOf(actor),
      REVIEWABLE.from(
        `deployments.deployment d JOIN organisations.organisation o ON o.id = reviews.answering_trust($1, d.id)
        WHERE NOT EXISTS (SELECT FROM reviews.review r WHERE r.round_id = $1 AND r.deployment_id = d.id)
          AND ${permitted.text} ORDER BY lower(d.title), d.id LIMIT $2`,
        [roundId, MOST_OFFERED + 1, ...permitted.values],
      ),
    );
    return { deployments: found.slice(0, MOST_OFFERED), more: found.length > MOST_OFFERED };
  }

  /** The trust that answers for a deployment in a round; null where none does or the deployment is not open to the actor. */
  async trustOf(actor: Actor, roundId: Uuid, deploymentId: Uuid): Promise<Uuid | null> {
    if (!isId(deploymentId)) return null;
    const found = await this.database.row(
      scopeOf(actor),
      TRUST.from('deployments.deployment d WHERE d.id = $2', [roundId, deploymentId]),
    );
    return found?.organisationId ?? null;
  }
}

const MOST_OFFERED = 1000;
