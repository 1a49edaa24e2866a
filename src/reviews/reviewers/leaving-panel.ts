import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OpeningScores } from '../opening-scores.js';
import { ReviewersService } from './reviewers.service.js';

/** Lets somebody leave a review without holding up the others: if all who stay have locked, their scores open. */
@Injectable()
export class LeavingPanel {
  constructor(
    private readonly reviewers: ReviewersService,
    private readonly opening: OpeningScores,
    private readonly clock: Clock,
  ) {}

  /** Ends the assignment for a reason that is kept; says whether that opened the scores. */
  async leave(
    actor: Actor,
    { reviewId, assignmentId, reason }: { reviewId: Uuid; assignmentId: Uuid; reason: string },
  ): Promise<boolean> {
    await this.reviewers.end(actor, assignmentId, reason);
    return this.opening.openOnceAllLocked(actor, { reviewId, day: this.clock.today() });
  }
}
