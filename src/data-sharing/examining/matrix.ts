import { groupOf, RULE_GROUPS, ruleGroups, type RuleGroup } from '../../legal-basis/rules/rule-groups.js';
import { countOutcomes, outcomes, type Outcome } from '../../legal-basis/rules/engine/outcome.js';
import { kindInWords, RULE_KINDS } from '../../legal-basis/rules/engine/rule.js';
import { countsInWords, type CellCount } from '../showing/counts-in-words.js';
import type { MatrixFlow, MatrixResult } from './examining.queries.js';

/** What a matrix is narrowed to; everything where a part is absent. */
export interface MatrixFilter {
  readonly outcome?: Outcome | undefined;
  readonly group?: RuleGroup | undefined;
  /** A rule of two kinds is found under both. */
  readonly kind?: keyof typeof RULE_KINDS | undefined;
}

/** One group of rules across the flows; a cell without counts has nothing that the filter asks for. */
export interface RuleGroupRow {
  readonly group: RuleGroup;
  readonly label: string;
  readonly cells: readonly (readonly CellCount[])[];
}

/** One result that the filter found, with its flow. */
export interface FoundResult {
  readonly rule: string;
  readonly group: string;
  readonly kind: string;
  readonly outcome: string;
  readonly tone: string;
  readonly message: string;
  readonly beingChecked: boolean;
  readonly overridden: boolean;
  readonly flow: { readonly href: string; readonly title: string };
}

/** Rule groups by flows, each cell counted in words; rows in which the filter finds nothing are left out. */
export function matrixRows(flows: readonly MatrixFlow[], filter: MatrixFilter): RuleGroupRow[] {
  return ruleGroups().flatMap((group) => {
    const cells = flows.map(({ results }) =>
      countsOf(results.filter((result) => groupOf(result.rule) === group && meets(result, filter))),
    );
    return cells.every((cell) => cell.length === 0) ? [] : [{ group, label: RULE_GROUPS[group], cells }];
  });
}

/** Every result that the filter finds, flow by flow, the worst first; none while nothing is narrowed. */
export function foundResults(
  flows: readonly MatrixFlow[],
  filter: MatrixFilter,
  checked: ReadonlyMap<string, string>,
): FoundResult[] {
  if (filter.outcome === undefined && filter.group === undefined && filter.kind === undefined) return [];
  return flows.flatMap(({ id, title, results, overridden }) =>
    WORST_FIRST.flatMap(({ code, label, tone }) =>
      results
        .filter((result) => result.outcome === code && meets(result, filter))
        .map(({ rule, kind, message, confidence }) => ({
          rule,
          group: RULE_GROUPS[groupOf(rule)],
          kind: kindInWords(kind),
          outcome: label,
          tone,
          message,
          beingChecked: confidence === 'B' && !checked.has(rule),
          overridden: overridden.includes(rule),
          flow: { href: `/examined-flows/${id}`, title },
        })),
    ),
  );
}

/** A filter as an address says it; what is no part of a vocabulary narrows nothing. */
export function filterFrom(typed: (name: string) => string): MatrixFilter {
  return {
    outcome: outcomes.find(({ code }) => code === typed('outcome'))?.code,
    group: ruleGroups().find((code) => code === typed('group')),
    kind: KINDS.find((code) => code === typed('kind')),
  };
}

const TONES: Readonly<Record<Outcome, string>> = {
  FAIL: 'stop',
  UNKNOWN: 'attention',
  WARN: 'attention',
  STATED: 'waiting',
  PASS: 'good',
  DOES_NOT_APPLY: 'quiet',
};

const WORST_FIRST = [...outcomes].reverse().map((outcome) => ({ ...outcome, tone: TONES[outcome.code] }));

function countsOf(results: readonly MatrixResult[]): CellCount[] {
  return countsInWords(countOutcomes(results));
}

function meets({ rule, outcome, kind }: MatrixResult, filter: MatrixFilter): boolean {
  return (
    (filter.outcome === undefined || filter.outcome === outcome) &&
    (filter.group === undefined || filter.group === groupOf(rule)) &&
    (filter.kind === undefined || kind.split('/').includes(filter.kind))
  );
}

const KINDS = ['L', 'C', 'P'] as const;
