import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { readFlow } from '../../record/read-flow.js';
import type { Citation } from './citation.js';
import { matterOf, type Matter } from '../matter/matter.js';
import { gravityOf, type Outcome } from './outcome.js';
import { readingsOf } from '../matter/readings.js';
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
 * - Of several subjects the first of the worst decides: FAIL, UNKNOWN, WARN, STATED, PASS, DOES_NOT_APPLY.
 * - A record that lists a party twice and differently is read in each way, and the worst reading decides.
 */
export function evaluate(
  record: unknown,
  register: IndexedRegister,
  ruleSet: RuleSet,
  asAt: CalendarDay,
): readonly RuleResult[] {
  const flow = readFlow(record);
  const readings = readingsOf(flow).map((reading) => matterOf(reading, register, ruleSet.settings, asAt));
  return ruleSet.rules.map((rule) => resultOf(rule, flow.id ?? null, readings));
}

function resultOf(rule: Rule, flow: string | null, readings: readonly Matter[]): RuleResult {
  const findings = worstOfEach(readings.map((matter) => rule.judge(matter)));
  const worst = findings.reduce<RuleFinding | undefined>(
    (a, b) => (a === undefined || gravityOf(b.outcome) > gravityOf(a.outcome) ? b : a),
    undefined,
  );
  const outcome = worst?.outcome ?? 'DOES_NOT_APPLY';
  return {
    flow,
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

/** What several readings of one record find, the worst for each subject; one reading is what it is. */
function worstOfEach(readings: readonly (readonly RuleFinding[])[]): readonly RuleFinding[] {
  const [only, ...others] = readings;
  if (only !== undefined && others.length === 0) return only;
  const worst = new Map<string | null, RuleFinding>();
  for (const finding of readings.flat()) {
    const before = worst.get(finding.subject);
    if (before === undefined || gravityOf(finding.outcome) > gravityOf(before.outcome))
      worst.set(finding.subject, finding);
  }
  return [...worst.values()];
}
