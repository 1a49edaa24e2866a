import { day as written } from '../../words.js';
import type { Sent, TypedDate } from '../field.js';
import { readText } from './read-sent.js';

/** A date read from three boxes: as much of it as was given, or the sentence and the box that need attention. */
export type ReadDate =
  | { readonly answer: TypedDate; readonly given: string }
  | { readonly answer: TypedDate; readonly fault: string; readonly part: 'day' | 'month' | 'year' }
  | { readonly answer: TypedDate; readonly nothing: true };

/**
 * Reads day, month and year. A month may be a name ("Nov"). `given` is `2018`, `2018-09` or `2018-09-14`,
 * and always a real date; what was typed is kept whatever happens.
 */
export function readDate(sent: Sent, name: string): ReadDate {
  const boxes = {
    day: readText(() => sent('day')),
    month: readText(() => sent('month')),
    year: readText(() => sent('year')),
  };
  const answer = { day: boxes.day.answer, month: boxes.month.answer, year: boxes.year.answer };
  for (const part of ['day', 'month', 'year'] as const)
    if (boxes[part].fault !== undefined) return { answer, fault: boxes[part].fault, part };
  const [day, month, year] = [answer.day.trim(), answer.month.trim(), answer.year.trim()];
  if (day === '' && month === '' && year === '') return { answer, nothing: true };
  if (year === '') return { answer, fault: `${name} must include a year.`, part: 'year' };
  if (!/^\d{4}$/.test(year)) return { answer, fault: 'Year must include 4 numbers.', part: 'year' };
  if (month === '' && day === '') return { answer, given: year };
  if (month === '') return { answer, fault: `${name} must include a month.`, part: 'month' };
  const monthNumber = numberOfMonth(month);
  if (monthNumber === undefined)
    return { answer, fault: 'Month must be a number from 1 to 12, or a name.', part: 'month' };
  const yearAndMonth = `${year}-${String(monthNumber).padStart(2, '0')}`;
  if (day === '') return { answer, given: yearAndMonth };
  const given = /^\d{1,2}$/.test(day) ? `${yearAndMonth}-${day.padStart(2, '0')}` : '';
  return isRealDay(given)
    ? { answer, given }
    : { answer, fault: `${name} must be a real date.`, part: 'day' };
}

/** True for a full date that exists in the calendar. */
export function isRealDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)
  );
}

/** Boxes that would have given this date, for a page that shows a stored one. */
export function retypeDate(stored: unknown): TypedDate {
  const [year = '', month = '', day = ''] =
    typeof stored === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(stored) ? stored.split('-') : [];
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** Bounds of a date, as days; functions are asked each time, for bounds that move with today. */
export interface DateBounds {
  readonly earliest?: string | (() => string);
  readonly latest?: string | (() => string);
}

/** The sentence for a date outside its bounds. A month or year is outside only when all of it is. */
export function outOfBounds(date: string, bounds: DateBounds, name: string): string | undefined {
  const earliest = dayOf(bounds.earliest ?? '1900-01-01');
  const latest = dayOf(bounds.latest ?? '2100-12-31');
  if (date < earliest.slice(0, date.length)) return `${name} must be on or after ${written(earliest)}.`;
  if (date > latest.slice(0, date.length)) return `${name} must be on or before ${written(latest)}.`;
  return undefined;
}

function dayOf(bound: string | (() => string)): string {
  return typeof bound === 'string' ? bound : bound();
}

function numberOfMonth(typed: string): number | undefined {
  if (/^\d{1,2}$/.test(typed)) return Number(typed) >= 1 && Number(typed) <= 12 ? Number(typed) : undefined;
  const letters = typed.toLowerCase().replace(/\.$/, '');
  if (letters.length < 3) return undefined;
  const index = MONTHS.findIndex(
    (month) =>
      month === letters || month.slice(0, 3) === letters || (letters === 'sept' && month === 'september'),
  );
  return index < 0 ? undefined : index + 1;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
