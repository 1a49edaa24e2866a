import { day } from '../../web/words.js';
import type { StoredReport } from '../flow/flow-rows.js';
import { outcomes } from '../../legal-basis/rules/engine/outcome.js';
import { judgedBy, judgementsOf, withoutUnchecked } from '../weighing/judgement-in-words.js';
import { sawOnlyPart } from '../showing/part-of-register.js';
import type { ChangedResult, Comparison, ReasonForChange, SaidByRule } from './compare-reports.js';

/** One report of a comparison, so labelled that nobody takes a later judgement for the original. */
export interface ShownReport {
  readonly heading: string;
  readonly isOriginal: boolean;
  readonly rows: readonly { readonly key: string; readonly value: string }[];
}

/** A comparison in words. */
export interface ShownComparison {
  readonly reports: readonly ShownReport[];
  readonly finding: string;
  readonly reasons: readonly string[];
  readonly rows: readonly (readonly (string | { readonly href: string; readonly text: string })[])[];
}

/** Two reports beside each other in words: which results differ, and why. */
export function shownComparison(comparison: Comparison): ShownComparison {
  const { changed, same } = comparison;
  const rules = changed.length === 1 ? '1 rule says' : `${String(changed.length)} rules say`;
  return {
    reports: [shownReport(comparison.first, 'First'), shownReport(comparison.second, 'Second')],
    finding:
      changed.length === 0
        ? `Both reports say the same of all ${String(same)} rules.`
        : `${rules} something else in the second report, and ${String(same)} say the same.`,
    reasons: whatChanged(comparison),
    rows: changed.map(shownRow),
  };
}

function shownReport(report: StoredReport, place: string): ShownReport {
  const isOriginal = report.occasion === 'submission';
  const partly = sawOnlyPart(report.readInPart);
  const judged = report.results.flatMap((result) =>
    judgementsOf(result, report.judgements).map((one) => `${result.rule}: ${judgedBy(one)}`),
  );
  return {
    heading: `${place}: ${isOriginal ? 'the original, made when the flow was submitted' : OCCASIONS[report.occasion]}`,
    isOriginal,
    rows: [
      { key: 'Why it was made', value: report.label },
      { key: 'Made on', value: day(report.madeOn) },
      { key: 'Rules as settled on', value: day(report.ruleSet) },
      { key: 'Rules stood at', value: day(report.asAt) },
      { key: 'Fingerprint of the record', value: report.inputHash },
      ...(judged.length === 0 ? [] : [{ key: 'Stated, and judged by people', value: judged.join('; ') }]),
      ...(partly === null ? [] : [{ key: 'Part of the register', value: partly }]),
    ],
  };
}

const OCCASIONS = {
  submission: 'the original',
  'sign-off': 'made when somebody signed, not the original',
  're-evaluation': 'judged again later, not the original',
} as const;

function whatChanged({ recordChanged, ruleSetChanged, dayChanged }: Comparison): string[] {
  return [
    recordChanged
      ? 'The record is not the same: its answers, or who signed it, changed between the two.'
      : 'The record is the same in both: not one answer or signature differs.',
    ruleSetChanged ? 'The rules were settled anew between the two.' : 'Both use the same rules.',
    dayChanged ? 'The rules stand at different days.' : 'The rules stand at the same day.',
  ];
}

function shownRow({
  rule,
  before,
  after,
  reasons,
}: ChangedResult): (string | { href: string; text: string })[] {
  return [
    rule,
    inWords(before),
    inWords(after),
    reasons.map((reason) => REASONS[reason](before, after)).join(' '),
  ];
}

function inWords(said: SaidByRule | null): string {
  if (!said) return 'There was no such rule.';
  const label = outcomes.find(({ code }) => code === said.outcome)?.label ?? said.outcome;
  const judged = said.judgements.map((one) => ` ${judgedBy(one)}.`).join('');
  const message = judged === '' ? said.message : withoutUnchecked(said.message);
  return message === '' ? label : `${label}. ${message}${judged}`;
}

type Reason = (before: SaidByRule | null, after: SaidByRule | null) => string;

const REASONS: Readonly<Record<ReasonForChange, Reason>> = {
  'rule-added': () => 'The rule is new.',
  'rule-gone': () => 'The rule was taken out.',
  rule: (before, after) =>
    `The rule changed from version ${String(before?.version)} to version ${String(after?.version)}.`,
  record: () => 'The record changed.',
  day: () => 'It is judged at another day.',
  register: () => 'Other records of the register changed.',
};
