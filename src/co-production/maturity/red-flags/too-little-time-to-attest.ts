import { BeyondTheCalendar } from '../../../kernel/days/working-days/beyond-the-calendar.js';
import { workingDaysBetween } from '../../../kernel/days/working-days/working-days-between.js';
import type { AttestationFacts } from '../co-production-record.js';
import type { RedFlagRule } from './red-flag.js';

const FEWEST_WORKING_DAYS = 10;

/** A group needs at least 10 working days to ask its members. Requests outside the calendar's years are not judged. */
export const tooLittleTimeToAttest: RedFlagRule = ({ attestations }) => {
  const found = attestations.filter(hadTooLittleTime);
  if (found.length === 0) return null;
  return {
    code: 'TOO_LITTLE_TIME_TO_ATTEST',
    sentence: 'A group was given under 10 working days to reply.',
    lookAt: found.map(({ group }) => group),
  };
};

function hadTooLittleTime({ askedOn, replyBy }: AttestationFacts): boolean {
  try {
    return workingDaysBetween(askedOn, replyBy) < FEWEST_WORKING_DAYS;
  } catch (refusal) {
    if (refusal instanceof BeyondTheCalendar) return false;
    throw refusal;
  }
}
