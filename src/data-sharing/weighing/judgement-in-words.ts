import { day } from '../../web/words.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import type { JudgementRow } from '../flow/flow-rows.js';
import type { JudgedFinding, JudgingPost } from '../flow/stated-judgement.entity.js';

/** Each post that judges what is only stated, as a sentence names it. */
export const JUDGING_POST_WORDS: Readonly<Record<JudgingPost, string>> = {
  CALDICOTT_GUARDIAN: 'the Caldicott Guardian',
  DPO: 'the Data Protection Officer',
  REVIEWER: 'a reviewer',
};

/** What a person can find of words that a record states. */
export const JUDGED_FINDING_WORDS: Readonly<Record<JudgedFinding, string>> = {
  ADEQUATE: 'Adequate',
  NOT_ADEQUATE: 'Not adequate',
  CANNOT_TELL: 'Cannot tell',
};

/** How a finding is coloured; none of them is the colour of what a record shows. */
export const JUDGED_FINDING_TONES: Readonly<Record<JudgedFinding, string>> = {
  ADEQUATE: 'waiting',
  NOT_ADEQUATE: 'stop',
  CANNOT_TELL: 'attention',
};

type Said = Readonly<{ post: JudgingPost; finding: JudgedFinding; judgedOn: string }>;

/** Who judged, what, and on which day: "Judged adequate by the Caldicott Guardian, 3 May 2026". */
export function judgedBy({ post, finding, judgedOn }: Said): string {
  const who = JUDGING_POST_WORDS[post];
  if (finding === 'CANNOT_TELL')
    return `Judged by ${who}, who cannot tell whether it is adequate, ${day(judgedOn)}`;
  return `Judged ${finding === 'ADEQUATE' ? 'adequate' : 'not adequate'} by ${who}, ${day(judgedOn)}`;
}

/** A judgement as its readers see it: the post and what it found, never the person. */
export function judgementShown(judgement: Said & Pick<JudgementRow, 'id' | 'reason' | 'followedOn'>) {
  const { id, finding, reason, followedOn } = judgement;
  return { id, text: judgedBy(judgement), tone: JUDGED_FINDING_TONES[finding], reason, followedOn };
}

/** What a rule says that a record states, without the words that nobody has checked it: somebody did. */
export function withoutUnchecked(message: string): string {
  return message.replace(/; nobody has checked it\.$/, '.');
}

/** What a rule asks for, as what a record states. */
export function asStated(message: string): string {
  return message.replace('does not show', 'states');
}

type Result = Pick<RuleResult, 'rule' | 'version' | 'outcome' | 'message'>;
type Judged = Pick<JudgementRow, 'rule' | 'ruleVersion' | 'said' | 'finding' | 'followedOn'>;

/** The judgements of these very words of a result: of the same rule in the same version, which says the same. */
export function judgementsOf<Row extends Judged>(result: Result, all: readonly Row[]): Row[] {
  if (result.outcome !== 'STATED') return [];
  return all.filter(
    ({ rule, ruleVersion, said }) =>
      rule === result.rule && ruleVersion === result.version && said === result.message,
  );
}

/** True of a result that is only stated while nobody who judged it last finds its words adequate, or somebody finds them not. */
export function asksForJudgement(result: Result, all: readonly Judged[]): boolean {
  if (result.outcome !== 'STATED') return false;
  const last = judgementsOf(result, all).filter(({ followedOn }) => followedOn === null);
  return (
    !last.some(({ finding }) => finding === 'ADEQUATE') ||
    last.some(({ finding }) => finding === 'NOT_ADEQUATE')
  );
}
