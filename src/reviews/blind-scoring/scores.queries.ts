import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import type { SqlWithValues } from '../one-statement.js';
import type { GivenScore } from '../../review-method/scoring/locked-content.js';
import { ScoreLock } from './score-lock.entity.js';
import { Score } from './score.entity.js';

/** That one assignment's scores are locked, with what is needed to check the hash. */
export interface LockRow {
  readonly assignmentId: Uuid;
  readonly nonce: string;
  readonly contentHash: string;
  readonly lockedOn: string;
}

/** Every SELECT about independent scores. Access and row-level security decide whose; nothing here asks who is who. */
@Injectable()
export class ScoresQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The newest score of each criterion under one assignment, as far as the actor may read it. */
  underAssignment(actor: Actor, assignmentId: Uuid): Promise<GivenScore[]> {
    return this.database.rows(scopeOf(actor), this.newest(actor, 's.assignment_id', assignmentId));
  }

  /** The newest scores of everybody who still takes part in a review, as far as the actor may read them. */
  ofReview(actor: Actor, reviewId: Uuid): Promise<GivenScore[]> {
    return this.database.rows(scopeOf(actor), this.newest(actor, 's.review_id', reviewId));
  }

  /** The statement behind these reads, for reading scores inside an act or together with others that share its `$1`. */
  newest(
    actor: Actor,
    column: 's.assignment_id' | 's.review_id',
    id: Uuid,
    after = 1,
  ): SqlWithValues<GivenScore> {
    const permitted = this.access.where(actor, 'read', Score, { alias: 's', after });
    const counting =
      column === 's.review_id' ? 's.assignment_id = ANY ((SELECT reviews.taking_part($1))::uuid[])' : 'TRUE';
    return {
      prepared: true,
      text: `SELECT DISTINCT ON (s.assignment_id, s.criterion) s.assignment_id AS "assignmentId", s.criterion, s.seq,
          s.score, s.grade, s.confidence, s.rationale, s.evidence_ids AS "evidenceIds"
        FROM reviews.score s WHERE ${column} = $1 AND ${counting} AND ${permitted.text}
        ORDER BY s.assignment_id, s.criterion, s.seq DESC`,
      values: [id, ...permitted.values],
    };
  }

  /** Which assignments to a review are locked, as far as the actor may know. */
  locks(actor: Actor, reviewId: Uuid): Promise<LockRow[]> {
    const permitted = this.access.where(actor, 'read', ScoreLock, { alias: 'l', after: 1 });
    return this.database.rows(scopeOf(actor), {
      text: `SELECT l.assignment_id AS "assignmentId", l.nonce, l.content_hash AS "contentHash", l.locked_on AS "lockedOn"
        FROM reviews.score_lock l WHERE l.review_id = $1 AND ${permitted.text} ORDER BY l.assignment_id`,
      values: [reviewId, ...permitted.values],
    });
  }
}
