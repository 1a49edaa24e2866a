import { currentRuleSet } from '../../legal-basis/rules/all-rules.js';
import { kindInWords } from '../../legal-basis/rules/engine/rule.js';

/** A rule as a reader meets it outside a report: what it asks for, what it rests on, and whether that is being checked. */
export interface RuleInWords {
  readonly rule: string;
  /** "This record does not show …." */
  readonly message: string;
  readonly citation: string;
  /** The reference comes from general knowledge, and nobody has recorded that they verified it. */
  readonly beingChecked: boolean;
  /** "Reference checked on …", where somebody has. */
  readonly checked: string | null;
  readonly kind: string;
}

/** Checks of references in words, by the id of the rule. */
export type ChecksInWords = ReadonlyMap<string, string>;

/** The words of a rule by its id; for a rule that is no longer in the rule set, its id stands for them. */
export function ruleInWords(id: string, checks: ChecksInWords): RuleInWords {
  const rule = rules.get(id);
  if (!rule)
    return {
      rule: id,
      message: `This record does not show what ${id} asked for.`,
      citation: 'The rule is in an earlier rule set',
      beingChecked: true,
      checked: null,
      kind: '',
    };
  const { message, citation, kind } = rule;
  return {
    rule: id,
    message: `${message}.`,
    citation: citation.text,
    beingChecked: citation.confidence === 'B' && !checks.has(id),
    checked: checks.get(id) ?? null,
    kind: kindInWords(kind),
  };
}

const rules = new Map(currentRuleSet.rules.map((rule) => [rule.id, rule]));
