import { statementState, type Truth, allOf } from '../../record/answers/not-known.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import type { AssertionMatter } from '../matter/matter.js';
import { fault, shown, stated, together } from '../matter/verdict.js';
import { isPart3 } from '../matter/assertions.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { lengthOf } from '../reading/words/texts.js';

/** R-LE-04: strict necessity is explained, and is more than necessity. */
export const rLe04 = assertionRule({
  id: 'R-LE-04',
  version: 2,
  kind: 'L/P',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a reason for strict necessity under Part 3',
  fields: ['assertions[].strictlyNecessaryText', 'necessityText', 'assertions[].regime'],
  thresholds: ['strictNecessityMinimum'],
  citation: seenIn('Data Protection Act 2018 s35(5)', 'L62'),
  message: 'This record does not show why the processing is strictly necessary',
  whatToDo: 'Explain why nothing less would do for this purpose; strict necessity is more than necessity.',
  applies: (matter) => allOf(isPart3(matter), givesReason(matter)),
  evaluate: ({ assertion, settings }) =>
    together(
      lengthOf(assertion.strictlyNecessaryText) < settings.strictNecessityMinimum
        ? fault(`the reason has fewer than ${settings.strictNecessityMinimum} characters`)
        : shown,
      stated(assertion.strictlyNecessaryText, 'no reason is given', 'why it is strictly necessary'),
    ),
});

function givesReason({ assertion }: AssertionMatter): Truth {
  const state = statementState(assertion.strictlyNecessaryText);
  return state === 'NOT_KNOWN' ? null : state !== 'BLANK';
}
