import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../kernel/clock.js';
import type { Uuid } from '../kernel/identifiers.js';
import { changing, type Act, type Look } from '../ledger/act.js';
import { Ledger } from '../ledger/ledger.js';
import { select, sql } from '../platform/database/selection.js';
import { heldReview } from './held-review.js';
import { Review } from './review.entity.js';

/** Opens the scores of a review to its panel, in the same act after which everybody who takes part has locked. */
@Injectable()
export class OpeningScores {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * Performs the acts and, when an independent panel has locked after them, opens the scores in the same transaction; says
   * whether it did. It holds the review first, so that of two people who act at once one knows of the other.
   */
  async openOnceAllLocked(actor: Actor, reviewId: Uuid, ...acts: readonly Act[]): Promise<boolean> {
    const day = this.clock.today();
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const held = await heldReview(look, reviewId);
      await perform(...acts);
      if (held?.scoresOpenedOn !== null || !(await allHaveLocked(look, reviewId))) return false;
      await perform(
        changing('open-scores', Review, reviewId, { change: (review) => review.openScores(day) }),
      );
      return true;
    });
  }
}

const LOCKED = select({ all: sql<boolean>('reviews.panel_fault($1) IS NULL') });

async function allHaveLocked(look: Look, reviewId: Uuid): Promise<boolean> {
  const [locked] = await look(LOCKED.within((list) => `SELECT ${list}`, [reviewId]));
  return locked?.all === true;
}
