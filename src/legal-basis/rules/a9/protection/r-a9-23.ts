import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { bestOf, fault, holds, shown, stated, together, type Verdict } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';
import { describesDistress } from './distress.js';

/** R-A9-23: for an unlawful act, the record says what was done and that asking for consent would defeat the purpose. */
export const rA923 = assertionRule({
  id: 'R-A9-23',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on preventing or detecting unlawful acts, Schedule 1 para 10',
  fields: [
    'assertions[].offences',
    'assertions[].unlawfulActText',
    'assertions[].substantialPublicInterest.consentWouldPrejudice',
    ...PARAGRAPH_FIELDS,
  ],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 para 10(1)'),
  message: 'This record does not show what was done, and that asking for consent would defeat the purpose',
  whatToDo: 'Say what the person did or is about to do to whom, and why they cannot be asked first.',
  applies: (matter) => usesParagraph(matter, 'P2.10'),
  evaluate: (matter) =>
    together(
      whatWasDone(matter),
      holds(
        matter.assertion.substantialPublicInterest?.consentWouldPrejudice,
        'asking for consent would not defeat the purpose',
      ),
    ),
});

/** What was done stands in the words of the act or of a pick; none of them says that somebody was in distress. */
function whatWasDone({ assertion: { offences, unlawfulActText } }: AssertionMatter): Verdict {
  const said = (offences ?? []).map(({ why }) => why);
  const isDistress = [unlawfulActText, ...said].some((text) => describesDistress(text ?? ''));
  return together(
    bestOf(inWords(unlawfulActText), ...said.map(inWords)),
    isDistress ? fault('what it describes is distress or a call for help') : shown,
  );
}

function inWords(text: string | null | undefined): Verdict {
  return stated(text, 'it does not say what was done', 'what was done');
}
