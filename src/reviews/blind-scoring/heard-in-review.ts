import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { InformationQueries, type InformationRow } from '../information-requests/information.queries.js';
import { RepliesQueries, type StatementRow } from '../reply/replies.queries.js';

/** What was heard in a review besides the trust's answers. */
export interface Heard {
  /** What any reviewer asked the trust for, and its answers. */
  readonly requests: readonly InformationRow[];
  /** What user-led groups stated about the scheme or a criterion: none is left out. */
  readonly statements: readonly StatementRow[];
}

/** Reads what every reviewer hears alike before they score: requests for information, and statements of user-led groups. */
@Injectable()
export class HeardInReview {
  constructor(
    private readonly information: InformationQueries,
    private readonly replies: RepliesQueries,
  ) {}

  /** What was heard in one review, as far as the actor may read it. */
  async of(actor: Actor, reviewId: Uuid): Promise<Heard> {
    const [requests, statements] = await Promise.all([
      this.information.inReview(actor, reviewId),
      this.replies.statements(actor, reviewId),
    ]);
    return { requests, statements };
  }
}
