import { scaleBand, scaleLinear } from 'd3-scale';
import { bandAxis, framed, valueAxis } from '../../../web/pictures/frame.js';
import { INK, mark } from '../../../web/pictures/ink.js';
import { tag } from '../../../web/pictures/markup.js';
import { drawn, type Picture } from '../../../web/pictures/picture.js';
import { words } from '../../../web/pictures/words-drawn.js';
import { capitalised } from '../../../web/words.js';
import type { ClaimView } from '../claim-view.js';
import { METRICS_IN_WORDS } from '../metrics-in-words.js';
import { tableOfClaim } from './table-of-claim.js';

const HEIGHT = 280;
const FRAME = framed(HEIGHT, { top: 34 });

/** A part beside its whole, such as 23 of 57 trusts; null for a claim that gives no such two figures. */
export function pictureOfPart(claim: ClaimView): Picture | null {
  const { figures, key, statement, scope } = claim;
  const [part, whole] = figures?.values ?? [];
  if (figures?.definition !== 'PART_OF_WHOLE' || !part || !whole) return null;
  const bars = [part, whole].map(({ metric, value }) => ({
    ...{ key: metric, value, said: value.toLocaleString('en-GB') },
    name: METRICS_IN_WORDS[metric] ?? capitalised(metric.toLowerCase().replaceAll('_', ' ')),
  }));
  const across = scaleBand(
    bars.map((bar) => bar.key),
    [FRAME.left, FRAME.right],
  ).padding(0.4);
  const up = scaleLinear([0, whole.value], [FRAME.bottom, FRAME.top]).nice(5);
  return drawn(
    {
      ...{ id: `part-${key}`, height: HEIGHT, csv: tableOfClaim(claim) },
      finding: `A source gives ${bars.map(({ said }) => said).join(' of ')} ${whole.unit}${scope === null ? '' : `, ${scope}`}. Nobody has checked it.`,
      description:
        'Two bars, each as high as its figure from 0: the part on the left, the whole on the right.',
      twin: {
        caption: `Figures of a source: ${statement}`,
        columns: ['What', { text: 'Figure', numeric: true }],
        rows: bars.map((bar) => ({ key: bar.key, cells: [bar.name, bar.said] })),
      },
    },
    valueAxis(up, FRAME),
    bandAxis(across, FRAME, (metric) => bars.find((bar) => bar.key === metric)?.name ?? ''),
    bars.map((bar, index) => {
      const [x, width, top] = [across(bar.key) ?? 0, across.bandwidth(), up(bar.value)];
      return mark(
        bar.key,
        tag('rect', {
          x,
          y: top,
          width,
          height: FRAME.bottom - top,
          ...(index === 0 ? INK.tinted : INK.hollow),
        }),
        words(bar.said, x + width / 2, top - 8, { 'text-anchor': 'middle' }),
      );
    }),
  );
}
