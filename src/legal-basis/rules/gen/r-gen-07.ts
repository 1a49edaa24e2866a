import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { caution, cautionUnless, notKnown, shown, together } from '../matter/verdict.js';
import { not } from '../../record/answers/not-known.js';
import { isCode } from '../reading/codes.js';
import { COUNTS_FIELDS, pointsAtPeople } from '../reading/counts.js';

/** R-GEN-07: counts do not point at a person. */
export const rGen07 = flowRule({
  id: 'R-GEN-07',
  version: 3,
  kind: 'C',
  countsToo: true,
  appliesTo: 'a flow of counts only',
  fields: ['aggregate.smallestCount', 'aggregate.secondaryDisclosurePossible', ...COUNTS_FIELDS],
  thresholds: ['smallCountMaximum'],
  citation: beingChecked('Anonymisation guidance; the platform’s small-number policy'),
  message: 'This record does not show that the counts keep people unrecognisable',
  whatToDo:
    'Suppress small counts, and a second count wherever a hidden one could be worked out. Where people can be recognised, say so.',
  applies: ({ flow }) => isCode(flow.identifiability, 'AGGREGATE'),
  evaluate: ({ flow, settings }) => {
    const smallest = flow.aggregate?.smallestCount ?? null;
    const small = smallest !== null && smallest >= 1 && smallest <= settings.smallCountMaximum;
    return together(
      ...pointsAtPeople(flow).map((what) =>
        caution(`It says that counts are shared, and “${what}” is nothing that counts can be or do.`),
      ),
      smallest === null ? notKnown('the smallest count shown') : shown,
      small ? caution(`A count of ${smallest} is shown, and so small a count can point at a person.`) : shown,
      cautionUnless(
        not(flow.aggregate?.secondaryDisclosurePossible),
        'A hidden count can be worked out from the counts that are shown.',
      ),
    );
  },
});
