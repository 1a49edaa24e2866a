import type { JudgementRow, StoredReport } from '../flow/flow-rows.js';
import { judgementsOf } from '../weighing/judgement-in-words.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import type { Outcome } from '../../legal-basis/rules/engine/outcome.js';

/** Why a rule says something else in one report than in another. More than one reason can be at work. */
export type ReasonForChange = 'rule-added' | 'rule-gone' | 'rule' | 'record' | 'day' | 'register';

/** One rule that says something else in the second report. */
export interface ChangedResult {
  readonly rule: string;
  readonly before: SaidByRule | null;
  readonly after: SaidByRule | null;
  readonly reasons: readonly ReasonForChange[];
}

/** What one rule said in one report. */
export interface SaidByRule {
  readonly version: number;
  readonly outcome: Outcome;
  readonly message: string;
  /** What people found of these words, where they are only stated; a judgement makes no result another. */
  readonly judgements: readonly JudgementRow[];
}

/** Two stored reports beside each other; neither is changed by being compared. */
export interface Comparison {
  readonly first: StoredReport;
  readonly second: StoredReport;
  /** The answers of the record, its sign-offs included, are not the same. */
  readonly recordChanged: boolean;
  readonly ruleSetChanged: boolean;
  readonly dayChanged: boolean;
  readonly changed: readonly ChangedResult[];
  /** How many rules say the same in both. */
  readonly same: number;
}

/** Compares two reports rule by rule, in the order of the second; rules that are gone come last. */
export function compareReports(first: StoredReport, second: StoredReport): Comparison {
  const before = byRule(first.results);
  const after = byRule(second.results);
  const rules = [...new Set([...after.keys(), ...before.keys()])];
  const facts = {
    recordChanged: first.inputHash !== second.inputHash,
    ruleSetChanged: first.ruleSet !== second.ruleSet,
    dayChanged: first.asAt !== second.asAt,
  };
  const changed = rules.flatMap((rule) => {
    const [was, is] = [before.get(rule) ?? null, after.get(rule) ?? null];
    if (was && is && was.outcome === is.outcome && was.message === is.message) return [];
    return [
      {
        rule,
        before: was && said(was, first),
        after: is && said(is, second),
        reasons: reasonsFor(was, is, facts),
      },
    ];
  });
  return { first, second, ...facts, changed, same: rules.length - changed.length };
}

function byRule(results: readonly RuleResult[]): ReadonlyMap<string, RuleResult> {
  return new Map(results.map((result) => [result.rule, result]));
}

function said(result: RuleResult, { judgements }: StoredReport): SaidByRule {
  const { version, outcome, message } = result;
  return { version, outcome, message, judgements: judgementsOf(result, judgements) };
}

/** The record, the rule and the day can each be the reason; where none of them changed, the register beside it did. */
function reasonsFor(
  was: RuleResult | null,
  is: RuleResult | null,
  { recordChanged, dayChanged }: Pick<Comparison, 'recordChanged' | 'dayChanged'>,
): ReasonForChange[] {
  if (!was) return ['rule-added'];
  if (!is) return ['rule-gone'];
  const reasons: ReasonForChange[] = [
    ...(was.version === is.version ? [] : (['rule'] as const)),
    ...(recordChanged ? (['record'] as const) : []),
    ...(dayChanged ? (['day'] as const) : []),
  ];
  return reasons.length === 0 ? ['register'] : reasons;
}
