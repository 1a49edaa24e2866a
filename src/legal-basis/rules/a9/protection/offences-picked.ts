import { allOf, anyOf, type Truth } from '../../../record/answers/not-known.js';
import type { Provision } from '../../../provisions/provision.js';
import { appliesIn, isInForce } from '../../../provisions/reach.js';
import { nationOf, nationsTakenFor } from '../../reading/parties.js';
import { fault, notKnown, onlySaid, shown, type Verdict } from '../../matter/verdict.js';
import type { AssertionMatter } from '../../matter/matter.js';

/** No flow of a record began before. */
const EARLIEST = '1900-01-01';

/**
 * What offences show that are picked. One that could be committed on a day of the stretch, in the nation of the controller, is
 * the one that is meant. Where the nation is left out, it is taken for England or Wales, and an offence there is said to be
 * meant: somewhere else it may be none.
 */
export function ofOffencesPicked(offences: readonly Provision[], matter: AssertionMatter): Verdict {
  const names = offences.map(({ short }) => short).join(' and ');
  const nation = nationOf(matter.controller);
  const couldBe = couldBeCommitted(offences, matter, (offence) => appliesIn(offence, nation));
  if (couldBe === true) return shown;
  if (couldBe === false) return fault(`${names} was no offence on these days in this nation`);
  const taken = nationsTakenFor(matter.controller);
  const isTaken = couldBeCommitted(offences, matter, (offence) =>
    taken.every((one) => offence.nations.includes(one)),
  );
  return isTaken === true
    ? onlySaid(`that ${names} is meant, and not in which nation the controller acts`)
    : notKnown('the days, or the nation of the controller');
}

/**
 * Whether any of these offences could be committed while the stretch ran: an act is of one day, so one day on which it was an
 * offence is enough. A stretch without a last day continues.
 */
function couldBeCommitted(
  offences: readonly Provision[],
  { flow, assertion, from }: AssertionMatter,
  isOneThere: (offence: Provision) => Truth,
): Truth {
  const end = assertion.validTo ?? flow.endDate;
  const ends = end && (from === null || end >= from) ? end : null;
  return anyOf(
    ...offences.map((offence) =>
      allOf(hadBegun(offence, ends), hadNotEnded(offence, from), isOneThere(offence)),
    ),
  );
}

function hadBegun(offence: Provision, ends: string | null): Truth {
  const { from, to } = offence.inForce;
  return from === null ? isInForce(offence, EARLIEST, to ?? null) : ends === null || from <= ends;
}

function hadNotEnded({ inForce: { to } }: Provision, from: string | null): Truth {
  if (to === undefined) return true;
  return from === null ? null : from <= to;
}
