import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import type { Clearance, Seat } from '../../review-method/panel/panel-member.js';
import { Round } from '../round.entity.js';

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

const LED_ROUND = select({
  ...columns(Round, 'n', 'id', 'title', 'publicationDate'),
  reviews: sql<number>('count(s.review_id)::int'),
  led: sql<number>('count(s.review_id) FILTER (WHERE s.review_id IN (SELECT * FROM reviews.led()))::int'),
  // What was not answered by the day first promised, or not scored by the day first promised for that.
  late: sql<number>(
    `count(s.review_id) FILTER (WHERE s.submitted_on IS NULL AND f.self_review_due < $1
      OR s.submitted_on IS NOT NULL AND s.scores_opened_on IS NULL AND f.scoring_due < $1)::int`,
  ),
});

/** A round that goes on, with how many of its reviews the reader leads and how many are late. */
export type LedRound = RowOf<typeof LED_ROUND>;

/** The SELECTs of a lead's board. PostgreSQL counts for whoever leads a review, and for nobody else. */
@Injectable()
export class BoardQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The newest rounds that are not voided and not wholly decided, in one statement. */
  rounds(actor: Actor, today: CalendarDay, most: number): Promise<LedRound[]> {
    const permitted = this.access.where(actor, 'read', Round, { alias: 'n', after: 2 });
    return this.database.rows(
      scopeOf(actor),
      LED_ROUND.from(
        `reviews.round n JOIN reviews.first_promise f ON f.round_id = n.id LEFT JOIN reviews.step s ON s.round_id = n.id
          WHERE NOT EXISTS (SELECT FROM reviews.round_voiding v WHERE v.round_id = n.id) AND ${permitted.text}
          GROUP BY n.id, n.title, n.publication_date, n.opened_on, f.round_id, f.self_review_due, f.scoring_due
          HAVING count(s.review_id) = 0 OR count(s.reply_closed_on) < count(s.review_id)
          ORDER BY n.opened_on DESC, n.id DESC LIMIT $2`,
        [today, most, ...permitted.values],
      ),
    );
  }

  /** The counts of every review of a round, null for what the actor does not lead, in one statement. */
  counts(actor: Actor, roundId: Uuid): Promise<CountsOfReview[]> {
    return this.database.rows(scopeOf(actor), COUNTS.from('reviews.board_of($1) b', [roundId], true));
  }
}
