import { COUNTS_FIELDS } from '../reading/counts.js';
import type { RuleText } from './rule.js';

/**
 * Every field that a rule looks at: its own first, then those that decide whether it is about people and whether it
 * was in force on the days in question (`dates` names the fields that say which days those are).
 */
export function fieldsLookedAt(
  rule: RuleText,
  dates: readonly string[],
  others: readonly string[],
): string[] {
  const dated = rule.inForceFrom !== undefined || rule.inForceTo !== undefined;
  const about = rule.countsToo === true ? [] : COUNTS_FIELDS;
  return [...new Set([...rule.fields, ...others, ...about, ...(dated ? dates : [])])];
}
