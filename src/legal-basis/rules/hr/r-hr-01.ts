import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import { stated, together } from '../matter/verdict.js';

/** R-HR-01: each assertion gives the four steps of Article 8(2). */
export const rHr01 = assertionRule({
  id: 'R-HR-01',
  version: 2,
  kind: 'L',
  appliesTo: 'any legal-basis assertion',
  fields: [
    'assertions[].art8Text.legalBasis',
    'assertions[].art8Text.legitimateAim',
    'assertions[].art8Text.necessity',
    'assertions[].art8Text.proportionality',
  ],
  citation: beingChecked('Human Rights Act 1998 s6; Article 8(2) ECHR'),
  message: 'This record does not show why the interference with private life is justified',
  whatToDo: 'Write a sentence for each: basis in law, legitimate aim, necessity, proportionality.',
  applies: () => true,
  evaluate: ({ assertion: { art8Text } }) =>
    together(
      stated(art8Text?.legalBasis, 'the basis in law is missing'),
      stated(art8Text?.legitimateAim, 'the legitimate aim is missing'),
      stated(art8Text?.necessity, 'necessity is missing'),
      stated(art8Text?.proportionality, 'proportionality is missing'),
    ),
});
