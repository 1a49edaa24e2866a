import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { PartialDate } from '../../kernel/days/partial-date.js';
import type { Twin } from '../../web/pictures/picture.js';
import { day } from '../../web/words.js';
import type { DatedFact } from './dated-fact.js';

/** A fact with its number, which stands in the picture and in the table. */
export interface NumberedFact extends DatedFact {
  readonly number: number;
  readonly date: PartialDate;
}

/** Everything that is dated of a scheme, in order, with the changes around it in those years. */
export interface TimeLine {
  readonly facts: readonly NumberedFact[];
  readonly today: CalendarDay;
}

/** Puts facts in order. Of changes around all schemes only those count that came while something is known of this one. */
export function timeLineOf(
  own: readonly DatedFact[],
  around: readonly DatedFact[],
  today: CalendarDay,
): TimeLine {
  const first = own.map((fact) => PartialDate.from(fact.when).earliestDay).sort()[0] ?? today;
  const inTime = around.filter(({ when }) => when >= first && when <= today);
  const facts = [...own, ...(own.length === 0 ? [] : inTime)]
    .map((fact) => ({ ...fact, date: PartialDate.from(fact.when) }))
    .sort(inOrder)
    .map((fact, index) => ({ ...fact, number: index + 1 }));
  return { facts, today };
}

/** When a fact was, in words that say what the date is. */
function whenInWords({ when, dateOf }: DatedFact): string {
  const words = day(when);
  if (dateOf === 'PLAN') return `${words} (planned)`;
  return dateOf === 'SOURCE' ? `${words} (the date of the source)` : words;
}

function whatInWords({ short, full }: DatedFact): string {
  return full === null ? short : `${short}: ${full}`;
}

/** The same as the picture, as a table. */
export function timeLineTwin({ facts }: TimeLine): Twin {
  return {
    caption: 'What is dated, in order',
    columns: ['Number', 'When', 'What', 'Who says so'],
    rows: facts.map((fact) => ({
      key: fact.key,
      cells: [String(fact.number), whenInWords(fact), whatInWords(fact), fact.saidBy],
    })),
  };
}

function inOrder(one: { readonly date: PartialDate }, other: { readonly date: PartialDate }): number {
  const [a, b] = [one.date, other.date];
  return a.earliestDay.localeCompare(b.earliestDay) || a.latestDay.localeCompare(b.latestDay);
}
