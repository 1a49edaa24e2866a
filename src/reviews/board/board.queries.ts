import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';
import type { Clearance, Seat } from '../../review-method/panel/panel-member.js';

const COUNTS = select({
  reviewId: sql<Uuid>('b.review_id'),
  ledByOthers: sql<boolean>('b.led_by_others'),
  /** Where the reader stands who has a part in it. */
  own: sql<Clearance | null>('b.own'),
  counted: sql<Counted | null>(
    `CASE WHEN b.led THEN jsonb_build_object('answered', b.answered, 'settled', b.settled, 'preparedOn', b.prepared_on,
      'preparedByReader', b.prepared_by_reader, 'seats', b.seats) END`,
  ),
});

/** What is counted of a review for whoever leads it: how many, never what. */
export interface Counted {
  readonly answered: number;
  readonly settled: number;
  readonly preparedOn: CalendarDay | null;
  readonly preparedByReader: boolean;
  readonly seats: readonly Seat[];
}

/** Who leads a review of a round, and what is counted of it where the reader does. */
export type CountsOfReview = RowOf<typeof COUNTS>;

/** The SELECT of a lead's board. PostgreSQL counts for whoever leads a review, and for nobody else. */
@Injectable()
export class BoardQueries {
  constructor(private readonly database: Database) {}

  /** The counts of every review of a round, null for what the actor does not lead, in one statement. */
  counts(actor: Actor, roundId: Uuid): Promise<CountsOfReview[]> {
    return this.database.rows(scopeOf(actor), COUNTS.from('reviews.board_of($1) b', [roundId], true));
  }
}
