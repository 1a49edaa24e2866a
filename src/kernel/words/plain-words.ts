/** Characters that take no room on paper: format and control characters, fillers, and blanks that look like letters. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Mn}\p{Me}\u115F\u1160\u2800\u3164\uFFA0]/gu;
/** What most texts are made of, in which nothing is hidden and nothing looks like another letter. */
const PLAIN = /^[ -~]*$/;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/**
 * The words of a text as a reader sees them: lower case, one spelling for letters that look the same by compatibility,
 * without accents, invisible characters and punctuation.
 */
export function plainWords(text: string): string[] {
  const visible = PLAIN.test(text)
    ? text
    : text
        .replace(/[\n\r\t\v\f]/g, ' ')
        .normalize('NFKD')
        .replace(INVISIBLE, '');
  return visible
    .toLowerCase()
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}
