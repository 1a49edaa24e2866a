import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import type { Answer } from './answers.js';
import type { SqlWithValues } from '../one-statement.js';
import { SelfReviewSignature } from './self-review-signature.entity.js';
import { SelfAnswer } from './self-answer.entity.js';
import { SelfScore } from './self-score.entity.js';
import type { SigningCapacity, Stance, SubmissionOutcome } from './signing.js';
import { Submission } from './submission.entity.js';

/** The newest signature in one capacity. */
export interface SignatureRow {
  readonly capacity: SigningCapacity;
  readonly seq: number;
  readonly stance: Stance;
  readonly dissent: string;
  readonly answersHash: string;
  readonly signedOn: string;
  /** True when the reader signed it. */
  readonly own: boolean;
}

/** What was submitted, as its receipt shows it. */
export interface SubmissionRow {
  readonly id: Uuid;
  readonly outcome: SubmissionOutcome;
  readonly contentHash: string;
  readonly submittedOn: string;
}

/** Every SELECT about a trust's own layer. */
@Injectable()
export class SelfReviewQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The newest answer to each criterion that has one. */
  answers(actor: Actor, reviewId: Uuid): Promise<Answer[]> {
    return this.database.rows(scopeOf(actor), this.newestAnswers(actor, reviewId));
  }

  /** The statement behind `answers`, for reading them inside an act or together with others that share its `$1`. */
  newestAnswers(actor: Actor, reviewId: Uuid, after = 1): SqlWithValues<Answer> {
    const answers = this.access.where(actor, 'read', SelfAnswer, { alias: 'a', after });
    const scores = this.access.where(actor, 'read', SelfScore, {
      alias: 's',
      after: after + answers.values.length,
    });
    return {
      prepared: true,
      text: `SELECT DISTINCT ON (a.criterion) a.criterion, a.seq, a.reason, a.evidence_ids AS "evidenceIds", s.score, s.grade
        FROM reviews.self_answer a LEFT JOIN reviews.self_score s ON s.answer_id = a.id AND ${scores.text}
        WHERE a.review_id = $1 AND ${answers.text} ORDER BY a.criterion, a.seq DESC`,
      values: [reviewId, ...answers.values, ...scores.values],
    };
  }

  /** Every answer that was ever given to one criterion, newest first. */
  history(actor: Actor, reviewId: Uuid, criterion: string): Promise<(Answer & { answeredOn: string })[]> {
    const answers = this.access.where(actor, 'read', SelfAnswer, { alias: 'a', after: 3 });
    const scores = this.access.where(actor, 'read', SelfScore, {
      alias: 's',
      after: 3 + answers.values.length,
    });
    return this.database.rows(scopeOf(actor), {
      text: `SELECT a.criterion, a.seq, a.reason, a.evidence_ids AS "evidenceIds", s.score, s.grade,
          a.answered_on AS "answeredOn"
        FROM reviews.self_answer a LEFT JOIN reviews.self_score s ON s.answer_id = a.id AND ${scores.text}
        WHERE a.review_id = $1 AND a.criterion = $2 AND ${answers.text} ORDER BY a.seq DESC LIMIT $3`,
      values: [reviewId, criterion, MOST_SHOWN, ...answers.values, ...scores.values],
    });
  }

  /** The newest signature in each capacity that has one. */
  signatures(actor: Actor, reviewId: Uuid): Promise<SignatureRow[]> {
    const permitted = this.access.where(actor, 'read', SelfReviewSignature, { alias: 't', after: 2 });
    return this.database.rows(scopeOf(actor), {
      text: `SELECT DISTINCT ON (t.capacity) t.capacity, t.seq, t.stance, t.dissent, t.answers_hash AS "answersHash",
          t.signed_on AS "signedOn", t.signed_by IS NOT DISTINCT FROM $2::uuid AS own
        FROM reviews.attestation t WHERE t.review_id = $1 AND ${permitted.text} ORDER BY t.capacity, t.seq DESC`,
      values: [reviewId, actor.personId, ...permitted.values],
    });
  }

  /** The submission of a review; null when there is none, or it is not open to the actor. */
  submission(actor: Actor, reviewId: Uuid): Promise<SubmissionRow | null> {
    const permitted = this.access.where(actor, 'read', Submission, { alias: 'b', after: 1 });
    return this.database.row(scopeOf(actor), {
      text: `SELECT b.id, b.outcome, b.content_hash AS "contentHash", b.submitted_on AS "submittedOn"
        FROM reviews.submission b WHERE b.review_id = $1 AND ${permitted.text}`,
      values: [isId(reviewId) ? reviewId : null, ...permitted.values],
    });
  }

  /** What was submitted, word for word as it was hashed; null when there is none, or it is not open to the actor. */
  async submittedText(actor: Actor, reviewId: Uuid): Promise<string | null> {
    const permitted = this.access.where(actor, 'read', Submission, { alias: 'b', after: 1 });
    const found = await this.database.row<{ content: string }>(scopeOf(actor), {
      text: `SELECT b.content FROM reviews.submission b WHERE b.review_id = $1 AND ${permitted.text}`,
      values: [isId(reviewId) ? reviewId : null, ...permitted.values],
    });
    return found?.content ?? null;
  }
}

const MOST_SHOWN = 50;
