import type { Method } from '../../frameworks/edition/method/method-schema.js';
import type { RatedCriterion } from './rated-criterion.js';
import type { Rating } from './rating.js';

/** One line of the working: the rating it leads to, a plain sentence, and the criteria that drove it. */
export interface RatingStep {
  readonly rating: Rating;
  readonly sentence: string;
  readonly criteria: readonly string[];
}

/** A rule of the rating: given the applicable criteria of one domain and the method, the step it takes, or null when it has nothing to say. */
export type RatingRule = (
  criteria: readonly RatedCriterion[],
  method: Pick<Method, 'rating'>,
) => RatingStep | null;

/** The criteria with their scores as a reader sees them: `SIM-POL-01 (0), SIM-POL-02 (not scored)`. */
export function listWithScores(criteria: readonly RatedCriterion[]): string {
  return criteria.map(({ id, score }) => `${id} (${score ?? 'not scored'})`).join(', ');
}
