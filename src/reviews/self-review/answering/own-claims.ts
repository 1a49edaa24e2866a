import { methodOf } from '../../../frameworks/edition/method/first-method.js';
import { rateReview, type ReviewRating } from '../../../review-method/rating/rate-review.js';
import { RATING_WORDS, type Rating } from '../../../review-method/rating/rating.js';
import { capByEvidence, countedScore } from '../../../review-method/scoring/cap-by-evidence.js';
import type { CriterionInForce } from '../../../frameworks/edition/criteria-in-force.js';
import { criterionIn, type ReviewWithCriteria } from '../../criteria/reviewed-criteria.js';
import type { DatedAnswer } from '../self-review.queries.js';

/** One criterion with what the trust answered, as it is read before signing and submitting. */
export interface ClaimedLine {
  readonly code: string;
  readonly requirement: string;
  /** Null where nothing was answered. */
  readonly answer: DatedAnswer | null;
  /** The score in words; null where there is none, or the reader may not see it. */
  readonly scored: string | null;
  /** Why the score counts as another by its evidence; null where it counts as it is. */
  readonly counts: string | null;
  /** Why the answer was given to other words than those that are asked now; null where it was not. */
  readonly earlierWords: string | null;
}

/** Every answer in the order of the domains, with the rating that the trust's own scores would lead to. */
export interface OwnClaims {
  /** Null for a reader who may not see what the trust scored itself. */
  readonly rating: (ReviewRating & { readonly label: string; readonly meaning: string }) | null;
  readonly domains: readonly {
    readonly name: string;
    readonly label: string | null;
    readonly lines: readonly ClaimedLine[];
  }[];
  readonly unanswered: readonly string[];
  readonly earlier: readonly string[];
}

/** What a trust claims, and what the published method makes of it if every claim is believed. */
export function ownClaims(work: ReviewWithCriteria, answers: readonly DatedAnswer[]): OwnClaims {
  const given = new Map(answers.map((answer) => [answer.criterion, answer]));
  const hidden = answers.some(({ score }) => score === null);
  const rating = hidden ? null : ratingOf(work, given);
  const lines = work.criteria.map((each) => ({
    domain: each.criterion.domain,
    line: lineOf(work, each, given.get(each.criterion.id) ?? null),
  }));
  const codes = (wanted: (line: ClaimedLine) => boolean): string[] =>
    lines.filter(({ line }) => wanted(line)).map(({ line }) => line.code);
  return {
    rating: rating && { ...rating, ...RATING_WORDS[rating.overall] },
    domains: work.edition.domains
      .map(({ code, name }) => ({
        name,
        label: labelOf(rating?.domains.find(({ domain }) => domain === code)?.rating ?? null),
        lines: lines.filter(({ domain }) => domain === code).map(({ line }) => line),
      }))
      .filter((domain) => domain.lines.length > 0),
    unanswered: codes(({ answer }) => answer === null),
    earlier: codes(({ earlierWords }) => earlierWords !== null),
  };
}

/** An N that nobody else agreed to counts as the method counts it: on a requirement that stops a scheme, as open. */
function ratingOf(
  { criteria, edition }: ReviewWithCriteria,
  given: ReadonlyMap<string, DatedAnswer>,
): ReviewRating {
  const method = methodOf(edition);
  const rated = criteria.map(({ criterion: { id, domain }, gravity }) => {
    const answer = given.get(id);
    const score = answer?.score ? countedScore({ score: answer.score, grade: answer.grade }, method) : null;
    return { id, domain, gravity, score, ...(score === 'N' && { notAgreed: true }) };
  });
  return rateReview(rated, edition.domains, method);
}

function lineOf(
  work: ReviewWithCriteria,
  { criterion: { id, requirement }, gravity }: CriterionInForce,
  answer: DatedAnswer | null,
): ClaimedLine {
  const method = methodOf(work.edition);
  const scored = method.scale.find(({ score }) => score === answer?.score);
  const label = gravity === 'STATUTORY' ? scored?.labelForLaw : scored?.label;
  return {
    code: id,
    requirement,
    answer,
    scored: scored && label !== undefined ? `${scored.score} – ${label}` : null,
    counts: answer?.score && answer.grade ? capByEvidence(answer.score, answer.grade, method).because : null,
    earlierWords: answer && earlierWords(work, answer),
  };
}

function earlierWords(work: ReviewWithCriteria, answer: DatedAnswer): string | null {
  if (answer.editionMoveId !== work.review.editionMoveId)
    return `It was given to ${answer.givenTo} before the round moved to another edition.`;
  const { clearer } = criterionIn(work, answer.criterion);
  const since = clearer?.since ?? null;
  return since !== null && since >= answer.answeredOn
    ? 'It was given before the criterion was worded more clearly. What is asked is the same.'
    : null;
}

function labelOf(rating: Rating | null): string | null {
  return rating && RATING_WORDS[rating].label;
}
