import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { day } from '../../web/words.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { regimes } from '../../legal-basis/record/basis/regime.js';
import { coverageOf, regimesBetween, type Stretch } from '../../legal-basis/rules/reading/regime-line.js';
import { controllersOf, nameOf } from '../../legal-basis/rules/reading/parties.js';

/** One bar of the picture, in thousandths of its width. */
export interface Bar {
  readonly kind: 'law' | 'basis' | 'gap' | 'overlap';
  readonly label: string;
  /** What is written on the bar; empty where it would not fit. */
  readonly short: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly x: number;
  readonly width: number;
}

/** One line of the picture: the law, or one controller. */
export interface TimelineRow {
  readonly name: string;
  readonly bars: readonly Bar[];
}

/**
 * The laws a flow runs through, and what each controller relies on for which days; the sentences say the same. The macro
 * `timeline(shown, id)` of `data-sharing/showing/views/timeline.njk` draws the picture with its sentences; it takes null too.
 */
export interface ShownTimeline {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly rows: readonly TimelineRow[];
  /** What the picture shows, for a reader who does not see it. */
  readonly finding: string;
  readonly sentences: readonly string[];
}

/** The timeline of a flow up to its end or the day it is looked at; null while its first day is not known. */
export function shownTimeline(content: FlowContent, today: CalendarDay): ShownTimeline | null {
  const from = content.startDate;
  if (!from) return null;
  const to = content.endDate ?? (from > today ? from : today);
  if (to < from) return null;
  const place = placing(from, to);
  const laws = regimesBetween(from, to).map((one) =>
    place({ ...one, kind: 'law', label: labelOf(one.regime), short: shortOf(one.regime) }),
  );
  const controllers = controllersOf(content).map((id) => controllerRow(content, id, { from, to, place }));
  const sentences = [
    ...laws.map((bar) => `${span(bar)}: ${bar.label}.`),
    ...controllers.flatMap(({ row, undated }) => sentencesOf(row, undated)),
  ];
  const gaps = controllers.flatMap(({ row }) => row.bars.filter(({ kind }) => kind === 'gap'));
  return {
    from,
    to,
    rows: [{ name: 'Law in force', bars: laws }, ...controllers.map(({ row }) => row)],
    finding: findingOf(laws.length, gaps.length),
    sentences,
  };
}

type Unplaced = Omit<Bar, 'x' | 'width'>;
type Place = (bar: Unplaced) => Bar;

const WHOLE = 1000;

function controllerRow(
  content: FlowContent,
  id: string,
  { from, to, place }: Stretch & { readonly place: Place },
): { readonly row: TimelineRow; readonly undated: boolean } {
  const own = (content.assertions ?? []).filter(({ controllerOrgId }) => controllerOrgId === id);
  const { gaps, overlaps, undated } = coverageOf(own, from, to);
  const bases = own.flatMap(({ validFrom, validTo, regime }) => {
    const last = validTo ?? to;
    if (!validFrom || validFrom > to || last < from || last < validFrom) return [];
    const bar = {
      kind: 'basis',
      label: labelOf(regime ?? ''),
      short: shortOf(regime ?? ''),
      from: later(validFrom, from),
      to: earlier(last, to),
    };
    return [place({ ...bar, kind: 'basis' })];
  });
  const missing = gaps.map((gap) =>
    place({ ...gap, kind: 'gap', label: 'No legal basis recorded', short: 'Gap' }),
  );
  const doubled = overlaps.map((one) =>
    place({ ...one, kind: 'overlap', label: 'Two legal bases recorded', short: '' }),
  );
  return { row: { name: nameOf(content, id), bars: [...bases, ...missing, ...doubled] }, undated };
}

function placing(first: CalendarDay, last: CalendarDay): Place {
  const days = daysBetween(first, last) + 1;
  return ({ kind, label, short, from, to }) => {
    const width = Math.max(2, Math.round(((daysBetween(from, to) + 1) / days) * WHOLE));
    return {
      ...{ kind, label, from, to, width },
      short: short.length * A_LETTER + 16 > width ? '' : short,
      x: Math.round((daysBetween(first, from) / days) * WHOLE),
    };
  };
}

const A_LETTER = 11;

function daysBetween(first: CalendarDay, last: CalendarDay): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}

function sentencesOf({ name, bars }: TimelineRow, undated: boolean): string[] {
  const inOrder = [...bars].sort((a, b) => a.from.localeCompare(b.from));
  const sentences = inOrder.map(
    (bar) =>
      `${name}: ${lowerFirst(span(bar))}, ${bar.kind === 'basis' ? bar.label : lowerFirst(bar.label)}.`,
  );
  return undated ? [...sentences, `${name}: a legal basis is recorded without its first day.`] : sentences;
}

function findingOf(laws: number, gaps: number): string {
  const across = laws === 1 ? 'This flow runs under one law' : `This flow runs across ${String(laws)} laws`;
  return gaps === 0
    ? `${across}, and each controller has a legal basis recorded for every day.`
    : `${across}, and there are days for which this record does not show a legal basis.`;
}

function span({ from, to }: Stretch): string {
  return from === to ? `On ${day(from)}` : `From ${day(from)} to ${day(to)}`;
}

function labelOf(code: string): string {
  return regimes.find((regime) => regime.code === code)?.label ?? 'no law named';
}

function shortOf(code: string): string {
  return SHORT[code] ?? '?';
}

const SHORT: Readonly<Record<string, string>> = {
  DPA1998: 'DPA 1998',
  GDPR2018: 'GDPR',
  UKGDPR: 'UK GDPR',
  UKGDPR_DUAA: 'UK GDPR 2026',
  DPA_PART3: 'Part 3',
};

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function later(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a > b ? a : b;
}

function earlier(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a < b ? a : b;
}
