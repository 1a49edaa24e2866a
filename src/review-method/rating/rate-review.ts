import type { Method } from '../../frameworks/edition/method/method-schema.js';
import type { RatedCriterion } from './rated-criterion.js';
import { type DomainRating, rateDomain } from './rate-domain.js';
import { type Rating, RATING_WORDS, worstOf } from './rating.js';
import type { RatingStep } from './rating-step.js';

/** A domain of the framework, in the order in which a report shows them. */
export interface NamedDomain {
  readonly code: string;
  readonly name: string;
}

/** The rating of a deployment: overall, per domain, and the working that a page prints as it stands. */
export interface ReviewRating {
  readonly overall: Rating;
  readonly working: readonly RatingStep[];
  readonly domains: readonly DomainRating[];
}

/**
 * Rates a review from the scores that count: each domain by its own rules, the whole by its worst domain. Domains
 * without criteria in force are left out; a review in which nothing could be rated is unverified.
 */
export function rateReview(
  criteria: readonly RatedCriterion[],
  domains: readonly NamedDomain[],
  method: Pick<Method, 'rating'>,
): ReviewRating {
  const rated = domains
    .map(({ code }) => ({ code, own: criteria.filter(({ domain }) => domain === code) }))
    .filter(({ own }) => own.length > 0)
    .map(({ code, own }) => rateDomain(code, own, method));
  const overall = worstOf(rated.flatMap(({ rating }) => rating ?? []));
  if (overall === null) return { overall: 'UNVERIFIED', working: [nothingRated()], domains: rated };
  const worst = rated.filter(({ rating }) => rating === overall);
  return {
    overall,
    working: [worstWins(overall, worst, domains), ...stepsThatLead(overall, worst)],
    domains: rated,
  };
}

function nothingRated(): RatingStep {
  return {
    rating: 'UNVERIFIED',
    sentence: 'No criterion of this review could be rated, so nothing is verified.',
    criteria: [],
  };
}

function worstWins(
  overall: Rating,
  worst: readonly DomainRating[],
  domains: readonly NamedDomain[],
): RatingStep {
  const names = worst.map(({ domain }) => domains.find(({ code }) => code === domain)?.name ?? domain);
  return {
    rating: overall,
    sentence:
      `The overall rating is the worst of the domain ratings: ${RATING_WORDS[overall].label}, ` +
      `from ${names.join(', ')}.`,
    criteria: [],
  };
}

/** The steps of the worst domains, each sentence once with the criteria of every domain that it is said of. */
function stepsThatLead(overall: Rating, worst: readonly DomainRating[]): RatingStep[] {
  const steps = new Map<string, RatingStep>();
  for (const step of worst.flatMap(({ working }) => working).filter(({ rating }) => rating === overall)) {
    const said = steps.get(step.sentence)?.criteria ?? [];
    steps.set(step.sentence, { ...step, criteria: [...said, ...step.criteria] });
  }
  return [...steps.values()];
}
