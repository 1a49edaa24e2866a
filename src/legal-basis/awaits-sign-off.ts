import { allRules } from './rules/all-rules.js';
import type { RuleResult } from './rules/engine/evaluate.js';

/** True for a result that only people who have not signed yet can settle; `signed` says in which roles somebody has. */
export function awaitsSignOff({ rule, outcome }: RuleResult, signed: readonly string[]): boolean {
  if (outcome !== 'FAIL' && outcome !== 'UNKNOWN') return false;
  return (SETTLED_BY.get(rule) ?? []).some((role) => !signed.includes(role));
}

const SETTLED_BY = new Map(allRules.map(({ id, settledBy }) => [id, settledBy]));
