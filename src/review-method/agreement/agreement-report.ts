import { isUnverified, pointsOf, type ScoreValue, SCORES } from '../scoring/score.js';
import { type BootstrapInterval, bootstrapInterval } from './bootstrap-interval.js';
import { coincidenceMatrix } from './coincidence-matrix.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { nominalDifference, ordinalDifference } from './difference.js';
import { givenIn, pairable, type Ratings } from './ratings.js';
import { rawAgreement } from './raw-agreement.js';
import { weightedKappa } from './weighted-kappa.js';

/** One row per criterion of each review, one column per reviewer; null where that reviewer did not score it. */
export type ReviewerScores = readonly (readonly (ScoreValue | null)[])[];

/** How far reviewers agreed before moderation. A measure is null where it is not defined or too few scores carry it. */
export interface AgreementReport {
  /** Criteria with scores of any kind from at least two reviewers: the n of raw agreement. */
  readonly pairedUnits: number;
  /** Criteria with a number from at least two reviewers: the n of alpha and kappa. */
  readonly pairedNumbers: number;
  readonly rawAgreement: number | null;
  readonly ordinalAlpha: number | null;
  readonly ordinalAlphaInterval: BootstrapInterval | null;
  /** Nominal alpha of scored, not verified or not answered, and not applicable: do reviewers see the same evidence? */
  readonly answeredAlpha: number | null;
  /** Only where exactly two reviewers scored. */
  readonly linearKappa: number | null;
  readonly quadraticKappa: number | null;
  /** True when alpha is below the least of the method, which keeps a round from publication until it is moderated again. */
  readonly belowFloor: boolean;
  readonly notes: readonly string[];
}

const FEWEST_PAIRED_UNITS = 10;
const LEVELS = 4;
const KINDS_OF_ANSWER = 3;

/** Reports agreement from locked scores before moderation; under 10 paired units, raw agreement only. */
export function agreementReport(scores: ReviewerScores, seed: number, least: number): AgreementReport {
  const all: Ratings = scores.map((unit) =>
    unit.map((score) => (score === null ? null : SCORES.indexOf(score))),
  );
  const numbers = numbersIn(scores);
  const kinds: Ratings = scores.map((unit) =>
    unit.map((score) => (score === null ? null : kindOfAnswer(score))),
  );
  const enough = {
    numbers: pairedUnits(numbers) >= FEWEST_PAIRED_UNITS,
    kinds: pairedUnits(kinds) >= FEWEST_PAIRED_UNITS,
  };
  const alpha = ordinalAlpha(scores);
  const pairs = enough.numbers && hasTwoReviewers(scores) ? pairsOf(numbers) : [];
  return {
    pairedUnits: pairedUnits(all),
    pairedNumbers: pairedUnits(numbers),
    rawAgreement: rawAgreement(all),
    ordinalAlpha: alpha,
    ordinalAlphaInterval: alpha === null ? null : bootstrapInterval(numbers, LEVELS, ordinalDifference, seed),
    answeredAlpha: enough.kinds
      ? krippendorffAlpha(coincidenceMatrix(kinds, KINDS_OF_ANSWER), nominalDifference)
      : null,
    linearKappa: weightedKappa(pairs, 'linear'),
    quadraticKappa: weightedKappa(pairs, 'quadratic'),
    belowFloor: isBelowFloor(alpha, least),
    notes: notes(enough.numbers, alpha, least),
  };
}

/** Krippendorff's alpha for ordered scores; null where too few criteria have two numbers, or where it is not defined. */
export function ordinalAlpha(scores: ReviewerScores): number | null {
  const numbers = numbersIn(scores);
  if (pairedUnits(numbers) < FEWEST_PAIRED_UNITS) return null;
  return krippendorffAlpha(coincidenceMatrix(numbers, LEVELS), ordinalDifference);
}

/** True when alpha is below the least at which scores are relied on: 0.667 by the first method (complaints-guidelines-access §5.5). */
export function isBelowFloor(alpha: number | null, least: number): boolean {
  return alpha !== null && alpha < least;
}

function numbersIn(scores: ReviewerScores): Ratings {
  return scores.map((unit) => unit.map((score) => (score === null ? null : pointsOf(score))));
}

function kindOfAnswer(score: ScoreValue): number {
  if (score === 'N') return 2;
  return isUnverified(score) ? 1 : 0;
}

function pairedUnits(ratings: Ratings): number {
  return pairable(ratings).length;
}

function hasTwoReviewers(scores: ReviewerScores): boolean {
  return scores.every((unit) => unit.length === 2);
}

function pairsOf(numbers: Ratings): (readonly [number, number])[] {
  return pairable(numbers).flatMap((unit) => {
    const [first, second] = givenIn(unit);
    return first === undefined || second === undefined ? [] : [[first, second] as const];
  });
}

function notes(enough: boolean, alpha: number | null, least: number): string[] {
  if (!enough) {
    return ['Fewer than 10 criteria have a number from two reviewers, so only raw agreement is reported.'];
  }
  if (alpha === null) {
    return ['All reviewers gave the same number everywhere, so alpha is not defined; see raw agreement.'];
  }
  return isBelowFloor(alpha, least)
    ? [
        `Alpha is below ${String(least)}, so these scores are published only with a reason that two people stand behind.`,
      ]
    : [];
}
