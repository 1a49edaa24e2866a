import type { Uuid } from '../kernel/identifiers.js';
import type { Look } from '../ledger/act.js';
import { everyColumn, select, type RowOf } from '../platform/database/selection.js';
import { Review } from './review.entity.js';

const HELD = select(everyColumn(Review, 'r'));

/**
 * The review as it stands, held until the transaction ends: whoever answers, signs, scores last or replies waits, so that
 * what is decided next rests on what is there. Null for somebody who may not take the review a step further.
 */
export async function heldReview(look: Look, id: Uuid): Promise<RowOf<typeof HELD> | null> {
  const [held] = await look(HELD.from('reviews.review r WHERE r.id = $1 FOR UPDATE', [id]));
  return held ?? null;
}
