import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { Preparation } from './preparation.entity.js';

/** One preparation in the list of its review. */
export type PreparationRow = RowOf<typeof PREPARATION>;

/** One preparation with all that was prepared. */
export type PreparedResult = RowOf<typeof PREPARED>;

/** Every SELECT about results that wait for their second person. */
@Injectable()
export class PreparationsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** What was prepared for a review, newest first. */
  ofReview(actor: Actor, reviewId: Uuid): Promise<PreparationRow[]> {
    const permitted = this.access.where(actor, 'read', Preparation, { alias: 'p', after: 2 });
    const statement = PREPARATION.from(
      `publication.preparation p WHERE p.review_id = $1 AND ${permitted.text} ORDER BY p.id DESC`,
      [isId(reviewId) ? reviewId : null, actor.personId, ...permitted.values],
    );
    return this.database.rows(scopeOf(actor), statement);
  }

  /** One preparation; null when there is none that the actor may read. */
  async one(actor: Actor, id: Uuid): Promise<PreparedResult | null> {
    const permitted = this.access.where(actor, 'read', Preparation, { alias: 'p', after: 2 });
    const statement = PREPARED.from(`publication.preparation p WHERE p.id = $1 AND ${permitted.text}`, [
      isId(id) ? id : null,
      actor.personId,
      ...permitted.values,
    ]);
    return this.database.row(scopeOf(actor), statement);
  }
}

const PREPARATION = select({
  ...columns(Preparation, 'p', 'id', 'reviewId', 'number', 'contentHash', 'preparedOn'),
  /** True when the reader made it, and so cannot release it. */
  own: sql<boolean>('p.prepared_by IS NOT DISTINCT FROM $2::uuid'),
  released: sql<boolean>('EXISTS (SELECT FROM publication.release r WHERE r.preparation_id = p.id)'),
});

const PREPARED = PREPARATION.and(
  columns(Preparation, 'p', 'content', 'publishedAnywayBecause', 'withheld', 'withheldBecause', 'preparedBy'),
);
