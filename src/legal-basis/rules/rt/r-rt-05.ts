import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { anyOf, not } from '../../record/answers/not-known.js';
import { caution, holds } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-RT-05: nobody is selected by a score alone. */
export const rRt05 = flowRule({
  id: 'R-RT-05',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'people selected with the help of a score',
  fields: ['rights.automatedScoring', 'rights.significantEffect', 'rights.automatedSafeguardsMet'],
  citation: seenIn(
    'UK GDPR Article 22, from 5 February 2026 Articles 22A to 22D (Data (Use and Access) Act 2025 s80)',
    'L36',
  ),
  message: 'This record does not show that selection by a score meets the rules for automated decisions',
  whatToDo: 'Let a person decide who can overrule the score, and tell people about it.',
  applies: ({ flow }) => isCode(flow.rights?.automatedScoring, 'PARTLY', 'SOLELY'),
  evaluate: ({ flow: { rights } }) =>
    rights?.automatedScoring === 'PARTLY'
      ? caution('People are selected with the help of a score: check that a person really decides.')
      : holds(
          anyOf(not(rights?.significantEffect), rights?.automatedSafeguardsMet ?? null),
          'a score alone decides, with a significant effect, and the special-category rules are not met',
        ),
});
