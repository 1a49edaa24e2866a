/** A text reduced to its words, so that copies are recognised whatever their spacing, case or punctuation. */
export function sameWords(text: string | null | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The number of characters that say something: white space at the ends and in runs does not count. */
export function lengthOf(text: string | null | undefined): number {
  return (text ?? '').trim().replace(/\s+/g, ' ').length;
}
