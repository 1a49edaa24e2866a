import { z } from 'zod';
import { calendarDay, oneOf } from '../answers/answers.js';

/** Changes after which a DPIA is reviewed (rule R-DPIA-07). */
const flowChangeTypes = [
  { code: 'PURPOSE', label: 'Purpose' },
  { code: 'RECIPIENT', label: 'Recipient' },
  { code: 'NAME', label: 'Name of the scheme' },
  { code: 'SUCCESSOR', label: 'A successor scheme took over' },
] as const;

/** One change to a flow and its day. */
export const flowChangeSchema = z.strictObject({
  type: oneOf(flowChangeTypes, 'What changed'),
  changedOn: calendarDay('The day of the change'),
});
