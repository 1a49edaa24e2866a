import type { z } from 'zod';
import type { Field, Wording } from '../field.js';
import { readText, retypeText } from '../sent/read-sent.js';
import { plainText } from '../sent/plain-text.js';
import { called, missing } from '../sentences.js';
import { type Maybe, maybe, type Optionally } from './maybe.js';

/** An e-mail address; `autocomplete` only when it is the person's own. */
export interface EmailOptions extends Wording {
  readonly autocomplete?: 'email' | 'username' | 'off';
}

/** An e-mail address, without the blanks around it; up to 254 characters (RFC 5321 §4.5.3.1.3). */
export function email<const Left extends boolean = false>(
  options: EmailOptions & Optionally<Left>,
): Field<Maybe<Left, z.ZodString>> {
  const schema = plainText({
    called: called(options),
    missing: missing(options, 'Enter'),
    max: 254,
    oneLine: true,
    check: (address) => (SHAPE.test(address) ? undefined : FAULT),
  }).meta({ format: 'email' });
  return {
    kind: 'text',
    wording: options,
    look: {
      inputType: 'email',
      spellcheck: false,
      ...(options.autocomplete !== undefined && { autocomplete: options.autocomplete }),
    },
    schema: maybe(options, schema),
    read: (sent) => {
      const heard = readText(sent);
      return typeof heard.value === 'string' ? { ...heard, value: heard.value.trim() } : heard;
    },
    retype: retypeText,
  };
}

const SHAPE = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\".]+(\.[^\s@,;:<>()[\]\\".]+)+$/u;
const FAULT = 'Enter an email address in the correct format, like name@example.com';
