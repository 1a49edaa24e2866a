import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { Preparation } from './preparation.entity.js';

/** One preparation in the list of its review. */
export interface PreparationRow {
  readonly id: Uuid;
  readonly reviewId: Uuid;
  readonly number: number;
  readonly contentHash: string;
  readonly preparedOn: string;
  /** True when the reader made it, and so cannot release it. */
  readonly own: boolean;
  readonly released: boolean;
}

/** One preparation with all that was prepared. */
export interface PreparedResult extends PreparationRow {
  readonly content: string;
  readonly publishedAnywayBecause: string | null;
  readonly withheld: readonly string[];
  readonly withheldBecause: string | null;
  readonly preparedBy: Uuid;
}

/** Every SELECT about results that wait for their second person. */
@Injectable()
export class PreparationsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** What was prepared for a review, newest first. */
  ofReview(actor: Actor, reviewId: Uuid): Promise<PreparationRow[]> {
    const permitted = this.access.where(actor, 'read', Preparation, { alias: 'p', after: 3 });
    return this.database.rows<PreparationRow & { [column: string]: unknown }>(scopeOf(actor), {
      text: `SELECT ${PREPARATION} FROM publication.preparation p WHERE p.review_id = $1 AND ${permitted.text}
        ORDER BY p.id DESC LIMIT $3`,
      values: [isId(reviewId) ? reviewId : null, actor.personId, MOST_SHOWN, ...permitted.values],
    });
  }

  /** One preparation; null when there is none that the actor may read. */
  async one(actor: Actor, id: Uuid): Promise<PreparedResult | null> {
    const permitted = this.access.where(actor, 'read', Preparation, { alias: 'p', after: 2 });
    return this.database.row<PreparedResult & { [column: string]: unknown }>(scopeOf(actor), {
      text: `SELECT ${PREPARATION}, p.content, p.published_anyway_because AS "publishedAnywayBecause", p.withheld,
          p.withheld_because AS "withheldBecause", p.prepared_by AS "preparedBy"
        FROM publication.preparation p WHERE p.id = $1 AND ${permitted.text}`,
      values: [isId(id) ? id : null, actor.personId, ...permitted.values],
    });
  }
}

const MOST_SHOWN = 50;

const PREPARATION = `p.id, p.review_id AS "reviewId", p.number, p.content_hash AS "contentHash",
  p.prepared_on AS "preparedOn", p.prepared_by IS NOT DISTINCT FROM $2::uuid AS own,
  EXISTS (SELECT FROM publication.release r WHERE r.preparation_id = p.id) AS released`;
