import { type Truth, anyOf } from '../../record/answers/not-known.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { cautionUnless, together } from '../matter/verdict.js';
import { isOneOf, PARTY_FIELDS, partyIds, partyOf } from '../reading/parties.js';

const YEARS_AFTER_TREATMENT = 20;
const YEARS_AFTER_DEATH = 10;

/** R-RET-02: a mental health record is kept for 20 years after treatment, or 10 after death. */
export const rRet02 = flowRule({
  id: 'R-RET-02',
  version: 1,
  kind: 'C',
  appliesTo: 'the record of a mental health trust',
  fields: [
    'retention.trustRecordYearsAfterTreatment',
    'retention.trustRecordYearsAfterDeath',
    ...PARTY_FIELDS,
  ],
  citation: seenIn('Records management code of practice', 'L18'),
  message: 'This record does not show the retention that the records code gives for a mental health record',
  whatToDo:
    'Follow the code, or say why not. The code’s time is for the trust’s record, not for copies elsewhere.',
  applies: ({ flow }) => {
    const ids = partyIds(flow);
    return ids.length === 0 ? null : anyOf(...ids.map((id) => isOneOf(partyOf(flow, id), 'NHS_MH_TRUST')));
  },
  evaluate: ({ flow: { retention } }) =>
    together(
      cautionUnless(is(retention?.trustRecordYearsAfterTreatment, YEARS_AFTER_TREATMENT), OTHERWISE),
      cautionUnless(is(retention?.trustRecordYearsAfterDeath, YEARS_AFTER_DEATH), OTHERWISE),
    ),
});

const OTHERWISE =
  'The mental health record is not kept for 20 years after treatment ends, or 10 after death.';

function is(years: number | null | undefined, expected: number): Truth {
  return typeof years === 'number' ? years === expected : null;
}
