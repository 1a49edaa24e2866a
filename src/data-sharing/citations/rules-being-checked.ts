import { day } from '../../web/words.js';
import { currentRuleSet } from '../../legal-basis/rules/all-rules.js';
import type { Rule } from '../../legal-basis/rules/engine/rule.js';
import type { CheckRow } from './citations.queries.js';

/** Rules whose reference comes from general knowledge and is still to be verified, in the order of the rule set. */
export const rulesBeingChecked: readonly Rule[] = currentRuleSet.rules.filter(
  ({ citation }) => citation.confidence === 'B',
);

/** "Checked on 3 March 2026 by the solicitor: it holds." */
export function checkInWords({ checkedOn, checkedBy, holds }: CheckRow): string {
  const found = holds ? 'it holds' : 'it does not hold';
  return `Reference checked on ${day(checkedOn)} by ${checkedBy}: ${found}.`;
}
