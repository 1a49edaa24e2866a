import type { FlowDetail, StoredReport } from '../flow/flow-rows.js';
import type { ShownAnswer } from '../showing/record-shown.js';
import { asksForJudgement, judgementShown, judgementsOf, withoutUnchecked } from './judgement-in-words.js';
import { wordsJudged } from './words-judged.js';

/** One result that is only stated, with the words that are judged. */
export interface ResultToJudge {
  readonly rule: string;
  readonly message: string;
  /** What the record says in the fields that the rule looked at. */
  readonly words: readonly ShownAnswer[];
  readonly judgements: readonly ReturnType<typeof judgementShown>[];
  /** Nobody finds the words adequate, or somebody finds them not adequate. */
  readonly isOpen: boolean;
}

/** The results of a report that are only stated, what nobody finds adequate first. */
export function resultsToJudge({ content, judgements }: FlowDetail, report: StoredReport): ResultToJudge[] {
  const all = report.results
    .filter(({ outcome }) => outcome === 'STATED')
    .map((result) => ({ result, judged: judgementsOf(result, judgements) }))
    .map(({ result, judged }) => ({
      rule: result.rule,
      message: judged.length === 0 ? result.message : withoutUnchecked(result.message),
      words: wordsJudged(result.fields, content),
      judgements: judged.map(judgementShown),
      isOpen: asksForJudgement(result, judgements),
    }));
  return [...all.filter(({ isOpen }) => isOpen), ...all.filter(({ isOpen }) => !isOpen)];
}
