import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import type { EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import type { SqlWithValues } from '../one-statement.js';
import { ModeratedScore } from './moderated-score.entity.js';

/** The newest moderated score of one criterion: what counts. */
export interface Finding {
  readonly criterion: string;
  readonly seq: number;
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly reason: string;
  readonly minorityView: string;
  readonly settledBy: 'agreement' | 'meeting' | 'reply';
  readonly settledOn: string;
}

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
  newestFindings(actor: Actor, reviewId: Uuid, after = 1): SqlWithValues<Finding> {
    const permitted = this.access.where(actor, 'read', ModeratedScore, { alias: 'm', after });
    return {
      prepared: true,
      text: `SELECT DISTINCT ON (m.criterion) m.criterion, m.seq, m.score, m.grade, m.reason,
          m.minority_view AS "minorityView", m.settled_by AS "settledBy", m.settled_on AS "settledOn"
        FROM reviews.moderated_score m WHERE m.review_id = $1 AND ${permitted.text} ORDER BY m.criterion, m.seq DESC`,
      values: [reviewId, ...permitted.values],
    };
  }
}
