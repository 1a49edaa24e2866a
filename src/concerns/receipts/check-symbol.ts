import { symbolOf, valuesOf } from './crockford.js';

const FIELD_POLYNOMIAL = 0b100101;
const FIELD_SIZE = 32;

/**
 * A symbol computed from the others over the field of 32 elements, each weighted by its place, so that every single
 * wrong symbol and every swap of two neighbours is noticed.
 */
export function checkSymbol(symbols: string): string {
  const values = valuesOf(symbols) ?? [];
  let weight = 1;
  let sum = 0;
  for (const value of values.toReversed()) {
    weight = times(weight, 2);
    sum ^= times(weight, value);
  }
  return symbolOf(sum);
}

function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 1, shifted = one; bit < FIELD_SIZE; bit <<= 1) {
    if ((other & bit) !== 0) product ^= shifted;
    shifted <<= 1;
    if (shifted >= FIELD_SIZE) shifted ^= FIELD_POLYNOMIAL;
  }
  return product;
}
