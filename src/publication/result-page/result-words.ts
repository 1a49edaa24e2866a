import type { Gravity } from '../../frameworks/edition/gravity.js';
import { leastAgreementOf, methodOf } from '../../frameworks/edition/method/first-method.js';
import { RATING_WORDS, type Rating } from '../../review-method/rating/rating.js';
import { onTheScale } from '../../review-method/scoring/score-scale.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import type { Exclusion } from '../../review-method/panel/panel-member.js';
import { day } from '../../web/words.js';
import type { StateTag } from '../../web/state-tag.js';
import type {
  PublishedContent,
  Answering,
  PublishedAgreement,
  PublishedFinding,
  PublishedPanel,
  PublishedReply,
  PublishedReviewer,
} from '../content/published-content.js';

const TONES: Readonly<Record<Rating, StateTag['tone']>> = {
  CEASE: 'stop',
  SERIOUS_CONCERN: 'stop',
  UNVERIFIED: 'attention',
  IMPROVEMENT_REQUIRED: 'attention',
  ASSURED: 'good',
};

const GRAVITY_WORDS: Readonly<Record<Gravity, string | null>> = {
  RED_LINE: 'Red line',
  KNOCK_OUT: 'Stops a scheme by itself',
  STATUTORY: 'Duty in law',
  ORDINARY: null,
};

const ANSWERING_WORDS: Readonly<Record<Answering, string | null>> = {
  ANSWERED: null,
  NOT_ACKNOWLEDGED: 'The trust did not acknowledge the request for a self-review, and did not answer it.',
  NOT_ANSWERED: 'The trust acknowledged the request for a self-review, and did not answer it.',
};

/** What a point of reply says of a finding, as the page of a result says it. */
export const REPLY_WORDS: Readonly<Record<PublishedReply['kind'], string>> = {
  error: 'an error',
  incomplete: 'something missing',
  judgement: 'a judgement they do not share',
};

/** How a finding came to be what counts. */
export const SETTLED_WORDS: Readonly<Record<PublishedFinding['settledBy'], string>> = {
  agreement: 'settled by agreement',
  meeting: 'settled in a meeting',
  reply: 'changed after a reply',
};

/** A rating in words; a domain in which nothing applied has none. */
export function ratingState(rating: Rating | null): StateTag {
  if (rating === null) return { text: 'Does not apply', tone: 'quiet' };
  return { text: RATING_WORDS[rating].label, tone: TONES[rating] };
}

/** A score as a cell shows it: the sign on the scale and its word. */
export function scoreWords(score: ScoreValue | null, gravity: Gravity): string {
  const scale = onTheScale(score ?? 'X');
  return `${scale.score}, ${(gravity === 'STATUTORY' ? scale.labelForLaw : scale.label).toLowerCase()}`;
}

/** What a criterion can do by itself, in words; null for an ordinary one. */
export function gravityWords(gravity: Gravity): string | null {
  return GRAVITY_WORDS[gravity];
}

/** That a trust was silent, in a sentence; null when it answered. */
export function silenceWords(answering: Answering): string | null {
  return ANSWERING_WORDS[answering];
}

/** How far the reviewers agreed, in sentences that carry every number with its n. */
export function agreementSentences(
  agreement: PublishedAgreement,
  framework: PublishedContent['framework'],
): readonly string[] {
  const { rawAgreement, ordinalAlpha, ordinalAlphaInterval: interval, answeredAlpha } = agreement;
  const sentences: (string | null)[] = [
    rawAgreement === null
      ? null
      : `${String(agreement.reviewers)} reviewers gave the same score in ${percent(rawAgreement)} of comparisons, over ${String(agreement.pairedUnits)} criteria.`,
    ordinalAlpha === null
      ? null
      : `Krippendorff’s alpha for ordered scores is ${ordinalAlpha.toFixed(2)}, over ${String(agreement.pairedNumbers)} criteria that two or more of them gave a number` +
        (interval ? ` (95% interval ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}).` : '.'),
    answeredAlpha === null
      ? null
      : `On whether a criterion could be scored at all, alpha is ${answeredAlpha.toFixed(2)}.`,
    ...(agreement.belowFloor
      ? [belowFloorWords(agreement, leastAgreementOf(methodOf(framework)))]
      : agreement.notes),
    afterWords(agreement),
  ];
  return sentences.filter((sentence) => sentence !== null);
}

/** Who reviewed, in sentences of numbers. */
export function panelSentences(panel: PublishedPanel): readonly string[] {
  if (panel.scored.length === 0) return ['Nobody scored this review, because there was nothing to score.'];
  return [
    `The scores of ${String(panel.reviewers)} people count, each given without seeing those of the others: ${String(panel.outsideNhsEngland)} from outside NHS England, ${String(panel.livedExperience)} with lived experience.`,
    ...panel.scored.flatMap(reviewerSentences),
    `Of everybody who took part, ${String(panel.declaredNoInterest)} declared no interest, ${String(panel.continuedWithInterest)} declared an interest and somebody else decided that they continue, and ${String(panel.excluded)} ${panel.excluded === 1 ? 'was' : 'were'} excluded.`,
  ];
}

function fateWords({ became, givenLater }: Pick<PublishedReviewer, 'became' | 'givenLater'>): string {
  if (became === 'set-aside') return ' (set aside)';
  return givenLater ? ' (given later)' : '';
}

/** A reviewer's letter with what became of their scores, as tables and headings show it. */
export function reviewerWords(letter: string, { scored }: PublishedPanel): string {
  const reviewer = scored.find((each) => each.reviewer === letter);
  return `Reviewer ${letter}${reviewer ? fateWords(reviewer) : ''}`;
}

function reviewerSentences(reviewer: PublishedReviewer): readonly string[] {
  const { became, givenLater, left, exclusion } = reviewer;
  const who = `Reviewer ${reviewer.reviewer}`;
  const sentences: (string | null)[] = [
    givenLater
      ? `${who} joined after the scores of the others were open, and saw none of them before locking their own.`
      : null,
    exclusion && `${who} was excluded, and their scores are set aside: ${excludedWords(exclusion)}`,
    left && became === 'left'
      ? `${who} left on ${day(left.on)}; their scores count. Reason: ${left.because}`
      : null,
  ];
  return sentences.filter((sentence) => sentence !== null);
}

function excludedWords({ conflict, because, post, decidedOn, second }: Exclusion): string {
  const ground = conflict === null ? 'a conflict that they declared' : `a conflict found later. ${conflict}`;
  const first = `${ground} Decided on ${day(decidedOn)} (${post}): ${because}`;
  return second === null
    ? first
    : `${first} Agreed on ${day(second.decidedOn)} (${second.post}): ${second.because}`;
}

function belowFloorWords({ publishedAnywayBecause }: PublishedAgreement, least: number): string {
  const below = `That is below ${String(least)}, the least at which scores are relied on.`;
  return publishedAnywayBecause === null
    ? `${below} Every criterion on which the reviewers differed was settled in a meeting or after a reply.`
    : `${below} Two people who lead the review publish it all the same.`;
}

/** What reviewers hold after meetings; nothing where there was none, or in releases from before this was published. */
function afterWords({ afterMeetings: after }: PublishedAgreement): string | null {
  if (!after) return null;
  const alpha = after.ordinalAlpha === null ? 'is not defined' : `is ${after.ordinalAlpha.toFixed(2)}`;
  const same = after.rawAgreement === null ? 'nothing to compare' : percent(after.rawAgreement);
  return `After meetings, with what reviewers confirmed in place of what they had locked, they hold the same score in ${same} of comparisons, and alpha ${alpha}.`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`;
}
