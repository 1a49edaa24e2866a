import { groupOf, RULE_GROUPS, ruleGroups, type RuleGroup } from '../../legal-basis/rules/rule-groups.js';
import { countOutcomes, outcomes, type Outcome } from '../../legal-basis/rules/engine/outcome.js';
import { kindInWords, RULE_KINDS } from '../../legal-basis/rules/engine/rule.js';
import { chosenIn } from '../../web/asking/names-asked.js';
import type { TypedQuery } from '../../web/list-request.js';
import { countsInWords, type CellCount } from '../showing/counts-in-words.js';
import { judgedBy, judgementsOf, withoutUnchecked } from '../weighing/judgement-in-words.js';
import type { JudgementRow } from '../flow/flow-rows.js';
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
  /** Who judged these words, where they are only stated, what, and when. */
  readonly judged: readonly string[];
  readonly flow: { readonly href: string; readonly title: string };
}

/** Rule groups by flows, each cell counted in words; rows in which the filter finds nothing are left out. */
export function matrixRows(flows: readonly MatrixFlow[], filter: MatrixFilter): RuleGroupRow[] {
  return ruleGroups().flatMap((group) => {
    const cells = flows.map(({ results, judgements }) =>
      countsOf(
        results.filter((result) => groupOf(result.rule) === group && meets(result, filter)),
        judgements,
      ),
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
  return flows.flatMap(({ id, title, results, overridden, judgements }) =>
    WORST_FIRST.flatMap(({ code, label, tone }) =>
      results
        .filter((result) => result.outcome === code && meets(result, filter))
        .map((result) => ({
          ...foundResult(result, { overridden, judgements, checked }),
          outcome: label,
          tone,
          flow: { href: `/examined-flows/${id}`, title },
        })),
    ),
  );
}

function foundResult(
  result: MatrixResult,
  beside: Pick<MatrixFlow, 'overridden' | 'judgements'> & { readonly checked: ReadonlyMap<string, string> },
) {
  const { rule, kind, message, confidence } = result;
  const judged = judgementsOf(result, beside.judgements).map(judgedBy);
  return {
    rule,
    group: RULE_GROUPS[groupOf(rule)],
    kind: kindInWords(kind),
    message: judged.length === 0 ? message : withoutUnchecked(message),
    beingChecked: confidence === 'B' && !beside.checked.has(rule),
    overridden: beside.overridden.includes(rule),
    judged,
  };
}

/** A filter as an address says it. @throws Unprocessable for what is no part of a vocabulary. */
export function filterFrom(query: TypedQuery): MatrixFilter {
  return {
    outcome: chosenIn(
      query,
      'outcome',
      outcomes.map(({ code }) => code),
    ),
    group: chosenIn(query, 'group', ruleGroups()),
    kind: chosenIn(query, 'kind', KINDS),
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

function countsOf(results: readonly MatrixResult[], judgements: readonly JudgementRow[]): CellCount[] {
  const judged = results.filter((result) => judgementsOf(result, judgements).length > 0);
  return countsInWords(countOutcomes(results), judged.length);
}

function meets({ rule, outcome, kind }: MatrixResult, filter: MatrixFilter): boolean {
  return (
    (filter.outcome === undefined || filter.outcome === outcome) &&
    (filter.group === undefined || filter.group === groupOf(rule)) &&
    (filter.kind === undefined || kind.split('/').includes(filter.kind))
  );
}

const KINDS = ['L', 'C', 'P'] as const;
