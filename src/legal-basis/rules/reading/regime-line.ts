import { addDays, type CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Assertion } from '../../record/basis/assertion.js';
import { regimes, type Regime } from '../../record/basis/regime.js';

/** A stretch of days, first and last included. */
export interface Stretch {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** A stretch of days within one regime. */
export interface RegimeStretch extends Stretch {
  readonly regime: Regime;
}

/** How one controller's assertions lie over a flow. */
export interface Coverage {
  readonly gaps: readonly Stretch[];
  readonly overlaps: readonly Stretch[];
  /** True when an assertion has no first day, so that its place on the line is not known. */
  readonly undated: boolean;
}

const FAR = '9999-12-31';

/** The regimes of general data-protection law that a flow runs through; each needs its own assertion (§3.1). */
export function regimesBetween(from: CalendarDay, to: CalendarDay): RegimeStretch[] {
  return regimes
    .filter((regime) => regime.code !== 'DPA_PART3')
    .map((regime) => ({
      regime: regime.code,
      from: later(from, regime.from ?? from),
      to: earlier(to, regime.to ?? to),
    }))
    .filter((stretch) => stretch.from <= stretch.to);
}

/** Whether a regime is in force on every day from the first to the last. */
export function isRegimeInForce(code: Regime, from: CalendarDay, to: CalendarDay): boolean {
  const regime = regimes.find((entry) => entry.code === code);
  if (regime === undefined) return false;
  return (regime.from === null || from >= regime.from) && (regime.to === null || to <= regime.to);
}

/**
 * The days between two dates for which one controller's assertions show nothing, and the days for which two say
 * different things. Law-enforcement assertions (Part 3) fill gaps but never overlap, because they run beside the others.
 */
export function coverageOf(assertions: readonly Assertion[], from: CalendarDay, to: CalendarDay): Coverage {
  const dated = assertions.flatMap((assertion) =>
    assertion.validFrom ? [{ assertion, from: assertion.validFrom, to: assertion.validTo ?? FAR }] : [],
  );
  const stretches = dated.filter((entry) => entry.from <= entry.to).sort(byFirstDay);
  return {
    gaps: gapsBetween(stretches, from, to),
    overlaps: overlapsOf(
      stretches.filter((entry) => entry.assertion.regime !== 'DPA_PART3'),
      to,
    ),
    undated: dated.length < assertions.length,
  };
}

function gapsBetween(stretches: readonly Stretch[], from: CalendarDay, to: CalendarDay): Stretch[] {
  const gaps: Stretch[] = [];
  let next = from;
  for (const stretch of stretches) {
    if (next > to) break;
    if (stretch.from > next) gaps.push({ from: next, to: earlier(to, addDays(stretch.from, -1)) });
    if (stretch.to >= next) next = stretch.to === FAR ? FAR : addDays(stretch.to, 1);
  }
  if (next <= to) gaps.push({ from: next, to });
  return gaps.filter((gap) => gap.from <= gap.to);
}

function overlapsOf(stretches: readonly Stretch[], to: CalendarDay): Stretch[] {
  const overlaps: Stretch[] = [];
  let reached = '';
  for (const stretch of stretches) {
    if (stretch.from <= reached)
      overlaps.push({ from: stretch.from, to: earlier(earlier(stretch.to, reached), to) });
    reached = later(reached, stretch.to);
  }
  return overlaps.filter((overlap) => overlap.from <= overlap.to);
}

function byFirstDay(a: Stretch, b: Stretch): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.to < b.to ? -1 : Number(a.to > b.to);
}

function later(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a > b ? a : b;
}

function earlier(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a < b ? a : b;
}
