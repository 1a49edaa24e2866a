import { PartialDate } from '../../../kernel/days/partial-date.js';

const YEAR = '((?:19|20)\\d{2})';
const MONTH = '(0[1-9]|1[0-2])';
const DAY = '(0[1-9]|[12]\\d|3[01])';
const NAMED = new RegExp(`(?<!\\d)${YEAR}[-_.]?${MONTH}(?:[-_.]?${DAY})?(?!\\d)`);

/**
 * The date of an edition as the name of its file says it, `ods-etr-2025-07.csv` or `etr_20260130.csv`; null when it says
 * none, or says one that is not a day.
 */
export function editionNamedIn(name: string): PartialDate | null {
  const [, year, month, day] = NAMED.exec(name) ?? [];
  if (year === undefined) return null;
  const text = [year, month, day].filter(Boolean).join('-');
  return PartialDate.accepts(text) ? PartialDate.from(text) : null;
}

/** Of several editions the one that was published last, by the last day that its date can mean. */
export function newestOf(editions: readonly PartialDate[]): PartialDate | null {
  const [newest] = [...editions].sort((one, other) => (one.latestDay < other.latestDay ? 1 : -1));
  return newest ?? null;
}
