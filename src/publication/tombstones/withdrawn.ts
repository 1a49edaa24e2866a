import { Refusal } from '../../kernel/refusal.js';
import type { Tombstone } from '../releases/releases.queries.js';

/** 410: what was published here was withdrawn. The page of the release says by whom, why, and on what legal basis. */
export class Withdrawn extends Refusal {
  readonly status = 410;
  readonly title = 'This result was withdrawn';

  constructor({ on, post, reason, legalBasis }: Tombstone) {
    super(`Withdrawn on ${on} by the ${post}. Reason: ${reason} Legal basis: ${legalBasis}`);
  }
}
