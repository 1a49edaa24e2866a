import type { z } from 'zod';
import type { Field, FieldLook, Wording } from '../field.js';
import { readText, retypeText } from '../sent/read-sent.js';
import { plainText } from '../sent/plain-text.js';
import { called, missing } from '../sentences.js';

/** A typed code: which characters it has, and how many. */
export interface CodeOptions extends Wording, Pick<FieldLook, 'autocomplete'> {
  readonly optional?: false;
  /** `crockford`: letters and digits without I, L, O and U; people may type O for 0, and I or L for 1. */
  readonly alphabet: 'digits' | 'crockford' | 'letters and digits';
  readonly length?: number;
}

/** A code copied from somewhere: spaces, hyphens and case do not matter, and the value has none of them. */
export function code(options: CodeOptions): Field<z.ZodString> {
  const alphabet = ALPHABETS[options.alphabet];
  const fault = `Check ${options.called === undefined ? 'the code' : called(options)}: it has ${
    options.length === undefined ? 'only' : options.length
  } ${alphabet.words}, like ${alphabet.example(options.length ?? 6)}`;
  const schema = plainText({
    called: called(options),
    missing: missing(options, 'Enter'),
    max: 200,
    oneLine: true,
    check: (written) => {
      const characters = tidy(written, alphabet);
      const fits = options.length === undefined || characters.length === options.length;
      return fits && alphabet.shape.test(characters) ? undefined : fault;
    },
  }).overwrite((written) => tidy(written, alphabet));
  return {
    kind: 'text',
    wording: options,
    look: {
      spellcheck: false,
      autocomplete: options.autocomplete ?? 'off',
      width: (options.length ?? 20) > 8 ? 20 : 10,
      ...(options.alphabet === 'digits' && { inputMode: 'numeric' }),
    },
    schema,
    read: readText,
    retype: retypeText,
  };
}

interface Alphabet {
  readonly words: string;
  readonly shape: RegExp;
  readonly forgive?: readonly (readonly [RegExp, string])[];
  example(length: number): string;
}

const ALPHABETS: Record<CodeOptions['alphabet'], Alphabet> = {
  digits: { words: 'digits', shape: /^[0-9]+$/, example: (length) => '123456789012'.slice(0, length) },
  crockford: {
    words: 'letters and digits',
    shape: /^[0-9A-HJKMNP-TV-Z]+$/,
    forgive: [
      [/O/g, '0'],
      [/[IL]/g, '1'],
    ],
    example: (length) => 'AB12 CD34 EF56 GH78'.slice(0, length + Math.floor((length - 1) / 4)),
  },
  'letters and digits': {
    words: 'letters and digits',
    shape: /^[0-9A-Z]+$/,
    example: (length) => 'AB12CD34'.slice(0, length),
  },
};

function tidy(written: string, alphabet: Alphabet): string {
  const bare = written.replace(/[\s\-\u2010-\u2015]+/gu, '').toUpperCase();
  return (alphabet.forgive ?? []).reduce((tidied, [from, to]) => tidied.replace(from, to), bare);
}
