import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import { countOutcomes, outcomes, type Outcome } from '../../legal-basis/rules/engine/outcome.js';

/** What one rule says, as far as it can be seen to change. */
type Said = Pick<RuleResult, 'rule' | 'outcome'>;

/**
 * What a save did for the rules, in one line: how many say something else now, by what they say, in the order from best to
 * worst. "More" is said where none left that outcome, so that the number is also how far its count grew.
 */
export function effectInWords(before: readonly Said[], after: readonly Said[]): string {
  const earlier = new Map(before.map(({ rule, outcome }) => [rule, outcome]));
  const moved = after.filter(({ rule, outcome }) => earlier.get(rule) !== outcome);
  const [was, is] = [countOutcomes(before), countOutcomes(after)];
  const lines = outcomes.flatMap(({ code, label }) => {
    const came = moved.filter(({ outcome }) => outcome === code).length;
    if (came === 0) return [];
    const grew = is[code] - was[code];
    return [`${String(came)} ${grew === came ? 'more' : 'now'} ${wordsFor(code, label, came)}`];
  });
  return lines.length === 0 ? 'none says anything else' : lines.join(', ');
}

function wordsFor(code: Outcome, label: string, count: number): string {
  if (code === 'DOES_NOT_APPLY') return count === 1 ? 'does not apply' : 'do not apply';
  if (code === 'WARN') return count === 1 ? 'asks for care' : 'ask for care';
  return label.toLowerCase().split(',', 1)[0] ?? label;
}
