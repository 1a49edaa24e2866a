import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { citationLine } from './engine/citation.js';
import type { RuleResult } from './engine/evaluate.js';
import { kindInWords, type RuleText } from './engine/rule.js';
import type { RuleSet } from './engine/rule-set.js';
import { settingMeanings } from './matter/settings.js';
import { sources } from './engine/sources.js';

/** One line about a rule, for a list. */
export interface RuleLine {
  readonly rule: string;
  readonly version: number;
  readonly kind: string;
  readonly inForceFrom: CalendarDay | null;
  readonly inForceTo: CalendarDay | null;
  readonly appliesTo: string;
  readonly citation: string;
}

/** One line about a flow and a rule, as the console prints it with `--json`. */
export interface ResultLine {
  readonly flow: string | null;
  readonly rule: string;
  readonly version: number;
  readonly outcome: string;
  readonly fields: readonly string[];
  readonly message: string;
  readonly citation: string;
}

/** Every rule of a rule set, one line each, in its order. */
export function listRules(ruleSet: RuleSet): readonly RuleLine[] {
  return ruleSet.rules.map((rule) => ({
    rule: rule.id,
    version: rule.version,
    kind: kindInWords(rule.kind),
    inForceFrom: rule.inForceFrom ?? null,
    inForceTo: rule.inForceTo ?? null,
    appliesTo: rule.appliesTo,
    citation: citationLine(rule.citation),
  }));
}

/** Everything a person needs to know about one rule, as lines of text; null where the rule set has no such rule. */
export function explainRule(ruleSet: RuleSet, id: string): readonly string[] | null {
  const rule = ruleSet.rules.find((each) => each.id === id.toUpperCase());
  if (rule === undefined) return null;
  return [
    `${rule.id}, version ${rule.version} (${kindInWords(rule.kind)})`,
    `This rule is about ${rule.appliesTo}.`,
    `When it is not met: ${rule.message}.`,
    ...severityLines(rule),
    `What to do: ${rule.whatToDo}`,
    ...(rule.thresholds ?? []).map((name) => `${settingMeanings[name]}: ${ruleSet.settings[name]}.`),
    `In force: ${daysInForce(rule)}.`,
    `Authority: ${citationLine(rule.citation)}.`,
    ...rule.citation.refs.map((ref) => `[${ref}] ${sources[ref]}`),
    `It looks at: ${rule.fields.join(', ')}.`,
  ];
}

/** A result as the console prints it. */
export function resultLine(result: RuleResult): ResultLine {
  const { flow, rule, version, outcome, fields, message } = result;
  return { flow, rule, version, outcome, fields, message, citation: citationLine(result.citation) };
}

function daysInForce({ inForceFrom, inForceTo }: RuleText): string {
  if (inForceFrom === undefined) return inForceTo === undefined ? 'always' : `until ${inForceTo}`;
  return inForceTo === undefined ? `from ${inForceFrom}` : `from ${inForceFrom} to ${inForceTo}`;
}

function severityLines(rule: RuleText): string[] {
  return (rule.severity ?? []).map(({ from, level }) => `From ${from} it counts as ${level}.`);
}
