import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { columns, select, type RowOf } from '../../platform/database/selection.js';
import type { GivenScore } from '../../review-method/scoring/locked-content.js';
import { ScoreLock } from './score-lock.entity.js';
import { Score } from './score.entity.js';

const SCORE = select(
  columns(
    Score,
    's',
    'assignmentId',
    'criterion',
    'seq',
    'score',
    'grade',
    'confidence',
    'rationale',
    'evidenceIds',
  ),
);

const SAVED = select(
  columns(
    Score,
    's',
    'criterion',
    'seq',
    'score',
    'grade',
    'confidence',
    'rationale',
    'changedBecause',
    'scoredOn',
  ),
);

const CHANGED = select(columns(Score, 's', 'assignmentId', 'criterion', 'seq', 'score', 'changedBecause'));

const LOCK = select(
  columns(ScoreLock, 'l', 'reviewId', 'assignmentId', 'nonce', 'salt', 'contentHash', 'lockedOn'),
);

/** That one assignment's scores are locked, with what is needed to check the hash. */
export type LockRow = RowOf<typeof LOCK>;

/** One saving of a score, as its author reads what they saved before. */
export type SavedScore = RowOf<typeof SAVED>;

/** That a reviewer changed their score before the lock, to what, and why. */
export type ChangedScore = RowOf<typeof CHANGED>;

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

  /** The newest scores of everybody who scored a review, as far as the actor may read them, whatever became of them. */
  ofReview(actor: Actor, reviewId: Uuid): Promise<GivenScore[]> {
    return this.database.rows(scopeOf(actor), this.newest(actor, 's.review_id', reviewId));
  }

  /** The statement behind these reads, for reading scores inside an act or together with others that share its `$1`. */
  newest(
    actor: Actor,
    column: 's.assignment_id' | 's.review_id',
    id: Uuid,
    after = 1,
  ): SqlStatement<GivenScore> {
    const permitted = this.access.where(actor, 'read', Score, { alias: 's', after });
    return SCORE.within(
      (list) => `SELECT DISTINCT ON (s.assignment_id, s.criterion) ${list}
        FROM reviews.score s WHERE ${column} = $1 AND ${permitted.text}
        ORDER BY s.assignment_id, s.criterion, s.seq DESC`,
      [id, ...permitted.values],
      true,
    );
  }

  /** Everything that was saved for one criterion under one assignment, newest first. */
  saved(
    actor: Actor,
    { assignmentId, criterion }: Pick<GivenScore, 'assignmentId' | 'criterion'>,
  ): Promise<SavedScore[]> {
    const permitted = this.access.where(actor, 'read', Score, { alias: 's', after: 3 });
    const saved = SAVED.from(
      `reviews.score s WHERE s.assignment_id = $1 AND s.criterion = $2 AND ${permitted.text} ORDER BY s.seq DESC LIMIT $3`,
      [assignmentId, criterion, MOST_SHOWN, ...permitted.values],
    );
    return this.database.rows(scopeOf(actor), saved);
  }

  /** Every change that reviewers gave a reason for, in turn: a statement that shares its `$1` with others. */
  changes(actor: Actor, reviewId: Uuid, after = 1): SqlStatement<ChangedScore> {
    const permitted = this.access.where(actor, 'read', Score, { alias: 's', after });
    return CHANGED.from(
      `reviews.score s WHERE s.review_id = $1 AND s.changed_because IS NOT NULL AND ${permitted.text} ORDER BY s.criterion, s.assignment_id, s.seq`,
      [reviewId, ...permitted.values],
    );
  }

  /** Which assignments to a review are locked, as far as the actor may know. */
  locks(actor: Actor, reviewId: Uuid): Promise<LockRow[]> {
    const permitted = this.access.where(actor, 'read', ScoreLock, { alias: 'l', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      LOCK.from(
        `reviews.score_lock l WHERE l.review_id = $1 AND ${permitted.text} ORDER BY l.assignment_id`,
        [reviewId, ...permitted.values],
      ),
    );
  }
}

const MOST_SHOWN = 20;
