import { z } from 'zod';
import type { Field, Wording } from '../field.js';
import { readText } from '../sent/read-sent.js';
import { missing } from '../sentences.js';
import { type Maybe, maybe, type Optionally } from './maybe.js';

/** A question answered yes or no; the labels may say what each means. */
export interface YesNoOptions extends Wording {
  readonly yes?: string;
  readonly no?: string;
}

/** Yes or no, with neither chosen beforehand: no consent is ever given by doing nothing. */
export function yesNo<const Left extends boolean = false>(
  options: YesNoOptions & Optionally<Left>,
): Field<Maybe<Left, z.ZodBoolean>> {
  const unknown = 'Select yes or no.';
  return {
    kind: 'radios',
    wording: options,
    look: {
      choices: [
        { value: 'yes', label: options.yes ?? 'Yes' },
        { value: 'no', label: options.no ?? 'No' },
      ],
    },
    schema: maybe(
      options,
      z.boolean({ error: (issue) => (issue.input === undefined ? missing(options, 'Select') : unknown) }),
    ),
    read: (sent) => {
      const heard = readText(sent);
      if (heard.fault !== undefined || heard.value === undefined) return heard;
      if (heard.value !== 'yes' && heard.value !== 'no') return { answer: heard.answer, fault: unknown };
      return { answer: heard.answer, value: heard.value === 'yes' };
    },
    retype: (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''),
  };
}
