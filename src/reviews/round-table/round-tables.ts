import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { RoundsQueries, type RoundRow } from '../rounds/rounds.queries.js';
import { roundLine, type RoundLine } from './round-line.js';
import { roundSummary, type RoundSummary } from './round-summary.js';
import { RoundTableQueries, type RoundTableRow } from './round-table.queries.js';

/** One line of a round's table with whose it is. */
export type RoundTableLine = Pick<
  RoundTableRow,
  | 'organisationId'
  | 'organisation'
  | 'key'
  | 'odsCode'
  | 'reviewId'
  | 'deploymentId'
  | 'deployment'
  | 'nationalGrouping'
  | 'replyDueOn'
  | 'replyClosedOn'
  | 'nilReturnId'
  | 'named'
  | 'removedBecause'
> &
  RoundLine & { readonly removed: CalendarDay | null };

/** The whole table of a round on a day. */
export interface RoundTable {
  readonly round: RoundRow;
  /** The day on which it stands so. */
  readonly on: CalendarDay;
  readonly summary: RoundSummary;
  readonly lines: readonly RoundTableLine[];
}

/** Computes the table of a round from what is recorded, in two statements however many organisations there are. */
@Injectable()
export class RoundTables {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly table: RoundTableQueries,
    private readonly clock: Clock,
  ) {}

  /** The table as it stands today. @throws NotFound when there is no such round. */
  async of(actor: Actor, roundId: Uuid): Promise<RoundTable> {
    const round = await this.rounds.one(actor, roundId);
    if (!round) throw new NotFound();
    const on = this.clock.today();
    const promise = {
      firstSelfReviewDue: round.firstPromise.selfReviewDue,
      voidedOn: round.voiding?.on ?? null,
    };
    const rows = await this.table.lines(actor, roundId);
    const lines = rows.map((row) => ({
      ...row,
      removed: row.removedOn,
      ...roundLine({ ...row, namingAnsweredOn: firstAnswer(row) }, promise, on),
    }));
    return { round, on, summary: roundSummary(lines), lines };
  }
}

function firstAnswer({ named }: RoundTableRow): CalendarDay | null {
  return named.flatMap(({ answeredOn }) => answeredOn ?? []).sort()[0] ?? null;
}
