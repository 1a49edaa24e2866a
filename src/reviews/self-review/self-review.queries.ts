import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { column, columns, orNull, select, sql, type RowOf } from '../../platform/database/selection.js';
import { SelfReviewSignature } from './self-review-signature.entity.js';
import { SelfAnswer } from './self-answer.entity.js';
import { SelfScore } from './self-score.entity.js';
import { Submission } from './submission.entity.js';

const ANSWER = select({
  /** The criterion under which it stands now; another than it was given to where the round moved to another edition. */
  criterion: sql<string>('p.criterion'),
  ...columns(SelfAnswer, 'a', 'seq', 'reason', 'evidenceIds'),
  // Null for a reader who may not see what the trust scored itself.
  ...orNull(columns(SelfScore, 's', 'score', 'grade')),
});

const DATED_ANSWER = ANSWER.and({
  ...columns(SelfAnswer, 'a', 'answeredOn', 'editionMoveId'),
  givenTo: column(SelfAnswer, 'a', 'criterion'),
});

const KEPT_ANSWER = DATED_ANSWER.and({
  /** Null for one that was given to an edition which the round has left again. */
  criterion: sql<string | null>('p.criterion'),
});

const NEWEST_SEQ = select({ seq: sql<number>('coalesce(max(a.seq), 0)') });

const SIGNATURE = select({
  ...columns(SelfReviewSignature, 't', 'capacity', 'seq', 'stance', 'dissent', 'answersHash', 'signedOn'),
  ...columns(SelfReviewSignature, 't', 'editionMoveId'),
  // True when the reader signed it.
  own: sql<boolean>('t.signed_by IS NOT DISTINCT FROM $2::uuid'),
});

const SUBMITTED_TEXT = select(
  columns(Submission, 'b', 'id', 'outcome', 'contentHash', 'submittedOn', 'content'),
);

/** The newest answer of a trust to one criterion. The score is null for a reader who may not see it. */
export type Answer = RowOf<typeof ANSWER>;

/** One answer of those that were ever given to a criterion, with its day. */
export type DatedAnswer = RowOf<typeof DATED_ANSWER>;

/** An answer that does not count now, because the round does not ask for it. */
export type KeptAnswer = RowOf<typeof KEPT_ANSWER>;

/** The newest signature in one capacity. */
export type SignatureRow = RowOf<typeof SIGNATURE>;

/** What was submitted, word for word as it was hashed. */
export type SubmittedText = RowOf<typeof SUBMITTED_TEXT>;

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
  newestAnswers(actor: Actor, reviewId: Uuid, after = 1): SqlStatement<Answer> {
    const { from, permitted, values } = this.open(actor, after);
    return ANSWER.within(
      (list) => `SELECT DISTINCT ON (p.criterion) ${list} FROM ${from}
        WHERE p.asked AND ${permitted} ORDER BY p.criterion, a.seq DESC`,
      [reviewId, ...values],
      true,
    );
  }

  /** The newest answer to each criterion with its day, and what it was given to. */
  datedAnswers(actor: Actor, reviewId: Uuid): Promise<DatedAnswer[]> {
    const { from, permitted, values } = this.open(actor, 1);
    const newest = DATED_ANSWER.within(
      (list) => `SELECT DISTINCT ON (p.criterion) ${list} FROM ${from}
        WHERE p.asked AND ${permitted} ORDER BY p.criterion, a.seq DESC`,
      [reviewId, ...values],
      true,
    );
    return this.database.rows(scopeOf(actor), newest);
  }

  /** The newest answers that were given to one criterion, newest first. */
  history(actor: Actor, reviewId: Uuid, criterion: string): Promise<DatedAnswer[]> {
    const { from, permitted, values } = this.open(actor, 3);
    return this.database.rows(
      scopeOf(actor),
      DATED_ANSWER.from(`${from} WHERE p.criterion = $2 AND ${permitted} ORDER BY a.seq DESC LIMIT $3`, [
        reviewId,
        criterion,
        MOST_SHOWN,
        ...values,
      ]),
    );
  }

  /** Answers of which the criterion is not asked now, or was of an edition that the round has left: kept, the newest first. */
  kept(actor: Actor, reviewId: Uuid): Promise<KeptAnswer[]> {
    const { from, permitted, values } = this.open(actor, 2);
    return this.database.rows(
      scopeOf(actor),
      KEPT_ANSWER.from(
        `${from} WHERE NOT p.asked AND ${permitted} ORDER BY a.criterion, a.seq DESC, a.id LIMIT $2`,
        [reviewId, MOST_KEPT, ...values],
      ),
    );
  }

  /** The highest number that an answer of the review has; 0 where there is none. */
  async newestSeq(actor: Actor, reviewId: Uuid): Promise<number> {
    const { from, permitted, values } = this.open(actor, 1);
    const asked = NEWEST_SEQ.from(`${from} WHERE ${permitted}`, [reviewId, ...values]);
    return (await this.database.row(scopeOf(actor), asked))?.seq ?? 0;
  }

  /** The newest signature in each capacity that has one. */
  signatures(actor: Actor, reviewId: Uuid): Promise<SignatureRow[]> {
    return this.database.rows(scopeOf(actor), this.newestSignatures(actor, reviewId));
  }

  /** The statement behind `signatures`, for reading them inside an act. */
  newestSignatures(actor: Actor, reviewId: Uuid): SqlStatement<SignatureRow> {
    const permitted = this.access.where(actor, 'read', SelfReviewSignature, { alias: 't', after: 2 });
    return SIGNATURE.within(
      (list) => `SELECT DISTINCT ON (t.capacity) ${list} FROM reviews.attestation t
        WHERE t.review_id = $1 AND ${permitted.text} ORDER BY t.capacity, t.seq DESC`,
      [reviewId, actor.personId, ...permitted.values],
    );
  }

  /** The submission with its text; null when there is none, or it is not open to the actor. */
  submittedText(actor: Actor, reviewId: Uuid): Promise<SubmittedText | null> {
    const permitted = this.access.where(actor, 'read', Submission, { alias: 'b', after: 1 });
    const statement = SUBMITTED_TEXT.from(
      `reviews.submission b WHERE b.review_id = $1 AND ${permitted.text}`,
      [isId(reviewId) ? reviewId : null, ...permitted.values],
    );
    return this.database.row(scopeOf(actor), statement);
  }

  /** Answers that are open to the actor, each with the score that the trust gave itself where that is open too. */
  private open(
    actor: Actor,
    after: number,
  ): { readonly from: string; readonly permitted: string; readonly values: readonly unknown[] } {
    const answers = this.access.where(actor, 'read', SelfAnswer, { alias: 'a', after });
    const scores = this.access.where(actor, 'read', SelfScore, {
      alias: 's',
      after: after + answers.values.length,
    });
    return {
      from: `reviews.placed_answers($1) p JOIN reviews.self_answer a ON a.id = p.answer_id LEFT JOIN reviews.self_score s ON s.answer_id = a.id AND ${scores.text}`,
      permitted: answers.text,
      values: [...answers.values, ...scores.values],
    };
  }
}

const MOST_SHOWN = 50;
const MOST_KEPT = 10_000;
