import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { fault, shown, stated, together } from '../../matter/verdict.js';
import { reliesOnParagraph } from '../../matter/assertions.js';
import { describesDistress } from '../../reading/distress.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-14: preventing unlawful acts needs an unlawful act; self-harm and calling for help are none. */
export const rA914 = assertionRule({
  id: 'R-A9-14',
  version: 4,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on preventing or detecting unlawful acts, Schedule 1 para 10',
  fields: ['assertions[].unlawfulActText', 'assertions[].sch1Paras', 'assertions[].regime'],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 para 10; Suicide Act 1961 s1'),
  message: 'This record does not show a specific unlawful act',
  whatToDo:
    'Name the offence against another person. Self-harm, a suicide attempt and a call for help are not offences.',
  applies: (matter) => reliesOnParagraph(matter, 'P2.10'),
  evaluate: ({ assertion }) =>
    together(
      stated(assertion.unlawfulActText, 'none is named'),
      describesDistress(assertion.unlawfulActText ?? '')
        ? fault('what it names is distress or a call for help')
        : shown,
    ),
});
