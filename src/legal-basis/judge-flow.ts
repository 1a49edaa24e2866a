import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { FlowRecord } from './record/flow-record.js';
import { inputHash } from './record/input-hash.js';
import type { RegisterView } from './record/register-view.js';
import { currentRuleSet } from './rules/all-rules.js';
import { evaluate, type RuleResult } from './rules/engine/evaluate.js';
import { readRegister } from './rules/matter/read-register.js';

/** What the present rule set says of a flow, and what tells one judgement from another. */
export interface Judged {
  readonly results: readonly RuleResult[];
  /** The edition of the rule set: the day on which it was settled. */
  readonly ruleSet: CalendarDay;
  readonly asAt: CalendarDay;
  /** SHA-256 of the canonical JSON of the record that was judged. */
  readonly inputHash: string;
}

/** Judges a flow by the present rule set, standing at a day. */
export function judgeFlow(record: FlowRecord, beside: RegisterView, asAt: CalendarDay): Judged {
  return {
    results: evaluate(record, readRegister(beside), currentRuleSet, asAt),
    ruleSet: currentRuleSet.edition,
    asAt,
    inputHash: inputHash(record),
  };
}
