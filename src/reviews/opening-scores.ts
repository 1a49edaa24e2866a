import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import type { CalendarDay } from '../kernel/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { changing, checking, type Act } from '../ledger/act.js';
import { Ledger } from '../ledger/ledger.js';
import { Review } from './review.entity.js';

/** Opens the scores of a review to its panel, in the same act after which everybody who takes part has locked. */
@Injectable()
export class OpeningScores {
  constructor(private readonly ledger: Ledger) {}

  /** Performs the acts, and opens the scores with them when all who take part have locked; says whether it did. */
  async openOnceAllLocked(
    actor: Actor,
    { reviewId, day }: { reviewId: Uuid; day: CalendarDay },
    ...acts: readonly Act[]
  ): Promise<boolean> {
    try {
      await this.ledger.perform(actor, ...acts, unlessAllHaveLocked(reviewId));
      return false;
    } catch (fault) {
      if (!(fault instanceof AllHaveLocked)) throw fault;
    }
    const open = changing('open-scores', Review, reviewId, { change: (review) => review.openScores(day) });
    await this.ledger.perform(actor, ...acts, open);
    return true;
  }
}

/** Thrown inside the act after which all have locked, which then is done again together with the opening of the scores. */
class AllHaveLocked extends Error {}

function unlessAllHaveLocked(reviewId: Uuid): Act {
  return checking(async (look) => {
    const [found] = await look<{ all: boolean }>({
      text: 'SELECT reviews.all_have_locked($1) AS all',
      values: [reviewId],
    });
    if (found?.all === true) throw new AllHaveLocked();
  });
}
