import type { Uuid } from '../../kernel/identifiers.js';
import type { DisclosureRow } from './disclosures.queries.js';
import { groupOf, RULE_GROUPS, ruleGroups, type RuleGroup } from '../../legal-basis/rules/rule-groups.js';
import { countOutcomes, outcomes } from '../../legal-basis/rules/engine/outcome.js';
import type {
  Disclosed,
  DisclosedJudgement,
  DisclosedOverride,
  DisclosedResults,
  DisclosedSignOff,
  OutcomeCounts,
} from '../flow/disclosed.js';

/** One thing told of a flow, with the version it is about and its day. */
type Versioned<Content> = Content & { readonly version: number; readonly on: string };

/** What the public is told of one flow through all its versions. */
export interface DisclosedFlow {
  /** Counts from 1 in the order in which flows were first submitted, and never changes. */
  readonly number: number;
  readonly seriesId: Uuid;
  /** The newest results; null is impossible for what was submitted, and is told all the same. */
  readonly results: Versioned<DisclosedResults> | null;
  readonly signOffs: readonly Versioned<DisclosedSignOff>[];
  readonly overrides: readonly Versioned<DisclosedOverride>[];
  /** What people found of what a version only states, oldest first. */
  readonly judgements: readonly Versioned<DisclosedJudgement>[];
}

/** The newest counts of one group of rules over all flows. */
export interface GroupTotal {
  readonly group: RuleGroup;
  readonly label: string;
  readonly counts: OutcomeCounts;
  /** How many of the stated results people judged in these versions. */
  readonly judged: number;
}

/** What the public is told of a scheme. */
export interface DisclosedScheme {
  readonly flows: readonly DisclosedFlow[];
  /** In the order of legal-basis.md §3.7; groups without any result are left out. */
  readonly groups: readonly GroupTotal[];
  readonly totals: OutcomeCounts;
  readonly judged: number;
}

/** Gathers what is told, flow by flow, with the newest counts added up. */
export function disclosedScheme(rows: readonly DisclosureRow[]): DisclosedScheme {
  const series = [...new Set(rows.map(({ seriesId }) => seriesId))];
  const flows = series.map((seriesId, index) =>
    disclosedFlow(
      index + 1,
      rows.filter((row) => row.seriesId === seriesId),
    ),
  );
  const newest = flows.flatMap(({ results }) => results ?? []);
  const groups = ruleGroups().flatMap((group) => {
    const counted = newest.flatMap((results) => results.groups[group] ?? []);
    return counted.length === 0
      ? []
      : [{ group, label: RULE_GROUPS[group], counts: addedUp(counted), judged: judgedIn(flows, group) }];
  });
  return {
    flows,
    groups,
    totals: addedUp(groups.map(({ counts }) => counts)),
    judged: groups.reduce((sum, { judged }) => sum + judged, 0),
  };
}

/** How many stated results of the newest version of a flow people judged; of one group of rules, or of all. */
export function judgedOf({ results, judgements }: DisclosedFlow, group?: RuleGroup): number {
  const rules = new Set(
    judgements.filter(({ version }) => version === results?.version).map(({ rule }) => rule),
  );
  return [...rules].filter((rule) => group === undefined || groupOf(rule) === group).length;
}

function judgedIn(flows: readonly DisclosedFlow[], group: RuleGroup): number {
  return flows.reduce((sum, flow) => sum + judgedOf(flow, group), 0);
}

/** Counts of several groups or flows, added up by outcome. */
export function addedUp(counts: readonly OutcomeCounts[]): OutcomeCounts {
  const sum = countOutcomes([]);
  for (const one of counts) for (const { code } of outcomes) sum[code] += one[code] ?? 0;
  return sum;
}

function disclosedFlow(number: number, rows: readonly DisclosureRow[]): DisclosedFlow {
  const versioned = rows.map(({ version, disclosedOn, content }) => ({
    ...content,
    version,
    on: disclosedOn,
  }));
  return {
    number,
    seriesId: rows[0]?.seriesId ?? '',
    results: versioned.filter(tells('rule-results')).at(-1) ?? null,
    signOffs: versioned.filter(tells('sign-off')),
    overrides: versioned.filter(tells('override')),
    judgements: versioned.filter(tells('judgement')),
  };
}

function tells<What extends Disclosed['tells']>(what: What) {
  return (one: Versioned<Disclosed>): one is Versioned<Extract<Disclosed, { tells: What }>> =>
    one.tells === what;
}
