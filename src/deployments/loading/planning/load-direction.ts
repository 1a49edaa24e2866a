import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { PartialDate } from '../../../kernel/days/partial-date.js';
import { day } from '../../../web/words.js';

/** Whether a fact that is there may be corrected, and what a reader is told about it. */
export interface LoadJudgement {
  readonly correct: boolean;
  readonly because: string | null;
}

/**
 * Which of two facts is the newer: that of the later edition, and within one edition the one whose source is not older. A
 * newer fact is never overwritten by an older file.
 */
export class LoadDirection {
  constructor(
    private readonly edition: CalendarDay,
    /** The newest edition that was loaded; null before the first. */
    private readonly newest: CalendarDay | null,
  ) {}

  /** Judges by the dates of what stands there and of what the file says, null where nothing dates it. */
  judge(held: string | null, wanted: string | null): LoadJudgement {
    if (this.newest !== null && this.edition < this.newest)
      return {
        correct: false,
        because: `The register was loaded from the newer edition of ${day(this.newest)}.`,
      };
    if (!isOlder(wanted, held)) return { correct: true, because: null };
    const dated = held === null ? '' : day(held);
    return this.newest === this.edition
      ? { correct: false, because: `What the register says is newer: its source is dated ${dated}.` }
      : {
          correct: true,
          because: `It rests on an older source than what it replaces, which is dated ${dated}.`,
        };
  }
}

/** True where one date is certainly before the other; what is not dated is older than what is. */
function isOlder(one: string | null, other: string | null): boolean {
  if (other === null) return false;
  return one === null || PartialDate.from(one).isCertainlyBefore(PartialDate.from(other));
}
