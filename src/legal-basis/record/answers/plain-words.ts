/** Characters that take no room on paper: format and control characters, fillers, and blanks that look like letters. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Mn}\p{Me}\u115F\u1160\u2800\u3164\uFFA0]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/**
 * The words of a text as a reader sees them: lower case, one spelling for letters that look the same by compatibility,
 * without accents, invisible characters and punctuation.
 */
export function plainWords(text: string): string[] {
  return text
    .replace(/[\n\r\t\v\f]/g, ' ')
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}
