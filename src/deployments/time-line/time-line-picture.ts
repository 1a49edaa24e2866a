import { scaleUtc, type ScaleTime } from 'd3-scale';
import { addDays } from '../../kernel/days/calendar-day.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { framed, timeAxis, PICTURE_WIDTH } from '../../web/pictures/frame.js';
import { hatching, INK, mark } from '../../web/pictures/ink.js';
import { legend, type Sign } from '../../web/pictures/legend.js';
import { tag, type DrawnAttributes, type Markup } from '../../web/pictures/markup.js';
import { drawn, type Picture, type Told } from '../../web/pictures/picture.js';
import { point, type PointShape } from '../../web/pictures/point.js';
import { cutTo, linesFor, widthOf, words, wordsOnSolid } from '../../web/pictures/words-drawn.js';
import { LANES, type DatedFact, type FactSayer, type Lane } from './dated-fact.js';
import type { NumberedFact, TimeLine } from './time-line.js';

const LINE = 30;
const HEADING = 24;
const POINT = 22;
const MOST_WORDS = 420;
const EDGE = 26;

const SHAPES: Readonly<Record<FactSayer, PointShape>> = {
  SOURCES: 'circle',
  TRUST: 'square',
  TEXT: 'diamond',
};
const PAUSED = hatching('time-line-paused');
const HALTED = hatching('time-line-halted', 135);

type Scale = ScaleTime<number, number>;

/** Draws the facts lane by lane, each with its number, as closely as it is dated, and the states that the trust recorded as bars. */
export function timeLinePicture({ facts, today }: TimeLine, told: Omit<Told, 'height'>): Picture {
  const scale = scaleOf(facts, today);
  let top = 4;
  const lanes = wordsOf(LANES).flatMap((lane) => {
    const placed = placedIn(lane, facts, scale);
    if (placed.length === 0) return [];
    const drawnLane = laneAt(top, lane, { placed, scale, until: today });
    top += HEADING + (Math.max(...placed.map(({ line }) => line)) + 1) * LINE + 10;
    return [drawnLane];
  });
  const frame = framed(top + 40, { left: EDGE, right: EDGE, top: 0 });
  const signs = legend(signsOf(facts), top + 40);
  return drawn(
    { ...told, height: top + 46 + signs.height },
    PAUSED.definition,
    HALTED.definition,
    timeAxis(scale, frame),
    todayAt(scale, top, today),
    lanes,
    signs.drawn,
  );
}

interface PlacedFact {
  readonly fact: NumberedFact;
  readonly x: number;
  readonly words: string;
  /** Words stand left of a point that is too near to the right edge. */
  readonly isLeft: boolean;
  readonly beside: number;
  readonly line: number;
}

function scaleOf(facts: readonly NumberedFact[], today: string): Scale {
  const first = facts.map(({ date }) => date.earliestDay).sort()[0] ?? today;
  const last = [today, ...facts.map(({ date }) => date.latestDay)].sort().at(-1) ?? today;
  const [from, to] = [`${first.slice(0, 4)}-01-01`, `${String(Number(last.slice(0, 4)) + 1)}-01-01`];
  return scaleUtc([new Date(from), new Date(to)], [EDGE, PICTURE_WIDTH - EDGE]);
}

function placedIn(lane: Lane, facts: readonly NumberedFact[], scale: Scale): readonly PlacedFact[] {
  const placed = facts
    .filter((fact) => fact.lane === lane)
    .map((fact) => {
      const [from, to] = datedBetween(fact, scale);
      const x = (from + to) / 2;
      const [left, right] = [Math.min(from, x - POINT / 2) - 5, Math.max(to, x + POINT / 2) + 5];
      const isLeft =
        right + widthOf(cutTo(MOST_WORDS, fact.short)) > PICTURE_WIDTH && left > PICTURE_WIDTH - right;
      const said = cutTo(Math.min(MOST_WORDS, isLeft ? left - EDGE : PICTURE_WIDTH - right), fact.short);
      return { fact, x, words: said, isLeft, beside: isLeft ? left : right, taken: { left, right } };
    });
  const taken = placed.map(({ words: said, isLeft, taken: { left, right } }) => ({
    from: isLeft ? left - widthOf(said) : left,
    to: isLeft ? right : right + widthOf(said),
  }));
  const lines = linesFor(taken);
  return placed.map((one, index) => ({ ...one, line: lines[index] ?? 0 }));
}

/** Where the days that a date can mean begin and end. */
function datedBetween({ date }: NumberedFact, scale: Scale): readonly [from: number, to: number] {
  return [scale(new Date(date.earliestDay)), scale(new Date(addDays(date.latestDay, 1)))];
}

interface LaneDrawn {
  readonly placed: readonly PlacedFact[];
  readonly scale: Scale;
  readonly until: string;
}

function laneAt(top: number, lane: Lane, { placed, scale, until }: LaneDrawn): readonly Markup[] {
  const steps = placed.filter(({ fact }) => fact.enters !== undefined);
  return [
    tag('line', { x1: EDGE, x2: PICTURE_WIDTH - EDGE, y1: top, y2: top, ...INK.faint }),
    words(LANES[lane], EDGE, top + 18, { 'font-weight': 'bold' }),
    ...placed.map((one) => {
      const y = top + HEADING + one.line * LINE + LINE / 2;
      const next = steps[steps.indexOf(one) + 1];
      return mark(
        one.fact.key,
        ...(one.fact.enters === undefined
          ? []
          : [stateBar(one, y, scale(new Date(next?.fact.date.earliestDay ?? until)))]),
        uncertainty(one.fact, y, scale),
        ...pointWithWords(one, y),
      );
    }),
  ];
}

function stateBar({ fact, x }: PlacedFact, y: number, to: number): Markup {
  return tag('rect', { x, y: y + 9, width: Math.max(0, to - x), height: 5, ...stateInk(fact) });
}

function stateInk({ enters }: DatedFact): DrawnAttributes {
  if (enters === 'PAUSED') return PAUSED.ink;
  return enters === 'HALT_ORDERED' || enters === 'STEPPING_DOWN' ? HALTED.ink : INK.tinted;
}

function uncertainty(fact: NumberedFact, y: number, scale: Scale): Markup {
  const [from, to] = datedBetween(fact, scale);
  return tag('rect', { x: from, y: y - 4, width: Math.max(1, to - from), height: 8, ...INK.tinted });
}

function pointWithWords({ fact, x, words: said, isLeft, beside }: PlacedFact, y: number): readonly Markup[] {
  const isSolid = fact.dateOf === 'FACT';
  const shape = point(SHAPES[fact.sayer], [x, y], { ink: isSolid ? INK.solid : INK.dashed, size: POINT });
  const number = (isSolid ? wordsOnSolid : words)(String(fact.number), x, y + 4.5, {
    'text-anchor': 'middle',
    'font-size': 12,
  });
  return [shape, number, words(said, beside, y + 5, isLeft ? { 'text-anchor': 'end' } : {})];
}

function todayAt(scale: Scale, bottom: number, today: string): Markup {
  const x = scale(new Date(today));
  return tag('line', { x1: x, x2: x, y1: 0, y2: bottom, ...INK.dashedLine, 'stroke-width': 1 });
}

/** Only the signs that stand in this picture. */
function signsOf(facts: readonly NumberedFact[]): readonly Sign[] {
  const said = (sayer: FactSayer): boolean => facts.some((fact) => fact.sayer === sayer);
  const entered = facts.flatMap(({ enters }) => enters ?? []);
  const sample = (shape: PointShape, ink: DrawnAttributes): Markup => point(shape, [0, 0], { ink, size: 18 });
  const bar = (ink: DrawnAttributes): Markup => tag('rect', { x: -11, y: -4, width: 22, height: 8, ...ink });
  const signs: readonly (Sign & { readonly stands: boolean })[] = [
    { stands: said('SOURCES'), sample: sample('circle', INK.solid), words: 'Said by a source' },
    { stands: said('TRUST'), sample: sample('square', INK.solid), words: 'Said by the trust itself' },
    { stands: said('TEXT'), sample: sample('diamond', INK.solid), words: 'Text of guidance or law' },
    {
      stands: facts.some(({ dateOf }) => dateOf !== 'FACT'),
      sample: sample('circle', INK.dashed),
      words: 'Planned, or the date of the source',
    },
    {
      stands: facts.some(({ date }) => date.precision !== 'day'),
      sample: bar(INK.tinted),
      words: 'How closely it is dated',
    },
    { stands: entered.includes('PAUSED'), sample: bar(PAUSED.ink), words: 'Paused' },
    {
      stands: entered.some((state) => state === 'HALT_ORDERED' || state === 'STEPPING_DOWN'),
      sample: bar(HALTED.ink),
      words: 'Ordered to halt or stepping down',
    },
  ];
  return signs.filter(({ stands }) => stands);
}
