import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { allOf, anyOf } from '../../record/answers/not-known.js';
import { isLawEnforcementAlone, LAW_ENFORCEMENT_FIELDS } from '../matter/law/law-enforcement.js';
import { holds, onlySaid } from '../matter/verdict.js';
import { holdsAny } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-TR-02: people whose data come from elsewhere are told within a month. */
export const rTr02 = flowRule({
  id: 'R-TR-02',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'data under the UK GDPR that do not come from the person',
  fields: [
    'transparency.informedWithinOneMonth',
    'transparency.exemption.claimed',
    'sources',
    ...LAW_ENFORCEMENT_FIELDS,
  ],
  citation: seenIn(
    'UK GDPR Article 14(5); the month is that of Article 14(3) (reference being checked)',
    'L49',
  ),
  message: 'This record does not show that people are told within one month, or why they need not be',
  whatToDo: 'Tell people, or record the exemption for the case in hand.',
  applies: (matter) =>
    allOf(
      holdsAny(matter.flow.sources, (source) => source !== 'PERSON_THEMSELF'),
      !isLawEnforcementAlone(matter),
    ),
  evaluate: ({ flow: { transparency } }) =>
    transparency?.informedWithinOneMonth !== true && transparency?.exemption?.claimed === true
      ? onlySaid('that an exemption from telling people applies')
      : holds(
          anyOf(transparency?.informedWithinOneMonth ?? null, transparency?.exemption?.claimed ?? null),
          'they are not told, and no exemption is claimed',
        ),
});
