import { failsAtOf } from '../../frameworks/edition/method/first-method.js';
import type { Method } from '../../frameworks/edition/method/method-schema.js';
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

const RULES: Readonly<Record<Method['rating']['steps'][number], RatingRule>> = {
  RED_LINE_FAILED: redLineFailed,
  KNOCK_OUT_FAILED: knockOutFailed,
  DUTY_NOT_MET: dutyNotMet,
  RED_LINE_OPEN: redLineOpen,
  NOT_AGREED_NOT_APPLICABLE: notAgreedNotApplicable,
  TOO_MUCH_OPEN: tooMuchOpen,
  SOMETHING_FAILED: somethingFailed,
  SOMETHING_OPEN: somethingOpen,
};

/** Rates one domain by the steps of the method: the worst step that any rule takes, with every step kept so that a page can show them all. */
export function rateDomain(
  domain: string,
  criteria: readonly RatedCriterion[],
  method: Pick<Method, 'rating'>,
): DomainRating {
  const applicable = criteria.filter(isApplicable);
  const notApplicable = criteria.filter((each) => !isApplicable(each)).map(({ id }) => id);
  if (applicable.length === 0) return { domain, rating: null, working: [], notApplicable };
  const working = method.rating.steps
    .map((step) => RULES[step](applicable, method))
    .filter((step) => step !== null)
    .sort((one, other) => RATINGS.indexOf(one.rating) - RATINGS.indexOf(other.rating));
  const steps = working.length > 0 ? working : [assured(applicable, method)];
  return { domain, rating: steps[0]?.rating ?? null, working: steps, notApplicable };
}

function assured(applicable: readonly RatedCriterion[], method: Pick<Method, 'rating'>): RatingStep {
  const { steps } = method.rating;
  const isWhole = steps.includes('SOMETHING_FAILED') && steps.includes('SOMETHING_OPEN');
  return {
    rating: 'ASSURED',
    sentence:
      isWhole && failsAtOf(method).anyCriterion === 1
        ? 'Every criterion that applies was scored 2 or 3 on evidence that can carry it.'
        : 'No step of the method of this edition says anything against it.',
    criteria: applicable.map(({ id }) => id),
  };
}
