import { allOf, anyOf, type Truth } from '../../../record/answers/not-known.js';
import type { Provision } from '../../../provisions/provision.js';
import { appliesIn, isInForce } from '../../../provisions/reach.js';
import { nationOf } from '../../reading/parties.js';
import type { AssertionMatter } from '../../matter/matter.js';

/** No flow of a record began before. */
const EARLIEST = '1900-01-01';

/**
 * Whether any of these offences could be committed while the stretch ran, in the nation of the controller: an act is of one
 * day, so one day on which both were there is enough. A stretch without a last day continues.
 */
export function couldBeCommitted(
  offences: readonly Provision[],
  { flow, assertion, controller, from }: AssertionMatter,
): Truth {
  const end = assertion.validTo ?? flow.endDate;
  const ends = end && (from === null || end >= from) ? end : null;
  return anyOf(
    ...offences.map((offence) =>
      allOf(hadBegun(offence, ends), hadNotEnded(offence, from), appliesIn(offence, nationOf(controller))),
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
