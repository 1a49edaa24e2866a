import { enforcementOf, purposes } from '../../record/basis/purpose.js';
import type { Assertion } from '../../record/basis/assertion.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { caution, chosen, holds, onlySaid, shown, together, type Verdict } from '../matter/verdict.js';
import { isPart3, purposesOf } from '../matter/assertions.js';
import { holdsAny, includesAny } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-LE-02: Part 3 is for law enforcement; wellbeing, mentoring and reducing demand are not. */
export const rLe02 = assertionRule({
  id: 'R-LE-02',
  version: 4,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an assertion under Part 3',
  fields: ['assertions[].leaPurpose', 'assertions[].purposeCodes', 'purposeCodes', 'assertions[].regime'],
  citation: seenIn('Data Protection Act 2018 s31', 'L61'),
  message: 'This record does not show a law-enforcement purpose, of its own and of the flow',
  whatToDo: 'Mentoring people who are not suspected of an offence needs a basis under the UK GDPR.',
  applies: isPart3,
  evaluate: (matter) =>
    together(
      chosen(matter.assertion.leaPurpose, 'none is named'),
      ...purposesOf(matter).flatMap((named) => [purposesShow(named), nothingBeside(named)]),
    ),
});

/** Preventing crime and enforcement are what s31 names; safeguarding may be; “other” and care, mentoring or demand are not. */
function purposesShow(chosenPurposes: Assertion['purposeCodes']): Verdict {
  const isEnforcement = holdsAny(chosenPurposes, (code) => enforcementOf(code) === 'YES');
  if (isEnforcement === false && includesAny(chosenPurposes, 'SAFEGUARDING') === true)
    return onlySaid('that the safeguarding prevents or investigates an offence');
  return holds(isEnforcement, 'none of the purposes chosen is one');
}

/** A purpose of law enforcement carries no other beside it: that one needs a basis of its own, under the UK GDPR. */
function nothingBeside(chosenPurposes: Assertion['purposeCodes']): Verdict {
  const isChosen = ({ code }: { readonly code: string }) =>
    (chosenPurposes ?? []).some((one) => one === code);
  const others = purposes.filter((purpose) => purpose.enforcement === 'NO' && isChosen(purpose));
  return others.length === 0
    ? shown
    : caution(
        `${others.map(({ label }) => `“${label}”`).join(' and ')} is no law-enforcement purpose, and stands beside one: it needs a basis of its own.`,
      );
}
