import { purposes } from '../../record/basis/purpose.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { allOf } from '../../record/answers/not-known.js';
import { stated } from '../matter/verdict.js';
import { holdsAny, includesAny } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';

const NOT_ENFORCEMENT: readonly string[] = purposes
  .filter((purpose) => purpose.enforcement === 'NO')
  .map((purpose) => purpose.code);

/** R-LE-06: what the police gathered for law enforcement is not used for care or mentoring without a law that allows it. */
export const rLe06 = flowRule({
  id: 'R-LE-06',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'data gathered for law enforcement and used for something else',
  fields: ['reuse.s36AuthorisationText', 'reuse.gatheredFor', 'purposeCodes'],
  citation: beingChecked('Data Protection Act 2018 s36(4)'),
  message: 'This record does not show a law that allows law-enforcement data to be used for this purpose',
  whatToDo: 'Cite the law that authorises it. People who called for help are not suspects.',
  applies: ({ flow }) =>
    allOf(
      includesAny(flow.reuse?.gatheredFor, 'LAW_ENFORCEMENT'),
      holdsAny(flow.purposeCodes, (code) => NOT_ENFORCEMENT.includes(code)),
    ),
  evaluate: ({ flow }) => stated(flow.reuse?.s36AuthorisationText, 'none is cited'),
});
