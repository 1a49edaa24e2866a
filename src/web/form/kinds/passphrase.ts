import type { z } from 'zod';
import type { Field, Wording } from '../field.js';
import { readText } from '../sent/read-sent.js';
import { plainText } from '../sent/plain-text.js';
import { called, missing } from '../sentences.js';

/** A passphrase; which one it is tells a password manager what to do. */
export interface PassphraseOptions extends Wording {
  readonly optional?: false;
  readonly autocomplete: 'current-password' | 'new-password';
  /** Sentence for a new passphrase that will not do. */
  readonly check?: (passphrase: string) => string | undefined;
}

/** A passphrase of up to 500 characters; it is never shown again, not even after a mistake elsewhere on the page. */
export function passphrase(options: PassphraseOptions): Field<z.ZodString> {
  return {
    kind: 'passphrase',
    wording: options,
    look: { autocomplete: options.autocomplete },
    schema: plainText({
      called: called(options),
      missing: missing(options, 'Enter'),
      max: 500,
      oneLine: true,
      check: options.check,
    }),
    read: (sent) => ({ ...readText(sent), answer: '' }),
    retype: () => '',
  };
}
