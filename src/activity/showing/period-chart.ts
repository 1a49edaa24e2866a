import { scaleBand, scaleLinear, type ScaleBand } from 'd3-scale';
import { line } from 'd3-shape';
import { bandAxis, framed, valueAxis, type DrawingFrame } from '../../web/pictures/frame.js';
import { hatching, INK, mark, type Hatching } from '../../web/pictures/ink.js';
import { legend, type Sign } from '../../web/pictures/legend.js';
import { tag, type Markup } from '../../web/pictures/markup.js';
import { drawn, type Picture, type Told } from '../../web/pictures/picture.js';
import { point } from '../../web/pictures/point.js';
import { widthOf, words } from '../../web/pictures/words-drawn.js';
import { FIGURE_STATUSES } from '../figures/activity-figure.entity.js';

/** One period of a chart. */
export interface ChartedPeriod {
  readonly key: string;
  /** Below the axis, in few letters. */
  readonly short: string;
  /** In the table twin. */
  readonly words: string;
  readonly status: keyof typeof FIGURE_STATUSES;
  /** Where it is drawn; null where there is no figure. */
  readonly value: number | null;
  /** The figure as the reader may know it, such as "about 5 or fewer". */
  readonly said: string | null;
}

/** Counts by period, as a chart tells them. */
export interface PeriodChart {
  readonly id: string;
  readonly finding: string;
  readonly caption: string;
  readonly csv: string;
  readonly periods: readonly ChartedPeriod[];
  /** True where a line may join the points, because they count the same thing. */
  readonly joined: boolean;
  /** What a full point means: counted by the trust, or as its source gives it. */
  readonly countedWords: 'Counted' | 'As the source gives it';
}

const HEIGHT = 330;
const FRAME = framed(HEIGHT, { bottom: 90, top: 34 });

/** Draws counts by period: points, a hatched stretch where work was paused, and a dashed one where nothing was collected. */
export function periodChart(chart: PeriodChart): Picture {
  const { periods } = chart;
  const across = scaleBand(
    periods.map(({ key }) => key),
    [FRAME.left, FRAME.right],
  );
  const most = Math.max(1, ...periods.map(({ value }) => value ?? 0));
  const up = scaleLinear([0, most], [FRAME.bottom, FRAME.top]).nice(5);
  const paused = hatching(`${chart.id}-paused`);
  const at = ({ key }: ChartedPeriod): number => (across(key) ?? 0) + across.bandwidth() / 2;
  return drawn(
    toldOf(chart),
    paused.definition,
    valueAxis(up, FRAME),
    bandAxis(across, FRAME, axisWords(periods, across)),
    chart.joined ? stretches(periods).map((run) => lineThrough(run, at, up)) : null,
    periods.map((period) =>
      period.value === null
        ? mark(period.key, gap(period, across, period.status === 'PAUSED' ? paused.ink : INK.dashed))
        : mark(period.key, ...counted(period, [at(period), up(period.value)], across.bandwidth())),
    ),
    legend(signsOf(chart, paused), HEIGHT - 54).drawn,
  );
}

function toldOf({ id, finding, caption, csv, periods, countedWords }: PeriodChart): Told {
  return {
    ...{ id, finding, csv, height: HEIGHT },
    description: `One place for each period from left to right, the count upwards from 0. A hatched stretch stands where work was paused and a dashed one where nothing was collected; neither is zero.`,
    twin: {
      caption,
      columns: ['Period', { text: 'Figure', numeric: true }, 'Status'],
      rows: periods.map(({ key, words: when, said, status }) => ({
        key,
        cells: [when, said ?? 'No figure', status === 'ACTUAL' ? countedWords : FIGURE_STATUSES[status]],
      })),
    },
  };
}

/** Words below the axis: of every period where they have room, otherwise of every second, third and so on. */
function axisWords(periods: readonly ChartedPeriod[], across: ScaleBand<string>): (key: string) => string {
  const widest = Math.max(...periods.map(({ short }) => widthOf(short))) + 8;
  const step = Math.max(1, Math.ceil(widest / across.bandwidth()));
  const places = new Map(periods.map(({ key, short }, index) => [key, index % step === 0 ? short : '']));
  return (key) => places.get(key) ?? '';
}

function stretches(periods: readonly ChartedPeriod[]): readonly (readonly ChartedPeriod[])[] {
  const runs: ChartedPeriod[][] = [[]];
  for (const period of periods) {
    if (period.value === null) runs.push([]);
    else runs.at(-1)?.push(period);
  }
  return runs.filter((run) => run.length > 1);
}

function lineThrough(
  run: readonly ChartedPeriod[],
  at: (period: ChartedPeriod) => number,
  up: (value: number) => number,
): Markup {
  const places = run.map((period): [number, number] => [at(period), up(period.value ?? 0)]);
  return tag('path', { d: line()(places) ?? '', ...INK.line });
}

function counted(
  { status, said }: ChartedPeriod,
  place: readonly [number, number],
  room: number,
): readonly Markup[] {
  const sign = status === 'ESTIMATE' ? estimatedPoint : countedPoint;
  const label = said ?? '';
  return [
    point(...sign(place)),
    ...(widthOf(label) + 4 <= room
      ? [words(label, place[0], place[1] - 12, { 'text-anchor': 'middle' })]
      : []),
  ];
}

function gap({ key, status }: ChartedPeriod, across: ScaleBand<string>, ink: Hatching['ink']): Markup {
  const [left, width] = [across(key) ?? 0, across.bandwidth()];
  const label = status === 'PAUSED' ? 'Paused' : 'Not collected';
  const wide = widthOf(label) + 8;
  return tag(
    'g',
    {},
    tag('rect', { x: left + 2, y: FRAME.top, width: width - 4, height: heightOf(FRAME), ...ink }),
    wide <= width
      ? [
          tag('rect', {
            x: left + (width - wide) / 2,
            y: FRAME.top + 8,
            width: wide,
            height: 24,
            fill: '#fff',
          }),
          words(label, left + width / 2, FRAME.top + 25, { 'text-anchor': 'middle' }),
        ]
      : null,
  );
}

function heightOf({ top, bottom }: DrawingFrame): number {
  return bottom - top;
}

type PointDrawn = Parameters<typeof point>;

function countedPoint(place: readonly [number, number]): PointDrawn {
  return ['circle', place, { ink: INK.solid }];
}

function estimatedPoint(place: readonly [number, number]): PointDrawn {
  return ['diamond', place, { ink: INK.dashed, size: 14 }];
}

function signsOf({ periods, countedWords }: PeriodChart, paused: Hatching): readonly Sign[] {
  const sample = (ink: Hatching['ink']): Markup =>
    tag('rect', { x: -12, y: -8, width: 24, height: 16, ...ink });
  const signs = {
    ACTUAL: { sample: point(...countedPoint([0, 0])), words: countedWords },
    ESTIMATE: { sample: point(...estimatedPoint([0, 0])), words: 'Estimated' },
    PAUSED: { sample: sample(paused.ink), words: 'Paused' },
    NOT_COLLECTED: { sample: sample(INK.dashed), words: 'Not collected' },
  };
  const used = new Set(periods.map(({ status }) => status));
  return (['ACTUAL', 'ESTIMATE', 'PAUSED', 'NOT_COLLECTED'] as const)
    .filter((status) => used.has(status))
    .map((status) => signs[status]);
}
