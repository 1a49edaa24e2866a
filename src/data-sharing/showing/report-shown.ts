import { pageOfSource } from '../../evidence/sources/source-codes.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { fieldsInWords } from '../questions/fields-in-words.js';
import { SECTIONS } from '../questions/sections.js';
import { placeThatMends } from '../questions/mending/place-that-mends.js';
import { placeToMend } from '../questions/mending/where-to-mend.js';
import type { JudgementRow, OverrideRow, FlowDetail } from '../flow/flow-rows.js';
import { judgementsOf, judgementShown, withoutUnchecked } from '../weighing/judgement-in-words.js';
import { awaitsSignOff } from '../../legal-basis/awaits-sign-off.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import type { Explanations } from '../../legal-basis/explanations.js';
import { groupOf, RULE_GROUPS } from '../../legal-basis/rules/rule-groups.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import type { Outcome } from '../../legal-basis/rules/engine/outcome.js';
import { kindInWords } from '../../legal-basis/rules/engine/rule.js';
import { alsoFound } from '../../legal-basis/also-found.js';
import { REPORT_GROUPS } from './report-groups.js';

/** One result as a reader sees it. */
export interface ShownResult {
  readonly rule: string;
  readonly group: string;
  readonly kind: string;
  readonly outcome: Outcome;
  readonly message: string;
  /** What the rule says of other parts of the record that are no better: another controller, another legal basis. */
  readonly also: readonly string[];
  readonly whatToDo: string;
  readonly citation: string;
  readonly sources: readonly { readonly ref: string; readonly href: string }[];
  /** The reference comes from general knowledge and is still to be verified. */
  readonly beingChecked: boolean;
  /** Who checked it, when and with what result; null where nobody did. */
  readonly checked: string | null;
  readonly redLine: boolean;
  /** The fields that the rule looked at, in words; each leads to where it is answered, where the reader can mend it. */
  readonly lookedAt: readonly { readonly text: string; readonly href: string | null }[];
  readonly place: {
    readonly href: string;
    readonly text: string;
    readonly section: string;
    readonly page: string;
  } | null;
  readonly explanation: string | null;
  readonly overrides: readonly OverrideRow[];
  /** What people found of these words, where they are only stated, oldest first. */
  readonly judgements: readonly ReturnType<typeof judgementShown>[];
}

/** Results of a long group that are read together: those of one page of the form, or of one group of rules. */
export interface ShownPart {
  readonly title: string;
  readonly results: readonly ShownResult[];
}

/**
 * Results that ask for the same thing next. The macro `report(groups, level)` of `data-sharing/showing/views/report.njk` draws a
 * list of groups, each under a heading of that level, which is 3 unless said; `reportSummary(groups)` says how many.
 */
export interface ShownGroup {
  readonly key: string;
  readonly title: string;
  readonly meaning: string;
  readonly tone: string;
  /** Read by everybody; the others are folded away. */
  readonly open: boolean;
  readonly results: readonly ShownResult[];
  /** The same results in parts that open one by one; empty where the group is short enough to read at once. */
  readonly parts: readonly ShownPart[];
}

/** What stands beside the results of a report. */
export interface ReportContext {
  readonly flowId: Uuid;
  /** The record, where its pages ask for what a law asks; a result then leads to what is asked. */
  readonly content?: FlowContent;
  /** Whether the reader can mend the record: only then does a result lead to its field. */
  readonly mendable: boolean;
  readonly explanations: Explanations;
  readonly overrides: readonly OverrideRow[];
  readonly judgements: readonly JudgementRow[];
  /** The roles in which somebody has signed; a rule that looks at other sign-offs waits for them. */
  readonly signed: readonly string[];
  /** By rule, in words: checks of references that are to be verified. */
  readonly checked?: ReadonlyMap<string, string>;
}

/** The results of a report grouped by what to do next; groups without results are left out. */
export function shownReport(results: readonly RuleResult[], context: ReportContext): ShownGroup[] {
  const shown = results.map((result) => ({
    waits: awaitsSignOff(result, context.signed),
    result: shownResult(result, context),
  }));
  return REPORT_GROUPS.flatMap(({ takes, title, finished, atOnce, ...group }) => {
    const found = shown
      .filter(({ waits, result: { outcome, judgements } }) =>
        takes({ outcome, waits, judged: judgements.length > 0 }),
      )
      .map(({ result }) => result);
    if (found.length === 0) return [];
    const heading = context.mendable ? title : finished;
    const parts = found.length > atOnce ? partsOf(found, context.mendable) : [];
    return [{ ...group, title: heading, results: found, parts }];
  });
}

/** The groups with only the results that one section of the form can mend; what is met is left out. */
export function reportOfSection(groups: readonly ShownGroup[], section: string): ShownGroup[] {
  return groups
    .filter(({ open }) => open)
    .map((group) => ({
      ...group,
      results: group.results.filter(({ place }) => place?.section === section),
      parts: [],
    }))
    .filter(({ results }) => results.length > 0);
}

/** A long group in parts: by the page where an answer is given while it can be given, by the group of rules after. */
function partsOf(results: readonly ShownResult[], mendable: boolean): ShownPart[] {
  const titleOf = ({ place, group }: ShownResult): string => (mendable ? (place?.page ?? ELSEWHERE) : group);
  const order = mendable ? [...SECTIONS.map(({ title }) => title), ELSEWHERE] : Object.values(RULE_GROUPS);
  return order
    .map((title) => ({ title, results: results.filter((result) => titleOf(result) === title) }))
    .filter((part) => part.results.length > 0);
}

const ELSEWHERE = 'Not on these pages';

function shownResult(result: RuleResult, context: ReportContext): ShownResult {
  const { rule, kind, outcome, message, whatToDo, citation, flags, fields } = result;
  const { mendable, flowId, content = {} } = context;
  const place = mendable ? placeThatMends(result, { id: flowId, content }) : null;
  const hrefOf = (field: string): string | null =>
    mendable ? (placeToMend(flowId, field, content)?.href ?? null) : null;
  const judgements = judgementsOf(result, context.judgements);
  return {
    rule,
    group: RULE_GROUPS[groupOf(rule)],
    kind: kindInWords(kind),
    outcome,
    message: judgements.length === 0 ? message : withoutUnchecked(message),
    also: alsoFound(result),
    whatToDo,
    citation: citation.text,
    sources: citation.refs.map((ref) => ({ ref, href: pageOfSource(ref) })),
    beingChecked: citation.confidence === 'B',
    checked: context.checked?.get(rule) ?? null,
    redLine: flags.length > 0,
    lookedAt: fieldsInWords(fields).map(({ text, field }) => ({ text, href: hrefOf(field) })),
    place: place && { ...place, section: place.section.key, page: place.section.title },
    explanation: context.explanations[rule] ?? null,
    overrides: context.overrides.filter((override) => override.rule === rule),
    judgements: judgements.map(judgementShown),
  };
}

/** What the rules say of a draft, each result with the way to the page of the form that mends it. */
export function draftReport(
  {
    id: flowId,
    content,
    explanations,
    overrides,
  }: Pick<FlowDetail, 'id' | 'content' | 'explanations' | 'overrides'>,
  results: readonly RuleResult[],
  beside: Pick<ReportContext, 'checked'> = {},
): ShownGroup[] {
  return shownReport(results, {
    flowId,
    content,
    mendable: true,
    explanations,
    overrides,
    judgements: [],
    signed: [],
    ...beside,
  });
}
