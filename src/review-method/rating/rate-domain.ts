import { dutyNotMet } from './duty-not-met.js';
import { knockOutFailed } from './knock-out-failed.js';
import { isApplicable, type RatedCriterion } from './rated-criterion.js';
import { type Rating, RATINGS } from './rating.js';
import type { RatingRule, RatingStep } from './rating-step.js';
import { notAgreedNotApplicable } from './not-agreed-not-applicable.js';
import { redLineFailed } from './red-line-failed.js';
import { redLineOpen } from './red-line-open.js';
import { somethingFailed } from './something-failed.js';
import { somethingOpen } from './something-open.js';
import { tooMuchOpen } from './too-much-open.js';

/** A domain's rating with its working, worst step first. The rating is null only where no criterion applies. */
export interface DomainRating {
  readonly domain: string;
  readonly rating: Rating | null;
  readonly working: readonly RatingStep[];
  /** Criteria the reviewers agreed do not apply; left out of every count, and named. */
  readonly notApplicable: readonly string[];
}

const RULES: readonly RatingRule[] = [
  redLineFailed,
  knockOutFailed,
  dutyNotMet,
  redLineOpen,
  notAgreedNotApplicable,
  tooMuchOpen,
  somethingFailed,
  somethingOpen,
];

/** Rates one domain: the worst step that any rule takes, with every step kept so that a page can show them all. */
export function rateDomain(domain: string, criteria: readonly RatedCriterion[]): DomainRating {
  const applicable = criteria.filter(isApplicable);
  const notApplicable = criteria.filter((each) => !isApplicable(each)).map(({ id }) => id);
  if (applicable.length === 0) return { domain, rating: null, working: [], notApplicable };
  const working = RULES.map((rule) => rule(applicable))
    .filter((step) => step !== null)
    .sort((one, other) => RATINGS.indexOf(one.rating) - RATINGS.indexOf(other.rating));
  const steps = working.length > 0 ? working : [assured(applicable)];
  return { domain, rating: steps[0]?.rating ?? null, working: steps, notApplicable };
}

function assured(applicable: readonly RatedCriterion[]): RatingStep {
  return {
    rating: 'ASSURED',
    sentence: 'Every criterion that applies was scored 2 or 3 on evidence that can carry it.',
    criteria: applicable.map(({ id }) => id),
  };
}
