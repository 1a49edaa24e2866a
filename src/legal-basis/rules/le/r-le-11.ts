import { allOf } from '../../record/answers/not-known.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { isPart3, reachOf, REACH_FIELDS } from '../matter/assertions.js';
import { lawReliedOn, type AskedLaw } from '../matter/law/law-relied-on.js';
import type { AssertionMatter } from '../matter/matter.js';
import { caution, stated, together, type Verdict } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** A duty, a power or a general duty to work together is a function; a prohibition or an exemption gives none. */
const GIVING_A_FUNCTION: AskedLaw = {
  does: ({ kind }) => ['duty', 'power', 'general-cooperation'].includes(kind),
  none: 'no function is picked or cited',
  says: 'in words which function it serves',
};

/** R-LE-11: each condition of Schedule 8 has limbs of its own. */
export const rLe11 = assertionRule({
  id: 'R-LE-11',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a condition of Schedule 8, under Part 3',
  fields: [
    'assertions[].sch8Para',
    'assertions[].functionLaw',
    'assertions[].functionCitation',
    'assertions[].substantialPublicInterest.reason',
    'assertions[].substantialPublicInterest.proceedings',
    'assertions[].substantialPublicInterest.protection',
    'assertions[].regime',
    ...REACH_FIELDS,
  ],
  citation: seenIn('Data Protection Act 2018 Schedule 8', 'L4'),
  message: 'This record does not show what the condition of Schedule 8 asks for besides strict necessity',
  whatToDo:
    'Name the function, the proceedings or the person in danger, and why the public interest is substantial.',
  applies: (matter) => allOf(isPart3(matter), typeof matter.assertion.sch8Para === 'number'),
  evaluate: (matter) => {
    const limbs = matter.assertion.substantialPublicInterest;
    switch (matter.assertion.sch8Para) {
      case 1:
        return together(functionOf(matter), publicInterest(matter));
      case 2:
        return stated(limbs?.proceedings, 'no proceedings are named', 'which proceedings it serves');
      case 3:
        return stated(limbs?.protection, 'it does not say whose life is in danger', 'who is protected');
      case 4:
        return publicInterest(matter);
      default:
        return caution(
          'The other paragraphs of Schedule 8 are about public data, claims, courts, fraud and archives.',
        );
    }
  },
});

function publicInterest({ assertion }: AssertionMatter): Verdict {
  return stated(
    assertion.substantialPublicInterest?.reason,
    'it does not say why the public interest is substantial',
    'why the public interest is substantial',
  );
}

function functionOf(matter: AssertionMatter): Verdict {
  const { functionLaw, functionCitation } = matter.assertion;
  return lawReliedOn(functionLaw, functionCitation, GIVING_A_FUNCTION, reachOf(matter));
}
