import type { Issue } from '../kernel/refusal.js';
import type { RuleResult } from './rules/engine/evaluate.js';
import { awaitsSignOff } from './awaits-sign-off.js';

/** What a trust says about rules that its record does not meet, by the id of the rule. */
export type Explanations = Readonly<Record<string, string>>;

const MOST_CHARACTERS = 4000;

const NOBODY_YET: readonly string[] = [];

/**
 * True for a result that a trust must explain before it submits: whatever the record does not show, and whatever it does
 * not say enough about where the rule is one of law. What waits for sign-off needs no explanation yet.
 */
export function needsExplanation(result: RuleResult): boolean {
  if (awaitsSignOff(result, NOBODY_YET)) return false;
  return result.outcome === 'FAIL' || (result.outcome === 'UNKNOWN' && result.kind.includes('L'));
}

/** The explanations that are for a rule in need of one, without blanks. */
export function explanationsFor(results: readonly RuleResult[], given: Explanations): Explanations {
  const wanted = results.filter(needsExplanation).map(({ rule }) => rule);
  return Object.fromEntries(
    wanted.flatMap((rule) => {
      const words = Object.hasOwn(given, rule) ? (given[rule]?.trim() ?? '') : '';
      return words === '' ? [] : [[rule, words]];
    }),
  );
}

/** One fault for each rule whose explanation is missing or too long; none when the flow may be submitted. */
export function explanationFaults(results: readonly RuleResult[], given: Explanations): Issue[] {
  const kept = explanationsFor(results, given);
  return results.filter(needsExplanation).flatMap(({ rule, outcome }) => {
    const words = kept[rule];
    if (words === undefined) return [{ field: rule, text: missing(rule, outcome) }];
    return words.length > MOST_CHARACTERS
      ? [{ field: rule, text: `The explanation for ${rule} must be 4,000 characters or fewer.` }]
      : [];
  });
}

function missing(rule: string, outcome: string): string {
  return outcome === 'UNKNOWN'
    ? `Answer what ${rule} asks, or explain why it is not known.`
    : `Mend what ${rule} asks for, or explain why the record does not show it.`;
}
