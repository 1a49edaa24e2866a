import { z } from 'zod';
import { columns, jsonList } from '../platform/database/selection.js';
import { MOVABLE_DATES, RoundDateChange } from './rounds/round-date-change.entity.js';

/** Every move of a promised date of a round with its reason, the first first; `roundId` is the expression that yields the round. */
export function dateMoves(roundId: string) {
  return jsonList(
    columns(RoundDateChange, 'c', 'which', 'was', 'becomes', 'reason', 'decidedOn'),
    `reviews.round_date_change c WHERE c.round_id = ${roundId}`,
    'c.decided_on, c.id',
  );
}

/** The same as the API returns them. */
export const DateMovesOut = z.array(
  z.object({
    which: z.enum(MOVABLE_DATES),
    was: z.string(),
    becomes: z.string(),
    reason: z.string(),
    decidedOn: z.string(),
  }),
);
