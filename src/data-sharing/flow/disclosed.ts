import { groupOf, type RuleGroup } from '../../legal-basis/rules/rule-groups.js';
import type { OverriddenOutcome } from './rule-override.entity.js';
import type { JudgedFinding, JudgingPost } from './stated-judgement.entity.js';
import type { PartOfRegister, ReportOccasion } from './rule-report.entity.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import { countOutcomes, type Outcome } from '../../legal-basis/rules/engine/outcome.js';
import type { SignOffRole, SignOffDecision } from '../../legal-basis/record/safeguards/sign-off.js';

/** How often each outcome was found in one group of rules; what was published before STATED existed has no such number. */
export type OutcomeCounts = Readonly<Record<Exclude<Outcome, 'STATED'>, number> & { STATED?: number }>;

/** The public part of a rule report. */
export interface DisclosedResults {
  readonly tells: 'rule-results';
  readonly occasion: ReportOccasion;
  readonly label: string;
  readonly ruleSet: string;
  readonly asAt: string;
  readonly groups: Readonly<Partial<Record<RuleGroup, OutcomeCounts>>>;
  /** The rules that the record does not meet, by id. */
  readonly notShown: readonly string[];
  readonly flags: readonly string[];
  /** The parts of the register of which the rules saw only some; absent when they saw all that they compare. */
  readonly readInPart?: readonly PartOfRegister[];
}

/** The public part of a sign-off: what was decided, and dissent unedited. */
export interface DisclosedSignOff {
  readonly tells: 'sign-off';
  readonly capacity: SignOffRole;
  readonly decision: SignOffDecision;
  readonly adviceFollowed: boolean | null;
  readonly dissent: string | null;
}

/** An override, whole. */
export interface DisclosedOverride {
  readonly tells: 'override';
  readonly rule: string;
  readonly ruleVersion: number;
  readonly outcome: OverriddenOutcome;
  readonly reason: string;
  readonly evidence: string;
}

/** What somebody found of what a record only states: the post and the reason, never the person. */
export interface DisclosedJudgement {
  readonly tells: 'judgement';
  readonly rule: string;
  readonly ruleVersion: number;
  readonly post: JudgingPost;
  readonly finding: JudgedFinding;
  readonly reason: string;
}

/** What the public is told of one act on a flow. */
export type Disclosed = DisclosedResults | DisclosedSignOff | DisclosedOverride | DisclosedJudgement;

/** Outcomes counted by group of rules; groups without any rule are left out. */
export function countByGroup(results: readonly RuleResult[]): DisclosedResults['groups'] {
  const groups: Partial<Record<RuleGroup, Record<Outcome, number>>> = {};
  for (const { rule, outcome } of results) {
    const counts = (groups[groupOf(rule)] ??= countOutcomes([]));
    counts[outcome] += 1;
  }
  return groups;
}
