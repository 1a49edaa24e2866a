import type { Gravity } from '../../frameworks/edition/gravity.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { pointsOf } from '../scoring/score.js';
import { stopsByItself, type WeighedScore } from './weighed-score.js';

/** On what ground somebody asks for a meeting: because they want one, or because of what people who lived through it say. */
export const MEETING_GROUNDS = ['asked', 'survivors', 'concerns'] as const;

/** The ground of one request for a meeting. */
export type MeetingGround = (typeof MEETING_GROUNDS)[number];

/** Everything that says whether the reviewers must meet about one criterion. */
export interface CriterionScores {
  readonly gravity: Gravity;
  readonly scores: readonly WeighedScore[];
  /** The grounds on which somebody asked, each with a reason that is kept. */
  readonly asked: readonly MeetingGround[];
  /** True when the trust itself claims, with a reason, that the criterion does not apply. */
  readonly claimedNotApplicable: boolean;
  /** True when the reviewers of the whole review agree less than scores can be relied on. */
  readonly agreedTooLittle: boolean;
}

/** Why a criterion goes to moderation: a code for counting and the sentence people read. */
export interface ModerationReason {
  readonly code: keyof typeof SENTENCES;
  readonly sentence: string;
}

const FAR_APART = 2;

const SENTENCES = {
  ONE_REVIEWER_ONLY: 'Fewer than two reviewers have scored this criterion.',
  FAR_APART: 'The scores are two or more apart.',
  RED_LINE_DIFFERS: 'The scores differ on a requirement that stops a scheme by itself.',
  ONE_WITHOUT_NUMBER: 'One reviewer gave a number and another did not.',
  WITHOUT_NUMBER_DIFFERS: 'The reviewers gave no number, for different reasons.',
  LOW_CONFIDENCE_ON_RED_LINE: 'A reviewer is unsure about a requirement that stops a scheme by itself.',
  NOT_APPLICABLE_CLAIMED:
    'The trust and a reviewer say that a requirement which stops a scheme by itself does not apply. Only a meeting can agree that.',
  LOW_AGREEMENT: 'The scores differ, and over the whole review the reviewers agreed too little.',
  SURVIVORS_CONTRADICT: 'What people who lived through the scheme reported contradicts the scores.',
  CONCERNS_CONTRADICT:
    'What people said in concerns that are linked to this criterion contradicts the scores.',
  REQUESTED: 'Somebody asked for a meeting and said why.',
} as const;

/**
 * Every reason to moderate a criterion once its scores are locked; none means that the scores settle themselves and
 * nobody may settle them otherwise. Red lines and other knock-outs are treated alike.
 */
export function moderationReasons(criterion: CriterionScores): readonly ModerationReason[] {
  const { gravity, scores, asked } = criterion;
  const given = scores.map(({ counts }) => counts);
  const points = given.flatMap((score) => pointsOf(score) ?? []);
  const letters = new Set(given.filter((score) => pointsOf(score) === null));
  const stops = stopsByItself(gravity);
  const differ = new Set(given).size > 1;
  const holds: Readonly<Record<ModerationReason['code'], boolean>> = {
    ONE_REVIEWER_ONLY: scores.length < 2,
    FAR_APART: points.length > 1 && Math.max(...points) - Math.min(...points) >= FAR_APART,
    RED_LINE_DIFFERS: stops && differ,
    ONE_WITHOUT_NUMBER: points.length > 0 && points.length < given.length,
    WITHOUT_NUMBER_DIFFERS: letters.size > 1,
    LOW_CONFIDENCE_ON_RED_LINE: stops && scores.some(({ confidence }) => confidence === 'low'),
    NOT_APPLICABLE_CLAIMED:
      stops && criterion.claimedNotApplicable && scores.some((score) => score.given === 'N'),
    LOW_AGREEMENT: differ && criterion.agreedTooLittle,
    SURVIVORS_CONTRADICT: asked.includes('survivors'),
    CONCERNS_CONTRADICT: asked.includes('concerns'),
    REQUESTED: asked.includes('asked'),
  };
  return CODES.filter((code) => holds[code]).map((code) => ({ code, sentence: SENTENCES[code] }));
}

const CODES = wordsOf(SENTENCES);
