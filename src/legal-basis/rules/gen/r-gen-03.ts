import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { caution, shown, stated, together, type Verdict } from '../matter/verdict.js';
import { sameWords } from '../reading/words/texts.js';

/** R-GEN-03: why sharing is necessary, and which less intrusive ways were considered, for this flow and no other. */
export const rGen03 = flowRule({
  id: 'R-GEN-03',
  version: 2,
  kind: 'L',
  appliesTo: 'any flow of data on people',
  fields: [
    'necessityText',
    'lessIntrusiveAlternativesText',
    'id',
    'register.flows[].id',
    'register.flows[].necessityText',
    'register.flows[].lessIntrusiveAlternativesText',
  ],
  thresholds: ['repeatedTextFlows'],
  citation: seenIn('UK GDPR Articles 5(1)(c) and 6(1)(b) to (f): “necessary”', 'L31', 'L32'),
  message:
    'This record does not show why the sharing is necessary and which less intrusive ways were considered',
  whatToDo:
    'Explain for this flow why its purpose cannot be reached without these data, and what else was considered.',
  applies: () => true,
  evaluate: (matter) =>
    together(
      stated(matter.flow.necessityText, 'why it is necessary is not answered', 'why it is necessary'),
      stated(
        matter.flow.lessIntrusiveAlternativesText,
        'less intrusive ways are not answered',
        'which less intrusive ways were considered',
      ),
      notCopied(matter, matter.flow.necessityText),
      notCopied(matter, matter.flow.lessIntrusiveAlternativesText),
    ),
});

function notCopied({ flow, register, settings }: Matter, text: string | null | undefined): Verdict {
  const words = sameWords(text);
  if (words === '') return shown;
  const users = register.flowsByText.get(words);
  const others = (users?.size ?? 0) - (flow.id && users?.has(flow.id) ? 1 : 0);
  return others + 1 >= settings.repeatedTextFlows
    ? caution(`The same words explain ${others + 1} flows, so they may not be about this one.`)
    : shown;
}
