import { Injectable } from '@nestjs/common';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { ReviewHeader } from '../reviews.queries.js';
import {
  SelfReviewQueries,
  type Answer,
  type DatedAnswer,
  type KeptAnswer,
} from '../self-review/self-review.queries.js';
import { EditionMovesQueries, type EditionMoveRow } from './edition-moves.queries.js';

/** What an answer was given to before its round moved: the edition, the code, and what it asked. */
export interface GivenTo {
  readonly edition: string;
  readonly code: string;
  readonly requirement: string | null;
}

/** An answer that does not count, with the edition it was given to. */
export type ShownKeptAnswer = KeptAnswer & { readonly edition: string };

/** Tells of the answers of a trust whose round moved to another edition: what they were given to, and those that are kept. */
@Injectable()
export class AnswersOnTheWay {
  constructor(
    private readonly selfReview: SelfReviewQueries,
    private readonly moves: EditionMovesQueries,
    private readonly frameworks: FrameworksQueries,
  ) {}

  /** What an answer was given to; null where that is the edition that is asked now. */
  async givenTo(actor: Actor, review: ReviewHeader, answer: DatedAnswer): Promise<GivenTo | null> {
    if (answer.editionMoveId === review.editionMoveId) return null;
    const moves = await this.moves.of(actor, review.roundId);
    const edition = editionSince(moves, answer.editionMoveId);
    const found = await this.frameworks.one(actor, edition);
    const asked = found?.edition.criteria.find(({ id }) => id === answer.givenTo);
    return { edition, code: answer.givenTo, requirement: asked?.requirement ?? null };
  }

  /** What was answered to the criteria that this one comes from by its edition, where it is not the answer that counts here. */
  async beside(actor: Actor, review: ReviewHeader, code: string): Promise<readonly Answer[]> {
    if (review.editionMoves === 0) return [];
    const found = await this.frameworks.one(actor, review.editionId);
    const formerly = found?.edition.criteria.find(({ id }) => id === code)?.formerly ?? [];
    if (formerly.length === 0) return [];
    const answered = await this.selfReview.answers(actor, review.id);
    const kept = (await this.selfReview.kept(actor, review.id)).flatMap((answer) =>
      answer.criterion === null ? [] : [{ ...answer, criterion: answer.criterion }],
    );
    return formerly.flatMap(
      (each) => [...answered, ...kept].find(({ criterion }) => criterion === each) ?? [],
    );
  }

  /** Every answer that is kept and does not count. */
  async kept(actor: Actor, review: ReviewHeader): Promise<readonly ShownKeptAnswer[]> {
    if (review.editionMoves === 0) return [];
    const moves = await this.moves.of(actor, review.roundId);
    const kept = await this.selfReview.kept(actor, review.id);
    return kept.map((answer) => ({ ...answer, edition: editionSince(moves, answer.editionMoveId) }));
  }
}

/** The key of the edition that a round asked since a move; what it was opened with where there is none. */
function editionSince(moves: readonly EditionMoveRow[], since: Uuid | null): string {
  return moves.find(({ id }) => id === since)?.to ?? moves[0]?.from ?? '';
}
