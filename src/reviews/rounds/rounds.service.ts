import { Injectable } from '@nestjs/common';
import { criteriaInForce } from '../../frameworks/edition/criteria-in-force.js';
import { NOTHING_VERIFIED } from '../../frameworks/edition/verification.js';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import type { Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { Unprocessable, type Issue } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { Round } from '../round.entity.js';
import { faultsOfDates, type RoundDates } from './feasible-dates.js';

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

const USUAL_REPLY_DAYS = 10;

/** Opens rounds with dates that can be kept. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly frameworks: FrameworksQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a round on the criteria that were in force on its as-at date and returns its id.
   * @throws Unprocessable listing the dates that cannot be kept, each with the earliest day that can, or the framework.
   */
  async open(actor: Actor, given: RoundToOpen): Promise<Uuid> {
    const found = await this.frameworks.one(actor, given.framework);
    const criteria = found ? criteriaInForce(found.edition, given.asAt, NOTHING_VERIFIED) : [];
    const dates: RoundDates = {
      asAt: given.asAt,
      openedOn: this.clock.today(),
      selfReviewDue: given.selfReviewDue,
      scoringDue: given.scoringDue,
      replyWorkingDays: given.replyWorkingDays ?? USUAL_REPLY_DAYS,
      publicationDate: given.publicationDate,
    };
    const issues = faultsOf(dates, { edition: found !== null, criteria: criteria.length });
    if (!found || issues.length > 0) throw new Unprocessable(issues);
    const round = made(Round, {
      id: newId(),
      title: given.title,
      editionId: found.id,
      editionMoveId: null,
      criteria: criteria.map(({ criterion }) => criterion.id),
      ...dates,
    });
    await this.ledger.perform(actor, adding('open', Round, round));
    return round.id;
  }
}

function faultsOf(
  given: RoundDates,
  known: { readonly edition: boolean; readonly criteria: number },
): readonly Issue[] {
  const issues: (Issue | false)[] = [
    !known.edition && { field: 'framework', text: 'Choose a published edition of the framework' },
    known.edition &&
      known.criteria === 0 && {
        field: 'asAt',
        text: 'No criterion was in force on that day. Give a later day',
      },
  ];
  return [...issues.filter((issue) => issue !== false), ...faultsOfDates(given)];
}
