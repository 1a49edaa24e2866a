import { countInWords } from '../../deployments/entries/rounded-count.js';
import { numberInWords, uncapitalised } from '../../web/words.js';

/** How a count reads: as it was said to whoever may know it, "about 5 or fewer" or "about 105" to everyone else. */
export function countForReader(said: number | null, published: number | null): string | null {
  if (said !== null) return numberInWords(said);
  return published === null ? null : uncapitalised(countInWords(published));
}
