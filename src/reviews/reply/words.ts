/** The most words one point of reply may have. */
export const MOST_WORDS = 300;

/** How many words a text has: what stands between blanks, as PostgreSQL counts them too. */
export function wordsIn(text: string): number {
  return text.match(/[^\s\u0085]+/gu)?.length ?? 0;
}
