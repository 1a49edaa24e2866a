import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import type { PromiseDetail, PromiseRow } from './promised-publication.js';

/** Whose promised publications are wanted: those about one scheme, or about one organisation. */
export interface PromisedAbout {
  readonly deploymentId?: Uuid;
  readonly organisationId?: Uuid;
}

/** Every SELECT about what rounds promised to publish. Promises are public, and so is the silence after them. */
@Injectable()
export class PromisesQueries {
  constructor(private readonly database: Database) {}

  /** A page of promised publications, the latest promised day first. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<PromiseRow>> {
    const rows = await this.database.rows<PromiseRow & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${PROMISE}, p.publication_date::text AS sort ${FROM_PROMISE}
        WHERE $1::date IS NULL OR (p.publication_date, p.review_id) < ($1, $2::uuid)
        ORDER BY p.publication_date DESC, p.review_id DESC LIMIT $3`,
      values: [request.after?.sort ?? null, request.after?.id ?? null, request.limit + 1],
    });
    return pageOf(rows, request);
  }

  /** Promises whose day has passed without a release or a refusal, the longest overdue first. */
  overdue(actor: Actor, today: CalendarDay): Promise<PromiseRow[]> {
    return this.database.rows<PromiseRow & { [column: string]: unknown }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${PROMISE} ${FROM_PROMISE} WHERE p.publication_date < $1 AND n.id IS NULL AND f.refused_on IS NULL
        ORDER BY p.publication_date, p.review_id LIMIT $2`,
      values: [today, MOST_SHOWN],
    });
  }

  /** The promised publications about a scheme or an organisation, the latest promised day first. */
  about(actor: Actor, { deploymentId, organisationId }: PromisedAbout): Promise<PromiseRow[]> {
    return this.database.rows<PromiseRow & { [column: string]: unknown }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${PROMISE} ${FROM_PROMISE} WHERE p.deployment_id = $1::uuid OR p.organisation_id = $2::uuid
        ORDER BY p.publication_date DESC, p.review_id DESC LIMIT $3`,
      values: [deploymentId ?? null, organisationId ?? null, MOST_SHOWN],
    });
  }

  /** One promised publication with its releases, its refusal and every move of its day; null when there is none. */
  async one(actor: Actor, reviewId: Uuid): Promise<PromiseDetail | null> {
    if (!isId(reviewId)) return null;
    return this.database.row<PromiseDetail & { [column: string]: unknown }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${PROMISE}, ${HISTORY} ${FROM_PROMISE} WHERE p.review_id = $1`,
      values: [reviewId],
    });
  }
}

const MOST_SHOWN = 100;

const PROMISE = `p.review_id AS id, p.round_id AS "roundId", p.round, p.as_at AS "asAt",
  p.organisation_id AS "organisationId", o.name AS organisation, p.deployment_id AS "deploymentId", d.title AS deployment,
  p.publication_date AS "promisedOn", p.self_review_due AS "selfReviewDue", p.acknowledged_on AS "acknowledgedOn",
  p.submitted_on AS "submittedOn", f.refused_on AS "refusedOn",
  CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('id', n.id, 'serial', n.serial, 'number', n.number,
    'publishedOn', n.published_on, 'contentHash', n.content_hash, 'overall', n.overall,
    'withdrawnOn', n.withdrawn_on, 'withdrawn', n.withdrawn_on IS NOT NULL) END AS newest`;

const FROM_PROMISE = `FROM publication.promise p JOIN organisations.organisation o ON o.id = p.organisation_id
  LEFT JOIN deployments.deployment d ON d.id = p.deployment_id
  LEFT JOIN publication.refusal f ON f.review_id = p.review_id
  LEFT JOIN LATERAL (SELECT r.* FROM publication.result r WHERE r.review_id = p.review_id
    ORDER BY r.number DESC LIMIT 1) AS n ON TRUE`;

const HISTORY = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'serial', r.serial, 'number', r.number,
      'publishedOn', r.published_on, 'contentHash', r.content_hash, 'overall', r.overall,
      'withdrawnOn', r.withdrawn_on) ORDER BY r.number DESC), '[]')
    FROM publication.result r WHERE r.review_id = p.review_id) AS releases,
  CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('post', f.post, 'reason', f.reason,
    'legalBasis', f.legal_basis, 'on', f.refused_on) END AS refusal,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('was', c.was, 'becomes', c.becomes, 'reason', c.reason,
      'decidedOn', c.decided_on) ORDER BY c.decided_on, c.id), '[]')
    FROM reviews.round_date_change c WHERE c.round_id = p.round_id AND c.which = 'publication_date') AS moves`;
