import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { ScoringService } from '../blind/scoring.service.js';
import { ReviewersService } from './reviewers.service.js';

/** Lets somebody leave a review without holding up the others: if all who stay have locked, their scores open. */
@Injectable()
export class LeavingPanel {
  constructor(
    private readonly reviewers: ReviewersService,
    private readonly scoring: ScoringService,
  ) {}

  /** Ends the assignment for a reason that is kept; says whether that opened the scores. */
  async leave(
    actor: Actor,
    { reviewId, assignmentId, reason }: { reviewId: Uuid; assignmentId: Uuid; reason: string },
  ): Promise<boolean> {
    await this.reviewers.end(actor, assignmentId, reason);
    return this.scoring.openWhenAllLocked(actor, reviewId);
  }
}
