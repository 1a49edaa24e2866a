import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { ChangedMeanwhile, NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, checking, type Act, type Look } from '../../ledger/act.js';
import { made } from '../../platform/database/recorded.js';
import { recordOf } from '../../platform/database/selection.js';
import { day as dayInWords } from '../../web/words.js';
import type { ProposalRow } from '../proposals/proposals.queries.js';
import { ProposalsService } from '../proposals/proposals.service.js';
import type { ProposalInWords } from '../proposals/second-act.js';
import { PROMISED_DATES, Round, type PromisedDate } from '../round.entity.js';
import { earliest } from './feasible-dates.js';
import { MOVABLE_DATE_WORDS, PROMISED_DATE_COLUMNS, RoundDateChange } from './round-date-change.entity.js';
import { RoundsQueries, type RoundRow } from './rounds.queries.js';

/** A promised date that is to move, and the reason that everyone will read. */
export interface DateToMove {
  readonly which: PromisedDate;
  readonly day: CalendarDay;
  readonly reason: string;
  readonly version?: number | undefined;
}

/** Moves promised dates: one lead reviewer proposes, another agrees, and the old date, the new one and why stay public. */
@Injectable()
export class MovingDatesService {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly proposals: ProposalsService,
    private readonly clock: Clock,
  ) {
    proposals.on('move-date', {
      inWords: (actor, proposal) => this.inWords(actor, proposal),
      acts: (actor, proposal) => Promise.resolve(this.moved(actor, proposal)),
    });
  }

  /**
   * Proposes to move a date, and returns the id of the proposal.
   * @throws Unprocessable for a day in the past, before the day first promised, or too soon for what is still to be done.
   */
  async propose(actor: Actor, roundId: Uuid, { which, day, reason, version }: DateToMove): Promise<Uuid> {
    const round = await this.rounds.one(actor, roundId);
    if (!round) throw new NotFound();
    if (version !== undefined && version !== round.revision) throw new ChangedMeanwhile();
    if (round.voiding) throw new OutOfTurn('This round was voided, so its dates no longer move.');
    const text = whyNot(round, { which, day, today: this.clock.today() });
    if (text !== null) throw new Unprocessable([{ field: 'day', text }]);
    recordOf(Round, round).reschedule(which, day);
    return this.proposals.propose(actor, {
      asks: 'move-date',
      subjectId: roundId,
      which: PROMISED_DATE_COLUMNS[which],
      was: round[which],
      becomes: day,
      reason,
    });
  }

  private moved(actor: Actor, proposal: ProposalRow): readonly Act[] {
    const { id: proposalId, subjectId: roundId, which, was, becomes, reason, proposedBy } = proposal;
    const date = PROMISED_DATES.find((each) => PROMISED_DATE_COLUMNS[each] === which);
    if (date === undefined || which === null || was === null || becomes === null) throw new NotFound();
    const change = made(RoundDateChange, {
      id: newId(),
      roundId,
      which,
      was,
      becomes,
      reason,
      proposalId,
      proposedBy,
      decidedBy: personIdOf(actor),
      decidedOn: this.clock.today(),
    });
    return [
      checking(lockingRound(roundId)),
      adding('reschedule', RoundDateChange, change),
      changing('reschedule', Round, roundId, { reason, change: (found) => found.reschedule(date, becomes) }),
    ];
  }

  private async inWords(actor: Actor, { subjectId, which }: ProposalRow): Promise<ProposalInWords> {
    const round = await this.rounds.one(actor, subjectId);
    if (!round || which === null) throw new NotFound();
    return {
      title: `Move a date: ${MOVABLE_DATE_WORDS[which]}`,
      about: round.title,
      href: `/rounds/${subjectId}`,
      after:
        'After this, everyone can read the old date, the new one and the reason, for good. What is late is still counted from the day first promised.',
    };
  }
}

/** Two who move a date of one round take turns: each holds the round before it writes why. */
function lockingRound(roundId: Uuid): (look: Look) => Promise<void> {
  return async (look) => {
    await look({ text: 'SELECT FROM reviews.round WHERE id = $1 FOR UPDATE', values: [roundId] });
  };
}

function whyNot(
  round: RoundRow,
  {
    which,
    day,
    today,
  }: { readonly which: PromisedDate; readonly day: CalendarDay; readonly today: CalendarDay },
): string | null {
  const { firstPromise, replyWorkingDays } = round;
  const first = firstPromise[which];
  if (day < first)
    return `The day first promised is ${dayInWords(first)}, and a promise is not brought forward. Give that day or a later one`;
  if (day < today) return 'The new date must be today or later';
  const soonest = earliest(which, today, replyWorkingDays);
  return day < round[which] && day < soonest
    ? `That leaves too little time for what is still to be done. The earliest day is ${dayInWords(soonest)}`
    : null;
}
