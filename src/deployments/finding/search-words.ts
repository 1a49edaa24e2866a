const MOST_WORDS = 8;

/**
 * The words of a search as patterns for LIKE, each of which must be found: in lower case, with nothing in them that
 * LIKE would read as more than itself. Null when nothing is searched for.
 */
export function searchWords(typed: string | undefined): string[] | null {
  const words = (typed ?? '').replaceAll('\0', '').toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return null;
  return words.slice(0, MOST_WORDS).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
