import type { z } from 'zod';

/** Three boxes of a date as they were filled in, and whether "I am not sure" was ticked. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly unsure?: boolean;
}

/** Exactly what a person typed or ticked, kept so that the page can show it again. */
export type TypedAnswer = string | readonly string[] | TypedDate;

/** Which macro draws the field; what is drawn by its page has none. */
export type Kind =
  | 'text'
  | 'long-text'
  | 'radios'
  | 'checkboxes'
  | 'select'
  | 'date'
  | 'partial-date'
  | 'passphrase'
  | 'hidden'
  | 'files'
  | 'drawn-by-page';

/** What can be said of any field. */
export interface Wording {
  /** The question, or the name of what is asked for. */
  readonly label: string;
  readonly hint?: string;
  /** How sentences name the answer: "The date of the review must be…". From the label when it is not a question. */
  readonly called?: string;
  /** The sentence for no answer at all. */
  readonly missing?: string;
  /** The answer may be left out; the page then says "(optional)". */
  readonly optional?: boolean;
}

/** One of the answers offered by radios, checkboxes or a select. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  /** The access key with which it is chosen, on pages that are used again and again. */
  readonly key?: string;
  /** Only for checkboxes: cannot be ticked together with others ("None of these"). */
  readonly alone?: boolean;
}

/** How the field looks, for its macro. */
export interface FieldLook {
  readonly choices?: readonly Choice[];
  /** Short choices stand beside each other. */
  readonly inline?: boolean;
  readonly autocomplete?: string;
  readonly inputMode?: string;
  readonly inputType?: string;
  readonly spellcheck?: boolean;
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20;
  readonly rows?: number;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly notSure?: string;
  readonly multiple?: boolean;
  readonly accept?: string;
}

/** Reads what was sent under the field's name, or under `name-part`. */
export type Sent = (part?: string) => unknown;

/** What was typed, and either the value it stands for or the sentence that says why it stands for none. */
export interface FieldReading {
  readonly answer: TypedAnswer;
  readonly value?: unknown;
  readonly fault?: string;
  /** The box the sentence is about, when the field has several. */
  readonly part?: string;
}

/**
 * One field of a form. The schema is the whole rule about the value, shared by the page and the API; `hear`
 * turns what a browser sends into a value for that schema, and `retype` turns a stored value into what a person
 * would have typed.
 */
export interface Field<Schema extends z.ZodType = z.ZodType> {
  readonly kind: Kind;
  readonly wording: Wording;
  readonly look: FieldLook;
  readonly schema: Schema;
  read(sent: Sent): FieldReading;
  retype(value: unknown): TypedAnswer;
  /** The same field with other choices; only for fields whose choices are known when the page is shown. */
  offer?(choices: readonly Choice[]): Field<Schema>;
}
