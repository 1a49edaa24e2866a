import { z } from 'zod';
import type { Field, Wording } from '../field.js';
import { called, missing } from '../sentences.js';
import { type DateBounds, isRealDay, outOfBounds, readDate, retypeDate } from '../sent/typed-date.js';
import { type Maybe, maybe, type Optionally } from './maybe.js';

/** A full date and its bounds; 1900 to 2100 unless said. */
export interface DateOptions extends Wording, DateBounds {
  /** Only for a date of the person's own life, such as a birthday. */
  readonly autocomplete?: 'bday';
}

/** A full date in three boxes; the value is an ISO day such as `2026-11-22`. */
export function date<const Left extends boolean = false>(
  options: DateOptions & Optionally<Left>,
): Field<Maybe<Left, z.ZodString>> {
  const name = called(options);
  return {
    kind: 'date',
    wording: { hint: 'For example, 14 9 2018', ...options },
    look: options.autocomplete === undefined ? {} : { autocomplete: options.autocomplete },
    schema: maybe(options, daySchema(options, name)),
    read: (sent) => {
      const read = readDate(sent, name);
      if (!('given' in read)) return read;
      if (read.given.length === 10) return { answer: read.answer, value: read.given };
      const part = read.given.length === 4 ? 'month' : 'day';
      return { answer: read.answer, fault: `${name} must include a ${part}.`, part };
    },
    retype: retypeDate,
  };
}

function daySchema(options: DateOptions, name: string): z.ZodString {
  const unreal = `${name} must be a real date, like 2018-09-14.`;
  return z
    .string({ error: (issue) => (issue.input === undefined ? missing(options, 'Enter') : unreal) })
    .check((checked) => {
      const day = checked.value;
      const message = isRealDay(day) ? outOfBounds(day, options, name) : unreal;
      if (message !== undefined) checked.issues.push({ code: 'custom', input: day, message });
    })
    .meta({ format: 'date' });
}
