import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { readFlow } from '../../record/read-flow.js';
import type { Citation } from './citation.js';
import { matterOf, type Matter } from '../matter/matter.js';
import { gravityOf, type Outcome } from './outcome.js';
import type { IndexedRegister } from '../matter/read-register.js';
import type { RuleFinding, Rule, RuleKind } from './rule.js';
import type { RuleSet } from './rule-set.js';

/** What one rule says of one flow, with what it says of each subject. */
export interface RuleResult {
  readonly flow: string | null;
  readonly rule: string;
  readonly version: number;
  readonly kind: RuleKind;
  readonly outcome: Outcome;
  readonly message: string;
  /** The fields that the deciding finding looked at, the one to mend first; `register.` marks the register. */
  readonly fields: readonly string[];
  readonly citation: Citation;
  readonly whatToDo: string;
  /** Red lines that the rule raises by applying at all. */
  readonly flags: readonly string[];
  readonly findings: readonly RuleFinding[];
}

/**
 * Judges a record by every rule of a rule set as it stands at a day. Pure, deterministic and total: a malformed record
 * is judged on what can be read of it. Results come in the order of the rule set.
 *
 * The convention of all rules:
 * - A *statement* (a text, a citation, an asserted code, a list of them, a reference) that is absent or blank is not
 *   made. Where the rule asks for the statement, that is the fault; where a rule looks into it, it does not apply.
 * - A *fact* (yes or no, a day, a number, a code of what is so) that is absent or null is not known: UNKNOWN. So is a
 *   list of documents that is absent; an empty list says that there is none. Where the rule's own wording counts
 *   absence ("missing", "unless recorded", "false or absent") absence is the fault.
 * - `NOT_KNOWN`, or "not known" written in words, is an answer of its own: UNKNOWN everywhere.
 * - A prohibition applies to everyone it binds and passes for those who keep it.
 * - Of several subjects the first of the worst decides: FAIL, UNKNOWN, WARN, PASS, DOES_NOT_APPLY.
 */
export function evaluate(
  record: unknown,
  register: IndexedRegister,
  ruleSet: RuleSet,
  asAt: CalendarDay,
): readonly RuleResult[] {
  const matter = matterOf(readFlow(record), register, ruleSet.settings, asAt);
  return ruleSet.rules.map((rule) => resultOf(rule, matter));
}

function resultOf(rule: Rule, matter: Matter): RuleResult {
  const findings = rule.judge(matter);
  const worst = findings.reduce<RuleFinding | undefined>(
    (a, b) => (a === undefined || gravityOf(b.outcome) > gravityOf(a.outcome) ? b : a),
    undefined,
  );
  const outcome = worst?.outcome ?? 'DOES_NOT_APPLY';
  return {
    flow: matter.flow.id ?? null,
    rule: rule.id,
    version: rule.version,
    kind: rule.kind,
    outcome,
    message: worst?.message ?? '',
    fields: worst?.fields ?? [],
    citation: rule.citation,
    whatToDo: rule.whatToDo,
    flags: [...new Set(findings.flatMap((finding) => finding.flags ?? []))],
    findings,
  };
}
