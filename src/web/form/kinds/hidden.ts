import { z } from 'zod';
import { type Uuid, isId, newTimelessId } from '../../../kernel/identifiers.js';
import type { Field } from '../field.js';
import { readText, retypeText } from '../sent/read-sent.js';

/**
 * The version of the record that the page showed. The service compares it with the stored one, so that nobody
 * overwrites what somebody else saved in between.
 */
export function version(): Field<z.ZodNumber> {
  const lost = 'This page has lost its place. Open the record again and make your change there.';
  return {
    kind: 'hidden',
    wording: { label: 'Version' },
    look: {},
    schema: z
      .number({ error: UNREAD })
      .int(UNREAD)
      .min(0, UNREAD)
      .meta({ description: 'The revision of the record that the change was made to' }),
    read: (sent) => {
      const heard = readText(sent);
      return typeof heard.value === 'string' && /^\d{1,9}$/.test(heard.value)
        ? { answer: heard.answer, value: Number(heard.value) }
        : { answer: heard.answer, fault: lost };
    },
    retype: retypeText,
  };
}

const UNREAD = 'Give the revision of the record as you read it, a whole number.';

/**
 * A random token that stands for one showing of the page: the same sent twice is one act, and other words under it are
 * refused (`addingOnce`); the page that says so carries a new one. Where the token becomes the id of
 * a record that is listed in the order of its making, it is made by `newId`.
 */
export function once(made: () => Uuid = newTimelessId): Field<z.ZodType<Uuid, Uuid | undefined>> {
  const lost = 'This page has lost its place. Check your answers and send them again.';
  return {
    kind: 'hidden',
    wording: { label: 'Once' },
    look: {},
    schema: z
      .uuid({ error: lost })
      .optional()
      .transform((token) => token ?? made())
      .meta({ description: 'A random UUID of the sender; sent twice, it is the same act' }),
    read: (sent) => {
      const heard = readText(sent);
      return isId(heard.answer) ? { answer: heard.answer, value: heard.answer } : { answer: made() };
    },
    retype: (value) => (isId(value) ? value : made()),
  };
}
