import { visitTexts } from './visit-texts.js';
import type { PublishedContent } from './published-content.js';

/** Words that name or identify somebody and are not to be published, and the reason that readers see instead. */
export interface Withholding {
  readonly phrases: readonly string[];
  readonly because: string;
}

/** What stands where words were withheld. */
const WITHHELD = '[withheld]';

/**
 * Withholds the phrases wherever a person wrote them, whatever their case, and says in the result in how many places.
 * Nothing else about a text is ever changed.
 */
export function withhold(content: PublishedContent, withholding: Withholding | null): PublishedContent {
  if (withholding === null || withholding.phrases.length === 0) return content;
  const pattern = new RegExp(longestFirst(withholding.phrases).map(escaped).join('|'), 'giu');
  let places = 0;
  const changed = visitTexts(content, (text) =>
    text.replace(pattern, () => {
      places += 1;
      return WITHHELD;
    }),
  );
  return { ...changed, withheld: { places, because: withholding.because } };
}

function longestFirst(phrases: readonly string[]): string[] {
  return phrases.toSorted((one, other) => other.length - one.length);
}

function escaped(phrase: string): string {
  return phrase
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
    .replace(/\s+/gu, '\\s+');
}
