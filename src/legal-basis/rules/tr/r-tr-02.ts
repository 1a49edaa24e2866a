import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { anyOf } from '../../record/answers/not-known.js';
import { holds } from '../matter/verdict.js';
import { holdsAny } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-TR-02: people whose data come from elsewhere are told within a month. */
export const rTr02 = flowRule({
  id: 'R-TR-02',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'data that do not come from the person',
  fields: ['transparency.informedWithinOneMonth', 'transparency.exemption.claimed', 'sources'],
  citation: beingChecked('UK GDPR Article 14(3)'),
  message: 'This record does not show that people are told within one month',
  whatToDo: 'Tell people, or record the exemption for the case in hand.',
  applies: ({ flow }) => holdsAny(flow.sources, (source) => source !== 'PERSON_THEMSELF'),
  evaluate: ({ flow: { transparency } }) =>
    holds(
      anyOf(transparency?.informedWithinOneMonth ?? null, transparency?.exemption?.claimed ?? null),
      'they are not told, and no exemption is claimed',
    ),
});
