import { z } from 'zod';
import type { Field, FieldReading, Sent, Wording } from '../field.js';
import { readTicks } from '../sent/read-sent.js';
import { called, missing } from '../sentences.js';
import { type DateBounds, isRealDay, outOfBounds, readDate, retypeDate } from '../sent/typed-date.js';
import { type Maybe, maybe, type Optionally } from './maybe.js';

/** A date of which a year is enough; 1900 to 2100 unless said. */
export interface PartialDateOptions extends Wording, DateBounds {
  /** The words beside the tick box for someone who cannot say; `false` when a year at least is needed. */
  readonly notSure?: string | false;
}

/** The value when a person ticks that they cannot say. */
export const NOT_SURE = 'not-sure';

/** The date as a record keeps it: null when the person cannot say. */
export function knownDate(given: string): string | null {
  return given === NOT_SURE ? null : given;
}

/**
 * As much of a date as is known: `2018`, `2018-09`, `2018-09-14`, or `not-sure`. The precision is the length,
 * and nothing is ever filled in.
 */
export function partialDate<const Left extends boolean = false>(
  options: PartialDateOptions & Optionally<Left>,
): Field<Maybe<Left, z.ZodString>> {
  const notSure = options.notSure ?? 'I am not sure';
  const name = called(options);
  return {
    kind: 'partial-date',
    wording: { hint: 'A year is enough. For example, 9 2018', ...options },
    look: notSure === false ? {} : { notSure },
    schema: maybe(options, partialSchema(options, name)),
    read: (sent) => hearPartial(sent, options, name),
    retype: (stored) => ({ ...retypeDate(stored), unsure: stored === NOT_SURE }),
  };
}

function hearPartial(sent: Sent, options: PartialDateOptions, name: string): FieldReading {
  const read = readDate(sent, name);
  const ticked = readTicks(() => sent('unsure')).answer.length > 0 && options.notSure !== false;
  const answer = { ...read.answer, unsure: ticked };
  if (!ticked) return 'given' in read ? { answer, value: read.given } : { ...read, answer };
  if ('nothing' in read) return { answer, value: NOT_SURE };
  return { answer, fault: 'Enter a date, or say that you are not sure, but not both.', part: 'day' };
}

function partialSchema(options: PartialDateOptions, name: string): z.ZodString {
  const unreal = `${name} must be a year, a month or a day, like 2018, 2018-09 or 2018-09-14.`;
  return z
    .string({ error: (issue) => (issue.input === undefined ? missing(options, 'Enter') : unreal) })
    .check((checked) => {
      const message = faultOf(checked.value);
      if (message !== undefined) checked.issues.push({ code: 'custom', input: checked.value, message });
    })
    .meta({ examples: ['2018', '2018-09', '2018-09-14', ...(options.notSure === false ? [] : [NOT_SURE])] });

  function faultOf(given: string): string | undefined {
    if (given === NOT_SURE && options.notSure !== false) return undefined;
    return isRealDay(given + '-01-01'.slice(given.length === 4 ? 0 : given.length === 7 ? 3 : 6))
      ? outOfBounds(given, options, name)
      : unreal;
  }
}
