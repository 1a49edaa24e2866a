import type { Uuid } from '../../kernel/identifiers.js';
import type { Rating } from '../../review-method/rating/rating.js';
import type { PublicationFacts } from './publication-standing.js';

/** One release in a list. What was withdrawn keeps its place, its number and its hash, and nothing else. */
export interface ReleaseRow {
  readonly id: Uuid;
  readonly serial: number;
  readonly reviewId: Uuid;
  readonly number: number;
  readonly organisationId: Uuid;
  readonly organisation: string;
  readonly deploymentId: Uuid;
  /** Null where the reader may not see the deployment. */
  readonly deployment: string | null;
  readonly round: string;
  readonly publishedOn: string;
  readonly contentHash: string;
  /** Null after a withdrawal. */
  readonly overall: Rating | null;
  readonly withdrawal: Tombstone | null;
}

/** What stands where something was withdrawn, or where publication was refused. */
export interface Tombstone {
  readonly post: string;
  readonly reason: string;
  readonly legalBasis: string;
  readonly on: string;
}

/** One release of a review in its history. */
export interface ReleaseOfReview {
  readonly id: Uuid;
  readonly serial: number;
  readonly number: number;
  readonly publishedOn: string;
  readonly contentHash: string;
  readonly overall: Rating | null;
  readonly withdrawnOn: string | null;
}

/** A promised publication, with everything from which its standing follows. */
export interface PromiseRow extends PublicationFacts {
  readonly id: Uuid;
  readonly roundId: Uuid;
  readonly round: string;
  readonly asAt: string;
  readonly organisationId: Uuid;
  readonly organisation: string;
  readonly deploymentId: Uuid;
  readonly deployment: string | null;
  readonly newest: (ReleaseOfReview & { readonly withdrawn: boolean }) | null;
}

/** A promised publication with its whole history. */
export interface PromiseDetail extends PromiseRow {
  readonly releases: readonly ReleaseOfReview[];
  readonly refusal: Tombstone | null;
  /** Every time the promised day was moved, and why. */
  readonly moves: readonly {
    readonly was: string;
    readonly becomes: string;
    readonly reason: string;
    readonly decidedOn: string;
  }[];
}
