import type { Uuid } from '../../kernel/identifiers.js';
import type { CsvColumn } from '../../web/answer/download.js';
import type { DisclosureRow } from './disclosures.queries.js';
import { RULE_GROUPS, ruleGroups } from '../../legal-basis/rules/rule-groups.js';
import { outcomes } from '../../legal-basis/rules/engine/outcome.js';
import { SIGN_OFF_CAPACITIES, SIGN_OFF_DECISIONS } from '../flow/sign-off-choices.js';
import { asStated, JUDGED_FINDING_WORDS, JUDGING_POST_WORDS } from '../weighing/judgement-in-words.js';
import { capitalised } from '../../web/words.js';
import type { DisclosedResults } from '../flow/disclosed.js';
import { ruleInWords, type ChecksInWords } from '../showing/rule-in-words.js';

/** One line of the file of a scheme: a count, a rule that is not met, a red line, a sign-off, an override or a judgement. */
export interface DisclosedLine {
  readonly flow: number;
  readonly version: number;
  readonly disclosedOn: string;
  readonly tells: 'count' | 'not-shown' | 'red-line' | 'sign-off' | 'override' | 'judgement';
  /**
   * Whether it is of the newest results of its flow, or the newest that a post says of its version or of a rule. Overrides,
   * and what each reviewer found, always stand.
   */
  readonly newest: boolean;
  readonly label?: string;
  readonly ruleSet?: string;
  readonly asAt?: string;
  readonly group?: string;
  readonly groupLabel?: string;
  readonly outcome?: string;
  readonly outcomeLabel?: string;
  readonly count?: number;
  readonly rule?: string;
  readonly ruleVersion?: number;
  readonly message?: string;
  readonly citation?: string;
  readonly referenceBeingChecked?: boolean;
  /** When and by whom the reference was checked and whether it holds; null where nobody recorded that. */
  readonly referenceChecked?: string | null;
  readonly redLine?: string;
  readonly post?: string;
  readonly decision?: string;
  /** What a judgement found of words that are only stated. */
  readonly finding?: string;
  readonly adviceFollowed?: boolean | null;
  readonly dissent?: string | null;
  readonly reason?: string;
  readonly evidence?: string;
  readonly flowId: Uuid;
  readonly seriesId: Uuid;
}

/** Everything that is told, a line for each thing, in the order in which it happened. */
export function disclosedLines(rows: readonly DisclosureRow[], checks: ChecksInWords): DisclosedLine[] {
  const series = [...new Set(rows.map(({ seriesId }) => seriesId))];
  const newest = new Map(rows.map((row) => [supersededBy(row), row.id]));
  return rows.flatMap((row) => {
    const { id, flowId, seriesId, version, disclosedOn } = row;
    const isNewest = newest.get(supersededBy(row)) === id;
    const flow = series.indexOf(seriesId) + 1;
    return contentsOf(row, checks).map((content) => ({
      ...{ flow, version, disclosedOn, newest: isNewest },
      ...content,
      ...{ flowId, seriesId },
    }));
  });
}

/** The columns of the table, one for each member of a line. */
export const LINE_COLUMNS: readonly CsvColumn<DisclosedLine>[] = (
  [
    ...['flow', 'version', 'disclosedOn', 'tells', 'newest', 'label', 'ruleSet', 'asAt', 'group'],
    ...['groupLabel', 'outcome', 'outcomeLabel', 'count', 'rule', 'ruleVersion', 'message', 'citation'],
    ...['referenceBeingChecked', 'referenceChecked', 'redLine', 'post', 'decision', 'finding'],
    ...['adviceFollowed', 'dissent', 'reason', 'evidence', 'flowId', 'seriesId'],
  ] as const satisfies readonly (keyof DisclosedLine)[]
).map((name) => ({
  heading: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  cell: (line) => line[name],
}));

/** What a later row of the same name is told instead of: the results of a flow, or what one post says of one version. */
function supersededBy({ id, flowId, seriesId, content }: DisclosureRow): string {
  if (content.tells === 'rule-results') return seriesId;
  if (content.tells === 'judgement' && content.post !== 'REVIEWER')
    return `${flowId} ${content.rule} ${content.post}`;
  return content.tells === 'sign-off' ? `${flowId} ${content.capacity}` : id;
}

type LineContent = Omit<DisclosedLine, 'flow' | 'version' | 'disclosedOn' | 'newest' | 'flowId' | 'seriesId'>;

function contentsOf({ content }: DisclosureRow, checks: ChecksInWords): LineContent[] {
  if (content.tells === 'rule-results') return contentsOfResults(content, checks);
  if (content.tells === 'sign-off') {
    const { tells, capacity, decision, adviceFollowed, dissent } = content;
    const said = { post: SIGN_OFF_CAPACITIES[capacity], decision: SIGN_OFF_DECISIONS[decision] };
    return [{ tells, ...said, adviceFollowed, dissent }];
  }
  if (content.tells === 'judgement') {
    const { tells, rule, ruleVersion, post, finding, reason } = content;
    const said = { post: capitalised(JUDGING_POST_WORDS[post]), finding: JUDGED_FINDING_WORDS[finding] };
    const words = wordsOf(rule, checks);
    const message = asStated(words.message ?? '');
    return [{ tells, ...words, message, ruleVersion, ...labelled('STATED'), ...said, reason }];
  }
  const { rule, ruleVersion, outcome, reason, evidence } = content;
  return [
    { tells: 'override', ...wordsOf(rule, checks), ruleVersion, ...labelled(outcome), reason, evidence },
  ];
}

function contentsOfResults(
  { groups, label, ruleSet, asAt, notShown, flags }: DisclosedResults,
  checks: ChecksInWords,
): LineContent[] {
  const report = { label, ruleSet, asAt };
  const counts = ruleGroups().flatMap((group) =>
    outcomes.flatMap(({ code }) => {
      const count = groups[group]?.[code] ?? 0;
      if (count === 0) return [];
      return [
        {
          tells: 'count' as const,
          ...report,
          group,
          groupLabel: RULE_GROUPS[group],
          ...labelled(code),
          count,
        },
      ];
    }),
  );
  return [
    ...counts,
    ...notShown.map((rule) => ({
      tells: 'not-shown' as const,
      ...report,
      ...labelled('FAIL'),
      ...wordsOf(rule, checks),
    })),
    ...flags.map((redLine) => ({ tells: 'red-line' as const, ...report, redLine })),
  ];
}

function labelled(code: string): { outcome: string; outcomeLabel: string } {
  return { outcome: code, outcomeLabel: outcomes.find((one) => one.code === code)?.label ?? code };
}

function wordsOf(
  id: string,
  checks: ChecksInWords,
): Pick<LineContent, 'rule' | 'message' | 'citation' | 'referenceBeingChecked' | 'referenceChecked'> {
  const { rule, message, citation, beingChecked, checked } = ruleInWords(id, checks);
  return { rule, message, citation, referenceBeingChecked: beingChecked, referenceChecked: checked };
}
