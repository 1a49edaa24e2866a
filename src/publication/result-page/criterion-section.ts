import type {
  PublishedContent,
  PublishedCriterion,
  PublishedFinding,
  PublishedPanel,
  PublishedScore,
} from '../content/published-content.js';
import { gravityWords, reviewerWords, scoreWords, SETTLED_WORDS } from './result-words.js';
import { GROUND_WORDS } from '../../reviews/requesting/meeting-request.forms.js';
import { day, sentenceList } from '../../web/words.js';
import {
  outcomeSentence,
  type PublishedMeeting,
  type PublishedProposal,
} from '../content/published-meeting.js';

/** One criterion as the page shows it: the layers as short cells, and each with its reasons. */
export interface CriterionSection {
  readonly code: string;
  /** The address of its reasons on the same page, which unfolds its domain where that is needed. */
  readonly href: string;
  readonly requirement: string;
  readonly gravity: string | null;
  readonly inferred: boolean;
  readonly sources: readonly string[];
  readonly counted: string;
  readonly layers: readonly {
    readonly who: string;
    readonly score: string;
    readonly notes: string;
    readonly text: string;
  }[];
}

/**
 * Turns a criterion of the frozen content into what the page shows, with what user-led groups stated about it beside the
 * scores; its link unfolds its domain where that is folded.
 */
export function criterionSection(
  criterion: PublishedCriterion,
  isOpen: (domain: string) => boolean,
  { panel, statements }: Pick<PublishedContent, 'panel' | 'statements'>,
): CriterionSection {
  const { code, domain, requirement, gravity, inferred, sources, self, independent, counted } = criterion;
  const words = (score: Parameters<typeof scoreWords>[0]): string => scoreWords(score, gravity);
  return {
    code,
    href: isOpen(domain) ? `#${code}` : `?open=${domain}#${code}`,
    requirement,
    gravity: gravityWords(gravity),
    inferred,
    sources,
    counted: words(counted?.score ?? null),
    layers: [
      ...(self
        ? [{ who: 'The trust', score: words(self.score), notes: evidenceNote(self), text: self.reason }]
        : []),
      ...statements
        .filter((statement) => statement.criterion === code)
        .map(({ organisation, statedOn, text }) => ({
          who: `${organisation}, unedited`,
          ...{ score: '', notes: day(statedOn), text },
        })),
      ...independent.map((given) => ({
        who: reviewerWords(given.reviewer, panel),
        score: words(given.score),
        notes: `${evidenceNote(given)}, ${given.confidence} confidence`,
        text: given.rationale,
      })),
      ...(criterion.meeting ? meetingLayers(criterion.meeting, words, panel) : []),
      ...(counted ? [finding(counted, words)] : []),
    ],
  };
}

function meetingLayers(
  { reasons, asked, proposals }: PublishedMeeting,
  words: (score: PublishedScore['score']) => string,
  panel: PublishedPanel,
): CriterionSection['layers'][number][] {
  return [
    { who: 'Why reviewers met', score: '', notes: '', text: reasons.join(' ') },
    ...asked.map(({ by, ground, reason }) => ({
      who: `${whoAsked(by, panel)} ${GROUND_WORDS[ground].label}`,
      ...{ score: '', notes: '', text: reason },
    })),
    ...proposals.flatMap((proposal) => [
      {
        who: proposal.afterReply ? 'Proposed after a reply' : 'Proposed in a meeting',
        score: words(proposal.score),
        notes: proposalNotes(proposal),
        text: proposal.reason,
      },
      ...proposal.said
        .filter(({ stance, words: said }) => stance === 'dissent' || said !== '')
        .map(({ reviewer, stance, words: said }) => ({
          who: stance === 'dissent' ? `Minority view: reviewer ${reviewer}` : `Reviewer ${reviewer} confirms`,
          ...{ score: '', notes: '', text: said },
        })),
      ...(proposal.secondedBecause === null
        ? []
        : [{ who: 'A second lead stands behind it', score: '', notes: '', text: proposal.secondedBecause }]),
    ]),
  ];
}

function whoAsked(by: string | null, { scored }: PublishedPanel): string {
  if (by === null) return 'Whoever leads the review';
  return scored.some(({ reviewer }) => reviewer === by) ? `Reviewer ${by}` : by;
}

/** Who was there, who confirmed, dissented or said nothing, and what became of it. */
function proposalNotes(proposal: PublishedProposal): string {
  const { tookPart, said, silent, couldNotSpeak = [], confirmBy } = proposal;
  const by = (stance: string): string[] =>
    said.filter((word) => word.stance === stance).map(({ reviewer }) => reviewer);
  const parts: (readonly [string, readonly string[]])[] = [
    ['In the meeting', tookPart],
    ['Confirmed by', by('confirm')],
    ['Dissent of', by('dissent')],
    [`Nothing said by ${day(confirmBy)} by`, silent],
    ['Could not speak, having left or joined later', couldNotSpeak],
  ];
  const told = parts
    .filter(([, reviewers]) => reviewers.length > 0)
    .map(([what, reviewers]) => `${what}: ${sentenceList(reviewers)}.`);
  return [...told, outcomeSentence(proposal)].join(' ');
}

function finding(
  counted: PublishedFinding,
  words: (score: PublishedScore['score']) => string,
): CriterionSection['layers'][number] {
  const capped = counted.score !== counted.moderated;
  const how = SETTLED_WORDS[counted.settledBy];
  return {
    who: 'What counts',
    score: words(counted.score),
    notes: capped ? `${how}, and lowered from ${counted.moderated} because of weak evidence` : how,
    text:
      counted.minorityView === ''
        ? counted.reason
        : `${counted.reason}\n\nMinority view: ${counted.minorityView}`,
  };
}

function evidenceNote({
  grade,
  evidence,
}: {
  readonly grade: string | null;
  readonly evidence: number;
}): string {
  const documents = evidence === 1 ? '1 document' : `${String(evidence)} documents`;
  return grade === null ? documents : `evidence of grade ${grade}, ${documents}`;
}
