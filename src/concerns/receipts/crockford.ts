const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

/** Bytes as symbols of Crockford's base 32, which has no I, L, O or U. The bits must fill the symbols. */
export function toSymbols(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (bits.length % BITS !== 0) throw new RangeError('Only whole symbols can be written.');
  return (bits.match(/.{5}/g) ?? []).map((group) => symbolOf(parseInt(group, 2))).join('');
}

/** The numbers, 0 to 31, that the symbols stand for; undefined when one is no symbol. */
export function valuesOf(symbols: string): readonly number[] | undefined {
  const values = Array.from(symbols, (symbol) => ALPHABET.indexOf(symbol));
  return values.includes(-1) ? undefined : values;
}

/** The symbol of a number from 0 to 31. */
export function symbolOf(value: number): string {
  return ALPHABET.charAt(value);
}

/** What a person typed, without what does not matter: spaces, hyphens and case; O counts as 0, and I and L as 1. */
export function tidied(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Dash}.]+/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** The symbols in groups of four, so that they can be read aloud and copied by hand. */
export function inGroups(symbols: string, size = 4): string {
  const whole = Math.max(1, Math.floor(symbols.length / size));
  const groups = Array.from({ length: whole }, (_, at) =>
    symbols.slice(at * size, at === whole - 1 ? undefined : (at + 1) * size),
  );
  return groups.join('-');
}
