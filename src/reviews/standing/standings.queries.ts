import type { Uuid } from '../../kernel/identifiers.js';
import type { SqlStatement } from '../../platform/database/database.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';
import type { KnownStanding } from '../../review-method/independence/known-standing.js';

const STANDING = select({
  assignmentId: sql<Uuid>('s.assignment_id'),
  standing: sql<KnownStanding>('s.standing'),
});

/** How one person stands towards a review, by their part in it. */
export type StandingRow = RowOf<typeof STANDING>;

/** Finds how a person stands towards a review in which they have a part, for looking inside an act. */
export function standingIn({
  personId,
  reviewId,
}: {
  readonly personId: Uuid;
  readonly reviewId: Uuid;
}): SqlStatement<StandingRow> {
  return STANDING.from('reviews.standings_seen($1, $2) s', [personId, reviewId]);
}
