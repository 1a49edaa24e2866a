import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { holds, shown, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-TR-03: an exemption from telling people is decided case by case. */
export const rTr03 = flowRule({
  id: 'R-TR-03',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an exemption from telling people',
  fields: [
    'transparency.exemption.blanket',
    'transparency.exemption.perCase',
    'transparency.exemption.likelyPrejudice',
    'transparency.exemption.citation',
    'transparency.exemption.claimed',
  ],
  citation: beingChecked('Data Protection Act 2018 Schedule 2 para 2'),
  message: 'This record does not show an exemption that is decided case by case',
  whatToDo: 'Decide for each person whether telling them would prejudice the purpose, and record why.',
  applies: ({ flow }) => flow.transparency?.exemption?.claimed ?? null,
  evaluate: ({ flow }) => {
    const exemption = flow.transparency?.exemption;
    return together(
      holds(not(exemption?.blanket), 'it is claimed for everybody'),
      holds(exemption?.perCase, 'it is not decided case by case'),
      /crime|offence|sch(?:edule)? ?2 ?,? ?para(?:graph)? ?2\b/i.test(exemption?.citation ?? '')
        ? holds(exemption?.likelyPrejudice, 'no likely prejudice is recorded')
        : shown,
    );
  },
});
