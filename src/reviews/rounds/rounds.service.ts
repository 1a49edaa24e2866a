import { Injectable } from '@nestjs/common';
import { criteriaInForce } from '../../frameworks/edition/criteria-in-force.js';
import { NOTHING_VERIFIED } from '../../frameworks/edition/verification.js';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, Unprocessable, type Issue } from '../../kernel/refusal.js';
import { adding, changing, checking, type Look } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { NilReturn } from './nil-return.entity.js';
import { PROMISED_DATE_COLUMNS, RoundDateChange } from './round-date-change.entity.js';
import { Round, type PromisedDate } from '../round.entity.js';
import { RoundsQueries } from './rounds.queries.js';

/** What a round is opened with. The framework is named by the key or id of a published edition. */
export interface RoundToOpen {
  readonly title: string;
  readonly framework: string;
  readonly asAt: CalendarDay;
  readonly selfReviewDue: CalendarDay;
  readonly scoringDue: CalendarDay;
  readonly publicationDate: CalendarDay;
  readonly replyWorkingDays?: number | undefined;
}

/** A promised date that moves, and the reason that everyone will read. */
export interface DateToMove {
  readonly which: PromisedDate;
  readonly day: CalendarDay;
  readonly reason: string;
  readonly version?: number | undefined;
}

/** An organisation's answer that it has no such scheme. */
export interface NilReturnToSign {
  readonly roundId: Uuid;
  readonly organisationId: Uuid;
  readonly namesSearched: readonly string[];
  readonly placesSearched: readonly string[];
  readonly searchedBy: string;
}

const USUAL_REPLY_DAYS = 10;

/** Opens rounds with the dates they promise, and moves a date only together with its published reason. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly frameworks: FrameworksQueries,
    private readonly rounds: RoundsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a round on the criteria that were in force on its as-at date and returns its id.
   * @throws Unprocessable listing the dates or the framework that will not do.
   */
  async open(actor: Actor, given: RoundToOpen): Promise<Uuid> {
    const found = await this.frameworks.one(actor, given.framework);
    const criteria = found ? criteriaInForce(found.edition, given.asAt, NOTHING_VERIFIED) : [];
    const openedOn = this.clock.today();
    const issues = faultsOf(given, { openedOn, known: found !== null, criteria: criteria.length });
    if (!found || issues.length > 0) throw new Unprocessable(issues);
    const round = made(Round, {
      id: newId(),
      title: given.title,
      editionId: found.id,
      asAt: given.asAt,
      criteria: criteria.map(({ criterion }) => criterion.id),
      openedOn,
      selfReviewDue: given.selfReviewDue,
      scoringDue: given.scoringDue,
      replyWorkingDays: given.replyWorkingDays ?? USUAL_REPLY_DAYS,
      publicationDate: given.publicationDate,
    });
    await this.ledger.perform(actor, adding('open', Round, round));
    return round.id;
  }

  /** Moves a promised date; the old date, the new one and the reason stay public for good. */
  async reschedule(actor: Actor, id: Uuid, { which, day, reason, version }: DateToMove): Promise<void> {
    const round = await this.rounds.one(actor, id);
    if (!round) throw new NotFound();
    const change = made(RoundDateChange, {
      id: newId(),
      roundId: id,
      which: PROMISED_DATE_COLUMNS[which],
      was: round[which],
      becomes: day,
      reason,
      decidedOn: this.clock.today(),
    });
    const expected = version ?? round.revision;
    await this.ledger.perform(
      actor,
      checking(lockingRound(id)),
      adding('reschedule', RoundDateChange, change),
      changing('reschedule', Round, id, {
        reason,
        expected,
        change: (found) => found.reschedule(which, day),
      }),
    );
  }

  /** Signs that the organisation looked for such schemes under these names and found none; returns the id. */
  async signNilReturn(actor: Actor, given: NilReturnToSign): Promise<Uuid> {
    const signed = made(NilReturn, {
      id: newId(),
      roundId: given.roundId,
      organisationId: given.organisationId,
      namesSearched: given.namesSearched,
      placesSearched: given.placesSearched,
      searchedBy: given.searchedBy,
      signedBy: personIdOf(actor),
      signedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('sign', NilReturn, signed));
    return signed.id;
  }
}

/** Two who move a date of one round take turns: each holds the round before it writes why. */
function lockingRound(roundId: Uuid): (look: Look) => Promise<void> {
  return async (look) => {
    await look({ text: 'SELECT FROM reviews.round WHERE id = $1 FOR UPDATE', values: [roundId] });
  };
}

function faultsOf(
  given: RoundToOpen,
  known: { readonly openedOn: CalendarDay; readonly known: boolean; readonly criteria: number },
): Issue[] {
  const issues: (Issue | false)[] = [
    !known.known && { field: 'framework', text: 'Choose a published edition of the framework' },
    known.known &&
      known.criteria === 0 && {
        field: 'asAt',
        text: 'No criterion was in force on that day. Give a later day',
      },
    given.selfReviewDue < known.openedOn && {
      field: 'selfReviewDue',
      text: 'The day by which self-reviews are due must be today or later',
    },
    given.scoringDue <= given.selfReviewDue && {
      field: 'scoringDue',
      text: 'The day by which scores are due must be after the day by which self-reviews are due',
    },
    given.publicationDate <= given.scoringDue && {
      field: 'publicationDate',
      text: 'The publication date must be after the day by which scores are due',
    },
  ];
  return issues.filter((issue) => issue !== false);
}
