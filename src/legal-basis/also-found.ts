import { gravityOf } from './rules/engine/outcome.js';
import type { RuleResult } from './rules/engine/evaluate.js';

/**
 * What a rule finds amiss besides the finding that decides its result, each in its own words and once: a second
 * controller without a legal basis is told together with the first, and not only after the first is mended.
 */
export function alsoFound({ message, findings }: Pick<RuleResult, 'message' | 'findings'>): string[] {
  const amiss = findings.filter(({ outcome }) => gravityOf(outcome) > gravityOf('PASS'));
  return [...new Set(amiss.map((finding) => finding.message))].filter((text) => text !== message);
}
