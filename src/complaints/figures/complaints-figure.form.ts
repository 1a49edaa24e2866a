import { boundsOf, ROUNDED_HINT } from '../../deployments/entries/rounded-count.js';
import { isOutOfOrder } from '../../kernel/days/dates-fit.js';
import type { Issue } from '../../kernel/refusal.js';
import { defineForm } from '../../web/form/form.js';
import { number } from '../../web/form/kinds/number.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText } from '../../web/form/kinds/text.js';

const count = (label: string, called: string) => number({ label, called, max: 100_000, optional: true });

/** Complaints of one period. Received counts complaints made in the period; the others are of those received in it. */
export const ComplaintsFigureForm = defineForm({
  id: 'ComplaintsFigure',
  fields: {
    periodFrom: partialDate({
      label: 'Counted from when?',
      called: 'The beginning of the period',
      notSure: false,
    }),
    periodTo: partialDate({ label: 'Counted to when?', called: 'The end of the period', notSure: false }),
    received: number({
      label: 'How many complaints about the scheme were received in it?',
      called: 'The complaints received',
      hint: ROUNDED_HINT,
      max: 100_000,
    }),
    aboutPolice: count(
      'How many of them were about the part of the police?',
      'The complaints about the police',
    ),
    upheld: count('How many of them were upheld?', 'The complaints upheld'),
    partlyUpheld: count('How many of them were upheld in part?', 'The complaints upheld in part'),
    notUpheld: count('How many of them were not upheld?', 'The complaints not upheld'),
    toOmbudsman: count(
      'How many of them went to the Parliamentary and Health Service Ombudsman?',
      'The complaints to the Ombudsman',
    ),
    toldHow: longText({
      label: 'How were people told that they can complain?',
      called: 'How people were told',
      max: 1000,
      optional: true,
    }),
  },
  rules: ({ periodFrom, periodTo, received, aboutPolice, upheld, partlyUpheld, notUpheld, toOmbudsman }) => [
    ...(isOutOfOrder(periodFrom, periodTo)
      ? [{ field: 'periodTo', text: 'The end of the period must be the same as or after its beginning.' }]
      : []),
    ...atMost(received, [aboutPolice], 'aboutPolice'),
    ...atMost(received, [upheld, partlyUpheld, notUpheld], 'upheld'),
    ...atMost(received, [toOmbudsman], 'toOmbudsman'),
  ],
});

/** Counts that are mended were rounded before, so that only what no exact numbers can make true is refused. */
function atMost(received: number, parts: readonly (number | undefined)[], field: string): readonly Issue[] {
  const least = parts.reduce<number>((sum, part) => sum + boundsOf(part ?? 0).least, 0);
  if (least <= boundsOf(received).most) return [];
  return [{ field, text: 'No more can be counted here than complaints were received.' }];
}
