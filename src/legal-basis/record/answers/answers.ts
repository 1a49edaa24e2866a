import { z } from 'zod';
import { NOT_KNOWN } from './not-known.js';

/** One entry of a vocabulary: the code that is stored and the words that people read. */
export interface Term<C extends string = string> {
  readonly code: C;
  readonly label: string;
}

/** A code of a vocabulary, or "not known", or no answer; the published schema carries the words for each code. */
export function oneOf<C extends string>(terms: readonly Term<C>[], meaning: string) {
  return z
    .enum([...codesOf(terms), NOT_KNOWN])
    .nullish()
    .meta({ description: meaning, 'x-labels': labelsOf(terms) });
}

/** Any number of codes of a vocabulary, "not known" among them. */
export function manyOf<C extends string>(terms: readonly Term<C>[], meaning: string) {
  return z
    .array(z.enum([...codesOf(terms), NOT_KNOWN]))
    .nullish()
    .meta({ description: meaning, 'x-labels': labelsOf(terms) });
}

/** The fields in which people answer in words; `mayRepeat` where the same words may well answer another question too. */
export const answersInWords = z.registry<{ mayRepeat: boolean }>();

/** An explanation in words. A copy of another answer explains nothing. */
export function statement(meaning: string) {
  return z.string().nullish().describe(meaning).register(answersInWords, { mayRepeat: false });
}

/** A law, a reference, a route or a period in words: what may well stand in two places. */
export function citation(meaning: string) {
  return z.string().nullish().describe(meaning).register(answersInWords, { mayRepeat: true });
}

/** A name, a mark or somebody's own words: text that no rule takes for an answer. */
export function unjudgedText(meaning: string) {
  return z.string().nullish().describe(meaning);
}

/** Yes, no, or no answer. */
export function yesOrNo(meaning: string) {
  return z.boolean().nullish().describe(meaning);
}

/** A calendar day from 1900 to 2199 as a record holds it, `YYYY-MM-DD`. */
export const calendarDaySchema = z.iso.date().regex(/^(?:19|20|21)/);

/** A calendar day, or no answer. */
export function calendarDay(meaning: string) {
  return calendarDaySchema.nullish().describe(meaning);
}

/** A whole number that is not negative. */
export function count(meaning: string) {
  return z.int().min(0).nullish().describe(meaning);
}

/** The identifier of another record. */
export function reference(meaning: string) {
  return z.string().nullish().describe(meaning);
}

/** Identifiers of other records. */
export function references(meaning: string) {
  return z.array(z.string()).nullish().describe(meaning);
}

function codesOf<C extends string>(terms: readonly Term<C>[]): C[] {
  return terms.map((term) => term.code);
}

/** The words for each code, as the published structure carries them. */
export function labelsOf(terms: readonly Term[]): Readonly<Record<string, string>> {
  return Object.fromEntries(terms.map(({ code, label }) => [code, label]));
}
