import type { Uuid } from '../../kernel/identifiers.js';
import { SECTIONS } from '../questions/sections.js';
import { placeToMend } from '../questions/where-to-mend.js';
import { needsExplanation, type Explanations } from '../../legal-basis/explanations.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';

/** Rules that one explanation may stand for: none of them is known, and one page of the form would answer them all. */
export interface AskedTogether {
  /** The name of the shared explanation in the form. */
  readonly name: string;
  /** The page of the form. */
  readonly title: string;
  readonly rules: readonly string[];
}

/**
 * The rules about which the record does not say enough, page by page; one that stands alone is asked by itself. What the
 * record shows not to be so is never explained together, because each such result is a matter of its own.
 */
export function askedTogether(flowId: Uuid, results: readonly RuleResult[]): AskedTogether[] {
  const open = results.filter((result) => needsExplanation(result) && result.outcome === 'UNKNOWN');
  return SECTIONS.map(({ key, title }) => ({
    name: `together-${key}`,
    title,
    rules: open.filter((result) => pageOf(flowId, result) === key).map(({ rule }) => rule),
  })).filter(({ rules }) => rules.length > 1);
}

/** The explanation of each rule: its own, or else the shared one of its page. */
export function spreadOut(
  values: Readonly<Record<string, unknown>>,
  together: readonly AskedTogether[],
): Explanations {
  const shared = together.flatMap(({ name, rules }) => rules.map((rule) => [rule, values[name]] as const));
  const own = Object.entries(values);
  return Object.fromEntries(
    [...shared, ...own].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function pageOf(flowId: Uuid, { fields }: RuleResult): string | undefined {
  const places = fields.map((field) => placeToMend(flowId, field));
  return places.find((place) => place !== null)?.section.key;
}
