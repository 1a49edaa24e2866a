import { day } from '../words.js';
import type { TypedAnswer, Choice, TypedDate } from './field.js';
import type { DrawnField, Fields, Form, ValuesOf } from './form.js';
import { UploadedFile } from './kinds/files.js';
import { NOT_SURE } from './kinds/partial-date.js';

/** One line of a "check your answers" page. */
export interface SummaryRow {
  readonly key: string;
  readonly values: readonly string[];
  /** Where it can be changed. */
  readonly change?: string;
}

/**
 * Every visible answer in words, as it will be stored; an answer left out is an empty list, which the page shows as
 * "Not provided". Passphrases are never told.
 */
export function summaryRows<F extends Fields>(
  form: Form<F>,
  values: Partial<ValuesOf<F>>,
  changeAt?: (name: string) => string,
): readonly SummaryRow[] {
  const stored: Readonly<Record<string, unknown>> = values;
  return form.drawn
    .filter((field) => field.kind !== 'hidden' && field.kind !== 'passphrase')
    .map((field) => ({
      key: field.wording.label,
      values: inWords(field, stored[field.name]),
      ...(changeAt && { change: changeAt(field.name) }),
    }));
}

/** A typed answer in words, for showing it beside another. */
export function answerInWords(answer: TypedAnswer, field: DrawnField): string {
  if (typeof answer === 'object' && 'year' in answer) return dateInWords(answer, field);
  const list = typeof answer === 'string' ? [answer] : answer;
  const words = list.filter((one) => one !== '').map((one) => labelOf(one, field));
  return words.length === 0 ? 'Not provided' : words.join(', ');
}

/** True when two answers were typed alike; blanks around them do not count. */
export function sameAnswer(one: TypedAnswer, other: TypedAnswer | undefined): boolean {
  return flat(one) === flat(other ?? '');
}

function inWords(field: DrawnField, value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => inWords(field, one));
  if (value instanceof UploadedFile) return [value.name];
  if (typeof value === 'boolean') return [labelOf(value ? 'yes' : 'no', field)];
  if (typeof value === 'number') return [`${field.look.prefix ?? ''}${value.toLocaleString('en-GB')}`];
  if (typeof value !== 'string') return [];
  if (value === NOT_SURE && field.look.notSure !== undefined) return [field.look.notSure];
  return [field.kind.endsWith('date') ? day(value) : labelOf(value, field)];
}

function labelOf(value: string, field: DrawnField): string {
  const choices: readonly Choice[] = field.look.choices ?? [];
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

function dateInWords(typed: TypedDate, field: DrawnField): string {
  if (typed.unsure === true) return field.look.notSure ?? 'Not sure';
  const given = [typed.day, typed.month, typed.year].filter((part) => part !== '').join(' ');
  return given === '' ? 'Not provided' : given;
}

function flat(answer: TypedAnswer): string {
  if (typeof answer === 'object' && 'year' in answer)
    return [answer.day, answer.month, answer.year, answer.unsure === true].join('|');
  return typeof answer === 'string' ? answer.trim().replace(/\r\n?/g, '\n') : [...answer].sort().join('|');
}
