import type { ProvisionKind } from '../../provisions/provision.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { REACH_FIELDS, reachOf } from '../matter/assertions.js';
import { lawReliedOn, type AskedLaw } from '../matter/law/law-relied-on.js';
import { stated, together } from '../matter/verdict.js';

const NO_LAW_TO_ACT_ON: readonly ProvisionKind[] = ['guidance', 'principle', 'exemption', 'offence'];

/** R-HR-01: each assertion gives the four steps of Article 8(2). */
export const rHr01 = assertionRule({
  id: 'R-HR-01',
  version: 3,
  kind: 'L',
  appliesTo: 'any legal-basis assertion',
  fields: [
    'assertions[].art8Text.legalBasisLaw',
    'assertions[].art8Text.legalBasis',
    'assertions[].art8Text.legitimateAim',
    'assertions[].art8Text.necessity',
    'assertions[].art8Text.proportionality',
    ...REACH_FIELDS,
  ],
  citation: seenIn(
    'Human Rights Act 1998 s6; Article 8(2) ECHR, as R (Bridges) [2020] EWCA Civ 1058 reads it',
    'L38',
  ),
  message: 'This record does not show why the interference with private life is justified',
  whatToDo:
    'Pick the basis in law, and write a sentence for each: legitimate aim, necessity, proportionality.',
  applies: () => true,
  evaluate: (matter) => {
    const { art8Text } = matter.assertion;
    return together(
      lawReliedOn(art8Text?.legalBasisLaw, art8Text?.legalBasis, BASIS_IN_LAW, reachOf(matter)),
      stated(art8Text?.legitimateAim, 'the legitimate aim is missing'),
      stated(art8Text?.necessity, 'necessity is missing'),
      stated(art8Text?.proportionality, 'proportionality is missing'),
    );
  },
});

const BASIS_IN_LAW: AskedLaw = {
  does: ({ kind }) => !NO_LAW_TO_ACT_ON.includes(kind),
  none: 'the basis in law is missing',
  says: 'what the basis in law is',
};
