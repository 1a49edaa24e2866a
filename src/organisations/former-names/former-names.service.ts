import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isOutOfOrder, isToCome } from '../../kernel/days/dates-fit.js';
import { PartialDate } from '../../kernel/days/partial-date.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Organisation, type FormerName } from '../organisation.entity.js';

/** Keeps what organisations were called before where no file says so, so that people find them by it. */
@Injectable()
export class FormerNamesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Adds a former name with its source. @throws Unprocessable when it is known already, or its dates cannot be. */
  async add(actor: Actor, organisationId: Uuid, former: FormerName): Promise<void> {
    mustBePast(former, this.clock.today());
    const change = (organisation: Organisation): void => {
      mustBeNew(organisation, former.name);
      organisation.formerNames = withName(organisation.formerNames ?? [], former);
    };
    await this.ledger.perform(
      actor,
      changing('correct', Organisation, organisationId, { change, reason: former.source }),
    );
  }
}

function mustBePast({ from, until }: FormerName, today: CalendarDay): void {
  if (isToCome(until, today))
    throw fault('until', 'A former name ended in the past. Change the name in the file of trusts instead.');
  if (isOutOfOrder(from, until ?? today))
    throw fault('from', 'It cannot have had this name from a later date than until when.');
}

function mustBeNew({ name, formerNames }: Organisation, added: string): void {
  const isAdded = (known: string): boolean => known.toLowerCase() === added.toLowerCase();
  if (isAdded(name)) throw fault('name', 'This is its name today.');
  if ((formerNames ?? []).some((known) => isAdded(known.name)))
    throw fault('name', `The register says already that it was called ${added}.`);
}

/** Oldest first: before the first name that may have lasted longer. */
function withName(names: readonly FormerName[], added: FormerName): readonly FormerName[] {
  const lastDay = ({ until }: FormerName): string =>
    until === null ? '' : PartialDate.from(until).latestDay;
  const later = names.findIndex((name) => lastDay(name) > lastDay(added));
  return later === -1 ? [...names, added] : [...names.slice(0, later), added, ...names.slice(later)];
}

function fault(field: string, text: string): Unprocessable {
  return new Unprocessable([{ field, text }]);
}
