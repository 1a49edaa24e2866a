import { PartialDate } from '../kernel/days/partial-date.js';

/** A moment, or a day, month, season or year as its source gives it. */
export type WhenWritten = Date | PartialDate | string;

/**
 * A day in the GOV.UK style: "22 November 2026", "September 2018", "autumn 2018" or "2018", as precisely as it
 * was given. Anything that is not a date is returned unchanged, so that a page never hides what is stored.
 */
export function day(when: WhenWritten | null | undefined): string {
  if (when === null || when === undefined) return '';
  if (when instanceof Date) return parts(when, { day: 'numeric', month: 'long', year: 'numeric' });
  const written = String(when).replace(/T.*$/, '');
  return PartialDate.accepts(written) ? String(PartialDate.from(written)) : String(when);
}

/** "From 25 May 2018 to 31 December 2020", "Since 5 February 2026", "Until 24 May 2018"; nothing where neither day is given. */
export function stretch(from: string | null, to: string | null): string {
  if (from === null) return to === null ? '' : `Until ${day(to)}`;
  return to === null ? `Since ${day(from)}` : `From ${day(from)} to ${day(to)}`;
}

/** A time of day in London in the GOV.UK style: "3:05pm", "9am", "midday", "midnight". */
export function time(when: Date): string {
  const [hours = 0, minutes = 0] = parts(when, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .split(':')
    .map(Number);
  if (minutes === 0 && hours === 0) return 'midnight';
  if (minutes === 0 && hours === 12) return 'midday';
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `${hours % 12 === 0 ? 12 : hours % 12}${past}${hours < 12 ? 'am' : 'pm'}`;
}

/** "22 November 2026 at 3:05pm", London time. */
export function dayAndTime(when: Date): string {
  return `${day(when)} at ${time(when)}`;
}

/** "no files", "1 file", "2 files", "1,204 files"; give the plural where it is not formed with an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${numberInWords(count)} ${count === 1 ? one : many}`;
}

/** "a decision", "an endorsement": by the first letter, which decides for every thing that is recorded here. */
export function withArticle(thing: string): string {
  return `${/^[aeiou]/i.test(thing) ? 'an' : 'a'} ${thing}`;
}

/** The words with a capital letter at the beginning; whatever follows stays as it is. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The words with a small letter at the beginning; "NHS number" and "ODS code" stay as they are. */
export function uncapitalised(words: string): string {
  return /^.[A-Z]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** Words as a sentence of their own, with a capital letter and a stop at the end. */
export function asSentence(words: string): string {
  return `${capitalised(words)}${/[.!?…]$/.test(words) ? '' : '.'}`;
}

/** "a", "a and b", "a, b and c". */
export function sentenceList(items: readonly string[], joiner = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1) ?? ''}`;
}

/** Digits in groups of three: "1,204"; decimals stay as they are. */
export function numberInWords(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 20 });
}

function parts(when: Date, shape: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...shape }).format(when);
}
