import { SECTIONS } from '../questions/sections.js';
import { placeThatMends, type MendedFlow } from '../questions/mending/place-that-mends.js';
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
export function askedTogether(flow: MendedFlow, results: readonly RuleResult[]): AskedTogether[] {
  const open = results.filter((result) => needsExplanation(result) && result.outcome === 'UNKNOWN');
  return SECTIONS.map(({ key, title }) => ({
    name: sharedName(key),
    title,
    rules: open.filter((result) => pageOf(flow, result) === key).map(({ rule }) => rule),
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

/**
 * What was kept with the draft, as the form shows it now: a rule that stands alone by now, because the others of its page
 * are answered, shows what was said for the page.
 */
export function filledIn(flow: MendedFlow, results: readonly RuleResult[], kept: Explanations): Explanations {
  const shared = new Set(askedTogether(flow, results).map(({ name }) => name));
  const alone = results.flatMap((result) => {
    const name = sharedName(pageOf(flow, result) ?? '');
    const words = result.outcome === 'UNKNOWN' && !shared.has(name) ? kept[name] : undefined;
    return words === undefined ? [] : [[result.rule, words] as const];
  });
  return { ...Object.fromEntries(alone), ...kept };
}

/** What is kept after a page was sent: its texts, and whatever was kept of rules that it did not ask about. */
export function keptAfter(kept: Explanations, values: Readonly<Record<string, unknown>>): Explanations {
  const others = Object.entries(kept).filter(([name]) => !Object.hasOwn(values, name));
  const typed = Object.entries(values).filter((entry): entry is [string, string] => isSaid(entry[1]));
  return Object.fromEntries([...others, ...typed]);
}

function isSaid(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function sharedName(page: string): string {
  return `together-${page}`;
}

function pageOf(flow: MendedFlow, result: RuleResult): string | undefined {
  return placeThatMends(result, flow)?.section.key;
}
