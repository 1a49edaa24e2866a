import canonicalize from 'canonicalize';

/** What canonical JSON can carry: JSON values, nothing else. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one text form of a JSON value (RFC 8785, JSON Canonicalization Scheme), so that equal values always hash alike.
 * @throws TypeError when the value is not JSON (undefined, NaN, Infinity).
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form.');
  return text;
}
