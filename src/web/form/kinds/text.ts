import type { z } from 'zod';
import type { Field, FieldLook, Wording } from '../field.js';
import { readText, retypeText } from '../sent/read-sent.js';
import { plainText } from '../sent/plain-text.js';
import { called, missing } from '../sentences.js';
import { type Maybe, maybe, type Optionally } from './maybe.js';

/** A text field: how long it may be, and anything else it must satisfy. */
export interface TextOptions
  extends Wording, Pick<FieldLook, 'autocomplete' | 'width' | 'spellcheck' | 'rows'> {
  /** Most characters. One line: 200 unless said; several lines: 10,000 unless said. */
  readonly max?: number;
  /** Why it cannot be taken, beyond its length; undefined where it can. */
  readonly check?: (text: string, asked: Wording) => string | undefined;
}

/** One line of text, stored as typed. */
export function text<const Left extends boolean = false>(
  options: TextOptions & Optionally<Left>,
): Field<Maybe<Left, z.ZodString>> {
  return typed('text', options, { oneLine: true, max: options.max ?? 200 });
}

/** Several lines of text, stored as typed; the limit is told as a fixed hint and checked by the server. */
export function longText<const Left extends boolean = false>(
  options: TextOptions & Optionally<Left>,
): Field<Maybe<Left, z.ZodString>> {
  const max = options.max ?? 10_000;
  const limit = `You can enter up to ${max.toLocaleString('en-GB')} characters.`;
  const hint = options.hint === undefined ? limit : `${options.hint} ${limit}`;
  return typed('long-text', { ...options, hint }, { oneLine: false, max });
}

function typed<Left extends boolean>(
  kind: 'text' | 'long-text',
  options: TextOptions & Optionally<Left>,
  rule: { oneLine: boolean; max: number },
): Field<Maybe<Left, z.ZodString>> {
  const schema = plainText({
    called: called(options),
    missing: missing(options, 'Enter'),
    check: (text) => options.check?.(text, options),
    ...rule,
  });
  const { autocomplete, width, spellcheck, rows } = options;
  return {
    kind,
    wording: options,
    look: {
      ...(autocomplete !== undefined && { autocomplete }),
      ...(width !== undefined && { width }),
      ...(spellcheck !== undefined && { spellcheck }),
      rows: rows ?? 8,
    },
    schema: maybe(options, schema),
    read: readText,
    retype: retypeText,
  };
}
