import { z } from 'zod';
import { numberInWords as grouped } from '../../words.js';
import type { Field, FieldLook, Sent, Wording } from '../field.js';
import { readText, retypeText } from '../sent/read-sent.js';
import { called, missing } from '../sentences.js';
import { type Maybe, maybe, type Optionally } from './maybe.js';

/** A number: its bounds and how many decimals it may have. */
export interface NumberOptions extends Wording, Pick<FieldLook, 'prefix' | 'suffix' | 'width'> {
  /** 0 unless said. */
  readonly min?: number;
  /** A thousand million unless said. */
  readonly max?: number;
  /** 0 unless said: a whole number. */
  readonly decimals?: number;
}

/** A number as people write it: "1,204" and " 12 " are understood, "1e3" and "about 5" are not. */
export function number<const Left extends boolean = false>(
  options: NumberOptions & Optionally<Left>,
): Field<Maybe<Left, z.ZodNumber>> {
  const name = called(options);
  const { prefix, suffix, width = 5, decimals = 0 } = options;
  const kind = decimals === 0 ? 'a whole number, like 12' : `a number, like ${(12.5).toFixed(decimals)}`;
  return {
    kind: 'text',
    wording: options,
    look: {
      inputMode: decimals === 0 ? 'numeric' : 'decimal',
      spellcheck: false,
      width,
      ...(prefix !== undefined && { prefix }),
      ...(suffix !== undefined && { suffix }),
    },
    schema: maybe(options, numberSchema(options, name, kind)),
    read: (sent) => hearNumber(sent, `${name} must be ${kind}.`, prefix),
    retype: retypeText,
  };
}

function numberSchema(options: NumberOptions, name: string, kind: string): z.ZodNumber {
  const { min = 0, max = 1_000_000_000, decimals = 0 } = options;
  const error = (issue: { input?: unknown }): string =>
    issue.input === undefined ? missing(options, 'Enter') : `${name} must be ${kind}.`;
  const bounded = z
    .number({ error })
    .min(min, `${name} must be ${grouped(min)} or more.`)
    .max(max, `${name} must be ${grouped(max)} or less.`);
  return decimals === 0
    ? bounded.int(`${name} must be ${kind}.`)
    : bounded.refine((value) => Number(value.toFixed(decimals)) === value, `${name} must be ${kind}.`);
}

function hearNumber(sent: Sent, fault: string, prefix = ''): ReturnType<Field['read']> {
  const heard = readText(sent);
  if (typeof heard.value !== 'string') return heard;
  const digits = heard.value.trim().replace(prefix, '').trim().replace('\u2212', '-');
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(digits)) return { answer: heard.answer, fault };
  return { answer: heard.answer, value: Number(digits.replaceAll(',', '')) };
}
