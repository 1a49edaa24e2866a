import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { lawReliedOn, type AskedLaw } from '../../matter/law/law-relied-on.js';
import { chosen, shown } from '../../matter/verdict.js';
import { reachOf, REACH_FIELDS, reliesOn9 } from '../../matter/assertions.js';
import { GDPR_DAY } from '../../reading/law-days.js';

const PROFESSIONALS: readonly unknown[] = ['HEALTH_PROFESSIONAL', 'SOCIAL_WORK_PROFESSIONAL'];
const BINDING: AskedLaw = {
  does: ({ kind }) => kind === 'duty' || kind === 'prohibition',
  none: 'the law that makes them owe confidentiality is not named',
  says: 'which law makes the person owe confidentiality',
};

/** R-A9-06: health-care processing is the responsibility of somebody who owes confidentiality. */
export const rA906 = assertionRule({
  id: 'R-A9-06',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on health or social care, or on public health, Article 9(2)(h) or (i)',
  fields: [
    'assertions[].s11Actor',
    'assertions[].s11DutyLaw',
    'assertions[].s11DutySource',
    'assertions[].art9',
    'assertions[].regime',
    ...REACH_FIELDS,
  ],
  citation: seenIn('UK GDPR Article 9(3); Data Protection Act 2018 s11(1) and Schedule 1 para 3', 'L69'),
  message: 'This record does not show who is responsible under a professional duty of confidentiality',
  whatToDo:
    'Name the health or social work professional who is responsible, or the law that makes the person who is owe confidentiality.',
  applies: (matter) => reliesOn9(matter, '9_2_h', '9_2_i'),
  evaluate: (matter) => {
    const { s11Actor, s11DutySource, s11DutyLaw } = matter.assertion;
    if (PROFESSIONALS.includes(s11Actor)) return shown;
    const law = lawReliedOn(s11DutyLaw, s11DutySource, BINDING, reachOf(matter));
    const named = chosen(s11Actor, 'nobody is named');
    return law.found === 'STATED' || named.found === 'SHOWN' ? law : named;
  },
});
