import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { columns, select, type RowOf } from '../../platform/database/selection.js';
import { ModeratedScore } from './moderated-score.entity.js';

const FINDING = select(
  columns(
    ModeratedScore,
    'm',
    'criterion',
    'seq',
    'score',
    'grade',
    'reason',
    'minorityView',
    'settledBy',
    'settledOn',
  ),
);

/** The newest moderated score of one criterion: what counts. */
export type Finding = RowOf<typeof FINDING>;

/** Every SELECT about findings. */
@Injectable()
export class FindingsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The score that counts for each criterion that has been moderated. */
  findings(actor: Actor, reviewId: Uuid): Promise<Finding[]> {
    return this.database.rows(scopeOf(actor), this.newestFindings(actor, reviewId));
  }

  /** The statement behind `findings`, for reading them together with others that share its `$1`. */
  newestFindings(actor: Actor, reviewId: Uuid, after = 1): SqlStatement<Finding> {
    const permitted = this.access.where(actor, 'read', ModeratedScore, { alias: 'm', after });
    return FINDING.within(
      (list) => `SELECT DISTINCT ON (m.criterion) ${list} FROM reviews.moderated_score m
        WHERE m.review_id = $1 AND ${permitted.text} ORDER BY m.criterion, m.seq DESC`,
      [reviewId, ...permitted.values],
      true,
    );
  }
}
