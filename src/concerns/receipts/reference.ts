import { inGroups, tidied, toSymbols, valuesOf } from './crockford.js';

/** The random bytes of a reference: 40 bits. */
export const REFERENCE_BYTES = 5;

const PREFIX = 'CND';
const SYMBOLS = 8;

/** A public reference such as `CND-7K2M-XQ4T`: it names a concern in letters and calls, and opens nothing. */
export function referenceOf(bytes: Buffer): string {
  return `${PREFIX}-${inGroups(toSymbols(bytes))}`;
}

/** The reference a person typed, however it is spaced and with or without its prefix; null when it cannot be one. */
export function referenceFrom(typed: string): string | null {
  const tidy = tidied(typed).replace(new RegExp(`^${PREFIX}`), '');
  return tidy.length === SYMBOLS && valuesOf(tidy) ? `${PREFIX}-${inGroups(tidy)}` : null;
}
