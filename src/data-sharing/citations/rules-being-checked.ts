import { day } from '../../web/words.js';
import { currentRuleSet } from '../../legal-basis/rules/all-rules.js';
import type { Rule } from '../../legal-basis/rules/engine/rule.js';
import type { CheckView } from './citations.queries.js';

/** Rules whose reference comes from general knowledge and is still to be verified, in the order of the rule set. */
export const rulesBeingChecked: readonly Rule[] = currentRuleSet.rules.filter(
  ({ citation }) => citation.confidence === 'B',
);

/** The last check of the reference of a rule as it reads now; a check of other words is none. */
export function latestCheckOf({ id, citation }: Rule, checks: readonly CheckView[]): CheckView | null {
  return checks.find((check) => check.rule === id && check.citation === citation.text) ?? null;
}

/** "Checked on 3 March 2026 by the solicitor: it holds." */
export function checkInWords({ checkedOn, checkedBy, holds }: CheckView): string {
  const found = holds ? 'it holds' : 'it does not hold';
  return `Reference checked on ${day(checkedOn)} by ${checkedBy}: ${found}.`;
}
