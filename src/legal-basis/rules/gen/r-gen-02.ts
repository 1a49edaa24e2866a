import { knownCodes, statementState } from '../../record/answers/not-known.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { caution, chosenList, notKnown, onlySaid, shown, together, type Verdict } from '../matter/verdict.js';
import { lengthOf } from '../reading/words/texts.js';

const SAYS_NOTHING: readonly string[] = ['MULTI_AGENCY_WORKING', 'OTHER'];

/** R-GEN-02: a specified and explicit purpose. */
export const rGen02 = flowRule({
  id: 'R-GEN-02',
  version: 2,
  kind: 'L',
  appliesTo: 'any flow of data on people',
  fields: ['purposeCodes', 'purposeText'],
  thresholds: ['purposeTextMinimum'],
  citation: seenIn('UK GDPR Article 5(1)(b)', 'L31'),
  message: 'This record does not show a specified purpose',
  whatToDo: 'Choose the purposes, and say in plain words what the data are used for and by whom.',
  applies: () => true,
  evaluate: ({ flow, settings }) =>
    together(
      chosenList(flow.purposeCodes, 'no purpose has been chosen'),
      onlySaysNothing(knownCodes(flow.purposeCodes)),
      longEnough(flow.purposeText, settings.purposeTextMinimum),
    ),
});

function onlySaysNothing(purposes: readonly string[] | null): Verdict {
  if (purposes === null || purposes.length === 0) return shown;
  return purposes.every((purpose) => SAYS_NOTHING.includes(purpose))
    ? caution('The only purpose chosen is “multi-agency working” or “other”, which names no purpose.')
    : shown;
}

function longEnough(text: string | null | undefined, minimum: number): Verdict {
  if (statementState(text) === 'NOT_KNOWN') return notKnown('the purpose in words');
  return lengthOf(text) < minimum
    ? caution(`The purpose is described in fewer than ${minimum} characters, which rarely says enough.`)
    : onlySaid('what the data are used for and by whom');
}
