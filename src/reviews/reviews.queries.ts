import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import { isId, type Uuid } from '../kernel/identifiers.js';
import { NotFound } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../platform/database/keyset.js';
import { Deployment } from '../deployments/deployment.entity.js';
import { Review } from './review.entity.js';
import type { ReviewDates } from './review-state.js';

/** One review with what its round promised and what it is about. */
export interface ReviewRow extends ReviewDates {
  readonly id: Uuid;
  readonly revision: number;
  readonly roundId: Uuid;
  readonly round: string;
  readonly deploymentId: Uuid;
  /** Null where the reader may not see the deployment. */
  readonly deployment: string | null;
  readonly organisationId: Uuid;
  readonly organisation: string;
  readonly startedOn: string;
  readonly scoringDue: string;
}

/** One review with what its round asks. */
export interface ReviewHeader extends ReviewRow {
  readonly editionId: Uuid;
  readonly asAt: string;
  readonly criteria: readonly string[];
  readonly replyWorkingDays: number;
}

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

  /** A page of the reviews this actor may read, by the name of the trust. */
  async list(actor: Actor, filter: ReviewFilter, request: PageRequest): Promise<ListPage<ReviewRow>> {
    const permitted = this.access.where(actor, 'read', Review, { alias: 'r', after: 4 });
    const rows = await this.database.rows<ReviewRow & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${REVIEW}, lower(o.name) AS sort ${FROM_REVIEW}
        WHERE ($1::uuid IS NULL OR r.round_id = $1)
          AND ($2::text IS NULL OR (lower(o.name), r.id) > ($2, $3::uuid)) AND ${permitted.text}
        ORDER BY lower(o.name), r.id LIMIT $4`,
      values: [
        filter.round ?? null,
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    });
    return pageOf(rows, request);
  }

  /** One review as this actor may read it. @throws NotFound when there is none, or it is not open to them. */
  async header(actor: Actor, id: Uuid): Promise<ReviewHeader> {
    if (!isId(id)) throw new NotFound();
    const permitted = this.access.where(actor, 'read', Review, { alias: 'r', after: 1 });
    const header = await this.database.row<ReviewHeader>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${REVIEW}, n.edition_id AS "editionId", n.as_at AS "asAt", n.criteria,
          n.reply_working_days AS "replyWorkingDays" ${FROM_REVIEW}
        WHERE r.id = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
    if (!header) throw new NotFound();
    return header;
  }

  /** Deployments of the register that a round could still ask about: each names the trust that leads it. */
  reviewable(actor: Actor, roundId: Uuid): Promise<{ id: Uuid; title: string; organisation: string }[]> {
    const permitted = this.access.where(actor, 'read', Deployment, { alias: 'd', after: 2 });
    return this.database.rows(scopeOf(actor), {
      text: `SELECT d.id, d.title, o.name AS organisation
        FROM deployments.deployment d JOIN organisations.organisation o ON o.id = d.lead_organisation_id
        WHERE NOT EXISTS (SELECT FROM reviews.review r WHERE r.round_id = $1 AND r.deployment_id = d.id)
          AND ${permitted.text} ORDER BY lower(d.title), d.id LIMIT $2`,
      values: [roundId, MOST_OFFERED, ...permitted.values],
    });
  }

  /** The trust that answers for a deployment; null where none is named or the deployment is not open to the actor. */
  async trustOf(actor: Actor, deploymentId: Uuid): Promise<Uuid | null> {
    if (!isId(deploymentId)) return null;
    const found = await this.database.row<{ organisationId: Uuid | null }>(scopeOf(actor), {
      text: 'SELECT lead_organisation_id AS "organisationId" FROM deployments.deployment WHERE id = $1',
      values: [deploymentId],
    });
    return found?.organisationId ?? null;
  }
}

const MOST_OFFERED = 1000;

const REVIEW = `r.id, r.revision, r.round_id AS "roundId", n.title AS round, r.deployment_id AS "deploymentId",
  d.title AS deployment, r.organisation_id AS "organisationId", o.name AS organisation, r.started_on AS "startedOn",
  r.acknowledged_on AS "acknowledgedOn", r.submitted_on AS "submittedOn", r.scores_opened_on AS "scoresOpenedOn",
  r.moderation_closed_on AS "moderationClosedOn", r.reply_due_on AS "replyDueOn", r.reply_closed_on AS "replyClosedOn",
  r.published_on AS "publishedOn", n.self_review_due AS "selfReviewDue", n.scoring_due AS "scoringDue",
  n.publication_date AS "publicationDate"`;

const FROM_REVIEW = `FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id
  JOIN organisations.organisation o ON o.id = r.organisation_id
  LEFT JOIN deployments.deployment d ON d.id = r.deployment_id`;
