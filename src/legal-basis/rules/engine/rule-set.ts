import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Rule } from './rule.js';
import type { RuleSettings } from '../matter/settings.js';

/** The rules and settings of one edition; a stored result names the edition, so that a later one never rewrites it. */
export interface RuleSet {
  /** The day on which this edition was settled. */
  readonly edition: CalendarDay;
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
}
