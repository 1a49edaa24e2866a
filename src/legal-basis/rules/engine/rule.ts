import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { SignOffRole } from '../../record/safeguards/sign-off.js';
import type { Citation } from './citation.js';
import type { Matter } from '../matter/matter.js';
import type { Outcome } from './outcome.js';
import type { RuleSettings } from '../matter/settings.js';

/** What a rule can be: law, a code or guidance, or the platform's own policy. */
export const RULE_KINDS = { L: 'law', C: 'code or guidance', P: 'platform policy' } as const;

/** The kind of a rule; some are two at once. */
export type RuleKind = 'L' | 'C' | 'P' | 'L/C' | 'L/P' | 'C/P';

/** How much a fault counts from a day on; the last step whose day has come decides. */
export interface SeverityStep {
  readonly from: CalendarDay;
  readonly level: 'FAIL' | 'WARN';
}

/** Everything about a rule that a person reads, and the days between which it is in force. */
export interface RuleText {
  /** As in legal-basis.md §3.7, for example `R-A6-02`. */
  readonly id: string;
  /** Raised whenever the rule could judge the same record differently. */
  readonly version: number;
  readonly kind: RuleKind;
  /** First and last day in force; absent means without bound. The dates of the record decide, not today's. */
  readonly inForceFrom?: CalendarDay;
  readonly inForceTo?: CalendarDay;
  /** Absent: a fault is a FAIL on every day. */
  readonly severity?: readonly SeverityStep[];
  /** What the rule is about, in words that complete "This rule is about …". */
  readonly appliesTo: string;
  /** Every field that can change the outcome, the one to mend first. `register.` marks the register beside the record. */
  readonly fields: readonly string[];
  readonly citation: Citation;
  /** What a record that fails does not show; without a full stop. */
  readonly message: `This record does not show ${string}`;
  /** What is said of a record that passes, without a full stop, where the opposite of `message` would claim more than is seen. */
  readonly positive?: `This ${string}` | `The ${string}`;
  readonly whatToDo: string;
  /** True for the few rules that also look at flows of counts only. */
  readonly countsToo?: boolean;
  /** The settings of the rule set that the rule uses; all of them are platform policy. */
  readonly thresholds?: readonly (keyof RuleSettings)[];
  /** Whose signatures settle the rule: until all of them are given, it waits for people and not for the record. */
  readonly settledBy?: readonly SignOffRole[];
  /** Flags that the rule raises whenever it applies, for example the red line E2. */
  readonly raises?: readonly string[];
}

/** What a rule finds about one subject: the whole flow (subject null), one assertion or one controller. */
export interface RuleFinding {
  readonly subject: string | null;
  readonly outcome: Outcome;
  readonly message: string;
  readonly fields: readonly string[];
  /** What the rule raises by applying to this subject at all. */
  readonly flags?: readonly string[];
}

/** A rule: words, dates and a judgement that is total and depends on nothing but the matter. */
export interface Rule extends RuleText {
  readonly judge: (matter: Matter) => readonly RuleFinding[];
}

/** "law", "law and platform policy": what kind of rule it is, in words. */
export function kindInWords(kind: RuleKind): string {
  const words: Readonly<Record<string, string>> = RULE_KINDS;
  return kind
    .split('/')
    .map((code) => words[code] ?? code)
    .join(' and ');
}
