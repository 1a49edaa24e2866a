import { z } from 'zod';
import { wordsOf } from '../../../kernel/words/words-of.js';
import type { Choice, Field, FieldLook, Wording } from '../field.js';
import { readText, readTicks, retypeText } from '../sent/read-sent.js';
import { missing } from '../sentences.js';
import { type Maybe, maybe, type Optionally } from './maybe.js';

/** The answers to choose from; `offered` when they are only known as the page is shown (see `Form.offering`). */
export interface ChoiceOptions<Value extends string> extends Wording, Pick<FieldLook, 'autocomplete'> {
  readonly choices: readonly Choice<Value>[] | 'offered';
}

type One<Value extends string> = z.ZodType<Value>;
/** One answer out of a few, all in sight. */
export function radios<const Value extends string, const Left extends boolean = false>(
  options: ChoiceOptions<Value> & Optionally<Left>,
): Field<Maybe<Left, One<Value>>> {
  return oneOf('radios', options);
}

/** One answer out of many, in a list that opens. */
export function dropDown<const Value extends string, const Left extends boolean = false>(
  options: ChoiceOptions<Value> & Optionally<Left>,
): Field<Maybe<Left, One<Value>>> {
  return oneOf('select', options);
}

/** Any number of answers, always a list: at least one, unless the field is optional. */
export function checkboxes<const Value extends string>(
  options: ChoiceOptions<Value>,
): Field<z.ZodType<readonly Value[]>> {
  const list = z
    .array(choiceSchema(options), { error: missing(options, 'Select') })
    .check((checked) => {
      const message = faultOf(checked.value, options);
      if (message !== undefined) checked.issues.push({ code: 'custom', input: checked.value, message });
    })
    .meta({ uniqueItems: true });
  return {
    kind: 'checkboxes',
    wording: options,
    look: { choices: listed(options) },
    schema: options.optional === true ? list.default([]) : list,
    read: readTicks,
    retype: (value) => (Array.isArray(value) ? value.map(String) : []),
    offer: (choices) => checkboxes({ ...options, choices: choices as readonly Choice<Value>[] }),
  };
}

/** The words of a vocabulary as answers to choose from, each by its label, in the order of the labels. */
export function choicesOf<const Word extends string>(labels: Readonly<Record<Word, string>>): Choice<Word>[] {
  return wordsOf(labels).map((value) => ({ value, label: labels[value] }));
}

function oneOf<Value extends string, Left extends boolean>(
  kind: 'radios' | 'select',
  options: ChoiceOptions<Value> & Optionally<Left>,
): Field<Maybe<Left, One<Value>>> {
  return {
    kind,
    wording: options,
    look: {
      choices: listed(options),
      ...(options.autocomplete !== undefined && { autocomplete: options.autocomplete }),
    },
    schema: maybe(options, choiceSchema(options)),
    read: readText,
    retype: retypeText,
    offer: (choices) => oneOf(kind, { ...options, choices: choices as readonly Choice<Value>[] }),
  };
}

function choiceSchema<Value extends string>(options: ChoiceOptions<Value>): One<Value> {
  const error = (issue: { input?: unknown }): string =>
    issue.input === undefined || issue.input === '' ? missing(options, 'Select') : UNKNOWN;
  const offered = listed(options).map((choice) => choice.value);
  if (options.choices === 'offered') return openChoice(error) as One<Value>;
  return z.enum(offered as [Value, ...Value[]], { error });
}

/** Any short text until the choices are known; the service says whether it names something. */
function openChoice(error: (issue: { input?: unknown }) => string): z.ZodType<string> {
  return z.string({ error }).min(1, { error }).max(200, UNKNOWN);
}

function listed<Value extends string>(options: ChoiceOptions<Value>): readonly Choice<Value>[] {
  return options.choices === 'offered' ? [] : options.choices;
}

function faultOf(ticked: readonly string[], options: ChoiceOptions<string>): string | undefined {
  if (ticked.length === 0 && options.optional !== true) return missing(options, 'Select');
  const alone = listed(options).find((choice) => choice.alone === true && ticked.includes(choice.value));
  return alone && ticked.length > 1 ? `Select “${alone.label}” on its own, or take it away.` : undefined;
}

const UNKNOWN = 'Select one of the answers that are offered.';
