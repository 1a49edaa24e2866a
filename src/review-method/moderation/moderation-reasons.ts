import type { Gravity } from '../../frameworks/edition/gravity.js';
import type { Confidence } from '../scoring/locked-content.js';
import { pointsOf, type ScoreValue } from '../scoring/score.js';

/** One reviewer's locked score for a criterion. */
export interface LockedScore {
  readonly reviewer: string;
  readonly score: ScoreValue;
  readonly confidence: Confidence;
}

/** Everything moderation looks at for one criterion. */
export interface CriterionScores {
  readonly gravity: Gravity;
  readonly scores: readonly LockedScore[];
  /** True when a reviewer or a user-led group says that what survivors reported contradicts every score. */
  readonly survivorsContradict: boolean;
}

/** Why a criterion goes to moderation: a code for counting and the sentence people read. */
export interface ModerationReason {
  readonly code:
    | 'ONE_REVIEWER_ONLY'
    | 'FAR_APART'
    | 'RED_LINE_DIFFERS'
    | 'ONE_WITHOUT_NUMBER'
    | 'WITHOUT_NUMBER_DIFFERS'
    | 'LOW_CONFIDENCE_ON_RED_LINE'
    | 'SURVIVORS_CONTRADICT';
  readonly sentence: string;
}

const FAR_APART = 2;

/**
 * Every reason to moderate a criterion once its scores are locked; none means that the scores can be settled without
 * a meeting. Red lines and other knock-outs are treated alike.
 */
export function moderationReasons({
  gravity,
  scores,
  survivorsContradict,
}: CriterionScores): readonly ModerationReason[] {
  const given = scores.map(({ score }) => score);
  const points = given.flatMap((score) => pointsOf(score) ?? []);
  const letters = new Set(given.filter((score) => pointsOf(score) === null));
  const stopsByItself = gravity === 'RED_LINE' || gravity === 'KNOCK_OUT';
  const unsure = scores.some(({ confidence }) => confidence === 'low');
  const found: (ModerationReason | false)[] = [
    scores.length < 2 && because('ONE_REVIEWER_ONLY', 'Fewer than two reviewers have scored this criterion.'),
    points.length > 1 &&
      Math.max(...points) - Math.min(...points) >= FAR_APART &&
      because('FAR_APART', 'The scores are two or more apart.'),
    stopsByItself &&
      new Set(given).size > 1 &&
      because('RED_LINE_DIFFERS', 'The scores differ on a requirement that stops a scheme by itself.'),
    points.length > 0 &&
      points.length < given.length &&
      because('ONE_WITHOUT_NUMBER', 'One reviewer gave a number and another did not.'),
    letters.size > 1 &&
      because('WITHOUT_NUMBER_DIFFERS', 'The reviewers gave no number, for different reasons.'),
    stopsByItself &&
      unsure &&
      because(
        'LOW_CONFIDENCE_ON_RED_LINE',
        'A reviewer is unsure about a requirement that stops a scheme by itself.',
      ),
    survivorsContradict &&
      because(
        'SURVIVORS_CONTRADICT',
        'What people who lived through the scheme reported contradicts the scores.',
      ),
  ];
  return found.filter((reason) => reason !== false);
}

function because(code: ModerationReason['code'], sentence: string): ModerationReason {
  return { code, sentence };
}
