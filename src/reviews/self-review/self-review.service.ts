import { Injectable } from '@nestjs/common';
import { citing } from '../../evidence/documents/citing.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { ChangedMeanwhile, Unprocessable } from '../../kernel/refusal.js';
import { adding, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { type ReviewHeader, ReviewsQueries } from '../reviews.queries.js';
import type { EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import { answerFaults } from './answering/answer-faults.js';
import { SelfAnswer } from './self-answer.entity.js';
import { SelfReviewQueries } from './self-review.queries.js';
import { SelfScore } from './self-score.entity.js';

/** A trust's answer to one criterion. */
export interface AnswerToGive {
  readonly criterion: string;
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly reason: string;
  readonly evidenceIds?: readonly Uuid[] | undefined;
  /** The `seq` of the answer the person saw, 0 for none; when another came meanwhile the act is refused. */
  readonly after?: number | undefined;
}

/** Takes a trust's answers, one or many at a time. An answer is never changed; the next one follows it. */
@Injectable()
export class SelfReviewService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviews: ReviewsQueries,
    private readonly selfReview: SelfReviewQueries,
    private readonly clock: Clock,
  ) {}

  /** Gives one answer and returns its id. @throws ChangedMeanwhile when somebody else answered it since. */
  async answer(actor: Actor, reviewId: Uuid, given: AnswerToGive): Promise<Uuid> {
    const [id] = await this.answerAll(actor, reviewId, [given]);
    return id ?? '';
  }

  /**
   * Gives many answers, all or none, and returns their ids in the order given.
   * @throws Unprocessable listing what is missing in each.
   */
  async answerAll(actor: Actor, reviewId: Uuid, given: readonly AnswerToGive[]): Promise<Uuid[]> {
    const review = await this.reviews.header(actor, reviewId);
    const issues = given.flatMap((one, place) =>
      answerFaults(one, given.length > 1 ? `${String(place)}.` : ''),
    );
    if (issues.length > 0) throw new Unprocessable(issues);
    const known = await this.selfReview.answers(actor, reviewId);
    // After a move an answer comes after every one before it, so that of two editions the later answer counts.
    const sofar = review.editionMoves > 0 ? await this.selfReview.newestSeq(actor, reviewId) : null;
    const answers = given.map((one) => {
      const seq = known.find(({ criterion }) => criterion === one.criterion)?.seq ?? 0;
      if (one.after !== undefined && one.after !== seq) throw new ChangedMeanwhile();
      return this.drawUp(actor, review, { ...one, seq: (sofar ?? seq) + 1 });
    });
    await this.ledger.performAll(actor, [
      citing(given.flatMap(({ evidenceIds }) => evidenceIds ?? [])),
      ...answers.map(({ answer }): Act => adding('answer', SelfAnswer, answer)),
      ...answers.map(({ score }): Act => adding('answer', SelfScore, score)),
    ]);
    return answers.map(({ answer }) => answer.id);
  }

  private drawUp(
    actor: Actor,
    { id: reviewId, organisationId, editionMoveId }: ReviewHeader,
    given: AnswerToGive & { readonly seq: number },
  ): { answer: SelfAnswer; score: SelfScore } {
    const answer = made(SelfAnswer, {
      id: newId(),
      reviewId,
      organisationId,
      criterion: given.criterion,
      seq: given.seq,
      reason: given.reason,
      evidenceIds: given.evidenceIds ?? [],
      editionMoveId,
      answeredBy: personIdOf(actor),
      answeredOn: this.clock.today(),
    });
    const score = made(SelfScore, {
      id: newId(),
      answerId: answer.id,
      reviewId,
      organisationId,
      score: given.score,
      grade: given.grade,
    });
    return { answer, score };
  }
}
