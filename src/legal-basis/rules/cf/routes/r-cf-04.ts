import type { CalendarDay } from '../../../../kernel/days/calendar-day.js';
import { seenIn } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { fault, holdsOnRecord, shown, stated, together, type Verdict } from '../../matter/verdict.js';
import { hasRoute } from '../../reading/confidentiality.js';

/** R-CF-04: explicit consent is informed, voluntary, capacitous, scoped and dated. */
export const rCf04 = flowRule({
  id: 'R-CF-04',
  version: 3,
  kind: 'L',
  appliesTo: 'reliance on explicit consent for confidentiality',
  fields: [
    'confidentiality.consent.informed',
    'confidentiality.consent.voluntary',
    'confidentiality.consent.capacity',
    'confidentiality.consent.scope',
    'confidentiality.consent.obtainedOn',
    'confidentiality.route',
    'startDate',
  ],
  citation: seenIn('Health and Care Professions Council, guidance on confidentiality', 'L53'),
  message:
    'This record does not show informed, voluntary and dated consent by a person with capacity to a stated sharing',
  whatToDo:
    'Record what the person was told, that they were free and able to decide, to what they agreed, and when.',
  applies: ({ flow }) => hasRoute(flow, 'EXPLICIT_CONSENT'),
  evaluate: ({ flow, from }) => {
    const consent = flow.confidentiality?.consent;
    return together(
      holdsOnRecord(consent?.informed, 'it does not say that the person was informed'),
      holdsOnRecord(consent?.voluntary, 'it does not say that the person was free to refuse'),
      holdsOnRecord(consent?.capacity, 'it does not say that the person had capacity'),
      stated(consent?.scope, 'it does not say to what the person agreed'),
      datedBefore(consent?.obtainedOn, from),
    );
  },
});

/** A consent that came after sharing began allowed none of what went before. */
function datedBefore(obtainedOn: string | null | undefined, began: CalendarDay | null): Verdict {
  if (!obtainedOn) return fault('it does not say when');
  return began !== null && obtainedOn > began
    ? fault(`it is dated ${obtainedOn}, after sharing began on ${began}`)
    : shown;
}
