import { numberInWords } from '../../web/words.js';

const FEW = 7;
const STEP = 5;

/**
 * A count of people or of what happened to them, as it may be kept of one scheme: 0, 5 for any number from 1 to 7, and else
 * the nearest five. It is rounded before it is kept, so that no exact number is there to leak. The rule is that of NHS
 * hospital statistics since September 2018 (domain: complaints, guidelines and access, §4.9).
 */
export function roundedCount(count: number): number {
  if (count === 0) return 0;
  return count <= FEW ? STEP : Math.round(count / STEP) * STEP;
}

/** The same where the count may be left out. */
export function roundedCountOf(count: number | undefined): number | null {
  return count === undefined ? null : roundedCount(count);
}

/** The least and the most that a count can stand for, whether it was rounded before or is typed as it was counted. */
export function boundsOf(count: number): { readonly least: number; readonly most: number } {
  if (count === 0) return { least: 0, most: 0 };
  return count <= FEW ? { least: 1, most: FEW } : { least: count - 2, most: count + 2 };
}

/** "None", "About 5 or fewer", "About 15", "Not said". */
export function countInWords(rounded: number | null): string {
  if (rounded === null) return 'Not said';
  if (rounded === 0) return 'None';
  return rounded === STEP ? 'About 5 or fewer' : `About ${numberInWords(rounded)}`;
}

/** What a form says of it before anything is typed. */
export const ROUNDED_HINT =
  'A number from 1 to 7 is kept as “about 5 or fewer”, and others to the nearest 5. The exact number is kept nowhere.';
