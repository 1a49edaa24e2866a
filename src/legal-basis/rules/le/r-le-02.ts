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
  version: 5,
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
    return onlySaid(SAFEGUARDING_SAID);
  return holds(isEnforcement, 'none of the purposes chosen is one');
}

/**
 * A purpose of law enforcement carries no other beside it: that one needs a basis of its own, under the UK GDPR. One that
 * may be law enforcement is not shown to be, and one that names nothing is not even said to be.
 */
function nothingBeside(chosenPurposes: Assertion['purposeCodes']): Verdict {
  const beside = purposes.filter(({ code }) => (chosenPurposes ?? []).some((one) => one === code));
  const others = beside.filter(({ enforcement }) => enforcement === 'NO');
  const unnamed = beside.filter(({ code, enforcement }) => enforcement === 'ASK' && code !== 'SAFEGUARDING');
  return together(
    ...others.map(({ label }) =>
      caution(
        `“${label}” is no law-enforcement purpose, and stands beside one: it needs a basis of its own.`,
      ),
    ),
    ...unnamed.map(({ label }) => caution(`“${label}” does not say that it is a law-enforcement purpose.`)),
    beside.some(({ code }) => code === 'SAFEGUARDING') ? onlySaid(SAFEGUARDING_SAID) : shown,
  );
}

const SAFEGUARDING_SAID = 'that the safeguarding prevents or investigates an offence';
