import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Issue } from '../../kernel/refusal.js';
import { sentenceList, uncapitalised } from '../../web/words.js';
import { ACTIVITY_UNITS, COUNTED, type ActivityFigure } from '../figures/activity-figure.entity.js';
import { byPeriod, isSamePeriod, readPeriod, type ActivityPeriod } from './activity-period.js';
import { fallInWords, firstFall } from './falls.js';

/** Figures that count the same thing for the same areas by the same source, in the order of their periods. */
export interface ActivitySeries {
  /** The id of the figure that was recorded first: it names the series in addresses. */
  readonly id: string;
  readonly figures: readonly ActivityFigure[];
  /** "People, ever on the scheme, counted from the beginning, for Derbyshire and Leicestershire together". */
  readonly title: string;
}

/** All series among figures, each figure in exactly one. */
export function seriesOf(figures: readonly ActivityFigure[]): readonly ActivitySeries[] {
  const found = new Map<string, ActivityFigure[]>();
  for (const figure of figures) {
    const key = keyOf(figure);
    found.set(key, [...(found.get(key) ?? []), figure]);
  }
  return [...found.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const ordered = [...members].sort((one, other) => byPeriod(periodOf(one), periodOf(other)));
    return [{ id: first.id, figures: ordered, title: titleOf(first) }];
  });
}

/**
 * Why a figure, as it is said today, does not fit those that stand beside it: its period is not over, is told already, or a
 * total falls. An estimate of a period that is over by now is changed into what was counted.
 */
export function figureFaults(
  figure: ActivityFigure,
  others: readonly ActivityFigure[],
  today: CalendarDay,
): readonly Issue[] {
  const period = periodOf(figure);
  if (figure.status === 'ACTUAL' && period.days !== null && period.days.to >= today)
    return [
      {
        field: 'period',
        text: `The period ${period.words} is not over, so nobody can have counted it. Record it as an estimate, and change that into what was counted when the period is over.`,
      },
    ];
  const series = others.filter((other) => keyOf(other) === keyOf(figure));
  const twin = series.find((other) => isSamePeriod(periodOf(other), period));
  if (twin) return [{ field: 'period', text: alreadyTold(twin, figure) }];
  if (figure.counted !== 'EVER') return [];
  const fall = firstFall(
    [...series, figure].flatMap((one) =>
      one.value === null ? [] : [{ period: periodOf(one), value: one.value }],
    ),
  );
  return fall ? [{ field: 'counted', text: fallInWords(fall) }] : [];
}

/** The period of a figure that is kept. @throws Error where it is none: the form and PostgreSQL let no such figure in. */
export function periodOf({ period }: { readonly period: string }): ActivityPeriod {
  const read = readPeriod(period);
  if (!read) throw new Error(`${period} is no period.`);
  return read;
}

/** "for Derbyshire", "for Derbyshire and Leicestershire together": a figure for several areas is never split. */
export function areasInWords(areas: readonly string[]): string {
  return areas.length === 1 ? `for ${areas[0] ?? ''}` : `for ${sentenceList(areas)} together`;
}

/** That a period is told already, and how it is told anew: what an estimate said stays to be read when the count replaces it. */
function alreadyTold(twin: ActivityFigure, { status }: ActivityFigure): string {
  const { words } = periodOf(twin);
  return twin.status === 'ESTIMATE' && status === 'ACTUAL'
    ? `An estimate of the same kind, area and source is recorded for ${words}. Change it into what was counted; what it said before stays to be read.`
    : `A figure of the same kind, area and source is recorded for ${words}. Change that one, or withdraw it first.`;
}

function titleOf({ unit, counted, areas }: ActivityFigure): string {
  return `${ACTIVITY_UNITS[unit]}, ${uncapitalised(COUNTED[counted])}, ${areasInWords(areas)}`;
}

function keyOf({ counted, unit, areas, source }: ActivityFigure): string {
  const where = areas.map((area) => area.toLowerCase()).sort();
  return JSON.stringify([counted, unit, where, source.toLowerCase()]);
}
